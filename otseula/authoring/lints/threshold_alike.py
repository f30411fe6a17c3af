"""A threshold makes no difference.

What: whether the number is just below the threshold or just above it, everything that follows
(consequences, situations, levels; where there are neither rules nor situations, every criterion)
is the same, whatever the other answers are, on every day. Known exactly, by decision diagrams.
Told at the first place where the threshold stands.

Why: somebody decided on that number. It is either superfluous, or something else undoes it.

Avoid: `{child_age: {at_least: 13}}` in one rule and `{child_age: {at_most: 12}}` in another that
gives the same.

Prefer: one rule that gives it without the age.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span
from otseula.authoring.meaning.mattering import changing
from otseula.authoring.meaning.needless import tree
from otseula.errors import Place
from otseula.logic.coding import starts_of
from otseula.logic.conditions import QuestionTest
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry

CODE = "OTS828"


def look(checked: Checked, findings: Findings) -> None:
    """Every number at which a condition cuts an integer question."""

    def ask(question: Entry, spans: Sequence[Span]) -> None:
        if question.data["type"] != "integer":
            return
        found = changing(checked.meanings, question, spans)
        alike = [{start for start, _ in matter.alike(question.id)} for matter in found or ()]
        for start in sorted(set.intersection(*alike), key=str) if alike else ():
            assert isinstance(start, int)
            place = next(_cuts(spans[0], question.id, start), question.place)
            findings.add(CODE, place, name=question.id, number=start, below=start - 1)

    checked.meanings.each(findings, ("questions",), ask)


def _cuts(span: Span, question: str, start: int) -> Iterator[Place]:
    """Where a test cuts the numbers of the question just below `start`."""
    for name in CONDITION_FIELD:
        for entry in span.period.lists[name].values():
            whole = () if entry.condition is None else tree(span.meaning, entry).walk()
            for _, part in whole:
                test = part.bound
                if isinstance(test, QuestionTest) and test.question == question and (
                    start in starts_of(test)
                ):  # fmt: skip
                    yield part.syntax.value_place or part.place
