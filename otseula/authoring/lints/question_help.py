"""A question of the bundled rule base has no help.

What: every question says in `help` what counts and what does not.

Why: two professionals must give the same answer about the same family.

Avoid: `{id: child_immediate_danger, type: boolean, text: …}`

Prefer: the same with `help: {fi: "Myös …; ei …", sv: …, en: …}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS803"
BUNDLED_ALONE = True


def look(checked: Checked, findings: Findings) -> None:
    """Every question of the bundled layer."""
    for question in checked.draft.lists["questions"]:
        if checked.is_bundled(question) and "help" not in question.data:
            findings.add(CODE, question.place, name=question.id)
