"""Which vignettes fail with which mutants, without screening each with each.

All vignettes of a day are evaluated at once, with copies of what stands above many mutants beside
the rule base itself. A vignette in which nothing changes its truth, and of which nothing above
the mutant is left open, gives what it gave. Of the others what they expect is found out again
(outcome.py), and compared as `otseula test` compares it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from otseula.authoring.mutants.above import Above, renamed
from otseula.authoring.mutants.made import Mutant, changed
from otseula.authoring.mutants.outcome import Outcomes
from otseula.authoring.mutants.redrawn import Redrawn
from otseula.authoring.mutants.tried import Tried, Trying, fails
from otseula.authoring.vignettes.run import run_vignettes
from otseula.logic.conditions import Answers, Condition, ConditionSet, Truth
from otseula.logic.lanes import LaneResult, Lanes
from otseula.rulebase.model import Content, Vignette
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.rulebase import RuleBase

#: Mutants that are evaluated in one run.
_CHUNK = 64


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Trial:
    """The vignettes of one period, and what they come to."""

    content: Content
    number: int
    redrawn: Redrawn
    compiled: CompiledPeriod
    tried: tuple[Tried, ...]
    _above: Above = field(repr=False)

    @property
    def origins(self) -> frozenset[str]:
        """Those of the vignettes."""
        return frozenset(self._origins)

    @cached_property
    def _open(self) -> Mapping[str, int]:
        """By name the vignettes (a bit for each) in which something that it brings about is not
        decided by Kleene's logic."""
        found = dict.fromkeys(self._above.conditions.nodes, 0)
        for nodes in self.compiled.exact.goals.values():
            undecided = 0
            for lane, each in enumerate(self.tried):
                truths = {each.evaluation.nodes[node] for node in nodes}
                if Truth.MET not in truths and Truth.UNKNOWN in truths:
                    undecided |= 1 << lane
            for node in nodes:
                found[node] |= undecided
        return found

    @cached_property
    def _expected(self) -> Mapping[str, tuple[int, int, int]]:
        """By name the vignettes that expected it to be met, not met and open, and were right."""
        found: dict[str, list[int]] = {}
        for lane, each in enumerate(self.tried):
            expect = each.vignette.expect.get("truth", {})
            assert isinstance(expect, Mapping)
            for name, wanted in expect.items():
                if f"truth.{name}" in each.held:
                    masks = found.setdefault(name, [0, 0, 0])
                    masks[_TRUTHS.index(wanted)] |= 1 << lane
        return {name: (masks[0], masks[1], masks[2]) for name, masks in found.items()}

    @cached_property
    def _origins(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for lane, each in enumerate(self.tried):
            found.setdefault(each.vignette.origin, []).append(lane)
        return {origin: tuple(lanes) for origin, lanes in found.items()}

    def killers(self, mutants: Iterable[Mutant]) -> Iterator[tuple[Mutant, dict[str, str]]]:
        """Of each mutant by origin the first vignette found to fail with it."""
        of_period = (mutant for mutant in mutants if self.number in mutant.conditions)
        cases: list[Answers] = [each.case.answers for each in self.tried]
        while chunk := list(islice(of_period, _CHUNK)):
            nodes = dict(self._above.conditions.nodes)
            for tag, mutant in enumerate(chunk):
                nodes |= self._copies(tag, mutant)
            lanes = Lanes(ConditionSet(self._above.conditions.questions, nodes))
            result = lanes.evaluate_many(cases)
            for tag, mutant in enumerate(chunk):
                self.redrawn.renew()
                above = self._above.of(mutant.id)
                if any(name in self._above.conditions.questions for name in above):
                    yield mutant, self._killed_slowly(mutant)
                else:
                    yield mutant, self._killed(mutant, _Changed(result, tag, above))

    def _copies(self, tag: int, mutant: Mutant) -> Iterator[tuple[str, Condition]]:
        nodes = self._above.conditions.nodes
        above = [name for name in self._above.of(mutant.id) if name in nodes]
        names = {name: f"{tag} {name}" for name in above}
        for name in above:
            own = mutant.conditions[self.number] if name == mutant.id else nodes[name]
            yield names[name], renamed(own, names)

    def _killed(self, mutant: Mutant, now: _Changed) -> dict[str, str]:
        by_truth = 0
        for name in now.above:
            if name in self._expected:
                by_truth |= now.wrong(name, self._expected[name])
        open_ = 0
        for name in now.above:
            open_ |= self._open[name]
        looked_at = now.mask | open_
        outcomes = Outcomes(self.compiled, self.redrawn, mutant, self.number)
        found: dict[str, str] = {}
        for origin, lanes in self._origins.items():
            told = next((lane for lane in lanes if by_truth >> lane & 1), None)
            if told is None:
                looked = (lane for lane in lanes if looked_at >> lane & 1)
                told = next(
                    (n for n in looked if outcomes.fails(self.tried[n], now.truths(n))), None
                )
            if told is not None:
                found[origin] = self.tried[told].vignette.id
        return found

    def _killed_slowly(self, mutant: Mutant) -> dict[str, str]:
        """Where whether a question applies hangs on it, an answer may be refused: all is run."""
        base = RuleBase(mutated(self.content, mutant), (Lanes.name,))
        results = run_vignettes(base, (each.vignette for each in self.tried))
        found: dict[str, str] = {}
        for each, result in zip(self.tried, results, strict=True):
            if fails(each, (difference.key for difference in result.differences)):
                found.setdefault(each.vignette.origin, result.id)
        return found


_TRUTHS = ("met", "not_met", "unknown")


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class _Changed:
    """What becomes of the names above a mutant, and in which lanes something changes."""

    result: LaneResult
    tag: int
    above: tuple[str, ...]

    @cached_property
    def mask(self) -> int:
        met, not_met = self.result.met, self.result.not_met
        found = 0
        for name in self.above:
            own = f"{self.tag} {name}"
            found |= (met[name] ^ met[own]) | (not_met[name] ^ not_met[own])
        return found

    def wrong(self, name: str, expected: tuple[int, int, int]) -> int:
        own = f"{self.tag} {name}"
        met, not_met = self.result.met[own], self.result.not_met[own]
        return (expected[0] & ~met) | (expected[1] & ~not_met) | (expected[2] & (met | not_met))

    def truths(self, lane: int) -> dict[str, Truth]:
        return {name: self.result.truth(f"{self.tag} {name}", lane) for name in self.above}


def trials(
    content: Content, vignettes: Iterable[Vignette], redrawn: Mapping[int, Redrawn]
) -> list[Trial]:
    """The vignettes by the period that their day is in. One without a day, or whose answers are
    refused, tells nothing apart."""
    by_period: dict[int, list[Vignette]] = {}
    numbers = {id(period): number for number, period in enumerate(content.periods)}
    for vignette in vignettes:
        if vignette.as_of is not None:
            number = numbers[id(content.on(vignette.as_of))]
            by_period.setdefault(number, []).append(vignette)
    found = []
    # the period with most vignettes first: what they notice need not be tried on again
    for number, held in sorted(by_period.items(), key=lambda each: -len(each[1])):
        period = content.periods[number]
        compiled = compile_period(period, (Lanes.name,))
        one = Trying(compiled, redrawn[number])
        tried = tuple(each for v in held if (each := one.tried(v)) is not None)
        above = Above(period.conditions)
        found.append(Trial(content, number, redrawn[number], compiled, tried, above))
    return found


def mutated(content: Content, mutant: Mutant) -> Content:
    """The rule base with the mutant in it."""
    periods = tuple(
        replace(period, conditions=changed(period, mutant.id, mutant.conditions[number]))
        if number in mutant.conditions
        else period
        for number, period in enumerate(content.periods)
    )
    return replace(content, periods=periods)
