"""Many cases as mappings: otseula in chunks, the fastest peers and floors one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from otseula import Recommendation, Truth
from otseula.logic.lanes import LaneResult, Lanes
from otseula.screening.many import CHUNK
from tests.benchmarks.peers import cel_rules, plain_python, polars_columns, zen_rules
from tests.benchmarks.peers.column_cases import Column, ColumnCases, rule_base
from tests.benchmarks.peers.shipped import AS_OF

Run = Callable[[], Any]

#: Chunks wider than those of `screen_many`, for what wider ones would give.
WIDE = 4096


def in_chunks(cases: ColumnCases) -> Run:
    """As `screen_many` does; the rails of every chunk are kept."""
    return _chunked(cases, CHUNK)


def in_wide_chunks(cases: ColumnCases) -> Run:
    return _chunked(cases, WIDE)


def _chunked(cases: ColumnCases, width: int) -> Run:
    lanes, rows = Lanes(cases.work.conditions), cases.rows(cases.count)
    starts = range(0, len(rows), width)
    return lambda: [lanes.evaluate_many(rows[start : start + width]) for start in starts]


def chunk_truths(kept: Sequence[LaneResult], count: int) -> Column:
    first = kept[0]
    count = min(count, first.width)
    return np.array([[met >> case & 1 for case in range(count)] for met in first.met.values()])


def screen_many(cases: ColumnCases) -> Run:
    """The public way: each case checked, each recommendation made and left unread."""
    rows, screen = cases.rows(cases.count), rule_base(cases.work).screen_many
    return lambda: list(screen(rows, as_of=AS_OF))


def screened_truths(kept: Sequence[Recommendation], count: int) -> Column:
    return np.array([[truth is Truth.MET for truth in each.truth.values()] for each in kept])[
        :count
    ].T


def generated(cases: ColumnCases) -> Run:
    return _each(cases, plain_python.build(cases.work))


def zen(cases: ColumnCases) -> Run:
    return _each(cases, zen_rules.expression(cases.work))


def cel(cases: ColumnCases) -> Run:
    return _each(cases, cel_rules.rust(cases.work))


def _each(cases: ColumnCases, evaluate: Callable[[Any], Any]) -> Run:
    rows = cases.rows(cases.count)
    return lambda: [evaluate(row) for row in rows]


def over_columns(cases: ColumnCases) -> Run:
    """Generated Python, in a loop over columns of Python's own objects."""
    rules = plain_python.over_columns(cases.rules)
    columns = {name: column.tolist() for name, column in cases.columns.items()}
    return lambda: rules(columns)


def each_truths(kept: Sequence[Sequence[bool]], count: int) -> Column:
    return np.array(kept[:count], np.bool_).T


def frame_of_dicts(cases: ColumnCases) -> Run:
    """A polars frame is made of the mappings first."""
    import polars

    rows, rules = cases.rows(cases.count), cases.work.rules
    selected = [polars_columns.expression(t).alias(name) for name, t in rules.trees.items()]
    kinds = {"boolean": polars.Boolean, "choice": polars.String, "integer": polars.Int8}
    schema = {fact.name: kinds[fact.kind] for fact in rules.facts.values()}
    return lambda: polars.DataFrame(rows, schema=schema).select(selected)


frame_truths = polars_columns.truths
