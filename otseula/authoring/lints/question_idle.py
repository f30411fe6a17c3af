"""No answer to a question changes anything.

What: nothing uses the question, or whatever is answered to it everything that follows
(consequences, situations, levels; where there are neither rules nor situations, every criterion)
is the same, whatever the other answers are, on every day. Known exactly, by decision diagrams. Not
told of `area`, `service_area` and `role` where there are channels, which go by them, nor of one
that never applies (OTS820), nor where a rule base has no conditions at all.

Why: the answer is sensitive, giving it takes time, and asking for what is not needed is not
allowed.

Avoid: a question whose last rule was withdrawn.

Prefer: withdraw the question too, or name it in the condition that has forgotten it.
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span
from otseula.authoring.meaning.mattering import changing
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry
from otseula.text import Text

CODE = "OTS829"
_UNUSED = Text("mikään ehto ei käytä sitä", "inget villkor använder den", "no condition uses it")
_USED = Text(
    "ehto käyttää sitä, mutta lopputulos on kaikilla vastauksilla sama",
    "ett villkor använder den, men resultatet är detsamma med alla svar",
    "a condition uses it, but the outcome is the same with every answer",
)


def look(checked: Checked, findings: Findings) -> None:
    """Every question."""

    def ask(question: Entry, spans: Sequence[Span]) -> None:
        given = any(span.meaning.conditions.nodes for span in spans)
        applies = all(not span.meaning.never(span.of(question)) for span in spans)
        if given and applies and changing(checked.meanings, question, spans) == []:
            used = any(_uses(entry, question.id) for span in spans for entry in _conditions(span))
            findings.add(CODE, question.place, name=question.id, why=_USED if used else _UNUSED)

    checked.meanings.each(findings, ("questions",), ask)


def _conditions(span: Span) -> list[Entry]:
    return [entry for name in CONDITION_FIELD for entry in span.period.lists[name].values()]


def _uses(entry: Entry, question: str) -> bool:
    return any(used.name == question and used.kind != "parameter" for used in entry.names)
