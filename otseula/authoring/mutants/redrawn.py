"""The diagrams of a period, and of what a mutant changes in it, in one store.

The period is drawn once, with its consequences and levels as nodes too. Of a mutant only what
stands above it is drawn again; where that comes to a number which is there already, nothing has
changed there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from otseula.authoring.diff.compare import with_goals
from otseula.authoring.diff.drawn import Joint
from otseula.authoring.diff.shared import Shared, shared_questions
from otseula.authoring.diff.sides import Side
from otseula.authoring.mutants.above import Above
from otseula.authoring.mutants.made import Mutant
from otseula.logic.coding import Coding, codings_of
from otseula.logic.conditions import Condition, ConditionSet, Known, QuestionTest, Ref, walk
from otseula.logic.diagram import ALWAYS, Diagram
from otseula.logic.drawing import Drawing
from otseula.rulebase.model import Period

#: Nodes of one period's diagrams at most.
LIMIT = 2_000_000
#: So many times as large as of the period alone they may grow before they are begun anew.
_GROWN = 4


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Redrawn:
    """One period. Raises TooLargeError where its conditions hang together too closely."""

    period: Period
    #: Conditions of mutants: their limits must be told apart too.
    others: tuple[Condition, ...]
    limit: int = LIMIT
    _cases: dict[int, int] = field(default_factory=dict, repr=False)

    @cached_property
    def conditions(self) -> ConditionSet:
        """With the consequences, the levels and whether questions apply as nodes."""
        return with_goals(self.period)

    @cached_property
    def above(self) -> Above:
        """What follows from each name, consequences too."""
        return Above(self.conditions)

    @cached_property
    def codings(self) -> Mapping[str, Coding]:
        """Of all limits that the period or a mutant of it tests."""
        every = (part for condition in self.others for part in walk(condition))
        limits = {
            part: None
            for part in every
            if isinstance(part, QuestionTest)
            and self.conditions.questions[part.question].type == "integer"
        }
        more = {f"limit {number}": test for number, test in enumerate(limits)}
        return codings_of(
            ConditionSet(self.conditions.questions, {**self.conditions.nodes, **more})
        )

    @cached_property
    def drawing(self) -> Drawing:
        """Of the period as it is."""
        drawing = Drawing(self.conditions, self.codings, Diagram(self.limit))
        for _ in drawing.steps():
            pass
        self.__dict__["_least"] = len(drawing.diagram)
        return drawing

    @cached_property
    def _least(self) -> int:
        """Nodes of the period alone."""
        return len(self.drawing.diagram)

    @cached_property
    def shared(self) -> Shared:
        """Each question beside itself."""
        questions = self.conditions.questions
        return shared_questions(questions, questions, {})

    @cached_property
    def side(self) -> Side:
        """The period as it is."""
        return Side(self.conditions, self.shared.ids[0])

    def side_of(self, mutant: Mutant, number: int) -> Side:
        """The period with the mutant; `number` is the period's."""
        nodes = {**self.conditions.nodes, mutant.id: mutant.conditions[number]}
        return Side(ConditionSet(self.conditions.questions, nodes), self.shared.ids[1])

    def root(self, condition: Condition) -> int:
        """Of a condition that stands in the place of one of the period."""
        return self.drawing.of(condition)

    def renew(self) -> None:
        """Forgets what has been drawn of mutants, where that has grown large. Numbers of diagrams
        from before mean nothing after."""
        if len(self.drawing.diagram) > min(_GROWN * self._least, self.limit // 2):
            del self.__dict__["drawing"]
            self._cases.clear()

    def redrawing(self, name: str, condition: Condition) -> Redrawing:
        """The period where the condition of that name is another."""
        above = {*self.above.of(name)}
        nodes = {each: root for each, root in self.drawing.nodes.items() if each not in above}
        applies = {each: root for each, root in self.drawing.applies.items() if each not in above}
        nodes[name] = self.root(condition)
        return Redrawing(
            Drawing(self.conditions, self.codings, self.drawing.diagram, nodes, applies)
        )

    def joint(self, roots: Mapping[tuple[int, str], int]) -> Joint:
        """Some of the diagrams, to be compared: 0 with a name for what is, 1 for a mutant."""
        return Joint(
            self.drawing.diagram, self.shared.domains, self.codings, roots, frozenset(), self._cases
        )


@dataclass(frozen=True, slots=True)
class Redrawing:
    """What stands above one condition that is another now, drawn when asked for. What does not
    read it is as it was drawn."""

    drawing: Drawing

    def node(self, name: str) -> int:
        """The diagram of a name."""
        return self._root(name, self.drawing.nodes)

    def applies(self, question: str) -> int:
        """Where a question applies."""
        gated = self.drawing.conditions.questions[question].applies_when is not None
        return self._root(question, self.drawing.applies) if gated else ALWAYS

    def _root(self, name: str, table: Mapping[str, int]) -> int:
        drawing = self.drawing
        todo = [name]
        while todo:  # a chain of names may be hundreds long
            each = todo[-1]
            waits = [] if each in self._table(each) else [*self._waits(each)]
            if not waits and each not in self._table(each):
                self._table(each)[each] = drawing.of(self._condition(each))
            if not waits:
                todo.pop()
            todo += waits
        return table[name]

    def _table(self, name: str) -> dict[str, int]:
        of_questions = name in self.drawing.conditions.questions
        return self.drawing.applies if of_questions else self.drawing.nodes

    def _condition(self, name: str) -> Condition:
        conditions = self.drawing.conditions
        if name in conditions.nodes:
            return conditions.nodes[name]
        gate = conditions.questions[name].applies_when
        assert gate is not None  # no other is waited for
        return gate

    def _waits(self, name: str) -> Iterator[str]:
        """What must be drawn before."""
        for part in walk(self._condition(name)):
            if isinstance(part, Ref) and part.name not in self.drawing.nodes:
                yield part.name
            elif isinstance(part, QuestionTest | Known):
                gate = self.drawing.conditions.questions[part.question].applies_when
                if gate is not None and part.question not in self.drawing.applies:
                    yield part.question


def periods_drawn(
    periods: Iterable[Period], mutants: Iterable[Mutant], limit: int = LIMIT
) -> dict[int, Redrawn]:
    """By the number of each period. Those that say the same share their diagrams."""
    every = tuple(mutants)
    found: dict[int, Redrawn] = {}
    for number, period in enumerate(periods):
        others = tuple(m.conditions[number] for m in every if number in m.conditions)
        new = Redrawn(period, others, limit)
        alike = (
            each
            for each in found.values()
            if each.others == new.others and each.conditions == new.conditions
        )
        found[number] = next(alike, new)
    return found
