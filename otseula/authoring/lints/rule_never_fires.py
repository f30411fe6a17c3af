"""A rule can never fire.

What: there is no case at all in which the condition of the rule is met, whatever is answered:
known exactly, by decision diagrams, not by trying.

Why: what the rule gives (an action, a duty, a level) is then given to nobody, and nothing else
shows it.

Avoid: `{all: [level_test, {none: situations}, demanding_separation]}`

Prefer: `{all: [level_test, demanding_separation]}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.lints.never_met import tell
from otseula.rulebase.diagnostics import Findings

CODE = "OTS821"


def look(checked: Checked, findings: Findings) -> None:
    """Every rule."""
    tell(checked, findings, CODE, ("rules",))
