"""Many lockstep screenings in one process: `python -m tests.soak [N]`, 100 000 by default.

Prints what it measured; exits with 1 where memory grew by 5 MB or more after the first 2 000, or
a thread was left (issue 2, point 3).
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import otseula
from tests.screening.cases import random_case

DAY = date(2026, 12, 1)
#: By then the largest searches have taken the memory that they give back to nobody: measured, the
#: resident set stays the same from 1 500 on.
WARM_UP = 2_000
LIMIT_MB = 5.0
_VARIETY = 2_000


@dataclass(frozen=True)
class Soak:
    """What a run measured. Memory is the resident set in MB; threads are the system's."""

    screenings: int
    warm_up: int
    seconds: float
    warm_mb: float
    grown_mb: float
    threads_before: int
    threads_after: int
    engines: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether it stayed within the limits."""
        return self.grown_mb < LIMIT_MB and self.threads_after == self.threads_before

    def __str__(self) -> str:
        each = self.seconds / self.screenings * 1e3
        return (
            f"{self.screenings} screenings with {', '.join(self.engines)}: {each:.2f} ms each; "
            f"{self.warm_mb:.1f} MB after {self.warm_up}, grown by {self.grown_mb:+.2f} MB; "
            f"threads {self.threads_before} before, {self.threads_after} after"
        )


def soak(screenings: int) -> Soak:
    """Screens varied cases, also refused ones, results read as a service would."""
    rulebase = otseula.load()
    # Made before anything is measured, so that what grows is what screening keeps.
    random, period = Random(0), rulebase.period(DAY)
    cases = [random_case(random, period) for _ in range(_VARIETY)]
    before = _threads()
    start = time.perf_counter()
    warm, warm_up = 0.0, min(WARM_UP, screenings // 2)
    for number in range(screenings):
        if number == warm_up:
            warm = _resident_mb()
        case = cases[number % _VARIETY]
        result = rulebase.screen(case, as_of=DAY)
        if number % 10 == 0:
            result.to_dict()
            result.explain("level_test")
        if number % 50 == 0:
            _refused(rulebase, number)
    seconds = time.perf_counter() - start
    grown = _resident_mb() - warm
    return Soak(screenings, warm_up, seconds, warm, grown, before, _threads(), rulebase.engines)


def _refused(rulebase: otseula.RuleBase, number: int) -> None:
    try:
        rulebase.screen({f"no_question_{number}": number, "acute_danger": number}, as_of=DAY)
    except otseula.CaseError:
        return
    raise AssertionError("a wrong case was taken")


def _resident_mb() -> float:
    gc.collect()
    for line in _status():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no resident set size in /proc/self/status")


def _threads() -> int:
    """Those of C libraries too, which Python does not see."""
    for line in _status():
        if line.startswith("Threads:"):
            return int(line.split()[1])
    return threading.active_count()


def _status() -> Iterator[str]:
    yield from Path("/proc/self/status").read_text("ascii", "replace").splitlines()


def main() -> int:
    """Runs the soak of the command line."""
    found = soak(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    print(found, flush=True)
    print("within the limits" if found.passed else f"OVER: less than {LIMIT_MB} MB is the limit")
    return 0 if found.passed else 1


if __name__ == "__main__":
    sys.exit(main())
