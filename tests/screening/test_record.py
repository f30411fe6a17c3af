"""Records: the same again, told apart after a change, refused where they are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

import otseula
from otseula import CaseError, RuleBase, build_record, replay
from tests.screening.cases import random_case
from tests.screening.privacy import REFUSED_EXAMPLES, assert_nowhere
from tests.screening.small_bases import loaded

DAY = date(2026, 12, 1)
BASE: dict[str, Any] = {
    "questions": [
        {"id": "a", "type": "boolean", "text": {"fi": "a"}},
        {"id": "b", "type": "integer", "range": [0, 9], "text": {"fi": "b"}},
        {"id": "marks", "type": "choices", "text": {"fi": "m"},
         "options": [{"id": "x", "text": {"fi": "x"}}, {"id": "y", "text": {"fi": "y"}}]},
        {"id": "inner", "type": "boolean", "text": {"fi": "i"}, "applies_when": "a"},
    ],
    "parameters": [{"id": "limit", "value": 5, "text": {"fi": "l"}}],
    "criteria": [{"id": "much", "text": {"fi": "c"}, "when": {"b": {"at_least": "$limit"}}}],
    "expertise": [{"id": "same_id", "text": {"fi": "e"}}, {"id": "other", "text": {"fi": "o"}}],
    "notices": [{"id": "same_id", "text": {"fi": "n"}}],
    "rules": [
        {"id": "r", "when": "much", "then": {"expertise": ["same_id"], "eligibility": "advice"},
         "because": {"fi": "r"}},
        {"id": "s", "when": "a", "then": {"notices": ["same_id"]}, "because": {"fi": "s"}},
    ],
    "deviation_reasons": [{"id": "why", "text": {"fi": "w"}}],
}  # fmt: skip
ANSWERS = {"a": True, "b": 7, "marks": ["y", "dont_know"]}


def changed_base(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    base = json.loads(json.dumps(BASE))
    change(base)
    return base


@pytest.fixture
def rulebase(tmp_path: Path) -> RuleBase:
    return loaded(tmp_path, BASE)


def recorded(rulebase: RuleBase, answers: Any = None, **more: Any) -> dict[str, Any]:
    interview = rulebase.interview(ANSWERS if answers is None else answers, as_of=DAY)
    result = interview.result(**more)
    return json.loads(json.dumps(build_record(rulebase, interview.answers, result)))


def as_bytes(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def test_a_record_is_the_recommendation_with_answers_and_items(rulebase: RuleBase) -> None:
    record = recorded(rulebase)
    assert record["record"] == 1
    assert record["answers"] == ANSWERS
    told = rulebase.screen(ANSWERS, as_of=DAY).to_dict()
    assert {key: record[key] for key in told} == told
    assert record["as_of"] == "2026-12-01"
    assert record["items"].keys() >= {"a", "limit", "much", "same_id", "r", "why"}
    assert all(len(short) in (12, 24) for short in record["items"].values())
    assert not any("T" in text or ":" in text for text in [record["as_of"]])


@pytest.mark.parametrize("judgement", [None, {"agrees": True}, {"deviates": "up", "reason": "why"}])
def test_the_same_again(rulebase: RuleBase, judgement: Any) -> None:
    record = recorded(rulebase, judgement=judgement)
    again = replay(rulebase, as_bytes(record))
    assert (again.same, again.changed, again.gone) == (True, (), 0)
    assert again.now.to_dict() == {key: record[key] for key in again.now.to_dict()}
    assert again.recorded["at_least"] == again.recorded["at_most"] == "advice"
    assert again.recorded["expertise"] == ("same_id",)


def test_records_of_the_bundled_rule_base_come_out_the_same() -> None:
    rulebase = otseula.load()
    other_engines = otseula.load(engines=("lanes",))
    random = Random(3)
    for _ in range(40):
        case = random_case(random, rulebase.period(DAY))
        record = as_bytes(recorded(rulebase, case))
        for again in (replay(rulebase, record), replay(other_engines, record)):
            assert (again.same, again.changed, again.gone) == (True, (), 0)


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], object], bool, set[str], int]] = {
    # what changes, whether the recommendation is the same, which items changed, how many went
    "the limit, without effect": (
        lambda b: b["parameters"][0].update(value=6), True, {"limit", "much", "r"}, 0,
    ),
    "the limit, with effect": (
        lambda b: b["parameters"][0].update(value=8), False, {"limit", "much", "r"}, 0,
    ),
    "a text of the result": (
        lambda b: b["expertise"][0].update(text={"fi": "muu"}), False, {"same_id"}, 0,
    ),
    "one of two items of one id": (
        lambda b: b["notices"][0].update(text={"fi": "muu"}), False, {"same_id"}, 0,
    ),
    "a text that is not in the result": (
        lambda b: b["expertise"][1].update(text={"fi": "muu"}), True, {"other"}, 0,
    ),
    "a new rule": (
        lambda b: b["rules"].append(
            {"id": "t", "when": "a", "then": {"expertise": ["other"]}, "because": {"fi": "t"}}
        ), False, {"t"}, 0,
    ),
    "a rule gone": (lambda b: b["rules"].pop(), False, set(), 1),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_told(name: str, rulebase: RuleBase, tmp_path: Path) -> None:
    change, same, changed, gone = CHANGES[name]
    (tmp_path / "new").mkdir()
    other = loaded(tmp_path / "new", changed_base(change))
    again = replay(other, as_bytes(recorded(rulebase)))
    assert (again.same, set(again.changed), again.gone) == (same, changed, gone)
    # Both results can be shown side by side.
    assert again.recorded["at_least"] == "advice"
    assert again.now.to_dict() == other.screen(ANSWERS, as_of=DAY).to_dict()


def test_answers_that_are_no_longer_taken_are_refused(rulebase: RuleBase, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    narrower = changed_base(lambda b: b["questions"][1].update(range=[0, 6]))
    with pytest.raises(CaseError) as caught:
        replay(loaded(tmp_path / "new", narrower), as_bytes(recorded(rulebase)))
    assert [p.pointer for p in caught.value.problems] == ["/answers/b"]


@pytest.mark.parametrize(
    "tamper",
    [
        {"eligibility": {"level": None, "at_least": "basic_services_first", "at_most": "advice"}},
        {"truth": {}},
        {"safety": []},
        {"missing": None},
        {"answers": {"a": False}},
        {"as_of": "20261201"},
    ],
    ids=str,
)
def test_a_tampered_record_is_not_the_same(rulebase: RuleBase, tamper: dict[str, Any]) -> None:
    record = recorded(rulebase) | tamper
    if tamper == {"safety": []}:
        record["expertise"] = []
    again = replay(rulebase, as_bytes(record))
    assert not again.same


NO_RECORDS: list[bytes] = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"1",
    b"\xff\xfe",
    b"record: 1\nanswers: {a: true}",
    b'{"record": 1}',
    b'{"record": 1, "answers": {}, "items": {}}',
    b'{"record": 1, "answers": [], "items": {}, "as_of": "2026-12-01"}',
    b'{"record": 1, "answers": {}, "items": [], "as_of": "2026-12-01"}',
    b'{"record": 1, "answers": {}, "items": {}, "as_of": "1.12.2026"}',
    b'{"record": 1, "answers": {}, "items": {}, "as_of": 20261201}',
    b'{"record": 1, "answers": {}, "items": {}, "as_of": ["2026-12-01"]}',
    b'{"record": 2, "answers": {}, "items": {}, "as_of": "2026-12-01"}',
    b'{"answers": {}, "items": {}, "as_of": "2026-12-01"}',
    b'{"record": 1, "record": 1, "answers": {}, "items": {}, "as_of": "2026-12-01"}',
    b"[" * 5_000,
]


@pytest.mark.parametrize("data", NO_RECORDS, ids=lambda d: repr(d[:60]))
def test_what_is_no_record_is_refused(rulebase: RuleBase, data: bytes) -> None:
    with pytest.raises(CaseError) as caught:
        replay(rulebase, data)
    assert [problem.code for problem in caught.value.problems] == ["not-a-record"]
    assert caught.value.__context__ is None


@pytest.mark.parametrize("judgement", ["x", 1, [], {"agrees": False}, {"agrees": True, "x": 1}])
def test_a_wrong_judgement_is_refused(rulebase: RuleBase, judgement: Any) -> None:
    with pytest.raises(CaseError):
        replay(rulebase, as_bytes(recorded(rulebase) | {"judgement": judgement}))


@pytest.mark.parametrize("secret", REFUSED_EXAMPLES[::4])
def test_nothing_of_a_foreign_record_is_repeated(rulebase: RuleBase, secret: str) -> None:
    record = recorded(rulebase)
    refused: list[dict[str, Any]] = [
        record | {"answers": {"a": secret}},
        record | {"answers": {secret: True}},
        record | {"answers": {"marks": ["x", secret]}},
        record | {"as_of": secret},
        record | {"record": secret},
        record | {"judgement": {"deviates": "up", "reason": secret}},
        record | {"judgement": secret},
    ]
    for data in refused:
        with pytest.raises(CaseError) as caught:
            replay(rulebase, as_bytes(data))
        assert_nowhere(secret, caught.value)
    told = [
        record | {"items": record["items"] | {secret: secret}},
        record | {"eligibility": {"at_least": secret, "at_most": [secret]}},
        record | {"expertise": [{"id": secret, "truth": "met"}, {"id": [secret], "truth": "met"}]},
        record | {"truth": {secret: secret}, "engines": [secret], secret: secret},
        record | {"safety": secret, "duties": {"id": secret}, "channels": [secret]},
    ]
    for data in told:
        try:
            again = replay(rulebase, as_bytes(data))
        except CaseError as refused_whole:  # for a character that no record holds
            assert_nowhere(secret, refused_whole)
            continue
        assert secret not in repr((again.recorded, again.changed, again.gone, again.now))


def test_a_record_from_before_the_contract_grew_is_still_the_same(rulebase: RuleBase) -> None:
    record = recorded(rulebase)
    del record["safety_questions"]
    assert replay(rulebase, as_bytes(record)).same


def test_a_record_without_what_every_record_has_is_none(rulebase: RuleBase) -> None:
    for key in ("eligibility", "safety", "truth", "judgement"):
        record = recorded(rulebase)
        del record[key]
        with pytest.raises(CaseError):
            replay(rulebase, as_bytes(record))
