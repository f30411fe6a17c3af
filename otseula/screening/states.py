"""The state of each question in a case: answered, dont_know, not_asked or not_applicable."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.logic.conditions import DONT_KNOW, Answers, Evaluation, Truth, Value

ANSWERED, UNSURE, NOT_ASKED, NOT_APPLICABLE = (
    "answered",
    "dont_know",
    "not_asked",
    "not_applicable",
)

#: The states in which an answer could still be given.
OPEN = (NOT_ASKED, UNSURE)


def state_of(question: str, answers: Answers, evaluation: Evaluation) -> str:
    """A list that holds `dont_know` beside options counts as `dont_know`: part of the question
    is still open, and a safety question must not pass for answered."""
    value = answers.get(question)
    if value is None or value == DONT_KNOW:
        if evaluation.applies.get(question) is Truth.NOT_MET:
            return NOT_APPLICABLE
        return NOT_ASKED if value is None else UNSURE
    return UNSURE if _partly_unknown(value) else ANSWERED


def states(questions: Iterable[str], answers: Answers, evaluation: Evaluation) -> dict[str, str]:
    """The state of each question, in the order given."""
    return {name: state_of(name, answers, evaluation) for name in questions}


def _partly_unknown(value: Value) -> bool:
    return isinstance(value, tuple) and DONT_KNOW in value
