"""A part of a condition makes no difference.

What: without the part (of an `all`, `any`, `none` or `of`) the whole condition says the same of
every possible case, on every day. There is no case that would show that it is needed: known
exactly, by decision diagrams, through the names that the parts use. Where one part beside it makes
it needless, OTS825 names that one. A part that only says again what an `applies_when` says already
is not told: the condition then stays right when the questionnaire changes.

Why: who changes a part that does nothing believes to have changed something.

Avoid: `{any: [severe_violence, {all: [threats, {not: severe_violence}]}]}`

Prefer: `{any: [severe_violence, threats]}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.needless import each_needless
from otseula.rulebase.diagnostics import Findings

CODE = "OTS824"


def look(checked: Checked, findings: Findings) -> None:
    """Every part that no other part alone makes needless."""
    for entry, part, sibling in each_needless(checked.meanings, findings):
        if sibling is None:
            findings.add(CODE, part.place, part=part.name, name=entry.id)
