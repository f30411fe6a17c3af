"""What is said outside the sheet."""

from __future__ import annotations

import pytest

from otseula.logic.conditions import Truth
from otseula.present import (
    fixed_line,
    render_actions_now,
    render_disagreement,
    render_reminder,
)
from otseula.present.words import word
from otseula.screening.disagreement import EngineDisagreement
from otseula.writing import clean
from tests.present.examples import EXAMPLES, actions, duties
from tests.present.reading import LANGUAGES, squeezed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [10, 40, 80])
def test_an_action_is_said_in_full_with_the_fixed_line(language: str, width: int) -> None:
    text = render_actions_now(actions(Truth.MET, 2), language, width)
    assert text.endswith("\n") and "\x1b" not in text
    if width >= 40:
        said = squeezed(text)
        for action in actions(Truth.MET, 2):
            assert action.text.in_language(language) in said
        assert word("act_first", language) in said
        assert fixed_line(language) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fixed_line_names_both_ways_to_help(language: str) -> None:
    service = {"fi": "sosiaalipäivystys", "sv": "socialjour", "en": "emergency social services"}
    assert "112" in fixed_line(language) and service[language] in fixed_line(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disagreement_gives_every_action_and_no_recommendation(language: str) -> None:
    met, unknown = actions(Truth.MET, 4), actions(Truth.UNKNOWN)[4:]
    error = EngineDisagreement(["a", "b"], (*met, *unknown), duties(Truth.MET))
    text = squeezed(render_disagreement(error, language))
    for action in met:
        assert action.text.in_language(language) in text
    for action in unknown:
        assert action.if_unknown is not None
        assert action.if_unknown.in_language(language) in text
    for duty in duties(Truth.MET):
        assert f"{duty.text.in_language(language)} ({duty.section.in_language(language)})" in text
    assert text.startswith(fixed_line(language))
    assert word("disagreement", language) in text
    assert word("disagreement_act", language) in text
    levels = ("level_recommended", "level_advice", "level_basic_services_first", "all_clear")
    assert not [key for key in levels if word(key, language) in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disagreement_without_actions_is_no_all_clear(language: str) -> None:
    text = squeezed(render_disagreement(EngineDisagreement(["a"], (), ()), language))
    assert word("disagreement_empty", language) in text
    assert word("all_clear", language) not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_reminder_has_every_action_and_the_recommendation_and_nothing_else(
    name: str, language: str
) -> None:
    result = EXAMPLES[name]()
    text = render_reminder(result, language, 80)
    in_force = [action for action in result.safety if action.truth is Truth.MET]
    assert text.count(word("act_first", language) + ": ") == len(in_force)
    for action in in_force:
        assert squeezed(clean(action.text.in_language(language)))[:40] in squeezed(text)
    assert word("heading_4", language) + ": " in text
    assert len(text.splitlines()) <= 2 * len(in_force) + 4
    assert word("all_clear", language) not in text
