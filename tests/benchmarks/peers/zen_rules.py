"""GoRules ZEN (Rust): all rules as one array expression, or as the rows of a decision table."""

from __future__ import annotations

import json
from typing import Any

from tests.benchmarks.peers.infix import ZEN
from tests.benchmarks.peers.workload import Workload


def expression(workload: Workload) -> Any:
    """The fastest form: one compiled expression that gives an array of truths."""
    import zen

    rules = ", ".join(ZEN.written(tree) for tree in workload.rules.trees.values())
    return zen.compile_expression(f"[{rules}]").evaluate


def table(workload: Workload) -> Any:
    """A decision table that collects the rows that are met. A rule is a row, its condition one
    cell: an input column without a field takes whole expressions."""
    import zen

    trees = workload.rules.trees
    rows = [
        {"_id": str(at), "when": ZEN.written(tree), "out": json.dumps(name)}
        for at, (name, tree) in enumerate(trees.items())
    ]
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "out", "field": "rule", "name": "rule"}],
        "rules": rows,
    }
    at = {"x": 0, "y": 0}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": at},
        {"id": "t", "type": "decisionTableNode", "name": "t", "position": at, "content": content},
        {"id": "out", "type": "outputNode", "name": "out", "position": at},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "t", "type": "edge"},
        {"id": "2", "sourceId": "t", "targetId": "out", "type": "edge"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    return lambda case: {row["rule"] for row in decision.evaluate(case)["result"]}
