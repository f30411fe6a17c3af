"""Two criteria, or two situations, say the same.

What: the two are met in exactly the same cases, on every day on which both are in force, however
differently they are written. Known exactly, by decision diagrams. Told at the later one.

Why: one of the two will be changed one day, and the other forgotten. Counted side by side
(`at_least … of`) one fact counts twice.

Avoid: `{id: refuses_school, when: {school: none}}` beside `{id: no_school, when: {school: [none]}}`

Prefer: one criterion, named wherever it is needed.
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import Entry

CODE = "OTS826"


def look(checked: Checked, findings: Findings) -> None:
    """Every criterion beside those before it, and every situation likewise."""

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        held = checked.draft.lists[entry.list]
        for other in held[: held.index(entry)]:
            both = [span for span in spans if span.holds(other)]
            if both and other.id != entry.id and all(_same(s, entry, other) for s in both):
                findings.add(CODE, entry.place, name=entry.id, other=other.id)
                return

    checked.meanings.each(findings, ("criteria", "situations"), ask)


def _same(span: Span, entry: Entry, other: Entry) -> bool:
    """Also where every question applies; one that is never or always met is told as that."""
    meaning, f, g = span.meaning, span.of(entry), span.of(other)
    if not meaning.same(f, g) or meaning.never(f) or meaning.always(f):
        return False
    return meaning.ungated.same(*(meaning.ungated.named(each.id) for each in (entry, other)))
