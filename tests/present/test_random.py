"""Any recommendation can be rendered, and the laws of the sheet hold for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otseula.logic.conditions import Truth
from otseula.present import FORMATS, render
from otseula.present.words import word
from otseula.rulebase.model import LEVELS
from otseula.screening.recommendation import Eligibility, Recommendation
from otseula.text import Text
from tests.present.examples import (
    ALWAYS,
    AREAS,
    SAFETY_QUESTIONS,
    actions,
    channel,
    clear_yes,
    duties,
    every_safety_action,
    missing,
    nothing_known,
    notice,
    safety_questions,
    situation,
    some_safety,
)
from tests.present.reading import LANGUAGES, Reader, read, squeezed

STATES = ("answered", "not_asked", "dont_know", "not_applicable")


def consequences(met: tuple, unknown: tuple) -> st.SearchStrategy[tuple]:
    """Each item in force, undecided or absent; those in force first."""
    fates = st.lists(st.sampled_from("mu-"), min_size=len(met), max_size=len(met))
    return fates.map(
        lambda marks: (
            *(item for item, mark in zip(met, marks, strict=True) if mark == "m"),
            *(item for item, mark in zip(unknown, marks, strict=True) if mark == "u"),
        )
    )


def undecided(items: tuple) -> tuple:
    return tuple(replace(item, truth=Truth.UNKNOWN, hinges_on=("question_1",)) for item in items)


@st.composite
def recommendations(draw: st.DrawFn) -> Recommendation:
    """Recommendations of the size that the bundled rule base gives."""
    low, high = sorted(draw(st.tuples(*[st.integers(0, 2)] * 2)))
    hinges = tuple(draw(st.lists(st.sampled_from([*SAFETY_QUESTIONS, "question_1", "x"]))))
    channels = tuple(
        channel(
            n,
            usable=draw(st.sampled_from([True, False, None])),
            areas=draw(st.sampled_from([(), ("etela_savo",), ("elsewhere", "pohjois_savo")])),
            goes_by=draw(st.sampled_from(["area", "service_area"])),
        )
        for n in range(8)
    )
    notices = tuple(notice(n, "notice") for n in range(5))
    area = draw(st.sampled_from([None, ("pohjois_savo", AREAS["pohjois_savo"])]))
    return replace(
        clear_yes(),
        eligibility=Eligibility(
            LEVELS[low] if low == high else None,
            LEVELS[low],
            LEVELS[high],
            draw(st.sampled_from([(), ("contact_recommended",), ("unknown_rule",)])),
            hinges,
        ),
        situations=tuple(situation(n, draw(st.sampled_from(Truth))) for n in range(6)),
        safety=draw(consequences(actions(Truth.MET), actions(Truth.UNKNOWN))),
        duties=draw(consequences(duties(Truth.MET), duties(Truth.UNKNOWN))),
        channels=draw(consequences(channels, undecided(channels))),
        notices=(*ALWAYS, *draw(consequences(notices, undecided(notices)))),
        safety_questions=tuple(
            replace(question, state=draw(st.sampled_from(STATES)))
            for question in safety_questions("answered")
        ),
        missing=missing(draw(st.integers(0, 25))),
        area=area,
        service_area=draw(st.sampled_from([area, None])),
    )


@settings(max_examples=60)
@given(found=recommendations(), language=st.sampled_from(LANGUAGES))
def test_bounds_and_safety_hold_for_every_recommendation(
    found: Recommendation, language: str
) -> None:
    check(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extreme", [every_safety_action, nothing_known])
def test_bounds_and_safety_hold_for_the_extremes(extreme, language: str) -> None:
    check(extreme(), language)


def check(found: Recommendation, language: str) -> None:
    lines = render(found, "sheet", language).splitlines()
    assert len(lines) <= 120
    first = squeezed("\n".join(lines[:20]))
    for key in ("danger", "first_contact", "heading_4", "top_duties"):
        assert word(key, language) in first
    still_open = [q for q in found.safety_questions if q.state in ("not_asked", "dont_know")]
    for format in FORMATS:
        text = read(render(found, format, language), format)
        for action in (*found.safety, *found.duties):
            said = action.text if action.truth is Truth.MET else action.if_unknown
            assert said is not None and said.in_language(language) in text
        for question in still_open:
            assert question.text.in_language(language) in text
        clear = not found.safety and not still_open
        assert (word("all_clear", language) in text) == clear


@settings(max_examples=60)
@given(
    text=st.text(max_size=300),
    language=st.sampled_from(LANGUAGES),
    width=st.integers(-5, 120),
    long=st.booleans(),
)
def test_any_text_of_a_rule_base_can_be_rendered(
    text: str, language: str, width: int, long: bool
) -> None:
    said = Text(text)
    found = replace(
        some_safety(),
        safety=tuple(replace(a, text=said, if_unknown=said) for a in some_safety().safety),
        channels=(channel(1, text=said, contact=text, find=said, via=said, usable=False),),
        role=("x", said),
    )
    for format in FORMATS:
        output = render(found, format, language, width=width, long=long)
        output.encode()
        assert "\x1b" not in output and "\r" not in output
    assert Reader(render(found, "html", language, long=long)).faults == []
