"""Two parts of one `all` exclude each other.

What: each of the two can be met, but never both. Known exactly, by decision diagrams, through the
names that the parts use and through what is asked at all (`applies_when`). Told at the later one.

Why: the `all` is then never met.

Avoid: `{all: [{child_age: {at_most: 12}}, youth_services_needed, {child_age: {at_least: 13}}]}`

Prefer: the one of the two that was meant, or `any` in place of `all`.
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span, some_days
from otseula.authoring.meaning.needless import Path, contradicting, tree
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry

CODE = "OTS823"


def look(checked: Checked, findings: Findings) -> None:
    """Every `all` of every condition."""

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        if entry.condition is None or not spans:
            return
        for path, part in tree(spans[0].meaning, entry).walk():
            if part.syntax.form == "all":
                _tell(findings, entry, path, spans)

    checked.meanings.each(findings, tuple(CONDITION_FIELD), ask)


def _tell(findings: Findings, entry: Entry, path: Path, spans: Sequence[Span]) -> None:
    pairs = {
        span.meaning: contradicting(span.meaning, tree(span.meaning, entry).at(path))
        for span in spans
    }
    days = some_days(spans, lambda span: pairs[span.meaning] is not None)
    pair = next((pair for pair in pairs.values() if pair is not None), None)
    if days is not None and pair is not None:
        earlier, later = pair
        findings.add(CODE, later.place, part=later.name, other=earlier.shown(), days=days)
