"""experta: one fact, one rule for each alternative of a condition's disjunctive normal form."""

from __future__ import annotations

import collections
import collections.abc
from typing import Any

from tests.benchmarks.peers.tree import Test, alternatives, positive
from tests.benchmarks.peers.workload import Workload


def build(workload: Workload) -> Any:
    # Its frozendict asks `collections` for what has stood in `collections.abc` since 3.3, and
    # from 3.10 on there only. In a process of its own, so that nobody else sees the patch.
    for name in ("Mapping", "Iterable", "Sequence", "Hashable"):
        setattr(collections, name, getattr(collections.abc, name))
    import experta

    class Case(experta.Fact):
        pass

    body: dict[str, Any] = {}
    for name, tree in workload.rules.trees.items():
        for which, tests in enumerate(alternatives(positive(tree, workload.rules.facts))):
            rule = experta.Rule(Case(**_fields(experta, tests)))
            body[f"{name}_{which}"] = rule(lambda self, name=name: self.met.add(name))
    engine = type("Rules", (experta.KnowledgeEngine,), body)()

    def evaluate(case: Any) -> set[str]:
        engine.met = set()
        engine.reset()
        engine.declare(Case(**case))
        engine.run()
        return engine.met

    return evaluate


def _fields(experta: Any, tests: tuple[Test, ...]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for test in dict.fromkeys(tests):
        constraint = _constraint(experta, test)
        known = fields.get(test.fact)
        fields[test.fact] = constraint if known is None else known & constraint
    return fields


def _constraint(experta: Any, test: Test) -> Any:
    operand: Any = test.operand
    match test.operator:
        case "yes" | "no":
            return experta.L(test.operator == "yes")
        case "one_of" if len(operand) == 1:
            return experta.L(operand[0])
        case "one_of":
            return experta.P(lambda value: value in operand)
        case "at_least":
            return experta.P(lambda value: value >= operand)
        case "at_most":
            return experta.P(lambda value: value <= operand)
    raise NotImplementedError(test.operator)
