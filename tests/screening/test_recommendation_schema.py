"""`to_dict()` is contract 1: valid by the published schema, whole, and without an answer."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import otseula
from otseula import RuleBase
from otseula.screening.schemas import recommendation_schema
from tests.screening.cases import random_case
from tests.vignettes import whole

DAY = date(2026, 12, 1)
KEYS = {
    "contract", "eligibility", "truth", "situations", "safety", "duties", "expertise", "channels",
    "notices", "questions", "missing", "as_of", "judgement", "rulebase", "engines",
}  # fmt: skip
STATES = {"answered", "dont_know", "not_asked", "not_applicable"}


@pytest.fixture(scope="module")
def rulebase() -> RuleBase:
    return otseula.load()


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = recommendation_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.fixture(scope="module")
def results(rulebase: RuleBase) -> list[dict[str, Any]]:
    """Every vignette and some random cases, as they come out of JSON."""
    random = Random(5)
    period = rulebase.period(DAY)
    cases = [random_case(random, period) for _ in range(120)]
    found = [rulebase.screen(v.answers, as_of=v.as_of) for v in whole(rulebase)]
    found += [rulebase.screen(case, as_of=DAY) for case in cases]
    reason = next(iter(period.deviation_reasons))
    for judgement in ({"agrees": True}, {"deviates": "up", "reason": reason}):
        found.append(rulebase.screen({}, as_of=DAY, judgement=judgement))
    return [json.loads(json.dumps(each.to_dict())) for each in found]


def test_every_result_is_valid(
    results: list[dict[str, Any]], validator: Draft202012Validator
) -> None:
    for result in results:
        assert [error.message for error in validator.iter_errors(result)] == []


def test_the_contract_s_keys(results: list[dict[str, Any]], rulebase: RuleBase) -> None:
    period = rulebase.period(DAY)
    for result in results:
        assert result.keys() >= KEYS
        assert result["contract"] == 1
        assert result["eligibility"].keys() >= {
            "level", "at_least", "at_most", "because", "hinges_on",
        }  # fmt: skip
        assert result["truth"].keys() == period.conditions.nodes.keys()
        assert set(result["truth"].values()) <= {"met", "not_met", "unknown"}
        assert [each["id"] for each in result["situations"]] == list(period.situations)
        for kind in ("safety", "duties", "expertise", "channels", "notices"):
            for each in result[kind]:
                assert each.keys() >= {"id", "truth", "text", "because", "sources"}
                assert each["truth"] in ("met", "unknown")
        assert result["questions"].keys() == period.questions.keys()
        assert set(result["questions"].values()) <= STATES
        assert all(each.keys() >= {"id", "state"} for each in result["missing"])
        assert result["rulebase"].keys() >= {"layers", "hash", "status"}
        assert result["rulebase"]["layers"][0].keys() >= {"name", "version", "hash"}
        for text in _texts(result):
            assert text.keys() == {"fi", "sv", "en"}


def _texts(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if "fi" in data:
            yield data
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


#: Where to find something in a result, and what it must not become.
MUTATIONS: list[tuple[tuple[str | int, ...], Any]] = [
    (("contract",), 2),
    (("eligibility",), None),
    (("eligibility", "level"), "maybe"),
    (("eligibility", "at_least"), None),
    (("eligibility", "because"), "rule"),
    (("eligibility", "hinges_on", 0), 3),
    (("truth", "level_test"), True),
    (("truth", "level_test"), "yes"),
    (("situations", 0, "truth"), "dont_know"),
    (("situations", 0, "criteria", 0, "text"), "teksti"),
    (("safety", 0, "truth"), "not_met"),
    (("safety", 0, "id"), "Not An Id"),
    (("safety", 0, "text", "fi"), 7),
    (("safety", 0, "sources", 0, "basis"), "guessed"),
    (("duties", 0, "section"), "25 §"),
    (("duties", 0, "hinges_on"), None),
    (("channels", 0, "usable"), "yes"),
    (("channels", 0, "goes_by"), "role"),
    (("channels", 0, "valid_from"), "1.1.2024"),
    (("notices", 0, "heading"), "other"),
    (("questions", "acute_danger"), True),
    (("questions", "violence_forms"), ["stalking"]),
    (("missing", 0, "state"), "answered"),
    (("safety_questions", 0, "state"), "yes"),
    (("as_of",), "tänään"),
    (("judgement",), {"agrees": False}),
    (("judgement",), {"deviates": "up"}),
    (("rulebase", "status"), "approved"),
    (("rulebase", "layers"), []),
    (("engines",), []),
    (("engines", 0), "guess"),
]


@pytest.mark.parametrize(("path", "value"), MUTATIONS, ids=str)
def test_the_schema_refuses_a_mutated_result(
    path: tuple[str | int, ...], value: Any, rulebase: RuleBase, validator: Draft202012Validator
) -> None:
    result = copy.deepcopy(rulebase.screen({}, as_of=DAY).to_dict())
    assert validator.is_valid(result)
    part: Any = result
    for step in path[:-1]:
        part = part[step]
    assert part[path[-1]] != value
    part[path[-1]] = value
    assert not validator.is_valid(result)


@pytest.mark.parametrize("key", sorted(KEYS))
def test_the_schema_wants_every_key(
    key: str, rulebase: RuleBase, validator: Draft202012Validator
) -> None:
    result = rulebase.screen({}, as_of=DAY).to_dict()
    del result[key]
    assert not validator.is_valid(result)
    assert validator.is_valid(rulebase.screen({}, as_of=DAY).to_dict() | {"a_new_key": 1})


def test_no_answer_is_in_it(rulebase: RuleBase) -> None:
    """Answers that lead to the same truths and states give the same dict; area and role show
    only in which channels are offered."""
    base = {"child_age": 9, "area": "pohjois_savo", "role": "education"}
    for one, other in [
        ({"child_age": 9}, {"child_age": 10}),
        ({"psychiatric_symptoms": ["severe_self_harm"]},
         {"psychiatric_symptoms": ["reality_disturbed", "low_mood_or_anxiety"]}),
        ({"violence_forms": ["physical"]}, {"violence_forms": ["sexual"]}),
        ({"emergency_signs": ["suicide_danger"]}, {"emergency_signs": ["dangerous_not_eating"]}),
    ]:  # fmt: skip
        dicts = [rulebase.screen(base | each, as_of=DAY).to_dict() for each in (one, other)]
        assert dicts[0] == dicts[1]
    options = {
        option.id
        for question in rulebase.period(DAY).questions.values()
        if question.id not in ("area", "service_area", "role")
        for option in question.options
    }
    everything = {
        name: [o.id for o in question.options]
        for name, question in rulebase.period(DAY).questions.items()
        if question.type == "choices" and question.applies_when is None
    }
    told = set(_strings(rulebase.screen(everything, as_of=DAY).to_dict()))
    # The cost of a channel has a word that is an option too.
    assert told & options <= {"none"}


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
    elif isinstance(data, str):
        yield data


def test_a_channel_says_whether_it_may_be_used_or_that_it_is_not_known(rulebase: RuleBase) -> None:
    seen = set()
    for answers in ({}, {"role": "education"}, {"role": "child_welfare_social_worker"}):
        result = rulebase.screen(answers, as_of=DAY)
        told = {each["id"]: each["usable"] for each in result.to_dict()["channels"]}
        assert told == {each.id: each.usable for each in result.channels}
        seen |= set(told.values())
    assert seen == {True, False, None}


def test_a_section_of_law_stands_in_three_languages(rulebase: RuleBase) -> None:
    sections = {duty["id"]: duty["section"] for duty in rulebase.screen({}).to_dict()["duties"]}  # type: ignore[attr-defined]  # plain data
    notification = sections["child_welfare_notification"]
    assert list(notification) == ["fi", "sv", "en"]
    assert len(set(notification.values())) == 3


def test_what_it_gives_is_a_copy(rulebase: RuleBase) -> None:
    result = rulebase.screen({}, as_of=DAY)
    first = result.to_dict()
    for value in first.values():
        if isinstance(value, dict | list):
            value.clear()
    assert result.to_dict() == rulebase.screen({}, as_of=DAY).to_dict()
    with pytest.raises((TypeError, AttributeError)):
        result.truth["level_test"] = otseula.Truth.MET
    with pytest.raises((TypeError, AttributeError)):
        result.questions["acute_danger"] = "answered"
    with pytest.raises((TypeError, AttributeError)):
        result.safety = ()


def test_its_repr_shows_no_answer(rulebase: RuleBase) -> None:
    told = repr(rulebase.screen({"role": "education", "area": "keski_suomi"}, as_of=DAY))
    for name in ("area", "service_area", "role", "explainer", "answers"):
        assert f" {name}=" not in told
