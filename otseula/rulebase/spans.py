"""Validity as spans of days, both ends in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from otseula.rulebase.entries import Entry

#: First and last day of a span, as ordinals; an open end is the calendar's own.
Span = tuple[int, int]

_FIRST = date.min.toordinal()
_LAST = date.max.toordinal()


def span_of(entry: Entry) -> Span:
    """The days on which the entry is in force."""
    return (
        entry.valid_from.toordinal() if entry.valid_from else _FIRST,
        entry.valid_to.toordinal() if entry.valid_to else _LAST,
    )


def overlap(first: Span, second: Span) -> bool:
    """Whether some day is in both."""
    return first[0] <= second[1] and second[0] <= first[1]


def gaps(needed: Span, covered: Iterable[Span]) -> list[Span]:
    """The parts of `needed` that no span covers."""
    found = []
    start, end = needed
    for low, high in sorted(covered):
        if start > end or low > end:
            break
        if low > start:
            found.append((start, low - 1))
        start = max(start, high + 1)
    if start <= end:
        found.append((start, end))
    return found


def boundaries(entries: Iterable[Entry]) -> list[date]:
    """Every day on which something begins to differ from the day before."""
    days = set()
    for entry in entries:
        if entry.valid_from and entry.valid_from > date.min:
            days.add(entry.valid_from.toordinal())
        if entry.valid_to and entry.valid_to < date.max:
            days.add(entry.valid_to.toordinal() + 1)
    return [date.fromordinal(day) for day in sorted(days)]


def in_words(spans: Iterable[Span]) -> tuple[str, ...]:
    """The spans as text: `2026-01-01 – 2026-06-30`, `… – 2025-12-31`, `2027-01-01 – …`."""
    return tuple(f"{_day(low)} – {_day(high)}" for low, high in spans)


def _day(ordinal: int) -> str:
    return "…" if ordinal in (_FIRST, _LAST) else date.fromordinal(ordinal).isoformat()
