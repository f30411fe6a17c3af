"""Random cases of the bundled rule base, from a seed."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from otseula.logic.conditions import DONT_KNOW
from otseula.logic.truth import Specification
from otseula.rulebase.model import Period, Question
from tests.logic.random_conditions import contradictions


def value_of(random: Random, question: Question, bad: float, unknown: float) -> Any:
    """An answer; `bad` is how often a mark or a yes is drawn, `unknown` how often dont_know."""
    if random.random() < unknown:
        return DONT_KNOW
    match question.type:
        case "boolean":
            return random.random() < bad
        case "integer":
            return random.randint(*question.range)
        case "choice":
            return random.choice(question.options).id
    marked = [option.id for option in question.options if random.random() < bad]
    return [*marked, DONT_KNOW] if random.random() < unknown else marked


def random_case(random: Random, period: Period, share: float | None = None) -> dict[str, Any]:
    """Answers without contradictions, to about `share` of the questions."""
    share = random.choice([0.1, 0.4, 0.8, 1.0]) if share is None else share
    bad, unknown = random.choice([0.03, 0.15, 0.5]), random.choice([0.0, 0.1, 0.4])
    answers = {
        name: value_of(random, question, bad, unknown)
        for name, question in period.questions.items()
        if random.random() < share
    }
    return consistent(period, answers)


def consistent(period: Period, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers without the values of questions that do not apply."""
    specification = Specification(period.conditions)
    answers = dict(answers)
    while wrong := contradictions(specification, plain(answers)):
        for question in wrong:
            del answers[question]
    return answers


def plain(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers as the engines read them."""
    return {n: tuple(v) if isinstance(v, list) else v for n, v in answers.items()}


def harmless(period: Period, changed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A complete case in which nothing at all is wrong, but for what is `changed`."""
    least = {"boolean": lambda q: False, "choices": lambda q: [], "integer": lambda q: q.range[0]}
    answers = {
        name: least[question.type](question) if question.type in least else question.options[0].id
        for name, question in period.questions.items()
    }
    return consistent(period, answers | dict(changed or {}))
