"""The questionnaire's state: the answers given so far, in order, and which are in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from otseula.errors import CaseError
from otseula.logic.conditions import DONT_KNOW, Answers, Truth, Value
from otseula.rulebase.model import Question
from otseula.screening.answer_value import checked_value
from otseula.screening.case import check_case
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.consequences import Consequences
from otseula.screening.foreign import text_of
from otseula.screening.hinges import Hinge, hinges, standing
from otseula.screening.order import next_question, remaining_questions
from otseula.screening.recommendation import Action, Recommendation

if TYPE_CHECKING:
    from otseula.screening.rulebase import RuleBase


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer did: the questions whose answers it sets aside because they no longer
    apply (the answered one itself, where it does not), those it takes up again, and the safety
    actions it brought about."""

    set_aside: tuple[str, ...]
    taken_up: tuple[str, ...]
    new_safety: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """The question whose last answer was taken back, and what that set aside or took up."""

    question: str
    set_aside: tuple[str, ...]
    taken_up: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions have an answer, and how many remain at most. `common`: how many of
    these everyone is asked, while an opening question may still leave most of the others out;
    0 after it. By kind as in `Hinge`, the most urgent first: how many consequences, situations
    and levels are settled, as no answer can change them any more, and how many are open. Before
    the opening answer, what Kleene's logic leaves undecided counts as open."""

    answered: int
    at_most: int
    common: int = 0
    settled_by_kind: Mapping[str, int] = field(default_factory=dict, hash=False)
    open_by_kind: Mapping[str, int] = field(default_factory=dict, hash=False)

    @property
    def settled(self) -> int:
        """How many are settled in all."""
        return sum(self.settled_by_kind.values())

    @property
    def open(self) -> int:
        """How many are open in all."""
        return sum(self.open_by_kind.values())


class Interview:
    """A questionnaire in progress. The one mutable public object; made by
    `RuleBase.interview()`, for one thread."""

    def __init__(
        self,
        rulebase: RuleBase,
        compiled: CompiledPeriod,
        answers: Answers,
        as_of: date,
        *,
        full: bool = False,
        judgement: Any = None,
    ) -> None:
        self._rulebase = rulebase
        self._compiled = compiled
        self._as_of = as_of
        self._full = full
        self._judgement = judgement
        self._given: dict[str, Value] = dict(answers)
        self._history: list[tuple[str, Value | None]] = []
        self._in_force: dict[str, Value] = dict(answers)

    @property
    def answers(self) -> Mapping[str, Value]:
        """The answers in force: those given, without those set aside."""
        return dict(self._in_force)

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The questions whose answers are kept but do not count while they do not apply."""
        return tuple(name for name in self._given if name not in self._in_force)

    @property
    def safety(self) -> tuple[Action, ...]:
        """The safety actions that are met now."""
        return self._met(self._in_force)

    @property
    def safety_questions(self) -> tuple[str, ...]:
        """The ids of the questions that a safety rule reaches, and of those always asked that a
        duty rule reaches, in author order."""
        return self._compiled.safety_questions

    @property
    def opening_questions(self) -> tuple[str, ...]:
        """The ids of the other questions asked of everyone whose answer decides which further
        questions apply: what they leave out is not asked at all."""
        return self._compiled.opening_questions

    @property
    def full(self) -> bool:
        """Whether everything that applies is asked, also what changes nothing any more."""
        return self._full

    def next(self) -> Question | None:
        """The question to ask now, or None when no answer could change anything."""
        return next_question(self._compiled, self._in_force, full=self._full)

    def answer(self, question_id: str, value: Any) -> Answered:
        """Gives or changes one answer; `dont_know` is an answer. Raises CaseError for a value
        that the question does not take, and then nothing has changed."""
        name = text_of(question_id)  # a plain str: a foreign one may run code of its own
        checked = self._checked(name, value)
        question_id = name or ""
        before = self._in_force
        self._history.append((question_id, self._given.get(question_id)))
        self._given[question_id] = checked
        if self._compiled.period.conditions.questions[question_id].applies_when is None:
            # At once, before any engine runs: should one fail, what is urgent still counts this.
            self._in_force = {**before, question_id: checked}
        set_aside, taken_up = self._settle(question_id)
        safe_before = {action.id for action in self._met(before)}
        new = tuple(action for action in self.safety if action.id not in safe_before)
        return Answered(set_aside, taken_up, new)

    def undo(self) -> Undone | None:
        """Takes the last answer back; None where there is none."""
        if not self._history:
            return None
        question, before = self._history.pop()
        if before is None:
            del self._given[question]
        else:
            self._given[question] = before
        return Undone(question, *self._settle(question))

    def progress(self) -> Progress:
        """Where one is. An answer more never makes `at_most` or `open` grow; a changed one may,
        as what does not apply now may apply then."""
        compiled, answers = self._compiled, self._in_force
        evaluation = compiled.lanes.evaluate(answers)
        opening = any(
            name not in answers and evaluation.applies.get(name) is not Truth.NOT_MET
            for name in self.opening_questions
        )
        if opening:
            # Most of what could be looked up now is left out by the opening answer.
            compiled = replace(compiled, exact=compiled.exact.silent())
        remaining = remaining_questions(compiled, answers, evaluation, full=self._full)
        common = sum(question.always_ask for question in remaining) if opening else 0
        kinds = standing(compiled, compiled.settled(evaluation, answers))
        return Progress(len(answers), len(remaining), common, *map(MappingProxyType, kinds))

    def why(self, question_id: str | None = None) -> tuple[Hinge, ...]:
        """What hinges on a question now, by default on the one that `next()` gives; the most
        urgent first. An answer that it has is left out of account. Empty where no answer to it
        changes anything, as for a question that everyone is asked or in a full questionnaire.
        Raises CaseError for an unknown question."""
        if question_id is None:
            question = self.next()
            return () if question is None else hinges(self._compiled, self._in_force, question.id)
        name = text_of(question_id)
        self._checked(name, DONT_KNOW)
        return hinges(self._compiled, self._in_force, name or "")

    def result(self, judgement: Mapping[str, Any] | None = None) -> Recommendation:
        """The recommendation for the answers in force, with this judgement or the one the
        interview began with. Raises as `RuleBase.screen` does."""
        if judgement is None:
            judgement = self._judgement
        return self._rulebase.screen(self._in_force, judgement=judgement, as_of=self._as_of)

    def _met(self, answers: Answers) -> tuple[Action, ...]:
        evaluation = self._compiled.lanes.evaluate(answers)
        content = self._rulebase.content
        settled = self._compiled.settled(evaluation, answers)
        actions = Consequences(content, self._compiled, settled).safety()
        return tuple(action for action in actions if action.truth is Truth.MET)

    def _checked(self, question_id: str | None, value: Any) -> Value:
        questions = self._compiled.period.questions
        question = questions.get(question_id) if question_id is not None else None
        problems: list[str] = []
        checked = None
        if question is not None and value is not None:
            checked = checked_value(question, value, lambda *a, **k: problems.append(""))
        if checked is not None and not problems:
            return checked
        # Told by the one place that words the problems of a case. There null is no answer; here
        # it is refused as whatever else is no value of the question.
        refused = object() if value is None else value
        key: object = object() if question_id is None else question_id
        check_case(self._compiled.period, {key: refused}, applies=lambda _: {})
        raise CaseError(())  # unreachable: check_case refuses what checked_value does

    def _settle(self, changed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Finds the answers in force; returns the questions newly set aside and taken up. The
        changed one itself is set aside wherever its answer does not count."""
        before = {*self._in_force, changed}
        self._in_force = self._applicable()
        now = set(self._in_force)
        order = self._compiled.period.questions
        return (
            tuple(name for name in order if name in before - now and name in self._given),
            tuple(name for name in order if name in now - before),
        )

    def _applicable(self) -> dict[str, Value]:
        """The answers given, without values of questions that do not apply. A question is
        looked at after those that decide whether it applies, so each sees only answers in
        force."""
        domains = self._compiled.period.conditions.questions
        in_force = {n: v for n, v in self._given.items() if domains[n].applies_when is None}
        waiting = [n for n in self._compiled.applies_order if n in self._given]
        for name in waiting:
            value = self._given[name]
            applies = self._compiled.lanes.evaluate(in_force).applies
            if value == DONT_KNOW or applies[name] is not Truth.NOT_MET:
                in_force[name] = value
        return {name: in_force[name] for name in self._given if name in in_force}
