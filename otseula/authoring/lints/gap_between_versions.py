"""Between two versions of an entry there are days without any.

What: the versions of one id follow one another without a gap. That they do not overlap, and that
what uses them is not without them, loading sees to.

Why: on those days the rule gives nothing, and a screening of that day does not say so.

Avoid: `valid_to: 2026-06-30` followed by a version with `valid_from: 2026-07-02`

Prefer: `valid_from: 2026-07-01`
"""

from __future__ import annotations

from datetime import date

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import UNDATED
from otseula.rulebase.spans import gaps, in_words, span_of

CODE = "OTS813"


def look(checked: Checked, findings: Findings) -> None:
    """Every id with several versions, at the start of the one after the gap."""
    for name in checked.draft.lists:
        if name in UNDATED:
            continue
        for held in checked.draft.of(name).values():
            spans = list(map(span_of, held))
            whole = (min(low for low, _ in spans), max(high for _, high in spans))
            for gap in gaps(whole, spans):
                after = date.fromordinal(gap[1] + 1)
                later = next(entry for entry in held if entry.valid_from == after)
                place = later.at("valid_from")
                findings.add(CODE, place, name=later.id, days=in_words([gap]))
