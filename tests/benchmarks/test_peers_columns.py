"""The floors over columns are right on complete cases, and so is otseula; where numpy is."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="numpy: not installed (make peers)")

import numpy as np

from tests.benchmarks.peers import dict_cases, many, numpy_columns, report_many
from tests.benchmarks.peers.column_cases import column_cases, rule_base
from tests.benchmarks.peers.measuring import Measured, Race
from tests.benchmarks.peers.runners import not_installed
from tests.benchmarks.peers.verify import DiffersError
from tests.benchmarks.peers.workload import workload

#: More than one block of numpy's, and no whole byte at the end.
CASES = 33_003


@pytest.mark.parametrize("entrant", many.ENTRANTS, ids=many.label)
def test_it_says_what_the_specification_says(entrant: many.Many) -> None:
    try:
        many.ready(entrant, column_cases(20, 1_003))
    except ImportError as missing:
        pytest.skip(not_installed(missing))


def test_one_that_differs_is_an_error() -> None:
    cases = column_cases(20, 1_003)
    wrong = {name: column.copy() for name, column in cases.columns.items()}
    wrong["b0"][:200] ^= True
    changed = type(cases)(cases.work, cases.count, wrong)
    with pytest.raises(DiffersError, match="numpy, blocks, from columns"):
        many.ready(next(e for e in many.ENTRANTS if e.name == "numpy, blocks"), changed)


def test_all_ways_of_numpy_keep_the_same_bits() -> None:
    cases = column_cases(20, CASES)
    kept = [make(cases)() for make in (numpy_columns.whole, numpy_columns.blocks)]
    kept.append(numpy_columns.packed(cases)())
    truths = [numpy_columns.truths(each, CASES) for each in kept]
    assert all(np.array_equal(each, truths[0]) for each in truths)
    loop = dict_cases.each_truths(dict_cases.over_columns(cases)(), CASES)
    assert np.array_equal(truths[0], loop)


def test_rows_and_columns_are_the_same_cases() -> None:
    cases = column_cases(20, 300)
    rows = cases.rows(300)
    assert rows[:200] == list(workload("20").facts)
    said = dict_cases.each_truths(dict_cases.generated(cases)(), 300)
    assert np.array_equal(said, numpy_columns.truths(numpy_columns.whole(cases)(), 300))


def test_the_rule_base_of_the_synthetic_rules_says_the_same() -> None:
    work = workload("20")
    base = rule_base(work)
    for case, expected in zip(work.cases[:20], work.truths, strict=False):
        told = base.screen(case, as_of=dict_cases.AS_OF).truth
        assert tuple(told[name].value == "met" for name in work.rules.trees) == expected


def test_the_sections_of_many_cases() -> None:
    def ran(rules: int, *, otseula: float) -> Race:
        seconds = {many.label(each): 1e-8 for each in many.ENTRANTS}
        seconds[many.label(many.OTSEULA_COLUMNS)] = otseula
        seconds["ZEN, one array expression, from mappings"] = 4e-6
        seconds["CEL (Rust), from mappings"] = 9e-6
        roles = {many.label(each): each.role for each in many.ENTRANTS}
        return Race(
            str(rules),
            {name: Measured(name, roles[name], [each] * 3, 9, 9) for name, each in seconds.items()},
        )

    said = report_many.many_cases([ran(100, otseula=1.5e-8), ran(500, otseula=2.5e-8)])
    bars = said["many cases, bars"].splitlines()
    assert [line.rsplit(": ", 1)[1] for line in bars] == [
        *("**not held**", "held", "held", "**not held**", "held")
    ]
    nanoseconds = said["many cases, nanoseconds"].splitlines()
    [duckdb] = [line for line in nanoseconds if "DuckDB" in line]
    assert duckdb.endswith("| 250 000, 62 500 |")
