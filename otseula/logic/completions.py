"""What every completion of some answers has in common (design.md 3: settled).

In a completion in which a question turns out not to apply, the answer it was given is set aside, as
an interview does; such completions are not left out. Were they, an answer would say of what
decides whether its question applies what nobody said: that a claim of alienation was denied would
show that there is a dispute over custody, and change more than its own notice. What Kleene's logic
decides is settled beside this: it takes every value for what it is.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from otseula.frozen import dataclass
from otseula.logic.coding import settings
from otseula.logic.conditions import DONT_KNOW, Answers, ConditionSet, Truth, Value
from otseula.logic.diagram import ALWAYS, NEVER, Diagram, Restriction
from otseula.logic.drawing import Drawn, drawn

#: What a goal is named by.
GoalT = TypeVar("GoalT", bound=Hashable)

_LEAF_TRUTH = {NEVER: Truth.NOT_MET, ALWAYS: Truth.MET}


class Completions(Generic[GoalT]):
    """What can be said of every completion of some answers."""

    def __init__(
        self,
        conditions: ConditionSet,
        goals: Mapping[GoalT, Sequence[str]],
        limit: int = 1_000_000,
        drawn_before: Drawn[GoalT] | None = None,
    ) -> None:
        """`drawn_before`: the diagrams of just these, where they are at hand. Raises
        TooLargeError as `drawn` does."""
        self.conditions = conditions
        self.drawn = drawn(conditions, goals, limit) if drawn_before is None else drawn_before
        self.diagram = self.drawn.diagram
        self.codings = self.drawn.codings
        self.goals = self.drawn.goals
        #: Where each question with an `applies_when` applies, in `diagram`.
        self.applies = self.drawn.applies
        self._below: dict[int, list[int]] = {}

    def given(self, answers: Answers) -> Remaining[GoalT]:
        """What is left open by the answers."""
        fixed: dict[int, int] = {}
        for question, value in answers.items():
            fixed |= self.fixed_by(question, value)
        return Remaining(self, fixed, Restriction(self.diagram, fixed))

    def fixed_by(self, question: str, value: Value) -> dict[int, int]:
        """The variables that an answer fixes."""
        coding = self.codings[question]
        fixed = {} if coding.known is None else {coding.known: int(has_value(value))}
        if has_value(value):
            fixed |= settings(coding, self.conditions.questions[question], value)
        return fixed

    def below(self, root: int) -> list[int]:
        """The inner nodes of a diagram, bottom-up: remembered, as searches of every case begin
        with them."""
        found = self._below.get(root)
        if found is None:
            found = self._below[root] = self.diagram.below([root])
        return found

    @cached_property
    def owner(self) -> Mapping[int, str]:
        """The question that each variable is of."""
        return {
            variable: question
            for question, coding in self.codings.items()
            for variable in (*coding.variables, coding.known)
            if variable is not None
        }


@dataclass(frozen=True)
class Remaining(Generic[GoalT]):
    """The goals as functions of what is open, each made when first asked for, in `diagram`.
    `fixed` are the variables that the answers decide. For one thread."""

    of: Completions[GoalT]
    fixed: Mapping[int, int]
    _open: Restriction

    @property
    def diagram(self) -> Diagram:
        """Where `function` and `applies` are numbers."""
        return self._open.diagram

    def function(self, goal: GoalT) -> int:
        """Where the goal holds."""
        return self._open(self.of.goals[goal])

    def applies(self, question: str) -> int:
        """Where a question applies."""
        return self._open(self.of.applies.get(question, ALWAYS))

    def settled(self, goal: GoalT) -> Truth:
        """What the goal is in every completion; UNKNOWN where they differ."""
        leaf = self.of.diagram.leaf(self.of.goals[goal], self.fixed)
        return Truth.UNKNOWN if leaf is None else _LEAF_TRUTH[leaf]

    def matters(
        self, goals: Iterable[GoalT], candidates: Collection[str] | None = None
    ) -> frozenset[str]:
        """The questions whose answer changes some goal in some completion. No other than the
        `candidates` can be among them, where it is known which may."""
        owner = self.of.owner
        read: set[str] = set()
        roots = {self.of.goals[goal] for goal in goals}
        for root in sorted(roots, key=self.of.drawn.sizes.__getitem__):
            read |= {owner[v] for v in self.diagram.reads([self._open(root)])}
            if candidates is not None and read.issuperset(candidates):
                break
        return frozenset(read)


def has_value(answer: Value | None) -> bool:
    """Whether an answer says something of its question."""
    return answer not in (None, DONT_KNOW, (DONT_KNOW,))
