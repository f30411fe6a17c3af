"""A condition is always met.

What: whatever is answered, the criterion, situation or rule is met once all that applies has been
answered; an `applies_when` always lets its question be asked. Known exactly, by decision diagrams.

Why: a criterion that everyone meets is none, and a rule that always fires tells nothing of the
child.

Avoid: `{any: [{child_age: {at_least: 13}}, {child_age: {at_most: 13}}]}`

Prefer: the condition as it was meant. What is said in every screening is a notice or a channel
with `always: true`.
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span, some_days
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry

CODE = "OTS822"


def look(checked: Checked, findings: Findings) -> None:
    """Every condition."""

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        if entry.condition is not None:
            days = some_days(spans, lambda span: span.meaning.always(span.of(entry)))
            if days is not None:
                place = entry.at(CONDITION_FIELD[entry.list])
                findings.add(CODE, place, name=entry.id, days=days)

    checked.meanings.each(findings, tuple(CONDITION_FIELD), ask)
