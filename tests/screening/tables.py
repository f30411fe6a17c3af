"""Arrow tables of answers, in any of the forms in which answers may stand in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Any

import pyarrow as pa

from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.model import Question

_TEXTS = (pa.string(), pa.large_string(), pa.string_view())
_NUMBERS = (pa.int16(), pa.int32(), pa.int64())


def table_of(
    random: Random, questions: Mapping[str, Question], cases: Sequence[Mapping[str, Any]]
) -> pa.Table:
    """A row for each case. A question that none answers has a column or has none; the columns
    stand in any order and in chunks of any size."""
    columns: dict[str, pa.Array] = {}
    for name, question in questions.items():
        given = [case.get(name) for case in cases]
        if any(value is not None for value in given) or random.random() < 0.5:
            columns |= _columns(random, question, given)
    names = random.sample(list(columns), len(columns))
    table = pa.table({name: columns[name] for name in names})
    if not names:
        return table
    cut = sorted(random.choices(range(len(cases) + 1), k=random.choice([0, 1, 3])))
    ends = [0, *cut, len(cases)]
    parts = [table.slice(a, b - a) for a, b in pairwise(ends)]
    # A slice of a table begins anywhere in a byte of its bitmaps.
    return random.choice([pa.concat_tables(parts), table, _inside(table, random.randint(1, 13))])


def _inside(table: pa.Table, before: int) -> pa.Table:
    """The same rows as a slice of a longer table."""
    rows = pa.concat_tables([table.slice(0, min(1, table.num_rows))] * before + [table])
    return rows.combine_chunks().slice(min(1, table.num_rows) * before)


def _columns(random: Random, question: Question, given: list[Any]) -> dict[str, pa.Array]:
    if all(value is None for value in given) and random.random() < 0.5:
        return {question.id: pa.nulls(len(given))}
    beside = random.random() < 0.5 or question.type in ("boolean", "integer")
    told = [value == DONT_KNOW if beside else False for value in given]
    values = [None if is_told else value for value, is_told in zip(given, told, strict=True)]
    found = {}
    if any(told):
        found[f"{question.id}.{DONT_KNOW}"] = pa.array(
            [is_told or random.choice([False, None]) for is_told in told]
        )
        if all(value is None for value in values) and random.random() < 0.5:
            return found
    match question.type:
        case "boolean":
            found[question.id] = pa.array(values, pa.bool_())
        case "integer":
            found[question.id] = pa.array(values, random.choice(_NUMBERS))
        case "choice":
            found[question.id] = _texts(random, values)
        case _:
            found[question.id] = _lists(random, values)
    return found


def _texts(random: Random, values: list[Any]) -> pa.Array:
    column = pa.array(values, random.choice(_TEXTS))
    if random.random() < 0.4:
        kind = pa.dictionary(random.choice([pa.int8(), pa.uint16(), pa.int32()]), pa.string())
        column = pa.array(values, kind)
    return column


def _lists(random: Random, values: list[Any]) -> pa.Array:
    lists = [[v] if isinstance(v, str) else None if v is None else list(v) for v in values]
    texts = random.choice([*_TEXTS, pa.dictionary(pa.int8(), pa.string())])
    return pa.array(lists, random.choice([pa.list_, pa.large_list])(texts))
