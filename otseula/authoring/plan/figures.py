"""How long interviews were, and what an edit changed of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import fmean, stdev

#: Half of a 95 % interval of a mean, in standard errors.
_NINETY_FIVE = 1.96
#: The middle 90 %.
_LOW, _HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many questions each of some people was asked, by who they are: the number of a draw, or
    the id of a vignette. May be of nobody; then nothing but `n` can be asked for."""

    counts: Mapping[str, int]

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.counts)

    @property
    def mean(self) -> float:
        """Questions on average."""
        return fmean(self.counts.values())

    @property
    def margin(self) -> float | None:
        """Half the 95 % interval of the mean, as drawing people leaves it open; None of one."""
        return _margin([*self.counts.values()])

    @property
    def middle(self) -> tuple[int, int]:
        """Between these are the middle 90 % of the people."""
        ordered = sorted(self.counts.values())
        low, high = (ordered[max(0, ceil(part * self.n) - 1)] for part in (_LOW, _HIGH))
        return low, high

    @property
    def longest(self) -> int:
        """The longest of these."""
        return max(self.counts.values())


@dataclass(frozen=True, slots=True)
class Shift:
    """What became of the mean of the same people. `margin`: half the 95 % interval of the
    difference, as drawing them leaves it open; None of one."""

    before: float
    after: float
    margin: float | None

    @property
    def difference(self) -> float:
        """How many questions more."""
        return self.after - self.before


def shift(before: Lengths, after: Lengths) -> Shift | None:
    """Of those who were asked both before and after; None where nobody was."""
    same = [who for who in after.counts if who in before.counts]
    if not same:
        return None
    pairs = [(before.counts[who], after.counts[who]) for who in same]
    margin = _margin([now - then for then, now in pairs])
    return Shift(fmean(then for then, _ in pairs), fmean(now for _, now in pairs), margin)


def _margin(values: Sequence[float]) -> float | None:
    if len(values) < 2:
        return None
    return _NINETY_FIVE * stdev(values) / sqrt(len(values))
