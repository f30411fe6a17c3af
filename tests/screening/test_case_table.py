"""What a case becomes, or every problem it has, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.errors import CaseError, PrivacyError, Problem
from otseula.logic.conditions import Answers, Truth
from otseula.logic.truth import Specification
from otseula.screening.case import CheckedCase, check_case
from otseula.text import LANGUAGES
from tests.screening.periods import small_period

_TABLE = yaml.safe_load(Path(__file__).with_name("case_table.yaml").read_text(encoding="utf-8"))
_PERIOD = small_period()


def applies(answers: Answers) -> Mapping[str, Truth]:
    return Specification(_PERIOD.conditions).evaluate(answers).applies


def check(answers: object, judgement: object = None) -> CheckedCase:
    return check_case(_PERIOD, answers, judgement, applies=applies)


def problems_of(answers: object, judgement: object = None) -> tuple[Problem, ...]:
    with pytest.raises(CaseError) as caught:
        check(answers, judgement)
    return caught.value.problems


def _tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("row", _TABLE["accepted"], ids=str)
def test_what_answers_become(row: dict[str, Any]) -> None:
    found = check(row["answers"]).answers
    expected = {name: _tuples(value) for name, value in row["become"].items()}
    assert found == expected
    assert list(found) == list(expected)  # in author order
    assert {name: type(value) for name, value in found.items()} == {
        name: type(value) for name, value in expected.items()
    }


@pytest.mark.parametrize("row", _TABLE["refused"], ids=str)
def test_every_problem_is_found_in_order(row: dict[str, Any]) -> None:
    found = problems_of(row["answers"])
    assert [[problem.code, problem.pointer] for problem in found] == row["problems"]


@pytest.mark.parametrize("row", _TABLE["refused"], ids=str)
def test_an_identifying_problem_makes_a_privacy_error(row: dict[str, Any]) -> None:
    with pytest.raises(CaseError) as caught:
        check(row["answers"])
    identifying = any(code.startswith("identifying") for code, _ in row["problems"])
    assert isinstance(caught.value, PrivacyError) == identifying


@pytest.mark.parametrize("row", _TABLE["judgements"], ids=str)
def test_judgements(row: dict[str, Any]) -> None:
    if "problems" in row:
        found = problems_of({}, row["judgement"])
        assert [[problem.code, problem.pointer] for problem in found] == row["problems"]
        return
    judgement = check({}, row["judgement"]).judgement
    if row["become"] is None:
        assert judgement is None
    else:
        assert judgement is not None
        assert [judgement.agrees, judgement.deviates, judgement.reason] == row["become"]
        assert (judgement.reason_text is None) == judgement.agrees


@pytest.mark.parametrize("row", _TABLE["suggestions"], ids=str)
def test_the_known_name_is_shown_never_the_typed_one(row: dict[str, Any]) -> None:
    (problem,) = problems_of(row["answers"])
    for language, words in zip(
        LANGUAGES, ("Tarkoititko {}?", "Menade du {}?", "Did you mean {}?"), strict=True
    ):
        hint = problem.hint.in_language(language)
        if row["meant"] is None:
            assert words.split("{")[0] not in hint
        else:
            assert words.format(row["meant"]) in hint


@pytest.mark.parametrize("row", _TABLE["refused"] + _TABLE["judgements"], ids=str)
def test_every_problem_speaks_three_languages(row: dict[str, Any]) -> None:
    if "problems" not in row:
        return
    for problem in problems_of(row.get("answers", {}), row.get("judgement")):
        for text in (problem.message, problem.hint):
            assert len({text.fi, text.sv, text.en}) == 3
            assert not any("{" in t and "{agrees: true}" not in t and "{}" not in t
                           for t in (text.fi, text.sv or "", text.en or ""))  # fmt: skip


def test_problems_of_answers_and_judgement_come_together() -> None:
    found = problems_of({"child_age": 99}, {"agrees": "yes"})
    assert [problem.pointer for problem in found] == ["/answers/child_age", "/judgement/agrees"]


def test_a_contradiction_names_both_questions() -> None:
    (problem,) = problems_of({"child_age": 5, "school_attendance": "full"})
    assert "school_attendance" in problem.message.fi and "child_age" in problem.message.fi
    # through the criterion, and through the question that does not apply itself
    (problem,) = problems_of({"child_age": 5, "school_worried": False, "truancy_weeks": 3})
    for text in (problem.message.fi, problem.message.sv, problem.message.en):
        assert text is not None
        assert all(name in text for name in ("truancy_weeks", "child_age", "school_worried"))


def test_the_range_and_the_options_are_told() -> None:
    (problem,) = problems_of({"child_age": 99})
    assert "0–22" in problem.hint.fi and "dont_know" in problem.hint.fi
    (problem,) = problems_of({"school_attendance": 3})
    assert "full (full (suomeksi))" in problem.hint.fi
    assert "full (full (in English))" in (problem.hint.en or "")


def test_applies_is_asked_only_where_it_matters() -> None:
    def forbidden(answers: Answers) -> Mapping[str, Truth]:
        raise AssertionError("asked")

    check_case(_PERIOD, {"child_age": 5, "school_attendance": "dont_know"}, applies=forbidden)


def test_places_go_with_the_problems_and_order_them() -> None:
    places = {"/answers/*2": (9, 3), "/answers/child_age": (4, 14), "/judgement": (2, 12)}
    with pytest.raises(CaseError) as caught:
        check_case(_PERIOD, {"child_age": 99, "x": 1}, [], applies=applies, places=places)
    assert [(p.line, p.column, p.pointer) for p in caught.value.problems] == [
        (2, 12, "/judgement"),
        (4, 14, "/answers/child_age"),
        (9, 3, "/answers/*2"),
    ]


def test_a_checked_case_shows_nothing_of_itself() -> None:
    assert repr(check({"child_age": 13})) == "CheckedCase()"
