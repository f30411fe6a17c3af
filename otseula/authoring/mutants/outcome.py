"""What a vignette comes to with a mutant, found out from what it came to without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import cast

from otseula.authoring.mutants.made import Mutant, changed
from otseula.authoring.mutants.redrawn import Redrawing, Redrawn
from otseula.authoring.mutants.tried import Outcome, Tried, fails
from otseula.authoring.vignettes.expectations import differences
from otseula.logic.conditions import Truth
from otseula.logic.diagram import ALWAYS, NEVER, Diagram, TooLargeError
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.goals import Goal
from otseula.screening.recommendation import Recommendation
from otseula.screening.settled import Exact

_LEAVES = {NEVER: Truth.NOT_MET, ALWAYS: Truth.MET}


class Outcomes:
    """What vignettes of one period come to with one mutant."""

    def __init__(self, compiled: CompiledPeriod, redrawn: Redrawn, mutant: Mutant, number: int):
        self._compiled, self._redrawn = compiled, redrawn
        self._mutant, self._condition = mutant, mutant.conditions[number]
        self._above = frozenset(redrawn.above.of(mutant.id))
        goals = compiled.exact.goals.items()
        self._goals = {goal: nodes for goal, nodes in goals if not self._above.isdisjoint(nodes)}

    def fails(self, tried: Tried, truths: Mapping[str, Truth]) -> bool:
        """Whether something that came true in a vignette no longer does, where these are the
        truths of all that stands above the mutant."""
        nodes = {**tried.evaluation.nodes, **truths}
        if not any(self._differs(goal, nodes, tried) for goal in self._looked_at(tried)):
            return False
        settled = dict(tried.settled)
        for goal in self._goals:
            settled[goal] = self._settled(goal, nodes, tried)
        outcome = Outcome(self._compiled, tried, nodes, settled, self._exact)
        # differences() reads nothing else of a recommendation: tests hold the two together
        given = cast(Recommendation, outcome)
        return fails(tried, (each.key for each in differences(tried.vignette.expect, given)))

    def _looked_at(self, tried: Tried) -> Iterator[Goal | str]:
        """What of all that the mutant may change the vignette expects something of: goals, and
        names. All goals where it expects what is missing."""
        expect = tried.vignette.expect
        if any(key.startswith("missing") for key in expect):
            yield from self._goals
            yield ""
        truths = expect.get("truth")
        if isinstance(truths, Mapping):
            yield from (name for name in truths if name in self._above)
        for goal in self._goals:
            key = goal.kind
            some = (
                cast(Iterable[str], expect.get(f"{key}_{manner}", ()))
                for manner in ("include", "exclude")
            )
            if key in expect or f"{key}_open" in expect or any(goal.id in ids for ids in some):
                yield goal

    def _differs(self, of: Goal | str, nodes: Mapping[str, Truth], tried: Tried) -> bool:
        if isinstance(of, str):
            return not of or nodes[of] is not tried.evaluation.nodes[of]
        return self._settled(of, nodes, tried) is not tried.settled[of]

    def _settled(self, goal: Goal, nodes: Mapping[str, Truth], tried: Tried) -> Truth:
        """As `Settled.truths` has it."""
        truths = {nodes[name] for name in self._goals[goal]}
        if Truth.MET in truths or Truth.UNKNOWN not in truths:
            return Truth.MET if Truth.MET in truths else Truth.NOT_MET
        try:
            if tried.settled[goal] is Truth.UNKNOWN and self._as_before(goal, tried):
                return Truth.UNKNOWN
            leaf = self._redrawn.drawing.diagram.leaf(self._root(goal), tried.fixed)
        except (TooLargeError, RecursionError):
            leaf = None
        return Truth.UNKNOWN if leaf is None else _LEAVES[leaf]

    def _as_before(self, goal: Goal, tried: Tried) -> bool:
        """Whether the mutant changes nothing in two completions, one with the goal and one
        without: then it is open still, and need not be drawn."""
        drawing = self._redrawn.drawing
        if goal not in tried.ways:
            root = drawing.diagram.any_of([drawing.nodes[name] for name in self._goals[goal]])
            found = (_way(drawing.diagram, root, tried.fixed, leaf) for leaf in (NEVER, ALWAYS))
            tried.ways[goal] = tuple(way for way in found if way is not None)
        both = drawing.nodes[self._mutant.id], self._redrawn.root(self._condition)
        ways = tried.ways[goal]
        return len(ways) == len(_LEAVES) and all(
            _at(drawing.diagram, both[0], way) == _at(drawing.diagram, both[1], way) for way in ways
        )

    def _root(self, goal: Goal) -> int:
        if goal not in self._roots:
            nodes = [self._redrawing.node(name) for name in self._goals[goal]]
            self._roots[goal] = self._redrawn.drawing.diagram.any_of(nodes)
        return self._roots[goal]

    @cached_property
    def _roots(self) -> dict[Goal, int]:
        return {}

    @cached_property
    def _redrawing(self) -> Redrawing:
        return self._redrawn.redrawing(self._mutant.id, self._condition)

    @cached_property
    def _exact(self) -> Exact:
        """For what is asked of it seldom: which questions are missing."""
        period = self._compiled.period
        conditions = changed(period, self._mutant.id, self._condition)
        return Exact(replace(period, conditions=conditions), self._compiled.exact.goals)


def _way(
    diagram: Diagram, root: int, fixed: Mapping[int, int], leaf: int
) -> Mapping[int, int] | None:
    """The fixed variables, with others so set that the root comes to the leaf; None where it
    cannot. Variables that are not set are off."""
    seen, todo = set[int](), list[tuple[int, tuple[int, ...]]]([(root, ())])
    while todo:
        number, turned_on = todo.pop()
        if number == leaf:
            return {**fixed, **dict.fromkeys(turned_on, 1)}
        if number <= ALWAYS or number in seen:
            continue
        seen.add(number)
        variable = diagram.variable[number]
        value = fixed.get(variable)
        if value != 0:
            on = turned_on if value == 1 else (*turned_on, variable)
            todo.append((diagram.high[number], on))
        if value != 1:
            todo.append((diagram.low[number], turned_on))
    return None


def _at(diagram: Diagram, root: int, way: Mapping[int, int]) -> int:
    """The leaf that the root comes to."""
    while root > ALWAYS:
        on = way.get(diagram.variable[root], 0)
        root = diagram.high[root] if on else diagram.low[root]
    return root
