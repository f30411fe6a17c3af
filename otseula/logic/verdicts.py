"""What is settled in thousands of what-if cases at once: one pass over a diagram, a bit a case."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from heapq import heappop, heappush
from typing import Any, NamedTuple, Protocol

from otseula.frozen import dataclass
from otseula.logic.completions import Completions
from otseula.logic.conditions import Answers, Value
from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.lanes import Lanes

#: An answer in the lanes of a mask; None takes it away.
Given = tuple[str, Value | None, int]


class Verdict(NamedTuple):
    """Bit i of each belongs to lane i; `met` and `failed` only where it is `possible`."""

    met: int
    failed: int


class Judge(Protocol):
    """Says of each goal where it is settled."""

    def ask(
        self, width: int, given: Sequence[Given], goals: Sequence[Hashable]
    ) -> tuple[int, list[Verdict]]:
        """The lanes that hold no contradiction, and a verdict for each goal. The masks of one
        question do not meet; elsewhere its answer is the case's own."""
        ...


@dataclass(frozen=True, slots=True)
class ByKleene:
    """By the lanes of the engine: what Kleene's logic decides. `nodes` of each goal."""

    lanes: Lanes
    answers: Answers
    nodes: Mapping[Any, Sequence[str]]  # a mapping is invariant in its keys

    def ask(
        self, width: int, given: Sequence[Given], goals: Sequence[Hashable]
    ) -> tuple[int, list[Verdict]]:
        inputs = self.lanes.inputs(self.answers, width)
        for question, value, mask in given:
            inputs.answer(question, value, mask)
        result = self.lanes.run(inputs)
        possible = inputs.full & ~result.contradictory
        verdicts = []
        for goal in goals:
            met, failed = 0, inputs.full
            for node in self.nodes[goal]:
                met |= result.met[node]
                failed &= result.not_met[node]
            verdicts.append(Verdict(met & possible, failed & possible))
        return possible, verdicts


@dataclass(frozen=True, slots=True)
class Exactly:
    """By the diagrams and by Kleene's logic, as `Settled` does; the latter tells what
    contradicts."""

    completions: Completions[Any]
    kleene: ByKleene

    def ask(
        self, width: int, given: Sequence[Given], goals: Sequence[Hashable]
    ) -> tuple[int, list[Verdict]]:
        possible, decided = self.kleene.ask(width, given, goals)
        either = self._either((1 << width) - 1, given)
        verdicts = []
        for goal, (met, failed) in zip(goals, decided, strict=True):
            left = possible & ~(met | failed)
            root = self.completions.goals[goal]
            fails, holds = _reached(self.completions.diagram, root, left, either)
            verdicts.append(Verdict(met | holds & ~fails, failed | fails & ~holds))
        return possible, verdicts

    def _either(self, full: int, given: Sequence[Given]) -> dict[int, tuple[int, int]]:
        """The lanes in which each variable may be off, and on."""
        fixed: dict[int, list[int]] = {}  # a variable belongs to one question: no lane has both
        changed: dict[str, int] = {}
        for question, _, mask in given:
            changed[question] = changed.get(question, 0) | mask
        answers = self.kleene.answers
        kept = [(q, value, full & ~changed.get(q, 0)) for q, value in answers.items()]
        for question, value, mask in (*kept, *given):
            if value is not None and mask:
                for v, bit in self.completions.fixed_by(question, value).items():
                    fixed.setdefault(v, [0, 0])[bit] |= mask
        return {v: (full & ~on, full & ~off) for v, (off, on) in fixed.items()}


def _reached(
    diagram: Diagram, root: int, lanes: int, either: Mapping[int, tuple[int, int]]
) -> tuple[int, int]:
    """The lanes in which some completion leads to NEVER, and to ALWAYS."""
    reached = {NEVER: 0, ALWAYS: 0, root: lanes}
    low, high, variable = diagram.low, diagram.high, diagram.variable
    # Children have lower numbers: the highest that is left is reached from nowhere else.
    todo = [-root] if root > ALWAYS and lanes else []
    while todo:
        number = -heappop(todo)
        here = reached.pop(number)
        off, on = either.get(variable[number], (-1, -1))
        for child, part in ((low[number], here & off), (high[number], here & on)):
            if part:
                if child not in reached:
                    reached[child] = part
                    heappush(todo, -child)
                else:
                    reached[child] |= part
    return reached[NEVER], reached[ALWAYS]
