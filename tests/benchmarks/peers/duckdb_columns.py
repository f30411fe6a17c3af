"""Floor: DuckDB, one query that counts for each rule the cases that meet it (it need not keep
what the others keep)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tests.benchmarks.peers.column_cases import Column, ColumnCases
from tests.benchmarks.peers.infix import SQL
from tests.benchmarks.peers.tree import Rules


def build(cases: ColumnCases) -> Callable[[], Any]:
    import duckdb

    connection = duckdb.connect()
    columns = dict(cases.columns)
    connection.register("given", columns)
    connection.execute("create table cases as select * from given")
    counts = ", ".join(f"count(*) filter ({text})" for text in _texts(cases.rules))
    query = f"select {counts} from cases"
    return lambda: connection.execute(query).fetchall()[0]


def _texts(rules: Rules) -> list[str]:
    return [SQL.written(tree) for tree in rules.trees.values()]


def counts(kept: Any) -> Column:
    return np.array(kept)
