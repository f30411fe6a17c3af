"""Floor: polars, one select of all rules; its booleans are packed, as Arrow's are."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np

from tests.benchmarks.peers.column_cases import Column, ColumnCases
from tests.benchmarks.peers.tree import All, No, Some, Test, Tree


def build(cases: ColumnCases) -> Callable[[], Any]:
    import polars

    frame = polars.DataFrame(dict(cases.columns))
    rules = [expression(tree).alias(name) for name, tree in cases.rules.trees.items()]
    return lambda: frame.select(rules)


def threads() -> int:
    """On which it runs; 0 where it is not installed."""
    try:
        import polars
    except ImportError:
        return 0
    return int(polars.thread_pool_size())


def truths(kept: Any, count: int) -> Column:
    return np.array([series.to_numpy()[:count] for series in kept.get_columns()])


def expression(tree: Tree) -> Any:
    """A rule as polars reads it."""
    import polars

    match tree:
        case All(parts):
            return reduce(and_, map(expression, parts))
        case Some(parts):
            return reduce(or_, map(expression, parts))
        case No(part):
            return ~expression(part)
        case Test(fact, operator, operand):
            return _TESTS[operator](polars.col(fact), operand)
    raise NotImplementedError("no synthetic rule counts")


_TESTS: dict[str, Callable[[Any, Any], Any]] = {
    "yes": lambda column, _: column,
    "no": lambda column, _: ~column,
    "one_of": lambda column, options: reduce(or_, [column == each for each in options]),
    "at_least": lambda column, least: column >= least,
    "at_most": lambda column, most: column <= most,
}
