"""Tries every mutant of a rule base on vignettes: what `otseula test --mutants` does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from otseula.authoring.mutants.kills import trials
from otseula.authoring.mutants.made import Mutant, mutants_of
from otseula.authoring.mutants.redrawn import LIMIT, periods_drawn
from otseula.authoring.mutants.survivors import Survivor, judged
from otseula.rulebase.model import Content, Vignette

#: Who may have written a vignette.
ORIGINS = ("source", "owner", "invented")


@dataclass(frozen=True, slots=True)
class Count:
    """Of some mutants: how many there are, how many of them vignettes notice, and how many are
    equivalent, so that none could."""

    total: int
    killed: int
    equivalent: int

    @property
    def percent(self) -> float:
        """Killed, of those that are not proven equivalent; 100 where there is none."""
        return 100 * self.killed / (self.total - self.equivalent) if self._left else 100.0

    @property
    def percent_of_all(self) -> float:
        """Killed, of all."""
        return 100 * self.killed / self.total if self.total else 100.0

    @property
    def _left(self) -> int:
        return self.total - self.equivalent


@dataclass(frozen=True, slots=True)
class MutationRun:
    """What became of every mutant. `killers` holds of each by origin the first vignette found to
    fail with it, if any; `survivors` those that no vignette of `origins` notices."""

    content: Content = field(repr=False)
    vignettes: Mapping[str, int]
    origins: tuple[str, ...]
    mutants: tuple[Mutant, ...] = field(repr=False)
    killers: Mapping[Mutant, Mapping[str, str]] = field(repr=False)
    survivors: tuple[Survivor, ...] = field(repr=False)

    def of(self, status: str) -> tuple[Survivor, ...]:
        """The survivors of one status."""
        return tuple(each for each in self.survivors if each.status == status)

    def count(self, lists: Collection[str] = (), origins: Collection[str] = ()) -> Count:
        """Of the mutants of some lists (all without any), killed by vignettes of some origins
        (those of the run without any)."""
        wanted = origins or self.origins
        of = [mutant for mutant in self.mutants if not lists or mutant.list in lists]
        same = {m for each in self.of("equivalent") for m in each.mutants}
        return Count(
            len(of),
            sum(any(origin in self.killers[mutant] for origin in wanted) for mutant in of),
            sum(mutant in same for mutant in of),
        )


def mutation_run(
    content: Content,
    vignettes: Iterable[Vignette],
    origins: Sequence[str] = (),
    limit: int = LIMIT,
) -> MutationRun:
    """`origins`: those whose vignettes decide what survives, by default all. `limit`: nodes of
    the diagrams of one period at most."""
    held = tuple(vignettes)
    mutants = mutants_of(content)
    redrawn = periods_drawn(content.periods, mutants, limit)
    killers: dict[Mutant, dict[str, str]] = {mutant: {} for mutant in mutants}
    for trial in trials(content, held, redrawn):
        # what vignettes of every origin that is tried here notice has been found out
        wanted = [m for m in mutants if not trial.origins <= killers[m].keys()]
        for mutant, by_origin in trial.killers(wanted):
            killers[mutant] = by_origin | killers[mutant]
    counted: dict[str, int] = dict.fromkeys(origins, 0)
    for vignette in held:
        counted[vignette.origin] = counted.get(vignette.origin, 0) + 1
    decide = tuple(origins or counted)
    left = [m for m in mutants if not any(origin in killers[m] for origin in decide)]
    return MutationRun(content, counted, decide, mutants, killers, judged(left, redrawn))
