"""otseula from columns: an Arrow table in, an Arrow table of truths out, by the public
`RuleBase.screen_columns`. "Not there" where this otseula has no such method yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

import otseula
from tests.benchmarks.peers.column_cases import Column, ColumnCases, rule_base


def build(cases: ColumnCases) -> Callable[[], Any]:
    if not hasattr(otseula.RuleBase, "screen_columns"):
        raise ImportError(name="otseula.RuleBase.screen_columns (not there yet)")
    import pyarrow

    arrays = {}
    for name, column in cases.columns.items():
        array = pyarrow.array(column)
        fact = cases.rules.facts[name]
        if fact.kind == "choice":
            array = pyarrow.DictionaryArray.from_arrays(array, list(fact.options))
        arrays[name] = array
    table, screen = pyarrow.table(arrays), rule_base(cases.work).screen_columns
    return lambda: screen(table)


def truths(kept: Any, count: int) -> Column:
    return np.array([column.slice(0, count).to_numpy() for column in kept.columns])
