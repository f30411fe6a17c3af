"""The terminal sheet's bounds: 20 lines for the most important, 120 for all, any width."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from otseula.logic.conditions import Truth
from otseula.present import render, render_terminal
from otseula.present.words import word
from otseula.text import Text
from tests.present.examples import EXAMPLES, _action, every_safety_action
from tests.present.reading import LANGUAGES, squeezed

REALISTIC = sorted(EXAMPLES.keys() - {"hostile"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REALISTIC)
@pytest.mark.parametrize("plain", [True, False])
def test_short_sheet_at_80_columns(name: str, language: str, plain: bool) -> None:
    found = EXAMPLES[name]()
    lines = render_terminal(found, language, plain=plain).splitlines()
    assert len(lines) <= 120
    assert max(map(len, lines)) <= 80
    first = "\n".join(lines[:20])
    act_first = any(action.truth is Truth.MET for action in found.safety)
    contact = "first_contact_after_safety" if act_first else "first_contact"
    for key in ("top_duties", "heading_4", contact):
        assert f"{word(key, language)}: " in first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
@pytest.mark.parametrize("width", [1, 20, 40, 79, 200])
def test_any_width(name: str, language: str, width: int) -> None:
    found = EXAMPLES[name]()
    for long in (False, True):
        lines = render_terminal(found, language, width=width, long=long).splitlines()
        assert max(map(len, lines)) <= max(width, 20)


def test_a_heading_too_long_for_its_line_is_broken_between_words() -> None:
    for plain in (False, True):
        text = render_terminal(EXAMPLES["clear_yes"](), "fi", width=40, plain=plain)
        assert "6. Tarvittava asiantuntemus ja\n   yhteydenottokanava\n" in text


def test_more_actions_than_lines_are_counted_at_the_top_and_whole_below() -> None:
    texts = [Text(f"Toimi {n}. " + "Tee näin ja noin heti. " * 6) for n in range(30)]
    safety = tuple(_action(n, text, Truth.MET) for n, text in enumerate(texts))
    lines = render_terminal(replace(every_safety_action(), safety=safety), "fi").splitlines()
    first = squeezed("\n".join(lines[:20]))
    assert re.search(r"ja \d+ muuta, kohta 2", first)
    assert "Suositus: " in first and "Ensimmäinen yhteys turvaavien toimien jälkeen: " in first
    whole = squeezed("\n".join(lines))
    assert all(squeezed(text.fi) in whole for text in texts)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_plain_draws_and_paints_nothing(name: str) -> None:
    text = render_terminal(EXAMPLES[name](), "fi", plain=True, colour=True)
    assert "\x1b" not in text
    assert not re.search("[\u2500-\u257f•]", text)


def test_colour_changes_no_text() -> None:
    found = every_safety_action()
    painted = render(found, "sheet", "fi", colour=True)
    assert "\x1b[1;31m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render(found, "sheet", "fi")


def test_one_newline_at_the_end() -> None:
    for format in ("sheet", "markdown", "html"):
        text = render(EXAMPLES["clear_yes"](), format, "fi")
        assert text.endswith("\n") and not text.endswith("\n\n")


def test_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        render(EXAMPLES["clear_yes"](), "pdf", "fi")


def test_hostile_text_cannot_repaint_the_terminal() -> None:
    text = render(EXAMPLES["hostile"](), "sheet", "fi", long=True)
    assert "\x1b" not in text and "\u202e" not in text and "\r" not in text
