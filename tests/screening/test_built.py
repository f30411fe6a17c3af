"""What the engines make of conditions, kept: used for these very conditions alone, from a safe
place, and the engines are the same as made anew."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

import otseula
from otseula.logic import engines
from otseula.logic.conditions import AllOf, ConditionSet
from otseula.logic.lockstep import Lockstep
from otseula.rulebase.model import Period
from otseula.screening import built
from tests.logic.random_conditions import random_answers, random_conditions
from tests.screening.random_bases import random_base

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def period() -> Period:
    return otseula.load().period(DAY)


@pytest.fixture
def kept(place: Path, period: Period) -> Path:
    built.refresh(period)
    (path,) = place.rglob("engines-*.pickle")
    return path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each time engines are built, whether what they are made of was at hand."""
    counted: list[bool] = []
    original = built.build_engines

    def build(conditions: ConditionSet, names: object, parts: dict[str, object]) -> object:
        counted.append(bool(parts))
        return original(conditions, names, parts)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(built, "build_engines", build)
    return counted


def test_the_engines_are_the_same(period: Period, kept: Path, made: list[bool]) -> None:
    found = Lockstep(built.engines_of(period, keep=True))
    anew = Lockstep(built.engines_of(period))
    assert made == [True, False]
    random = Random(11)
    for _ in range(50):
        answers = random_answers(random, period.conditions)
        assert found.evaluate(answers) == anew.evaluate(answers)


def test_many_cases_are_the_same(period: Period, kept: Path, made: list[bool]) -> None:
    random = Random(12)
    cases = [random_answers(random, period.conditions) for _ in range(100)]
    found, anew = (
        next(e for e in built.engines_of(period, ("lanes",), keep=keep)) for keep in (True, False)
    )
    again = built.engines_of(period, ("lanes",), keep=True)[0]
    assert made == [False, False, True]  # for these engines alone nothing was kept yet
    results = [each.evaluate_many(cases) for each in (found, anew, again)]  # type: ignore[attr-defined]  # lanes
    assert results[0] == results[1] == results[2]


def test_it_is_made_and_kept_where_there_is_none(
    period: Period, place: Path, made: list[bool]
) -> None:
    for _ in range(2):
        built.engines_of(period, keep=True)
    assert made == [False, True]


def test_it_is_not_used_for_other_conditions(period: Period, kept: Path, made: list[bool]) -> None:
    conditions = period.conditions
    name = next(iter(period.situations))
    nodes = {**conditions.nodes, name: AllOf((conditions.nodes[name],) * 2)}
    other = replace(period, conditions=ConditionSet(conditions.questions, nodes))
    built.engines_of(other, keep=True)
    assert made == [False]


def test_nothing_of_a_case_is_kept(period: Period, place: Path) -> None:
    random = Random(13)
    used = built.engines_of(period)
    before = pickle.dumps(engines.made_by(used))
    for _ in range(5):
        for engine in used:
            engine.evaluate(random_answers(random, period.conditions))
    assert pickle.dumps(engines.made_by(used)) == before


@pytest.mark.parametrize("damage", [b"", b"not a pickle", pickle.dumps(["no", "parts"])])
def test_what_is_damaged_is_made_anew(
    period: Period, kept: Path, made: list[bool], damage: bytes
) -> None:
    kept.write_bytes(damage)
    built.engines_of(period, keep=True)
    built.engines_of(period, keep=True)
    assert made == [False, True]


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_that_others_can_write_is_not_trusted(
    period: Period, kept: Path, made: list[bool], mode: int
) -> None:
    kept.chmod(mode)
    built.engines_of(period, keep=True)
    assert made == [False]


def test_a_directory_that_others_can_write_is_not_trusted(
    period: Period, kept: Path, made: list[bool]
) -> None:
    kept.parent.chmod(0o777)
    built.engines_of(period, keep=True)
    assert made == [False]


def test_a_link_is_not_followed(period: Period, kept: Path, made: list[bool]) -> None:
    elsewhere = kept.with_name("elsewhere")
    kept.rename(elsewhere)
    kept.symlink_to(elsewhere)
    built.engines_of(period, keep=True)
    assert made == [False]


def test_another_owners_file_is_not_trusted(
    period: Period, kept: Path, made: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    if kept.stat().st_uid == 0:
        os.chown(kept, 12345, -1)
    else:
        monkeypatch.setattr("os.geteuid", lambda: kept.stat().st_uid + 1)
    built.engines_of(period, keep=True)
    assert made == [False]


def test_nothing_is_written_where_python_writes_no_compiled_modules(
    period: Period, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    built.engines_of(period, keep=True)
    built.engines_of(period)
    assert not list(place.rglob("*"))


def test_only_the_bundled_rule_base_is_kept(place: Path) -> None:
    random = Random(3)
    base = random_base(random, random_conditions(random, 8))
    assert base.screen({}, as_of=DAY).missing
    assert not list(place.rglob("engines-*"))
    assert otseula.load().screen({}, as_of=DAY).missing
    assert list(place.rglob("engines-*"))
