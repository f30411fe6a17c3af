"""A channel is for some roles alone, and does not say whom the others ask.

What: a channel with `for_roles` has a `via`.

Why: everyone else sees the channel on their sheet and may not use it. Without `via` the sheet
cannot say who may use it for the child.

Avoid: `{id: expert_group, text: …, for_roles: [child_welfare_social_worker]}`

Prefer: the same with `via: {fi: Lapsen sosiaalityöntekijä, sv: …, en: …}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS816"


def look(checked: Checked, findings: Findings) -> None:
    """Every channel of every layer, at its roles."""
    for channel in checked.draft.lists["channels"]:
        if channel.data.get("for_roles") and not channel.data.get("via"):
            findings.add(CODE, channel.at("for_roles"), name=channel.id)
