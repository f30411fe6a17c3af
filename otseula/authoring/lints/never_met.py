"""A criterion, a situation or an `applies_when` can never be met.

What: there is no case at all in which the condition is met, whatever is answered: known exactly,
by decision diagrams, not by trying. Of a rule see OTS821; two parts of one `all` that exclude each
other are told as such (OTS823) and not here again.

Why: a situation that nobody can be in looks like one that nobody is in. Whoever is in it gets
"basic and specialised services first".

Avoid: `{all: [long_dispute, {child_age: {at_least: 16}}, child_under_16]}`

Prefer: the condition as it was meant: `{all: [long_dispute, child_under_16]}`
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span, some_days
from otseula.authoring.meaning.needless import contradicting, tree
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry

CODE = "OTS820"
LISTS = ("questions", "criteria", "situations")


def look(checked: Checked, findings: Findings) -> None:
    """Every condition but those of rules."""
    tell(checked, findings, CODE, LISTS)


def tell(checked: Checked, findings: Findings, code: str, lists: Sequence[str]) -> None:
    """Tells of each condition in these lists that is never met on some day."""

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        if entry.condition is not None:
            days = some_days(spans, lambda span: _never(span, entry))
            if days is not None:
                place = entry.at(CONDITION_FIELD[entry.list])
                findings.add(code, place, name=entry.id, days=days)

    checked.meanings.each(findings, lists, ask)


def _never(span: Span, entry: Entry) -> bool:
    meaning = span.meaning
    return meaning.never(span.of(entry)) and not contradicting(meaning, tree(meaning, entry))
