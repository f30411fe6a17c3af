"""The guard's table, and that no text makes it slow or fail."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula.screening.guard import SCANNED, SHAPES, normalise, shape_of
from otseula.screening.guard_patterns import PATTERNS
from tests.screening.privacy import NO_SHAPE, REFUSED_SHAPES


@pytest.mark.parametrize(("text", "shape"), REFUSED_SHAPES, ids=range(len(REFUSED_SHAPES)))
def test_a_shape_is_seen(text: str, shape: str) -> None:
    assert shape_of(text) == shape


@pytest.mark.parametrize("text", NO_SHAPE)
def test_what_only_resembles_a_shape_is_not_called_one(text: str) -> None:
    assert shape_of(text) is None


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        row
        for row in REFUSED_SHAPES
        if row[1] in ("personal_code", "email", "date", "diagnosis_code")
    ],
    ids=str,
)
def test_a_shape_is_seen_within_a_sentence(text: str, shape: str) -> None:
    assert shape_of(f"asiakas ({text}), katso liite") == shape


@pytest.mark.parametrize("sign", "+-YXWVUABCDEFyxwvuabcdef–−‑")
def test_every_century_sign_is_known_with_any_check_character(sign: str) -> None:
    for check in "0123456789ABCDEFHJKLMNPRSTUVWXY":
        assert shape_of(f"150314{sign}987{check}") == "personal_code"


@given(st.text())
def test_any_text_gets_a_known_shape_or_none(text: str) -> None:
    assert shape_of(text) in {None, *SHAPES}


@given(st.sampled_from(REFUSED_SHAPES), st.data())
def test_invisible_characters_hide_nothing(row: tuple[str, str], data: st.DataObject) -> None:
    text, shape = row
    invisible = data.draw(
        st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u034f\ufe0f\x00")
    )
    at = data.draw(st.integers(0, len(text)))
    assert shape_of(text[:at] + invisible + text[at:]) == shape


def test_every_shape_has_words_in_three_languages_and_patterns() -> None:
    assert list(SHAPES) and set(SHAPES) == {shape for shape, _ in PATTERNS}
    for shape in SHAPES.values():
        assert len({shape.text.fi, shape.text.sv, shape.text.en}) == 3


def test_only_a_bare_letter_and_two_digits_is_not_called_identifying() -> None:
    assert [name for name, shape in SHAPES.items() if not shape.identifying] == [
        "diagnosis_code_maybe"
    ]


def test_normalised_text_is_as_a_reader_sees_it() -> None:
    assert normalise("Ａ１\u200b—２\u00a0٣\t\x00ä\u200b\u0308") == "A1-2 3 ä\u0308".replace(
        "ä\u0308", "ä\u0308"
    )


@pytest.mark.parametrize(
    "piece",
    ["a", "0", "1 ", "a@", "a.", "a-", "Aa ", "A. ", "katu", "kadu 1", "F8", "s.", "s. 1", "04 ",
     "+358", "010190", "01.01", "born ", "maj ", "(at)", "\u200b", "١", "é", "\ufdfa", "\u0308"],
)  # fmt: skip
def test_a_megabyte_takes_less_than_a_second(piece: str) -> None:
    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    started = time.process_time()
    shape_of(text)
    assert time.process_time() - started < 1


def test_only_the_beginning_is_looked_at() -> None:
    assert shape_of("- " * (SCANNED // 2) + "010190-999W") is None
