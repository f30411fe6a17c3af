"""An `at_least` demands all of its conditions, or just one.

What: a count that is the number of conditions in `of`, or 1. A count that is a parameter stays: it
is there to be changed.

Why: "3 of these three" is read as a choice that it is not, and the day somebody adds a fourth
condition it becomes one, unseen.

Avoid: `{at_least: 3, of: [a, b, c]}` and `{at_least: 1, of: [a, b, c]}`

Prefer: `{all: [a, b, c]}` and `{any: [a, b, c]}`

`--fix` writes them: a count of all is `all` and a count of one is `any`, by their very meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otseula.authoring.checked import Checked
from otseula.authoring.mending.edits import Edit
from otseula.authoring.mending.outline import Outline
from otseula.authoring.parts import parts_within
from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import NAMED

CODE = "OTS807"


def look(checked: Checked, findings: Findings) -> None:
    """Every condition of every layer."""
    for place, count, word in _counts(checked):
        findings.add(CODE, place, count=count, word=word)


def fix(checked: Checked, outlines: Mapping[str, Outline]) -> Iterator[Edit]:
    """The word in place of the count."""
    for place, _, word in _counts(checked):
        if place.file in outlines:
            yield from outlines[place.file].without_count(CODE, place, word)


def _counts(checked: Checked) -> Iterator[tuple[Place, int, str]]:
    for name in NAMED:
        for entry in checked.draft.lists[name]:
            for part in parts_within(entry.condition) if entry.condition is not None else ():
                if part.form == "of" and part.value in (1, len(part.parts)):
                    word = "any" if part.value == 1 else "all"
                    yield part.value_place or part.place, int(part.value), word
