"""json-logic (json-logic-qubit): each rule a JSON tree, all of them in one array."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.peers.tree import All, Count, No, Some, Test, Tree
from tests.benchmarks.peers.workload import Workload


def build(workload: Workload) -> Any:
    from json_logic import jsonLogic

    trees = [written(tree) for tree in workload.rules.trees.values()]
    return lambda case: jsonLogic(trees, case)


def written(tree: Tree) -> Any:
    """The tree as json-logic reads it."""
    match tree:
        case All(parts):
            return {"and": [written(part) for part in parts]}
        case Some(parts):
            return {"or": [written(part) for part in parts]}
        case No(part):
            return {"!": [written(part)]}
        case Count(least, parts):
            return {">=": [{"+": [written(part) for part in parts]}, least]}
        case Test(fact, operator, operand):
            return _TESTS[operator]({"var": fact}, operand)


_TESTS = {
    "yes": lambda fact, _: fact,
    "no": lambda fact, _: {"!": [fact]},
    "one_of": lambda fact, options: (
        {"===": [fact, options[0]]} if len(options) == 1 else {"in": [fact, list(options)]}
    ),
    "at_least": lambda fact, least: {">=": [fact, least]},
    "at_most": lambda fact, most: {"<=": [fact, most]},
    "has": lambda fact, option: {"in": [option, fact]},
}
