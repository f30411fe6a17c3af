"""The program's own words: whole in three languages, and one all-clear only."""

from __future__ import annotations

from string import Formatter

import pytest

from otseula.present.words import all_words, counted, word
from otseula.text import LANGUAGES
from otseula.writing import clean

#: What would calm a reader who should not be calm; only `all_clear` may do so.
CALMING = {
    "fi": ("ei vaaraa", "ei ole vaaraa", "turvallista", "kunnossa", "ei noussut", "ei tarvetta"),
    "sv": (
        "ingen fara",
        "tryggt",
        "är trygg",
        "i ordning",
        "inga säkerhetsåtgärder",
        "inga skyddande åtgärder",
        "inget behov",
    ),
    "en": ("no danger", "is safe", "all clear", "no risk", "no safety", "all is well", "no need"),
}


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_is_in_every_language_with_the_same_slots(language: str) -> None:
    for key, text in all_words():
        own = getattr(text, language)
        assert own and slots(own) == slots(text.fi), key
        assert own != text.fi, key
        assert own == own.rstrip() or text.fi != text.fi.rstrip(), key


def test_a_paragraph_sign_stays_with_its_number() -> None:
    assert clean(" lain \n\t 25\xa0§  1\xa0mom.\x07 ") == "lain 25\xa0§ 1\xa0mom."


def test_no_word_is_an_all_clear_but_one() -> None:
    for key, text in all_words():
        if key != "all_clear":
            for language, phrases in CALMING.items():
                said = text.in_language(language).lower()
                assert [phrase for phrase in phrases if phrase in said] == [], key
    for language, phrases in CALMING.items():
        assert any(phrase in word("all_clear", language).lower() for phrase in phrases)


@pytest.mark.parametrize(
    ("key", "one", "several"),
    [
        ("safety_not_asked", "1 turvallisuuskysymys on", "3 turvallisuuskysymystä on"),
        ("missing_count", "1 avoin kysymys", "3 avointa kysymystä"),
        ("questions_more", "1 muu kysymys", "3 muuta kysymystä"),
        ("channels_hidden", "1 kanava voi", "3 kanavaa voi"),
        ("situations_open_count", "1 vaativa tilanne", "3 vaativaa tilannetta"),
    ],
)
def test_counts_take_the_right_form(key: str, one: str, several: str) -> None:
    assert one in counted(key, 1, "fi")
    assert several in counted(key, 3, "fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_keys_are_errors(language: str) -> None:
    with pytest.raises(KeyError):
        word("no_such_word", language)
    with pytest.raises(KeyError):
        counted("no_such_count", 2, language)


def test_values_are_not_read_as_slots() -> None:
    assert "{version} {x}" in word("layer", "fi", name="{version} {x}", version="1")
