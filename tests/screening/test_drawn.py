"""The diagrams that are kept: used only for these very conditions, and the same as drawn anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

import otseula
from otseula.logic.conditions import AllOf, ConditionSet
from otseula.rulebase.model import Period
from otseula.screening import drawn
from otseula.screening.compiled import compile_period
from otseula.screening.goals import Goal
from tests.logic.random_conditions import random_conditions
from tests.screening.random_bases import random_base

DAY = date(2026, 12, 1)
Goals = dict[Goal, tuple[str, ...]]


@pytest.fixture(scope="module")
def period() -> Period:
    return otseula.load(engines=("lanes",)).period(DAY)


@pytest.fixture(scope="module")
def goals(period: Period) -> Goals:
    return dict(compile_period(period, ("lanes",)).exact.goals)


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time diagrams are drawn."""
    counted: list[int] = []
    original = drawn.drawn

    def draw(*given: object) -> object:
        counted.append(1)
        return original(*given)

    monkeypatch.setattr(drawn, "drawn", draw)
    return counted


def test_what_is_kept_is_what_was_drawn(
    period: Period, goals: Goals, place: Path, drawings: list[int]
) -> None:
    drawn.refresh(period, goals)
    assert drawings.pop()
    found = drawn.completions_of(period, goals, keep=True)
    assert not drawings
    anew = drawn.completions_of(period, goals, keep=False)
    assert found is not None and anew is not None
    for part in ("variable", "low", "high"):
        assert getattr(found.diagram, part) == getattr(anew.diagram, part)
    assert (found.goals, found.applies, found.codings) == (anew.goals, anew.applies, anew.codings)
    # It may be added to, as one that was drawn here.
    number = next(iter(found.goals.values()))
    assert found.diagram.negated(found.diagram.negated(number)) == number


def test_it_is_drawn_and_kept_where_there_is_none(
    period: Period, goals: Goals, place: Path, drawings: list[int]
) -> None:
    for _ in range(2):
        drawn.completions_of(period, goals, keep=True)
    assert drawings == [1]


def test_it_is_not_used_for_other_conditions(
    period: Period, goals: Goals, place: Path, drawings: list[int]
) -> None:
    drawn.completions_of(period, goals, keep=True)
    conditions = period.conditions
    name = next(iter(period.situations))
    nodes = {**conditions.nodes, name: AllOf((conditions.nodes[name],) * 2)}
    other = replace(period, conditions=ConditionSet(conditions.questions, nodes))
    drawn.completions_of(other, goals, keep=True)
    drawn.completions_of(period, dict(list(goals.items())[1:]), keep=True)
    assert drawings == [1] * 3


@pytest.mark.parametrize("damage", [b"", b"not a pickle"])
def test_damaged_diagrams_are_drawn_anew(
    period: Period, goals: Goals, place: Path, drawings: list[int], damage: bytes
) -> None:
    drawn.refresh(period, goals)
    (file,) = place.rglob("diagrams-*.pickle")
    file.write_bytes(damage)
    drawn.completions_of(period, goals, keep=True)
    assert drawings == [1, 1]


def test_nothing_is_written_where_python_writes_no_compiled_modules(
    period: Period, goals: Goals, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    drawn.completions_of(period, goals, keep=True)
    drawn.completions_of(period, goals, keep=False)
    assert not list(place.rglob("*"))


def test_only_the_bundled_rule_base_is_kept(place: Path) -> None:
    random = Random(3)
    base = random_base(random, random_conditions(random, 8))
    assert base.screen({}, as_of=DAY).missing
    assert not list(place.rglob("diagrams-*"))
    assert otseula.load(engines=("lanes",)).screen({}, as_of=DAY).missing
    assert list(place.rglob("diagrams-*"))
