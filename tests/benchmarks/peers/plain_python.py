"""Floor: the rules as one generated Python function, two-valued, over the dict of answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.benchmarks.peers.infix import NOTHING_NAMED, PYTHON
from tests.benchmarks.peers.tree import Rules, Test, Tree, all_tests, parts_of
from tests.benchmarks.peers.workload import Workload


def build(workload: Workload) -> Any:
    """Reads each fact that a rule tests once, then gives a tuple of truths. A rule that others
    name is worked out once."""
    rules = workload.rules
    read = "".join(f" {name} = case[{name!r}]\n" for name in facts_read(rules))
    shared = _shared(rules)
    named: dict[int, str] = {}
    for at, tree in enumerate(shared):
        read += f" t{at} = {PYTHON.written(tree, named)}\n"
        named[id(tree)] = f"t{at}"
    return _function(f"def rules(case):\n{read} return ({_truths(rules, named)},)\n")


def _shared(rules: Rules) -> Sequence[Tree]:
    """The trees of rules that stand inside later ones, in order."""
    parts: set[int] = set()
    for tree in rules.trees.values():
        stack = list(parts_of(tree))
        while stack:
            part = stack.pop()
            parts.add(id(part))
            stack.extend(parts_of(part))
    unique = {id(tree): tree for tree in rules.trees.values()}
    return [tree for key, tree in unique.items() if key in parts and not isinstance(tree, Test)]


def over_columns(rules: Rules) -> Any:
    """The loop over cases that come as columns; a list of tuples of truths."""
    names = facts_read(rules)
    return _function(
        f"def rules(columns):\n return [({_truths(rules)},)\n"
        f"  for {', '.join(names)}, in zip({', '.join(f'columns[{n!r}]' for n in names)})]\n"
    )


def facts_read(rules: Rules) -> Sequence[str]:
    """The facts that some rule tests, in order."""
    read = {test.fact for tree in rules.trees.values() for test in all_tests(tree)}
    return [name for name in rules.facts if name in read]


def _truths(rules: Rules, named: Mapping[int, str] = NOTHING_NAMED) -> str:
    return ", ".join(PYTHON.written(tree, named) for tree in rules.trees.values())


def _function(source: str) -> Any:
    namespace: dict[str, Mapping[str, Any]] = {}
    exec(compile(source, "<rules>", "exec"), namespace)
    return namespace["rules"]
