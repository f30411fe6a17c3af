"""What is settled: the same for every completion of the open answers (design.md section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from otseula.frozen import dataclass
from otseula.logic.completions import Completions, Remaining, has_value
from otseula.logic.conditions import Answers, Evaluation, Truth, truth_of_any
from otseula.rulebase.model import LEVELS, Period
from otseula.screening.drawn import Key, completions_of
from otseula.screening.goals import Goal
from otseula.screening.reach import conditional_below, open_below, open_questions


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Exact:
    """The completions of one period, made when something undecided first asks for them: a case
    that Kleene's logic decides never needs them. None where the conditions hang together too
    closely for diagrams; then what Kleene's logic decides is all that is told as settled."""

    period: Period
    goals: Mapping[Goal, tuple[str, ...]]
    keep: bool = False
    _found: list[Completions[Key] | None] = field(default_factory=list)

    @property
    def completions(self) -> Completions[Key] | None:
        """Of every goal, and of every criterion, situation and rule by its id."""
        # Two threads may both make it; either is right and the first is used.
        if not self._found:
            self._found.append(completions_of(self.period, self.goals, keep=self.keep))
        return self._found[0]

    @cached_property
    def conditional(self) -> Mapping[Goal, frozenset[str]]:
        """The questions with an `applies_when` that each goal reaches through any names."""
        below = conditional_below(self.period.conditions)
        none = frozenset[str]()
        return {goal: none.union(*(below[node] for node in of)) for goal, of in self.goals.items()}

    def silent(self) -> Exact:
        """The same goals with nothing looked up: only what Kleene's logic decides is settled."""
        return Exact(self.period, self.goals, _found=[None])


@dataclass(frozen=True)
class Settled:
    """The goals of one case. What Kleene's logic decides is settled; the rest is looked up."""

    exact: Exact
    evaluation: Evaluation = field(repr=False)
    answers: Answers = field(repr=False)

    @cached_property
    def truths(self) -> Mapping[Goal, Truth]:
        """What each goal is in every completion; UNKNOWN where they differ."""
        truths = {goal: self._kleene(nodes) for goal, nodes in self.exact.goals.items()}
        undecided = [goal for goal, truth in truths.items() if truth is Truth.UNKNOWN]
        if undecided and self.remaining is not None:
            truths |= {goal: self.remaining.settled(goal) for goal in undecided}
        return truths

    @property
    def undecided(self) -> tuple[Goal, ...]:
        """The goals that the open answers still decide."""
        return tuple(goal for goal, truth in self.truths.items() if truth is Truth.UNKNOWN)

    @property
    def at_least(self) -> str:
        """The level that eligibility has at least."""
        return self._highest(Truth.MET)

    @property
    def at_most(self) -> str:
        """The level that eligibility has at most."""
        return self._highest(Truth.MET, Truth.UNKNOWN)

    def hinges_on(self, goals: Iterable[Goal]) -> tuple[str, ...]:
        """The open questions whose answer changes one of the goals in some completion, in author
        order. Where an answer `dont_know` leaves open whether a question applies, a value of it
        counts all the same: then also those that Kleene's logic hangs on."""
        return self._open_of(goals, self._unsure)

    def may_hinge_on(self, goals: Iterable[Goal]) -> tuple[str, ...]:
        """The same, and those that would be among them should some answer be `dont_know`. An
        answer more adds none."""
        return self._open_of(goals, self._not_known_to_apply)

    def _open_of(self, goals: Iterable[Goal], unsure: frozenset[str]) -> tuple[str, ...]:
        """`unsure`: of the questions not known to apply those whose value would count, or counts,
        without that."""
        wanted = [goal for goal in goals if self.truths[goal] is Truth.UNKNOWN]
        # What several consequences hang on is looked up once.
        nodes = frozenset(node for goal in wanted for node in self.exact.goals[goal])
        key = nodes, unsure is self._unsure
        if key not in self._looked_up:
            found = {*self._found(wanted, unsure)}
            questions = self.exact.period.questions
            self._looked_up[key] = tuple(name for name in questions if name in found)
        return self._looked_up[key]

    def _found(self, wanted: Sequence[Goal], unsure: frozenset[str]) -> Iterable[str]:
        if self.remaining is None:
            return self._open_in_kleene(wanted)
        reach = self.exact.conditional
        by_kleene = [goal for goal in wanted if not unsure.isdisjoint(reach[goal])]
        # Where all is sure, no other can matter than those that Kleene's logic hangs on.
        candidates = None if by_kleene else self._open_in_kleene(wanted)
        mattering = self.remaining.matters(wanted, candidates)
        return mattering.union(self._open_in_kleene(by_kleene))

    def _open_in_kleene(self, goals: Iterable[Goal]) -> tuple[str, ...]:
        nodes = dict.fromkeys(node for goal in goals for node in self.exact.goals[goal])
        return open_questions(nodes, self.exact.period.conditions, self.evaluation, self.answers)

    @cached_property
    def _looked_up(self) -> dict[tuple[frozenset[str], bool], tuple[str, ...]]:
        return {}

    @cached_property
    def _not_known_to_apply(self) -> frozenset[str]:
        applies = self.evaluation.applies.items()
        return frozenset(question for question, truth in applies if truth is Truth.UNKNOWN)

    @cached_property
    def _unsure(self) -> frozenset[str]:
        """The questions not known to apply that have a value, or could be asked for one: all that
        decides it has been asked."""
        conditions, answers = self.exact.period.conditions, self.answers
        found = set()
        for question in self._not_known_to_apply:
            applies_when = conditions.questions[question].applies_when
            assert applies_when is not None  # else it is known
            if not has_value(answers.get(question)):
                waits = open_below([applies_when], conditions, self.evaluation, answers)
                if any(each not in answers for each in waits):
                    continue
            found.add(question)
        return frozenset(found)

    @cached_property
    def remaining(self) -> Remaining[Key] | None:
        """What is open, as functions of the open answers; None where that is not known."""
        completions = self.exact.completions
        return None if completions is None else completions.given(self.answers)

    def _kleene(self, nodes: Iterable[str]) -> Truth:
        return truth_of_any({self.evaluation.nodes[node] for node in nodes})

    def _highest(self, *wanted: Truth) -> str:
        return next(
            (
                level
                for level in reversed(LEVELS[1:])
                if self.truths[Goal("eligibility", level)] in wanted
            ),
            LEVELS[0],
        )
