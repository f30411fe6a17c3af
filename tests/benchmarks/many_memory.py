"""What `screen_many` adds to a process: `python -m tests.benchmarks.many_memory CASES`.

Prints the megabytes by which the resident set stood higher at its highest than with the library
imported; every truth is read and let go."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import otseula

DAY = date(2026, 12, 1)
_VARIETY = 500


def main() -> None:
    """Screens as many invented cases as the command line says, one after the other."""
    before, count = _megabytes("VmRSS"), int(sys.argv[1])
    rulebase = otseula.load()
    met = 0
    for result in rulebase.screen_many(_cases(rulebase, count), as_of=DAY):
        met += sum(truth is otseula.Truth.MET for truth in result.truth.values())
    assert met > count
    print(f"{_megabytes('VmHWM') - before:.1f}")


def _cases(rulebase: otseula.RuleBase, count: int) -> Iterator[dict[str, Any]]:
    from tests.screening.cases import random_case

    random, period = Random(0), rulebase.period(DAY)
    some = [random_case(random, period) for _ in range(_VARIETY)]
    for number in range(count):
        yield dict(some[number % _VARIETY])


def _megabytes(kind: str) -> float:
    for line in Path("/proc/self/status").read_text("ascii", "replace").splitlines():
        if line.startswith(kind):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"no {kind} in /proc/self/status")


if __name__ == "__main__":
    main()
