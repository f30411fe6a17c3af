"""The last version of an entry has ended.

What: an id whose every version has a `valid_to` before today. Not a channel: one that has ended is
left out of every sheet by itself, and its end is worth keeping.

Why: a rule that ended with the year has stopped giving its consequences, and no sheet says so.
Often the year is a slip.

Avoid: `valid_to: 2025-12-31` on the only version of a rule that still holds

Prefer: a new version from the day after; the entry taken out, where it is of no use any more.
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import UNDATED

CODE = "OTS812"
_MAY_END = ("channels", *UNDATED)


def look(checked: Checked, findings: Findings) -> None:
    """The last version of each id of every layer, at its end."""
    for name in checked.draft.lists:
        if name in _MAY_END:
            continue
        for held in checked.draft.of(name).values():
            ends = [entry.valid_to for entry in held if entry.valid_to is not None]
            if len(ends) == len(held) and max(ends) < checked.day:
                last = held[ends.index(max(ends))]
                day = max(ends).isoformat()
                findings.add(CODE, last.at("valid_to"), name=last.id, day=day)
