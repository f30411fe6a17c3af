"""Interleaved rounds: each runs every entrant once, so that a machine that slows down slows all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from statistics import median, quantiles

from tests.benchmarks.peers.runners import CannotRunError, Runner, runner
from tests.benchmarks.peers.table import Entrant
from tests.benchmarks.peers.workload import CASES, workload

ROUNDS = 9
#: Seconds that one entrant may take in one round, and over its check. A slow one gets fewer
#: cases, the first of the same.
ROUND_SECONDS, CHECK_SECONDS = 0.06, 4.0


@dataclass(frozen=True, slots=True)
class Spread:
    """A median, and the tenth and ninetieth percentile of the rounds."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        if len(values) < 2:
            return cls(values[0], values[0], values[0])
        tenths = quantiles(values, n=10, method="inclusive")
        return cls(median(values), tenths[0], tenths[-1])


@dataclass(frozen=True, slots=True)
class Measured:
    """One entrant: seconds for a case in each round, on how many cases, and on how many it was
    held to the specification first."""

    entrant: str
    role: str
    seconds: Sequence[float]
    cases: int
    checked: int
    build_seconds: float = 0.0

    def ratio(self, other: Measured) -> Spread:
        """To another one, round by round."""
        return Spread.of([a / b for a, b in zip(self.seconds, other.seconds, strict=True)])


@dataclass(frozen=True)
class Race:
    """One interleaved run over one workload. `absent` says why an entrant is not in it."""

    workload: str
    measured: Mapping[str, Measured]
    absent: Mapping[str, str] = field(default_factory=dict)

    def fastest(self, role: str) -> Measured:
        """Of those with a role, by the median of its rounds."""
        of_role = [each for each in self.measured.values() if each.role == role]
        return min(of_role, key=lambda each: median(each.seconds))


def race(
    name: str,
    entrants: Sequence[Entrant],
    rounds: int = ROUNDS,
    told: Callable[[str], None] = lambda _: None,
) -> Race:
    """Every entrant that can be built here, checked, then timed in turns."""
    work = workload(name)
    ready: dict[str, tuple[Entrant, Runner, int, int]] = {}
    absent: dict[str, str] = {}
    with ExitStack() as closed:
        for entrant in entrants:
            if not entrant.takes(work):
                if entrant.not_shipped:
                    absent[entrant.name] = entrant.not_shipped
                continue
            told(f"{name} rules: {entrant.name}")
            try:
                one = closed.enter_context(closing(runner(entrant, name)))
                one.check(1)
                each = max(min(one.time(1), one.time(1)), 1e-7)
                checked = _within(CHECK_SECONDS, each)
                cases = min(_within(ROUND_SECONDS, each), checked)
                one.check(checked)
                one.time(cases)
            except CannotRunError as reason:
                absent[entrant.name] = str(reason)
                continue
            ready[entrant.name] = entrant, one, cases, checked
        told(f"{name} rules: {rounds} rounds of {len(ready)}")
        seconds = _rounds(ready, rounds, absent)
    measured = {
        key: Measured(key, entrant.role, seconds[key], cases, checked, one.build_seconds)
        for key, (entrant, one, cases, checked) in ready.items()
        if key not in absent
    }
    return Race(name, measured, absent)


def _rounds(
    ready: Mapping[str, tuple[Entrant, Runner, int, int]], rounds: int, absent: dict[str, str]
) -> Mapping[str, Sequence[float]]:
    seconds: dict[str, list[float]] = {key: [] for key in ready}
    order = list(ready)
    for _ in range(rounds):
        for key in order:
            if key not in absent:
                try:
                    seconds[key].append(ready[key][1].time(ready[key][2]))
                except CannotRunError as reason:
                    absent[key] = str(reason)
        order = [*order[1:], order[0]]  # nobody always follows the same one
    return seconds


def _within(budget: float, each: float) -> int:
    return max(1, min(CASES, round(budget / each)))
