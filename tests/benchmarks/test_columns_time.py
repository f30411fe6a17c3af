"""What screening a table takes beside numpy written by hand, and how it grows (issue 6, points 2
and 4). `python -m tests.benchmarks.peers` measures the same beside other engines."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from statistics import median
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from otseula import RuleBase
from otseula.logic.conditions import AllOf, AnyOf, Condition, Not, QuestionTest
from otseula.rulebase.model import Content
from tests.screening.periods import period, question

DAY = date(2026, 12, 1)
BAR = 2.0
ROUNDS = 7
OPTIONS = tuple("abcdef")
FLAGS, NUMBERS, CHOICES = (tuple(f"{kind}{at}" for at in range(20)) for kind in "bnc")


@dataclass(frozen=True)
class Rule:
    """Met where a boolean is, another is not, and a number is high enough or an option chosen."""

    yes: str
    no: str
    number: str
    least: int
    choice: str
    option: str

    def condition(self) -> Condition:
        high = QuestionTest(self.number, "at_least", self.least)
        chosen = QuestionTest(self.choice, "one_of", (self.option,))
        yes, no = (QuestionTest(name, "is", True) for name in (self.yes, self.no))
        return AllOf((yes, AnyOf((high, chosen)), Not(no)))

    def by_hand(self, of: dict[str, Any]) -> Any:
        code = OPTIONS.index(self.option)
        return (of[self.yes] & ((of[self.number] >= self.least) | (of[self.choice] == code))) & ~of[
            self.no
        ]


@cache
def rules(count: int) -> tuple[Rule, ...]:
    random = Random(6)
    return tuple(
        Rule(
            *random.sample(FLAGS, 2),
            random.choice(NUMBERS),
            random.randint(1, 40),
            random.choice(CHOICES),
            random.choice(OPTIONS),
        )
        for _ in range(count)
    )


@cache
def rulebase(count: int) -> RuleBase:
    questions = [
        *(question(name, "boolean") for name in FLAGS),
        *(question(name, "integer", range=(0, 40)) for name in NUMBERS),
        *(question(name, "choice", options=OPTIONS) for name in CHOICES),
    ]
    nodes = {f"r{at}": rule.condition() for at, rule in enumerate(rules(count))}
    content = Content((), "0" * 64, {}, {}, (), (period(questions, nodes=nodes),))
    return RuleBase(content, ("lanes",))


@cache
def arrays(cases: int) -> dict[str, Any]:
    random = np.random.default_rng(6)
    return (
        {name: random.random(cases) < 0.3 for name in FLAGS}
        | {name: random.integers(0, 41, cases, np.int8) for name in NUMBERS}
        | {name: random.integers(0, len(OPTIONS), cases, np.int8) for name in CHOICES}
    )


@cache
def table(cases: int) -> pa.Table:
    return pa.table(
        {
            name: pa.DictionaryArray.from_arrays(pa.array(array), list(OPTIONS))
            if name in CHOICES
            else pa.array(array)
            for name, array in arrays(cases).items()
        }
    )


def in_turns(*works: Callable[[], object]) -> list[float]:
    """The median CPU seconds of each, in rounds."""
    taken: list[list[float]] = [[] for _ in works]
    for round_ in range(ROUNDS + 1):
        for seconds, work in zip(taken, works, strict=True):
            started = time.process_time()
            work()
            if round_:  # the first fills the caches
                seconds.append(time.process_time() - started)
    return [median(seconds) for seconds in taken]


@pytest.fixture
def many(request: pytest.FixtureRequest) -> int:
    return 1_000_000 if request.config.getoption("--benchmark", default=False) else 200_000


def test_columns_beside_numpy_by_hand(slack: float, many: int) -> None:
    """All is known; each rule's truths are packed and kept."""
    given, columns, screens = table(many), arrays(many), rulebase(100).screen_columns

    def by_hand() -> list[Any]:
        return [np.packbits(rule.by_hand(columns), bitorder="little") for rule in rules(100)]

    found = screens(given, as_of=DAY)
    for column, kept in zip(found.columns, by_hand(), strict=True):
        assert np.array_equal(np.packbits(column.to_numpy(), bitorder="little"), kept)
    ours, numpy = in_turns(lambda: screens(given, as_of=DAY), by_hand)
    print(f"{many} cases: {ours * 1e3:.1f} ms, {ours / numpy:.2f} of numpy by hand")
    assert ours <= BAR * slack * numpy


def test_twice_the_rules_or_cases_take_at_most_twice_as_long(slack: float, many: int) -> None:
    half, cases = table(many // 8), table(many)
    few, more, all_ = in_turns(
        lambda: rulebase(40).screen_columns(half, as_of=DAY),
        lambda: rulebase(320).screen_columns(half, as_of=DAY),
        lambda: rulebase(40).screen_columns(cases, as_of=DAY),
    )
    print(f"eight times the rules: {more / few:.1f}; eight times the cases: {all_ / few:.1f}")
    assert max(more, all_) <= 8 * slack * few
