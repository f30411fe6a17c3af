"""Interviews without a person: which questions somebody with given answers is asked, and how long
an interview can get."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from otseula.logic.completions import Completions
from otseula.logic.conditions import DONT_KNOW, Answers, Truth, Value
from otseula.logic.diagram import ALWAYS, NEVER
from otseula.rulebase.model import Question
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.goals import Goal
from otseula.screening.order import next_question, remaining_questions


@dataclass(frozen=True)
class Walked:
    """One interview to its end. `answers` holds what was asked, in order."""

    compiled: CompiledPeriod
    answers: Answers

    @property
    def asked(self) -> tuple[str, ...]:
        """The ids of the questions that were asked, in order."""
        return tuple(self.answers)

    @cached_property
    def met(self) -> frozenset[str]:
        """The situations that are met in the end."""
        evaluation = self.compiled.lanes.evaluate(self.answers)
        truths = self.compiled.settled(evaluation, self.answers).truths
        names = self.compiled.period.situations
        return frozenset(n for n in names if truths[Goal("situations", n)] is Truth.MET)


class Asker:
    """Asks one person after the other. Remembers what came next after which answers: people who
    are drawn alike are asked alike for a while."""

    def __init__(self, compiled: CompiledPeriod) -> None:
        self._compiled = compiled
        self._next: dict[frozenset[tuple[str, Value]], Question | None] = {}

    def walked(self, replies: Mapping[str, Value]) -> Walked:
        """The interview of somebody who answers so, and `dont_know` to what `replies` lacks."""
        answers: dict[str, Value] = {}
        while question := self._always_asked(answers) or self._next_after(answers):
            answers[question.id] = replies.get(question.id, DONT_KNOW)
        return Walked(self._compiled, answers)

    def _next_after(self, answers: Answers) -> Question | None:
        key = frozenset(answers.items())
        if key not in self._next:
            self._next[key] = next_question(self._compiled, answers)
        return self._next[key]

    def _always_asked(self, answers: Answers) -> Question | None:
        """The next question that is asked whatever may still matter. `next_question` would give
        the same; this spares finding out what matters."""
        questions = self._compiled.period.questions.values()
        waiting = [q for q in questions if q.always_ask and q.id not in answers]
        if not waiting or waiting[0].applies_when is None:
            return waiting[0] if waiting else None
        applies = self._compiled.lanes.evaluate(answers).applies
        return next((q for q in waiting if applies.get(q.id, Truth.MET) is Truth.MET), None)


def may_be_asked(compiled: CompiledPeriod) -> tuple[str, ...]:
    """All questions that anybody is ever asked: no answer makes others remain than at first."""
    remaining = remaining_questions(compiled, {}, compiled.lanes.evaluate({}))
    return tuple(question.id for question in remaining)


def most_that_apply(completions: Completions[Any] | None, names: Iterable[str]) -> int:
    """At most so many of the questions are asked of somebody who knows every answer: of questions
    no two of which apply at once one at most is. An upper bound."""
    if completions is None:
        return len(tuple(names))
    groups: list[list[int]] = []
    names = tuple(names)
    diagram, applies = completions.diagram.restricted(
        [completions.applies.get(name, ALWAYS) for name in names], {}
    )
    for f in applies:
        for group in groups:
            if all(diagram.both(f, other) == NEVER for other in group):
                group.append(f)
                break
        else:
            groups.append([f])
    return len(groups)


def stubborn(compiled: CompiledPeriod) -> Walked:
    """The interview of somebody who gives whichever answer leaves the most questions. Knows every
    answer; looks one question ahead only, so a longer interview may exist."""
    answers: dict[str, Value] = {}
    while question := next_question(compiled, answers):
        left = {}
        for value in _answers_to(compiled, question):
            after = {**answers, question.id: value}
            evaluation = compiled.lanes.evaluate(after)
            left[value] = len(remaining_questions(compiled, after, evaluation))
        answers[question.id] = max(left, key=left.__getitem__)
    return Walked(compiled, answers)


def _answers_to(compiled: CompiledPeriod, question: Question) -> Iterator[Value]:
    """Some answer of each kind; of a list each option alone, none and all."""
    domain = compiled.period.conditions.questions[question.id]
    if domain.type == "choices":
        yield domain.options
        yield ()
        yield from ((option,) for option in domain.options if len(domain.options) > 1)
    elif domain.type == "choice":
        yield from domain.options
    elif domain.type == "boolean":
        yield from (True, False)
    else:
        completions = compiled.exact.completions
        ends = domain.range or (0, 0)
        coding = completions.codings[question.id] if completions is not None else None
        yield from dict.fromkeys((*(k for k, _ in coding.kinds), *ends) if coding else ends)
