"""Screening a table: a column for each question in, a column for each truth out."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

import numpy as np
import pyarrow as pa

from otseula.errors import Problem
from otseula.logic.packed import Bits, Column, Packed, PackedLanes
from otseula.screening.arrow_bits import either, rows_of, some, without
from otseula.screening.arrow_columns import read_column
from otseula.screening.case_problems import refusal
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.goals import goals
from otseula.screening.table_problems import TOLD, of_header, of_row, of_type, unreadable

#: Whether each row was refused, among the columns of a result; no id has a dot in it.
REFUSED = "case.refused"

#: The kinds of consequence that have columns. Whether a channel is offered goes by more than
#: rules, and situations are nodes.
_KINDS = ("safety", "duties", "eligibility", "expertise", "notices")

#: Refused rows of which the problems are told.
_MOST = 100


class ColumnScreening:
    """Screens tables for one period. Safe to share between threads."""

    def __init__(self, compiled: CompiledPeriod) -> None:
        self._compiled = compiled
        self._questions = compiled.period.questions
        always = {
            (kind, name)
            for kind in compiled.givers
            for name, item in compiled.items(kind).items()
            if getattr(item, "always", False)
        }
        groups = {
            f"{goal.kind}.{goal.id}": nodes
            for goal, nodes in goals(compiled.period, compiled.givers).items()
            if goal.kind in _KINDS and nodes and goal not in always
        }
        self._lanes = PackedLanes(compiled.period.conditions, groups)

    def screen(self, given: object, *, mark: bool) -> Any:
        """The truths of a table's rows, as a pyarrow Table. Raises CaseError for what cannot be
        read as a table of answers, and for refused rows unless they are to be marked."""
        table = _table(given, self._questions)
        if table is None:
            raise refusal([unreadable()])
        columns, refused, problems = self._read(table)
        if problems:
            raise refusal(problems)
        found = self._lanes.run(columns, table.num_rows)
        refused = either(refused, some(found.contradictory, table.num_rows))
        if refused is not None and not mark:
            raise refusal(self._problems(table, refused))
        return _result(found, table.num_rows, refused, mark)

    def _read(self, table: Any) -> tuple[dict[str, Column], Bits | None, list[Problem]]:
        """The answers by question, the rows whose values are refused, and what is wrong with
        the table as such."""
        problems = of_header(table.column_names, self._questions)
        columns: dict[str, Column] = {}
        refused: Bits | None = None
        if problems:
            return columns, refused, problems
        nothing = pa.nulls(table.num_rows)
        by_name = {name: _whole(table[name]) for name in table.column_names}
        for question in dict.fromkeys(name.removesuffix(TOLD) for name in by_name):
            asked = self._questions[question]
            told = by_name.get(question + TOLD)
            read = read_column(asked, by_name.get(question, nothing), told)
            if read is None:
                problems.append(of_type(asked))
            else:
                columns[question], wrong = read
                refused = either(refused, wrong)
        return columns, refused, problems

    def _problems(self, table: Any, refused: Bits) -> list[Problem]:
        """Of the first refused rows."""
        rows = np.flatnonzero(rows_of(refused, table.num_rows))[:_MOST]
        return [
            each
            for row in map(int, rows)
            for each in of_row(row, table.slice(row, 1).to_pylist()[0], self._compiled)
        ]


def _table(given: object, questions: Container[str]) -> Any:
    """A pyarrow Table of what offers itself as an Arrow table; None of anything else. The index
    of a pandas frame is no column, unless it is that of a question."""
    try:
        if isinstance(given, pa.Table):
            table = given
        elif hasattr(given, "__arrow_c_stream__") or isinstance(given, pa.RecordBatch):
            table = pa.table(given)
        else:
            return None
        index = (table.schema.pandas_metadata or {}).get("index_columns", ())
        index = [each for each in index if each in table.column_names and each not in questions]
        return table.drop_columns(index).unify_dictionaries().combine_chunks()
    except Exception:  # a library's error may hold a value; none is chained
        return None


def _whole(column: Any) -> Any:
    """The one chunk of a column."""
    chunks = column.chunks
    return chunks[0] if chunks else pa.array([], column.type)


def _result(found: Packed, rows: int, refused: Bits | None, mark: bool) -> Any:
    """A boolean column of each node; null is unknown, and all there is of a refused row."""
    columns = {}
    if mark:
        none = np.zeros(-(-rows // 8), np.uint8)
        columns[REFUSED] = _booleans(rows, none if refused is None else refused, None)
    for number, name in enumerate(found.names):
        known = None if found.known is None else found.known[number]
        columns[name] = _booleans(rows, found.met[number], without(known, refused))
    return pa.table(columns)


def _booleans(rows: int, met: Bits, known: Bits | None) -> Any:
    buffers = [None if known is None else pa.py_buffer(known), pa.py_buffer(met)]
    return pa.Array.from_buffers(pa.bool_(), rows, buffers)
