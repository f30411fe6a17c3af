"""What the bundled rule base claims has no source.

What: every parameter, criterion, situation, rule, safety action, duty, expertise, channel and
notice of the bundled rule base says in `source` where it comes from.

Why: the sheet names its sources, and whoever doubts a criterion must find what it was read from.

Avoid: `{id: long_conflict, when: …, text: …}`

Prefer: the same with `source: [{ref: thl_demanding_separation, basis: sourced}]`; what was
concluded from a source has `basis: inferred` and a `rationale`.
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS810"
BUNDLED_ALONE = True
_CLAIMS = (
    "parameters", "criteria", "situations", "rules", "safety_actions", "duties", "expertise",
    "channels", "notices",
)  # fmt: skip


def look(checked: Checked, findings: Findings) -> None:
    """Every entry of the bundled layer that says something of the world."""
    for name in _CLAIMS:
        for entry in checked.draft.lists[name]:
            if checked.is_bundled(entry) and not entry.data.get("source"):
                findings.add(CODE, entry.place, name=entry.id)
