"""How otseula's time grows with rules and with cases."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median

from otseula.logic.conditions import Answers
from otseula.logic.lanes import Lanes
from otseula.screening.many import CHUNK
from tests.benchmarks.peers.workload import Workload, workload

RULES = (20, 50, 100, 200, 500, 1000, 2000)
CASES = (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 15
#: Rules below the table of cases.
_OVER = 100
#: Seconds of one pass over one size.
_PASS = 0.05


@dataclass(frozen=True, slots=True)
class Grown:
    """CPU seconds at one size, in each round: of one case, of one in chunks, to compile; or of
    so many cases."""

    size: int
    seconds: Sequence[Sequence[float]]

    def median(self, what: int = 0) -> float:
        return median(self.seconds[what])


def by_rules() -> list[Grown]:
    """One case at a time, many in chunks, and compiling, over ever more rules; in turns."""
    ready = []
    for size in RULES:
        work = workload(str(size))
        ready.append((work, Lanes(work.conditions)))
    found: list[list[list[float]]] = [[[], [], []] for _ in RULES]
    for _ in range(ROUNDS):
        for seconds, (work, lanes) in zip(found, ready, strict=True):
            seconds[0].append(_one_by_one(lanes, work.cases))
            seconds[1].append(_in_chunks(lanes, work.cases, len(work.cases)) / len(work.cases))
            seconds[2].append(_compiled(work))
    return [Grown(size, seconds) for size, seconds in zip(RULES, found, strict=True)]


def by_cases() -> list[Grown]:
    """From mappings, in the chunks of `screen_many`, each chunk's result dropped for the next."""
    work = workload(str(_OVER))
    lanes = Lanes(work.conditions)
    found = []
    for size in CASES:
        rounds = ROUNDS if size < 100_000 else 3 if size < 1_000_000 else 1
        repeats = max(1, round(_PASS / max(_in_chunks(lanes, work.cases, size), 1e-6)))
        passes = [
            sum(_in_chunks(lanes, work.cases, size) for _ in range(repeats)) / repeats
            for _ in range(rounds)
        ]
        found.append(Grown(size, [passes]))
    return found


def _one_by_one(lanes: Lanes, cases: Sequence[Answers]) -> float:
    started = time.process_time()
    for case in cases:
        lanes.evaluate(case)
    return (time.process_time() - started) / len(cases)


def _compiled(work: Workload) -> float:
    """As `timeit` does with the collector off: it would look through all that the other engines
    of this process hold."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        Lanes(work.conditions).evaluate_many(work.cases[:1])  # the program for many, too
        return time.process_time() - started
    finally:
        gc.enable()


def _in_chunks(lanes: Lanes, cases: Sequence[Answers], count: int) -> float:
    waiting = islice(cycle(cases), count)
    started = time.process_time()
    for chunk in _chunks(waiting):
        lanes.evaluate_many(chunk)
    return time.process_time() - started


def _chunks(waiting: Iterator[Answers]) -> Iterator[list[Answers]]:
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk
