"""What a millisecond of the machine that the bars were set on takes here."""

from __future__ import annotations

import time

#: The loop's length, and the milliseconds of CPU it took there (CPython 3.11, a cloud machine).
_LOOPS, _THERE = 80_000, 10.0


def millisecond() -> float:
    """The CPU seconds that do here what one millisecond did there."""
    started = time.process_time()
    found, kept = 0, {}
    for number in range(_LOOPS):
        found = (found * 31 + number) & 0xFFFF
        kept[found] = number
    return (time.process_time() - started) / _THERE
