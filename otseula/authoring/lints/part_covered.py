"""A part of a condition is covered by the one beside it.

What: in an `any` or `none`, whenever the part is met the other one is too; in an `all`, whenever
the other one is met the part is too. There is no case that would show that the part is needed:
known exactly, by decision diagrams, through the names that the parts use.

Why: who changes a part that does nothing believes to have changed something.

Avoid: `{any: [{child_age: {at_least: 13}}, {child_age: {at_least: 15}}]}`

Prefer: `{child_age: {at_least: 13}}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.needless import each_needless
from otseula.rulebase.diagnostics import Findings

CODE = "OTS825"


def look(checked: Checked, findings: Findings) -> None:
    """Every part that one other part alone makes needless."""
    for entry, part, sibling in each_needless(checked.meanings, findings):
        if sibling is not None:
            findings.add(CODE, part.place, part=part.name, name=entry.id, other=sibling.shown())
