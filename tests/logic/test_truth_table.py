"""Every engine answers to the hand-computed table."""

from __future__ import annotations

import pytest

from otseula.logic.conditions import Truth
from otseula.logic.engines import ENGINES, available_engines
from otseula.logic.lanes import Lanes
from otseula.logic.lockstep import Lockstep
from otseula.logic.truth import truth_of
from tests.logic.table import rows

ROWS = rows()
all_rows = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)


def expected(row) -> dict[str, Truth]:
    nodes = {"probe": row.written["expect"], **row.written.get("also", {})}
    return {name: Truth(truth) for name, truth in nodes.items()}


def expected_applies(row) -> dict[str, Truth]:
    return {q: Truth(truth) for q, truth in row.written.get("applies", {}).items()}


def agrees(row, evaluation) -> None:
    nodes, applies = expected(row), expected_applies(row)
    assert {name: evaluation.nodes[name] for name in nodes} == nodes
    assert {question: evaluation.applies[question] for question in applies} == applies


@all_rows
@pytest.mark.parametrize("engine", available_engines())
def test_engine(engine, row) -> None:
    agrees(row, ENGINES[engine](row.conditions).evaluate(row.answers))


@all_rows
def test_many_at_once(row) -> None:
    # The row stands between two other cases, so that a lane cannot read its neighbour.
    empty, full = {}, dict.fromkeys(row.conditions.questions, "dont_know")
    result = Lanes(row.conditions).evaluate_many([empty, row.answers, full])
    agrees(row, result.evaluation(1))
    assert bool(result.contradictory >> 1 & 1) == ("contradiction" in row.written)
    assert result.contradictory & 0b101 == 0


@all_rows
def test_a_part(row) -> None:
    probe = row.conditions.nodes["probe"]
    assert truth_of(probe, row.conditions, row.answers) is Truth(row.written["expect"])


@all_rows
def test_what_if(row) -> None:
    # From other answers to the row's: what the row does not have is taken away.
    before = dict.fromkeys(row.conditions.questions, "dont_know")
    change = dict.fromkeys(before) | dict(row.answers)
    result = Lanes(row.conditions).what_if(before, [{}, change])
    agrees(row, result.evaluation(1))


@all_rows
def test_lockstep(row) -> None:
    lockstep = Lockstep([ENGINES[name](row.conditions) for name in available_engines()])
    agrees(row, lockstep.evaluate(row.answers))


def test_every_engine_is_here() -> None:
    assert {"lanes", "specification"} <= set(available_engines())
