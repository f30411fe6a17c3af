"""The conditions of a rule base as decision diagrams, over the variables of its questions.

A test is met where the question applies and its value meets it. A question that was not asked may
still be answered `dont_know`, so `known` of it is open whatever its value; otherwise what is told
as settled could be undone by an answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import field
from graphlib import TopologicalSorter
from typing import Generic, TypeVar

from otseula.frozen import dataclass
from otseula.logic.coding import Coding, codings_of
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Known,
    Not,
    QuestionTest,
    Ref,
    Truth,
    walk,
)
from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.truth import value_meets

#: What a goal is named by.
GoalT = TypeVar("GoalT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Drawn(Generic[GoalT]):
    """The diagrams of some conditions: what may be kept of them. `sizes`: how many nodes that of
    each root has; `reads`: the variables in them, a bit for each."""

    diagram: Diagram
    codings: Mapping[str, Coding]
    goals: Mapping[GoalT, int]
    applies: Mapping[str, int]
    sizes: Mapping[int, int]
    reads: Mapping[int, int]


def drawn(
    conditions: ConditionSet,
    goals: Mapping[GoalT, Sequence[str]],
    limit: int = 1_000_000,
    codings: Mapping[str, Coding] | None = None,
) -> Drawn[GoalT]:
    """The named conditions of a rule base as diagrams; each goal holds where any of its nodes
    does. `codings`: those to draw with, where others than its own. Raises TooLargeError where
    conditions hang together too closely; then nothing exact can be said."""
    codings = codings_of(conditions) if codings is None else codings
    drawing = Drawing(conditions, codings, Diagram(limit))
    for _ in drawing.steps():
        pass
    built = [drawing.diagram.any_of([drawing.nodes[n] for n in of]) for of in goals.values()]
    # Only what is read is kept, without the steps on the way.
    diagram, roots = drawing.diagram.restricted([*built, *drawing.applies.values()], {})
    below = {root: diagram.below([root]) for root in dict.fromkeys(roots)}
    of_goals, of_questions = roots[: len(goals)], roots[len(goals) :]
    return Drawn(
        diagram,
        drawing.codings,
        dict(zip(goals, of_goals, strict=True)),
        dict(zip(drawing.applies, of_questions, strict=True)),
        {root: len(nodes) for root, nodes in below.items()},
        {
            root: sum(1 << v for v in {diagram.variable[n] for n in nodes})
            for root, nodes in below.items()
        },
    )


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws conditions into a diagram, each after what it names; everything drawn on the way
    stays in it."""

    conditions: ConditionSet
    codings: Mapping[str, Coding]
    diagram: Diagram
    nodes: dict[str, int] = field(default_factory=dict)
    applies: dict[str, int] = field(default_factory=dict)

    def steps(self) -> Iterator[str]:
        """Draws every named condition and `applies_when`, and tells the name before each."""
        for name, condition in _steps(self.conditions):
            yield name
            table = self.nodes if name in self.conditions.nodes else self.applies
            table[name] = self.of(condition)

    def of(self, condition: Condition) -> int:
        """The diagram of a condition, over names that have been drawn."""
        match condition:
            case Ref(name):
                return self.nodes[name]
            case Not(part):
                return self.diagram.negated(self.of(part))
            case AllOf(parts):
                return self.diagram.all_of(self.of(part) for part in parts)
            case AnyOf(parts):
                return self.diagram.any_of(self.of(part) for part in parts)
            case AtLeast(count, parts):
                return self.diagram.at_least(count, [self.of(part) for part in parts])
            case Known(question):
                known = self.codings[question].known
                assert known is not None  # cut for each that is read
                return self._where_it_applies(question, self.diagram.node(known, NEVER, ALWAYS))
            case QuestionTest(question=question):
                return self._where_it_applies(question, self.tested(condition))

    def _where_it_applies(self, question: str, test: int) -> int:
        return self.diagram.both(test, self.applies.get(question, ALWAYS))

    def tested(self, test: QuestionTest) -> int:
        """Where the value, if the question has one, meets the test."""
        coding, domain = self.codings[test.question], self.conditions.questions[test.question]
        if domain.type == "choices":
            return self._marks(test, dict(zip(domain.options, coding.variables, strict=True)))
        found = NEVER
        # From the last kind, which no variable names, up: the first that is on is the value.
        for at in range(len(coding.kinds) - 1, -1, -1):
            value = coding.kinds[at][0]
            met = ALWAYS if value_meets(test, value) is Truth.MET else NEVER
            last = at == len(coding.kinds) - 1
            found = met if last else self.diagram.node(coding.variables[at], found, met)
        return found

    def _marks(self, test: QuestionTest, variables: Mapping[str, int]) -> int:
        operand = test.operand
        options = (operand,) if isinstance(operand, str) else operand
        assert isinstance(options, tuple)
        marks = [self.diagram.node(variables[str(option)], NEVER, ALWAYS) for option in options]
        return (self.diagram.all_of if test.operator == "includes_all" else self.diagram.any_of)(
            marks
        )


def _steps(conditions: ConditionSet) -> Iterator[tuple[str, Condition]]:
    """Names and each question's `applies_when`, after what they use."""
    applies = {q.id: q.applies_when for q in conditions.questions.values() if q.applies_when}
    steps = {**applies, **conditions.nodes}
    uses = {
        name: {
            part.name if isinstance(part, Ref) else part.question
            for part in walk(condition)
            if isinstance(part, Ref | QuestionTest | Known)
        }
        for name, condition in steps.items()
    }
    for name in TopologicalSorter(uses).static_order():
        if name in steps:
            yield name, steps[name]
