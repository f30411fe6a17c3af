"""The bundled vignettes as people who are asked: in author order, adaptively, and the fewest that
any order could ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from otseula import RuleBase
from otseula.logic.conditions import DONT_KNOW, Answers, Evaluation, Truth, Value
from otseula.logic.diagram import ALWAYS
from otseula.rulebase.model import Question, Vignette
from otseula.screening.channels import open_context
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.missing import missing_questions, open_goals
from otseula.screening.order import next_question
from otseula.screening.reach import deciding
from otseula.screening.settled import Settled

#: What comes next after these answers, of the questions that are not always asked.
Way = Callable[[CompiledPeriod, Answers], "Question | None"]


@dataclass(frozen=True)
class Person:
    """Whoever a vignette tells of; does not know what it does not tell."""

    vignette: Vignette
    compiled: CompiledPeriod

    @classmethod
    def of(cls, rulebase: RuleBase, vignette: Vignette) -> Person:
        return cls(vignette, rulebase._on(vignette.as_of)[0])

    def says(self, question: Question) -> Value:
        told = self.vignette.answers.get(question.id)
        return DONT_KNOW if told is None else tuple(told) if isinstance(told, list) else told

    def asked(self, way: Way) -> dict[str, Value]:
        """The answers of an interview to its end, in order."""
        answers: dict[str, Value] = {}
        while question := _always_asked(self.compiled, answers) or way(self.compiled, answers):
            answers[question.id] = self.says(question)
        return answers

    def others(self, answers: Iterable[str]) -> int:
        """How many of the questions answered are not always asked."""
        questions = self.compiled.period.questions
        return sum(not questions[name].always_ask for name in answers)


def adaptively(compiled: CompiledPeriod, answers: Answers) -> Question | None:
    return next_question(compiled, answers)


def everything(compiled: CompiledPeriod, answers: Answers) -> Question | None:
    return next_question(compiled, answers, full=True)


def in_author_order(compiled: CompiledPeriod, answers: Answers) -> Question | None:
    """All that apply, until by Kleene's truths no question that is left could change anything."""
    evaluation = compiled.lanes.evaluate(answers)
    if _by_kleene(compiled, evaluation, answers) <= answers.keys():
        return None
    return _first(compiled, _open(compiled, evaluation, answers), evaluation, answers)


def skipping(compiled: CompiledPeriod, answers: Answers) -> Question | None:
    """In author order, without those that nothing reads that Kleene's truths leave undecided."""
    evaluation = compiled.lanes.evaluate(answers)
    wanted = _by_kleene(compiled, evaluation, answers)
    wanted |= _deciding(compiled, wanted, evaluation, answers)
    left = [q for q in _open(compiled, evaluation, answers) if q.id in wanted]
    return _first(compiled, left, evaluation, answers)


def unavoidable(person: Person) -> int:
    """How many others no order can spare this person, though it knew every answer beforehand:
    those that could still change something when all else that applies is answered, and those
    without which it would be open whether one of these applies. An interview that ends without
    one of them would leave something open; what is open then would be open after fewer answers
    as well."""
    compiled = person.compiled
    answers = person.asked(everything)
    others = [name for name in answers if person.others([name])]
    without = {name: {n: v for n, v in answers.items() if n != name} for name in others}
    found = {name for name in others if name in _turning(compiled, without[name])}
    while True:
        more = {
            gate
            for gate in others
            if gate not in found
            and any(_decides(compiled, gate, name, without[gate]) for name in found)
        }
        if not more:
            return len(found)
        found |= more


def _decides(compiled: CompiledPeriod, gate: str, name: str, answers: Answers) -> bool:
    """Whether it is open if a question applies, and hangs on the other."""
    completions = compiled.exact.completions
    assert completions is not None
    # As it is before the question itself is asked.
    remaining = completions.given({n: v for n, v in answers.items() if n != name})
    applies = remaining.applies(name)
    if applies <= ALWAYS:
        return False
    diagram = remaining.diagram
    return gate in {completions.owner[v] for v in diagram.reads([applies])}


def _turning(compiled: CompiledPeriod, answers: Answers) -> set[str]:
    """The questions whose answer changes something in some completion; fewer answers leave no
    fewer of them. (The interview may ask more: what a value would show of a question of which it
    is not known whether it applies.)"""
    settled = compiled.settled(compiled.lanes.evaluate(answers), answers)
    assert settled.remaining is not None
    turning = settled.remaining.matters(open_goals(compiled, settled))
    return {*turning, *open_context(compiled, settled)}


def _by_kleene(compiled: CompiledPeriod, evaluation: Evaluation, answers: Answers) -> set[str]:
    return {*missing_questions(compiled, Settled(compiled.exact.silent(), evaluation, answers))}


def _always_asked(compiled: CompiledPeriod, answers: Answers) -> Question | None:
    evaluation = compiled.lanes.evaluate(answers)
    always = [q for q in _open(compiled, evaluation, answers) if q.always_ask]
    return _first(compiled, always, evaluation, answers)


def _open(compiled: CompiledPeriod, evaluation: Evaluation, answers: Answers) -> list[Question]:
    return [
        question
        for name, question in compiled.period.questions.items()
        if name not in answers and evaluation.applies.get(name) is not Truth.NOT_MET
    ]


def _first(
    compiled: CompiledPeriod,
    questions: Iterable[Question],
    evaluation: Evaluation,
    answers: Answers,
) -> Question | None:
    return next(
        (
            q
            for q in questions
            if _deciding(compiled, [q.id], evaluation, answers) <= answers.keys()
        ),
        None,
    )


def _deciding(
    compiled: CompiledPeriod, names: Iterable[str], evaluation: Evaluation, answers: Answers
) -> set[str]:
    unanswered = [name for name in names if name not in answers]
    return {*deciding(unanswered, compiled.period.conditions, evaluation, answers)}


def outcome(person: Person, answers: Answers) -> dict[str, Any]:
    """All that follows: every goal, the level, and which channels are offered how."""
    compiled = person.compiled
    settled = compiled.settled(compiled.lanes.evaluate(answers), answers)
    context = {name for name in open_context(compiled, settled) if name not in answers}
    return {"goals": dict(settled.truths), "not asked": context}
