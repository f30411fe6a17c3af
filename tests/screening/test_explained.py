"""Reasons through the public door: by any id, found when asked for and remembered, and in the
data of contract 1."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest

import otseula
from otseula import Truth
from otseula.screening.explained import explained, explanation_as_dict, levels_of
from tests.present.examples import clear_yes
from tests.vignettes import whole

DAY = date(2026, 12, 1)
KINDS = ("safety", "duties", "expertise", "channels", "notices")


@pytest.fixture(scope="module")
def rulebase() -> otseula.RuleBase:
    return otseula.load(engines=["lanes"])


@pytest.fixture(scope="module")
def results(rulebase: otseula.RuleBase) -> list[otseula.Recommendation]:
    vignettes = whole(rulebase)[::12]
    return [rulebase.screen({}, as_of=DAY)] + [
        rulebase.screen(each.answers, as_of=each.as_of) for each in vignettes
    ]


def test_an_id_of_every_kind_is_taken(rulebase: otseula.RuleBase) -> None:
    result = rulebase.screen({"acute_danger": True}, as_of=DAY)
    period = rulebase.period(DAY)
    for table, kind in (
        (period.criteria, "criterion"),
        (period.situations, "situation"),
        (period.rules, "rule"),
        (period.safety_actions, "safety"),
        (period.duties, "duties"),
        (period.expertise, "expertise"),
        (period.channels, "channels"),
        (period.notices, "notices"),
    ):
        for name in table:  # type: ignore[attr-defined]  # tables of items
            found = result.reasons(name)
            assert found.id == name
            assert found.kind == kind or result.explain(name).kind != kind
    for level in ("recommended", "advice", "basic_services_first"):
        found = result.reasons(level)
        assert (found.kind, found.id, found.text) == ("eligibility", level, None)


@pytest.mark.parametrize("name", ["", "no_such_node", "acute_danger", "eligibility", "Matti"])
def test_any_other_id_is_a_key_error_that_does_not_repeat_it(
    rulebase: otseula.RuleBase, name: str
) -> None:
    result = rulebase.screen({}, as_of=DAY)
    for asked in (result.reasons, result.explain):
        with pytest.raises(KeyError) as error:
            asked(name)
        assert not name or name not in str(error.value)


def test_a_recommendation_made_by_hand_has_no_reasons() -> None:
    made = clear_yes()
    with pytest.raises(KeyError):
        made.reasons("recommended")
    with pytest.raises(KeyError):
        made.firmness()
    assert {"why", "firm"}.isdisjoint(made.to_dict()["eligibility"])  # type: ignore[arg-type]  # plain data


def test_they_are_remembered_and_the_same_in_every_thread(rulebase: otseula.RuleBase) -> None:
    result = rulebase.screen({"acute_danger": True, "themes_present": ["violence"]}, as_of=DAY)
    assert result.reasons("call_112") is result.reasons("call_112")
    assert result.firmness() is result.firmness()
    other = rulebase.screen({"acute_danger": True, "themes_present": ["violence"]}, as_of=DAY)
    names = list(rulebase.period(DAY).conditions.nodes)[:40]
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(other.reasons, names * 2))
    assert told[: len(names)] == told[len(names) :] == [result.reasons(name) for name in names]


def test_a_screening_imports_none_of_the_searches() -> None:
    code = (
        "import sys, otseula; result = otseula.load().screen({'acute_danger': True}); "
        "result.missing, result.eligibility, result.safety, result.channels; "
        "found = [m for m in sys.modules if m.split('.')[-1] in "
        "('explaining', 'judged', 'forcing', 'hitting', 'open_search', 'firm', 'templates')]; "
        "assert not found, found"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_what_is_in_force_says_why_in_the_data(results: list[otseula.Recommendation]) -> None:
    for result in results:
        data: dict[str, Any] = result.to_dict()
        firmness = result.firmness()
        assert data["eligibility"]["firm"] == {
            "robust": firmness.robust,
            "hinges_on": [each.id for each in firmness.hinges_on],
        }
        at_least = result.reasons(result.eligibility.at_least)
        assert data["eligibility"]["why"] == [each.id for each in at_least.why]
        for kind in ("situations", *KINDS):
            for each in data[kind]:
                assert ("why" in each) is (each["truth"] == "met")
                if "why" in each:
                    assert all(
                        data["questions"][q] in ("answered", "dont_know") for q in each["why"]
                    )


def test_reasons_agree_with_the_recommendation(results: list[otseula.Recommendation]) -> None:
    for result in results:
        told = explained(result)
        for part in told.parts:
            for group in part.groups:
                first = group[0]
                for each in group:
                    assert (each.truth, each.why, each.missing) == (
                        first.truth, first.why, first.missing,
                    )  # fmt: skip
                    assert each.why if each.truth is Truth.MET else each.truth is Truth.UNKNOWN
        for level in told.levels:
            above = level.id == result.eligibility.at_least
            assert (level.truth is Truth.MET) is above
        assert told.levels == levels_of(result)


def test_the_lowest_level_is_not_told_while_a_higher_one_may_come(
    rulebase: otseula.RuleBase,
) -> None:
    open_ = rulebase.screen({}, as_of=DAY)
    assert [each.id for each in levels_of(open_)] == ["advice", "recommended"]


def test_one_node_alone_in_the_data(results: list[otseula.Recommendation]) -> None:
    data = explanation_as_dict(results[1], explained(results[1], "level_test"))
    assert [each["id"] for each in data["reasons"]] == ["level_test"]  # type: ignore[attr-defined]  # plain data
