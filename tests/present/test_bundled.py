"""The bundled rule base on the sheet: its real texts fit, whatever is answered."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import otseula
from otseula.logic.conditions import DONT_KNOW, Truth, Value
from otseula.present import FORMATS, render
from otseula.present.words import word
from otseula.rulebase.model import Question
from otseula.screening.recommendation import Recommendation
from tests.present.reading import LANGUAGES, read, squeezed
from tests.vignettes import whole

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def rulebase() -> otseula.RuleBase:
    return otseula.load(engines=["lanes"])


def worst(question: Question) -> Value:
    """The answer that brings most about."""
    if question.type == "boolean":
        return True
    if question.type == "integer":
        low, high = question.range or (0, 0)
        return max(low, min(14, high))
    options = tuple(option.id for option in question.options)
    return options if question.type == "choices" else options[-1]


def check(found: Recommendation, language: str) -> None:
    lines = render(found, "sheet", language).splitlines()
    assert len(lines) <= 120
    assert max(map(len, lines)) <= 80
    first = squeezed("\n".join(lines[:20]))
    for key in ("danger", "first_contact", "heading_4", "top_duties"):
        assert word(key, language) in first
    still_open = [q for q in found.safety_questions if q.state in ("not_asked", "dont_know")]
    for format in FORMATS:
        text = read(render(found, format, language), format)
        for action in (*found.safety, *found.duties):
            said = action.text if action.truth is Truth.MET else action.if_unknown or action.text
            assert squeezed(said.in_language(language)) in text
        for question in still_open:
            assert squeezed(question.text.in_language(language)) in text
        clear = bool(found.safety_questions) and not found.safety and not still_open
        assert (word("all_clear", language) in text) == clear


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", [{}, {"area": "keski_suomi", "role": "health_care"}])
def test_everything_at_its_worst_fits(
    rulebase: otseula.RuleBase, context: dict[str, Value], language: str
) -> None:
    answers = dict(context)
    while (question := rulebase.next_question(answers)) is not None:
        if question.id in ("area", "role", "service_area"):
            answers[question.id] = DONT_KNOW
        else:
            answers[question.id] = worst(question)
    found = rulebase.screen(answers, as_of=DAY)
    assert len([action for action in found.safety if action.truth is Truth.MET]) >= 7
    check(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", range(12))
def test_a_questionnaire_left_early_fits(
    rulebase: otseula.RuleBase, asked: int, language: str
) -> None:
    for answer in ("worst", DONT_KNOW):
        answers: dict[str, Value] = {}
        for _ in range(asked):
            question = rulebase.next_question(answers)
            assert question is not None
            answers[question.id] = worst(question) if answer == "worst" else DONT_KNOW
        check(rulebase.screen(answers, as_of=DAY), language)


@settings(max_examples=25)
@given(data=st.data(), language=st.sampled_from(LANGUAGES), length=st.integers(0, 45))
def test_any_questionnaire_fits(
    rulebase: otseula.RuleBase, data: st.DataObject, language: str, length: int
) -> None:
    answers: dict[str, Value] = {}
    for _ in range(length):
        question = rulebase.next_question(answers)
        if question is None:
            break
        answers[question.id] = data.draw(values(question), label=question.id)
    check(rulebase.screen(answers, as_of=DAY), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(24))
def test_a_case_full_of_gaps_fits(rulebase: otseula.RuleBase, seed: int, language: str) -> None:
    drawn = random.Random(seed)
    questions = rulebase.period(DAY).questions.values()
    answers = {q.id: some(q, drawn) for q in questions if drawn.random() < 0.5}
    check(screened(rulebase, answers), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suspicion_alone_names_every_ot_contact_though_the_area_is_not_known(
    rulebase: otseula.RuleBase, language: str
) -> None:
    answers = {q.id: DONT_KNOW for q in rulebase.period(DAY).questions.values()}
    answers["exploitation_signs"] = ("recruited_or_moved", DONT_KNOW)
    found = rulebase.screen(answers, as_of=DAY)
    text = squeezed(render(found, "sheet", language))
    named = [channel for channel in found.channels if channel.for_advice]
    assert len(named) >= 5
    for channel in named:
        assert squeezed(channel.text.in_language(language)) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_vignette_fits(rulebase: otseula.RuleBase, language: str) -> None:
    for vignette in whole(rulebase):
        check(rulebase.screen(dict(vignette.answers), as_of=vignette.as_of), language)


def values(question: Question) -> st.SearchStrategy[Value]:
    """Any answer to a question."""
    options = [option.id for option in question.options]
    known: dict[str, st.SearchStrategy[Value]] = {
        "boolean": st.booleans(),
        "integer": st.integers(*(question.range or (0, 0))),
        "choice": st.sampled_from(options or [DONT_KNOW]),
        "choices": st.lists(st.sampled_from(options or [DONT_KNOW]), unique=True).map(tuple),
    }
    return st.one_of(known[question.type], st.just(DONT_KNOW))


def some(question: Question, drawn: random.Random) -> Value:
    """An answer drawn at random; a list is often left open."""
    options = [option.id for option in question.options]
    marked = tuple(option for option in options if drawn.random() < 0.25)
    known: dict[str, Value] = {
        "boolean": drawn.random() < 0.4,
        "integer": drawn.randint(*(question.range or (0, 0))),
        "choice": drawn.choice(options or [DONT_KNOW]),
        "choices": (*marked, DONT_KNOW) if drawn.random() < 0.3 else marked,
    }
    return DONT_KNOW if drawn.random() < 0.15 else known[question.type]


def screened(rulebase: otseula.RuleBase, answers: dict[str, Value]) -> Recommendation:
    """The recommendation, without the answers to questions that do not apply."""
    while True:
        try:
            return rulebase.screen(answers, as_of=DAY)
        except otseula.CaseError as error:
            refused = {problem.pointer.split("/")[2] for problem in error.problems}
        answers = {name: value for name, value in answers.items() if name not in refused}
