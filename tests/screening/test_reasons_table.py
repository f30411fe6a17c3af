"""Reasons of hand-made cases, and what is told where there are no diagrams."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.logic.conditions import Answers, Truth
from otseula.rulebase.model import Content
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.explaining import Explaining
from otseula.screening.firm import firmness
from otseula.screening.goals import Goal
from otseula.screening.judged import Judged
from otseula.text import LANGUAGES
from tests.screening.small_bases import loaded

TABLE = yaml.safe_load(Path(__file__).with_name("reasons_table.yaml").read_text("utf-8"))
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, CompiledPeriod]:
    rulebase = loaded(tmp_path_factory.mktemp("reasons"), TABLE["base"])
    compiled, _, _ = rulebase._on(DAY)
    return rulebase.content, compiled


def _judged(compiled: CompiledPeriod, answers: Answers) -> Judged:
    return Judged(compiled, compiled.settled(compiled.lanes.evaluate(answers), answers))


def _case(row: dict[str, Any]) -> dict[str, Any]:
    return {n: tuple(v) if isinstance(v, list) else v for n, v in row["answers"].items()}


def _name(of: str) -> Goal | str:
    kind, colon, name = of.partition(":")
    return Goal(kind, name) if colon else of


@pytest.mark.parametrize("row", TABLE["cases"], ids=lambda row: row["name"])
def test_reasons(base: tuple[Content, CompiledPeriod], row: dict[str, Any]) -> None:
    content, compiled = base
    told = Explaining(content, _judged(compiled, _case(row)))(_name(row["of"]))
    assert told.truth is Truth(row["truth"])
    assert [each.id for each in told.why] == row.get("why", [])
    assert told.smallest
    failed = {each.id: [one.id for one in each.why] for each in told.failed}
    assert failed == row.get("failed", {})
    assert len(told.missing) == row.get("missing", 0)
    changes = [[f"{each.id}: {each.to.in_language('en')}" for each in one] for one in told.changes]
    assert changes == row.get("changes", [])
    assert all(each.to.in_language(n) for one in told.changes for each in one for n in LANGUAGES)
    assert all(each.safety is (each.id == "danger") for one in told.changes for each in one)


@pytest.mark.parametrize("row", TABLE["cases"], ids=lambda row: row["name"])
def test_without_diagrams_nothing_wrong_is_told(
    base: tuple[Content, CompiledPeriod], row: dict[str, Any]
) -> None:
    content, compiled = base
    answers, name = _case(row), _name(row["of"])
    lanes = compiled.lanes
    told = Explaining(content, _judged(compiled, answers).without_diagrams)(name)
    assert not told.smallest
    if told.truth is Truth.UNKNOWN:
        assert len(told.missing) >= row.get("missing", 1)
        return
    assert told.truth is Truth(row["truth"])
    if isinstance(name, Goal):
        return
    why = {each.id: answers[each.id] for each in told.why}
    assert lanes.evaluate(why).nodes[name] is told.truth
    for dropped in why:
        rest = {n: v for n, v in why.items() if n != dropped}
        assert lanes.evaluate(rest).nodes[name] is Truth.UNKNOWN


@pytest.mark.parametrize("row", TABLE["firm"], ids=lambda row: str(row["answers"]))
def test_firmness(base: tuple[Content, CompiledPeriod], row: dict[str, Any]) -> None:
    told = firmness(_judged(base[1], _case(row)))
    assert told.robust is row["robust"]
    assert [each.id for each in told.hinges_on] == row["hinges_on"]


def test_an_unknown_id_is_a_key_error_that_does_not_name_it(
    base: tuple[Content, CompiledPeriod],
) -> None:
    content, compiled = base
    for name in ("typed_by_someone", Goal("duties", "typed_by_someone")):
        with pytest.raises(KeyError) as caught:
            Explaining(content, _judged(compiled, {}))(name)
        assert "typed" not in str(caught.value)
