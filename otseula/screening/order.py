"""What to ask next: safety first, then theme by theme, only what can still change something."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.logic.conditions import Answers, Evaluation, Truth
from otseula.rulebase.model import Question
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.missing import missing_questions
from otseula.screening.reach import open_below


def next_question(
    compiled: CompiledPeriod, answers: Answers, *, full: bool = False
) -> Question | None:
    """The first of `remaining_questions` that need not wait for another; None at the end."""
    evaluation = compiled.lanes.evaluate(answers)
    for question in remaining_questions(compiled, answers, evaluation, full=full):
        deciding = _deciding(compiled, [question.id], evaluation, answers)
        if all(name in answers for name in deciding):
            return question
    return None


def remaining_questions(
    compiled: CompiledPeriod, answers: Answers, evaluation: Evaluation, *, full: bool = False
) -> list[Question]:
    """The questions that may still be asked, in order: those always asked, in author order; then
    by theme those whose answer could still change a consequence (with `full`, all that may
    apply). No answer makes the list longer: what is decided stays decided."""
    questions = compiled.period.questions
    wanted = {q.id for q in questions.values() if full or q.always_ask}
    if not full:
        wanted |= {*missing_questions(compiled, evaluation, answers)}
        wanted |= {*_deciding(compiled, wanted, evaluation, answers)}
    themes = {q.theme: at for at, q in reversed(list(enumerate(questions.values())))}
    remaining = [
        question
        for question in questions.values()
        if question.id in wanted
        and question.id not in answers
        and evaluation.applies.get(question.id) is not Truth.NOT_MET
    ]
    # sorted() is stable, so author order stands within always-asked questions and themes.
    return sorted(remaining, key=lambda q: (0, 0) if q.always_ask else (1, themes[q.theme]))


def _deciding(
    compiled: CompiledPeriod, names: Iterable[str], evaluation: Evaluation, answers: Answers
) -> tuple[str, ...]:
    """The open questions that decide whether some questions without an answer apply."""
    domains = compiled.period.conditions.questions
    conditions = [domains[n].applies_when for n in names if n not in answers]
    return open_below(
        [each for each in conditions if each is not None],
        compiled.period.conditions,
        evaluation,
        answers,
    )
