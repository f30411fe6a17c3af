"""A channel of the bundled rule base tells neither a contact nor how to find one.

What: a channel has a `contact`, or a `find`.

Why: the sheet would say whom to ask and not how.

Avoid: `{id: ot_coordinator, text: …, contact: null}`

Prefer: `find: {fi: "Hae hyvinvointialueen sivuilta: OT-koordinaattori", …}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS815"
BUNDLED_ALONE = True


def look(checked: Checked, findings: Findings) -> None:
    """Every channel of the bundled layer."""
    for channel in checked.draft.lists["channels"]:
        data = channel.data
        if checked.is_bundled(channel) and not data.get("contact") and not data.get("find"):
            field = "contact" if "contact" in data else "id"
            findings.add(CODE, channel.at(field), name=channel.id)
