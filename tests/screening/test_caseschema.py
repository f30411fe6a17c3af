"""The library and the schema accept the same cases, contradictions apart."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from otseula.errors import CaseError
from otseula.logic.conditions import Answers, Truth
from otseula.rulebase.model import Period
from otseula.screening.case import check_case
from otseula.screening.casefile import parse_case
from otseula.screening.caseschema import DAY_PATTERN, case_schema
from tests.screening.periods import period, question, small_period

_PERIOD = small_period()
_FILE = Draft4Validator(case_schema(_PERIOD))
_ANSWERS = Draft4Validator(case_schema(_PERIOD, answers_only=True))


def everything_applies(answers: Answers) -> Mapping[str, Truth]:
    return dict.fromkeys(_PERIOD.questions, Truth.MET)


def accepts_mapping(answers: object, judgement: object = None, at: Period = _PERIOD) -> bool:
    try:
        check_case(at, answers, judgement, applies=everything_applies)
    except CaseError:
        return False
    return True


def accepts_text(text: str, at: Period = _PERIOD) -> bool:
    try:
        case = parse_case(text.encode(), json=True)
        check_case(at, case.answers, case.judgement, applies=everything_applies)
    except CaseError:
        return False
    return True


_WORDS = st.sampled_from(
    ["full", "partial", "none", "physical", "stalking", "economic", "dont_know", "true", "up",
     "down", "local_service", "other_knowledge", "2026-12-01", "2026-02-30", "",
     "Maija Meikäläinen"]
)  # fmt: skip
_NUMBERS = (
    st.integers(-7, 60)
    | st.integers()
    | st.integers(-7, 60).map(float)
    | st.floats(allow_nan=False, allow_infinity=False)
)
_SCALARS = st.none() | st.booleans() | _NUMBERS | _WORDS | st.text(max_size=5)
_ANY = _SCALARS | st.lists(_SCALARS, max_size=4) | st.dictionaries(_WORDS, _SCALARS, max_size=2)
_RIGHT: dict[str, st.SearchStrategy[Any]] = {
    "parents_separated": st.booleans(),
    "child_age": st.integers(0, 22),
    "school_attendance": st.sampled_from(["full", "partial", "none"]),
    "violence_forms": st.lists(
        st.sampled_from(["physical", "stalking", "economic", "dont_know"]), unique=True
    ),
    "school_worried": st.booleans(),
    "truancy_weeks": st.integers(-5, 52),
}
_RIGHT_OR_OPEN = {
    name: right | st.sampled_from(["dont_know", None]) for name, right in _RIGHT.items()
}
RIGHT_ANSWERS = st.fixed_dictionaries({}, optional=_RIGHT_OR_OPEN)
MIXED_ANSWERS = st.fixed_dictionaries(
    {}, optional={name: right | _ANY for name, right in _RIGHT_OR_OPEN.items()}
)
WRONG_KEYS = st.dictionaries(
    st.sampled_from([*_RIGHT, "shoe_size"]) | st.text(max_size=3), _ANY, max_size=2
)
_RIGHT_JUDGEMENT = st.sampled_from(
    [None, {"agrees": True}, {"deviates": "up", "reason": "local_service"},
     {"deviates": "down", "reason": "other_knowledge"}]
)  # fmt: skip
JUDGEMENTS = _RIGHT_JUDGEMENT | st.dictionaries(
    st.sampled_from(["agrees", "deviates", "reason", "note"]),
    st.just(True) | _WORDS | _ANY,
    max_size=3,
)
DAYS = (
    st.dates().map(str) | st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9]\n?", fullmatch=True) | _ANY
)
FILES = st.fixed_dictionaries(
    {},
    optional={
        "answers": RIGHT_ANSWERS | MIXED_ANSWERS | WRONG_KEYS | _ANY,
        "judgement": JUDGEMENTS,
        "as_of": DAYS,
    },
)


@given(RIGHT_ANSWERS, _RIGHT_JUDGEMENT, st.none() | st.dates().map(str))
def test_a_right_case_is_accepted_by_both(answers: Any, judgement: Any, as_of: Any) -> None:
    case = {"answers": answers, "judgement": judgement, "as_of": as_of}
    assert accepts_text(json.dumps(case))
    assert _FILE.is_valid(case)


@settings(max_examples=500)
@given(RIGHT_ANSWERS | MIXED_ANSWERS | WRONG_KEYS | _ANY)
def test_library_and_schema_agree_on_answers(answers: Any) -> None:
    assert accepts_mapping(answers) == _ANSWERS.is_valid(answers)


@settings(max_examples=500)
@given(FILES | st.dictionaries(st.sampled_from(["answers", "note"]), MIXED_ANSWERS) | _ANY)
def test_library_and_schema_agree_on_files(case: Any) -> None:
    text = json.dumps(case)
    assert accepts_text(text) == _FILE.is_valid(json.loads(text))


@pytest.mark.parametrize(
    ("answers", "valid"),
    [
        ({"child_age": 14}, True),
        ({"child_age": 14.0}, False),
        ({"child_age": 1e1}, False),
        ({"child_age": True}, False),
        ({"parents_separated": 1}, False),
        ({"parents_separated": 0.0}, False),
        ({"violence_forms": []}, True),
        ({"violence_forms": ["dont_know"]}, True),
        ({"violence_forms": ["dont_know", "stalking"]}, True),
        ({"violence_forms": ["stalking", "stalking"]}, False),
        ({"violence_forms": [None]}, False),
        ({"violence_forms": None}, True),
        ({"school_attendance": ["full"]}, False),
    ],
)
def test_the_fine_points(answers: dict[str, Any], valid: bool) -> None:
    assert accepts_mapping(answers) == valid
    assert accepts_text(json.dumps({"answers": answers})) == valid
    assert _ANSWERS.is_valid(answers) == valid


def test_a_whole_number_with_a_fraction_part_is_all_that_a_later_draft_sees_otherwise() -> None:
    later = Draft202012Validator(_ANSWERS.schema)
    assert later.is_valid({"child_age": 14.0})

    @settings(max_examples=300)
    @given(RIGHT_ANSWERS | MIXED_ANSWERS | WRONG_KEYS)
    def agree(answers: dict[str, Any]) -> None:
        if not any(isinstance(value, float) and value.is_integer() for value in answers.values()):
            assert later.is_valid(answers) == _ANSWERS.is_valid(answers)

    agree()


def test_the_schema_is_a_schema_and_json() -> None:
    for answers_only in (False, True):
        schema = case_schema(_PERIOD, answers_only=answers_only)
        for draft in (Draft4Validator, Draft202012Validator):
            draft.check_schema(schema)
        assert json.loads(json.dumps(schema)) == schema
        assert schema["$schema"] == Draft4Validator.META_SCHEMA["$schema"]


def test_a_period_without_reasons_knows_only_agreement() -> None:
    bare = period([question("child_age", "integer", range=(0, 3))])
    schema = Draft4Validator(case_schema(bare))
    Draft4Validator.check_schema(schema.schema)
    deviates = {"deviates": "up", "reason": "local_service"}
    for judgement, valid in ((None, True), ({"agrees": True}, True), (deviates, False)):
        assert schema.is_valid({"answers": {}, "judgement": judgement}) == valid
        assert accepts_mapping({}, judgement, bare) == valid


def test_the_day_pattern_is_the_calendar() -> None:
    pattern = re.compile(DAY_PATTERN)
    for year in (0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 2026, 2100, 9999):
        for month in range(14):
            for day in range(33):
                real = (
                    year > 0
                    and 1 <= month <= 12
                    and 1 <= day <= calendar.monthrange(year, month)[1]
                )
                text = f"{year:04d}-{month:02d}-{day:02d}"
                assert bool(pattern.search(text)) == real, text


def test_questions_are_explained_in_finnish() -> None:
    explained = case_schema(_PERIOD, answers_only=True)["properties"]["child_age"]
    assert explained["title"] == "child_age (suomeksi)"
    assert "0–22" in explained["description"]
