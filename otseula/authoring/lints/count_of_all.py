"""An `at_least` demands all of its conditions, or just one.

What: a count that is the number of conditions in `of`, or 1. A count that is a parameter stays: it
is there to be changed.

Why: "3 of these three" is read as a choice that it is not, and the day somebody adds a fourth
condition it becomes one, unseen.

Avoid: `{at_least: 3, of: [a, b, c]}` and `{at_least: 1, of: [a, b, c]}`

Prefer: `{all: [a, b, c]}` and `{any: [a, b, c]}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.parts import parts_within
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import NAMED

CODE = "OTS807"


def look(checked: Checked, findings: Findings) -> None:
    """Every condition of every layer."""
    for name in NAMED:
        for entry in checked.draft.lists[name]:
            for part in parts_within(entry.condition) if entry.condition is not None else ():
                if part.form == "of" and part.value in (1, len(part.parts)):
                    word = "any" if part.value == 1 else "all"
                    place = part.value_place or part.place
                    findings.add(CODE, place, count=int(part.value), word=word)
