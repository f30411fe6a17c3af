"""Which question to ask next, of those that no rule puts first: the one expected to settle most of
what is open for what it costs; where little is open, the one that is exactly best."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import Generic, TypeVar

from otseula.logic.completions import Completions, Remaining
from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.fewest import Fewest
from otseula.logic.gain import gains
from otseula.logic.odds import Askable, askable
from otseula.logic.turns import permitted
from otseula.rulebase.model import Question

GoalT = TypeVar("GoalT", bound=Hashable)

#: What is settled first, by the kind of goal: what is urgent, whom it is for, then the routes.
RANKS: Mapping[str, int] = {"safety": 0, "duties": 1, "eligibility": 2}
_LAST_RANK = 3
#: The most private questions wait for all others.
_PRIVATE = 3
#: Bounds on the time of one choice: questions and states of the search for the exact optimum;
#: nodes read of one goal, and of all for the expected gain.
_QUESTIONS, _WORK, _OF_ONE, _NODES = 10, 1_000, 2_000, 6_000


@dataclass(frozen=True, slots=True)
class Asking:
    """What there is to ask of a rule base, in author order; `chance` of each variable. Where at
    most `exact` questions are left the choice is the exact optimum, if that is soon found."""

    questions: tuple[Askable, ...]
    chance: Mapping[int, float]
    exact: int = _QUESTIONS

    @classmethod
    def of(cls, completions: Completions[GoalT], questions: Iterable[Question]) -> Asking:
        domains, codings = completions.conditions.questions, completions.codings
        return cls.made(
            askable(
                domains[question.id],
                codings[question.id],
                question.prior,
                cost=cost(question),
                theme=question.theme,
                private=question.sensitivity >= _PRIVATE,
            )
            for question in questions
        )

    @classmethod
    def made(cls, questions: Iterable[Askable], exact: int = _QUESTIONS) -> Asking:
        """From what has been told of each question already."""
        kept = tuple(questions)
        return cls(kept, {v: p for each in kept for v, p in each.chance.items()}, exact)


def cost(question: Question) -> float:
    """What asking takes: its effort, the more the more private it is."""
    return question.effort * (1.0 + question.sensitivity)


def rank_of(kind: str) -> int:
    """How early goals of a kind are to be settled."""
    return RANKS.get(kind, _LAST_RANK)


def next_to_ask(
    asking: Asking,
    remaining: Remaining[GoalT],
    goals: Iterable[tuple[int, GoalT]],
    left: Collection[str],
    begun: frozenset[str] = frozenset(),
) -> str | None:
    """The question to ask now, of those `left`, with these themes `begun`; None where none is
    left. `goals`: those not settled, each with its rank. Of the questions left those that change
    no goal come last."""
    questions = [q for q in asking.questions if q.id in left]
    if len(questions) <= 1:
        return questions[0].id if questions else None
    ranks = [_Rank(remaining, of_rank) for of_rank in _by_rank(remaining, goals)]
    applies = {q.id: f for q in questions if (f := remaining.applies(q.id)) > ALWAYS}
    if len(questions) <= asking.exact and not any(rank.beyond for rank in ranks):
        functions = [rank.functions for rank in ranks]
        exact = Fewest(remaining.diagram, functions, applies, questions)
        best = exact.choose(begun, _WORK) if exact.fits else None
        if best is not None:
            return best
    read = _Read(remaining.diagram, questions)
    every = range(len(questions))
    waiting = {at for at in every if read.by([applies.get(questions[at].id, ALWAYS)]) - {at}}
    places = ({*every} if rank.beyond else read.by(rank.functions) for rank in ranks)
    turn, rank = permitted(questions, every, places, waiting.__contains__, begun)
    if len(turn) == 1:
        return questions[turn[0]].id
    asked = [questions[at] for at in turn]
    open_ = (f for each in ranks[rank:] for f in each.functions)
    told = gains(remaining.diagram, open_, asked, asking.chance, _NODES)
    return max(asked, key=lambda q: told[q.id] / q.cost).id  # the author's first of equals


def _by_rank(
    remaining: Remaining[GoalT], goals: Iterable[tuple[int, GoalT]]
) -> Iterable[list[GoalT]]:
    """The goals of each rank, those that are the same by different names once."""
    roots = remaining.of.goals
    found: dict[int, list[GoalT]] = {}
    seen: set[int] = set()
    for rank, goal in sorted(goals, key=itemgetter(0)):
        if roots[goal] not in seen:
            seen.add(roots[goal])
            found.setdefault(rank, []).append(goal)
    return found.values()


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class _Rank(Generic[GoalT]):
    """The open goals of one rank."""

    remaining: Remaining[GoalT]
    goals: list[GoalT]

    @cached_property
    def functions(self) -> list[int]:
        """The goals that are small enough to be read in the time of a choice, as diagrams."""
        found = {self.remaining.function(goal) for goal in self._small}
        return sorted(f for f in found if f > ALWAYS)

    @cached_property
    def beyond(self) -> bool:
        """Whether some are not: these are taken to hang on all that is left."""
        return len(self._small) < len(self.goals)

    @cached_property
    def _small(self) -> list[GoalT]:
        return [goal for goal in self.goals if _small(self.remaining, goal)]


def _small(remaining: Remaining[GoalT], goal: GoalT) -> bool:
    """Whether little of a goal is open. Counted without copying it."""
    root, drawn = remaining.of.goals[goal], remaining.of.drawn
    if drawn.sizes[root] <= _OF_ONE:
        return True
    open_ = drawn.diagram.walk(root, remaining.fixed, (NEVER, ALWAYS))
    return next(islice(open_, _OF_ONE, None), None) is None


class _Read:
    """Which of the questions some functions read."""

    def __init__(self, diagram: Diagram, questions: Sequence[Askable]) -> None:
        self._diagram = diagram
        self._owner = {v: at for at, q in enumerate(questions) for v in q.chance}

    def by(self, functions: Iterable[int]) -> set[int]:
        """The places of the questions."""
        return {self._owner[v] for v in self._diagram.reads(functions) if v in self._owner}
