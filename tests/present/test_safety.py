"""Safety in every format: no false all-clear, every open question named, every action whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from otseula.present.words import word
from otseula.screening.recommendation import Recommendation
from tests.present.examples import EXAMPLES, clear_yes, safety_questions
from tests.present.reading import LANGUAGES, every_output

CLEAR = {
    "clear_yes",
    "at_least_advice",
    "basic_services_first",
    "local_layer",
    "unknown_area",
    "five_ytas",
    "agrees",
    "deviates",
}
REALISTIC = sorted(EXAMPLES.keys() - {"hostile"})


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_all_clear_stands_only_where_nothing_is_open(name: str) -> None:
    for language in LANGUAGES:
        for format, text in every_output(EXAMPLES[name](), language).items():
            assert (word("all_clear", language) in text) == (name in CLEAR), (language, format)


@pytest.mark.parametrize("state", ["dont_know", "not_asked"])
@pytest.mark.parametrize("position", range(9))
def test_each_open_safety_question_is_named(position: int, state: str) -> None:
    questions = list(safety_questions("answered"))
    questions[position] = replace(questions[position], state=state)
    found = replace(clear_yes(), safety_questions=tuple(questions))
    for language in LANGUAGES:
        named = questions[position].text.in_language(language)
        for format, text in every_output(found, language).items():
            assert f"{named} ({word(state, language)})" in text, (language, format)
            assert word("all_clear", language) not in text


@pytest.mark.parametrize("name", REALISTIC)
def test_actions_and_duties_stand_in_full(name: str) -> None:
    found = EXAMPLES[name]()
    for language in LANGUAGES:
        expected = whole_texts(found, language)
        for format, text in every_output(found, language).items():
            assert [each for each in expected if each not in text] == [], (language, format)


def whole_texts(found: Recommendation, language: str) -> list[str]:
    """What must stand in full: each action or duty, or while undecided what to find out."""
    return [
        (action.text if action.truth.value == "met" else action.if_unknown or action.text)
        .in_language(language)
        .strip()
        for action in (*found.safety, *found.duties)
    ]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_fixed_line_comes_right_after_the_title(name: str) -> None:
    for language in LANGUAGES:
        for format, text in every_output(EXAMPLES[name](), language).items():
            place = text.find(word("danger", language))
            assert -1 < place < 160, (language, format)


@pytest.mark.parametrize("name", REALISTIC)
def test_no_id_is_shown(name: str) -> None:
    found = EXAMPLES[name]()
    ids = {*found.questions, *(question.id for question in found.missing), "contact_recommended"}
    for group in (found.safety, found.duties, found.channels, found.situations, found.notices):
        ids |= {item.id for item in group}
    for language in LANGUAGES:
        for format, text in every_output(found, language).items():
            assert [id for id in ids if id in text.split()] == [], (language, format)
