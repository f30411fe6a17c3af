"""`screen_many` gives what `screen` gives, case by case, refusals word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from random import Random
from threading import Barrier
from typing import Any

import pytest

import otseula
from otseula import CaseError, Recommendation
from otseula.logic import filling
from otseula.logic.conditions import DONT_KNOW
from otseula.logic.lane_rows import LaneRows
from otseula.logic.lanes import Lanes
from otseula.screening import many, plain_case
from tests.logic.random_conditions import random_answers, random_conditions
from tests.screening.cases import random_case
from tests.screening.random_bases import random_base
from tests.screening.small_bases import loaded

DAY = date(2026, 12, 1)


class Text(str):
    """A caller's own kind of text."""


class Read(Mapping[str, Any]):
    """A mapping that is no dict."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self._answers = answers

    def __getitem__(self, name: str) -> Any:
        return self._answers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)


SPOILED = (
    1, 0, 1.0, True, None, "", "dont_know", ["dont_know"], [], ["a", "a"], ["b", "a"], [None],
    ("a", "b"), ["a", DONT_KNOW], [DONT_KNOW, "a"], Text("a"), [Text("a")], {"a": 1}, {"a"}, 10**30,
    "010101A123N", ["matti@example.org"], object(), b"a", 99, "north",
)  # fmt: skip


def spoiled(random: Random, case: dict[str, Any]) -> Any:
    """The case, or one in which something is strange, or wrong."""
    match random.choice(["as it is", "value", "key", "order", "mapping", "none"]):
        case "value" if case:
            return case | {random.choice(list(case)): random.choice(SPOILED)}
        case "key":
            return case | {random.choice(["q999", Text("q0"), 5, "matti@example.org"]): True}
        case "order":
            return dict(random.sample(list(case.items()), len(case)))
        case "mapping":
            return random.choice([Read(case), [], None, Text("a"), otseula.Case(case)])
        case "none":
            return case | dict.fromkeys(random.sample(list(case), len(case) // 2))
    return case


def screened(rulebase: otseula.RuleBase, case: Any) -> Recommendation | CaseError:
    try:
        return rulebase.screen(case, as_of=DAY)
    except CaseError as refused:
        return refused


def same(one: Recommendation | CaseError, other: Recommendation | CaseError) -> bool:
    if isinstance(one, CaseError) or isinstance(other, CaseError):
        return type(one) is type(other) and one.args == other.args
    return one == other and dict(one.truth) == dict(other.truth)


@pytest.mark.parametrize("seed", range(40))
def test_many_is_one_after_the_other(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    monkeypatch.setattr(many, "CHUNK", random.choice([1, 3, 64]))
    for module in (plain_case, filling):
        monkeypatch.setattr(module, "_MOST", random.choice([2, 10_000]))
    rulebase = random_base(random, random_conditions(random, random.randint(1, 14)))
    conditions = rulebase.period().conditions
    cases = [
        spoiled(random, lists(random_answers(random, conditions, consistent=random.random() < 0.5)))
        for _ in range(40)
    ]
    given = rulebase.screen_many(cases, on_error="yield", as_of=DAY)
    for case, found in zip(cases, given, strict=True):
        assert same(found, screened(rulebase, case)), case
        if isinstance(found, CaseError):
            assert found.__context__ is found.__cause__ is None


def lists(answers: Mapping[str, Any]) -> dict[str, Any]:
    """As a caller writes them."""
    return {n: list(v) if isinstance(v, tuple) else v for n, v in answers.items()}


def test_many_of_the_bundled_rule_base() -> None:
    rulebase = otseula.load(engines=("lanes",))
    random, period = Random(2), rulebase.period(DAY)
    cases = [random_case(random, period) for _ in range(40)]
    found = list(rulebase.screen_many(cases, as_of=DAY))
    for case, result in zip(cases, found, strict=True):
        assert dict(result.truth) == dict(rulebase.screen(case, as_of=DAY).truth)
    assert found[0].to_dict() == rulebase.screen(cases[0], as_of=DAY).to_dict()


BASE = """
questions:
  - {id: a, type: boolean, text: {fi: a}}
  - {id: b, type: boolean, applies_when: a, text: {fi: b}}
"""


class Changing(Read):
    """Answers otherwise when asked again."""

    def __iter__(self) -> Iterator[str]:
        self._answers, answers = {"a": True}, self._answers
        return iter(list(answers))

    def __getitem__(self, name: str) -> Any:
        return {"a": False, "b": True}[name]


def test_a_mapping_that_answers_otherwise_is_held_to_its_first_answers(tmp_path) -> None:
    rulebase = loaded(tmp_path, BASE)
    case = Changing({"a": False, "b": True})
    (found,) = rulebase.screen_many([case], on_error="yield")
    assert [problem.code for problem in found.problems] == ["contradiction"]


@pytest.mark.parametrize("seed", range(20))
def test_turned_over_the_truths_are_the_same(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, random.randint(1, 12))
    lanes, width = Lanes(conditions), random.choice([1, 2, 65])
    answers = [random_answers(random, conditions) for _ in range(width)]
    result = lanes.evaluate_many(answers)
    rows = LaneRows(result)
    for case, each in enumerate(answers):
        assert rows.evaluation(case) == result.evaluation(case) == lanes.evaluate(each)


def test_what_an_earlier_run_remembers_changes_nothing() -> None:
    random = Random(5)
    conditions = random_conditions(random, 12)
    lanes = Lanes(conditions)
    for width in (3, 0, 17, 1):
        cases = [random_answers(random, conditions) for _ in range(width)]
        assert lanes.evaluate_many(cases) == Lanes(conditions).evaluate_many(cases)


def test_threads_share_what_is_remembered() -> None:
    random = Random(7)
    conditions = random_conditions(random, 12)
    cases = [random_answers(random, conditions) for _ in range(300)]
    expected = Lanes(conditions).evaluate_many(cases)
    for _ in range(20):
        lanes, barrier = Lanes(conditions), Barrier(4)

        def work(_: int, lanes: Lanes = lanes, barrier: Barrier = barrier) -> bool:
            barrier.wait()
            return lanes.evaluate_many(cases) == expected

        with ThreadPoolExecutor(4) as pool:
            assert all(pool.map(work, range(4)))
