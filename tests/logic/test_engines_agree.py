"""The engines agree on random rule bases; `python -m tests.fuzz` is the long run of the same."""

from __future__ import annotations

import pytest

from otseula.logic.engines import available_engines, build_engines
from tests.logic.agreement import Tally, compare
from tests.logic.extremes import EXTREMES

CASES = 5


@pytest.mark.parametrize("block", range(8))
def test_on_random_pairs(block: int) -> None:
    tally = Tally()
    for seed in range(50):
        compare(50 * block + seed, CASES, tally)
    assert tally.disagreements == []
    # The run looked at something: cases are decided here, open there, contradictory now and then.
    assert tally.pairs == 50 * CASES
    assert 0 < tally.decided < tally.node_evaluations
    assert tally.contradictory


@pytest.mark.parametrize("name", EXTREMES)
def test_on_extremes(name: str) -> None:
    extreme = EXTREMES[name]()
    engines = build_engines(extreme.conditions)
    many = engines[0].evaluate_many([answers for answers, _ in extreme.cases])
    for number, (answers, expected) in enumerate(extreme.cases):
        for engine in engines:
            evaluation = engine.evaluate(answers)
            assert evaluation.nodes["probe"] is expected, (engine.name, number)
        assert many.truth("probe", number) is expected


def test_unknown_engines_are_refused() -> None:
    conditions = EXTREMES["wide_any"]().conditions
    with pytest.raises(ValueError, match="no engine 'prolog'"):
        build_engines(conditions, ["lanes", "prolog"])
    with pytest.raises(ValueError, match="at least one"):
        build_engines(conditions, [])
    chosen = build_engines(conditions, ["specification", "lanes"])
    assert [engine.name for engine in chosen] == ["specification", "lanes"]
    assert tuple(e.name for e in build_engines(conditions)) == available_engines()
