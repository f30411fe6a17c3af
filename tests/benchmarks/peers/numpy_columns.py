"""Floors: numpy by hand, over whole columns and over packed bits, a block of cases at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from tests.benchmarks.peers.column_cases import Column, ColumnCases
from tests.benchmarks.peers.infix import NUMPY
from tests.benchmarks.peers.plain_python import facts_read
from tests.benchmarks.peers.tree import Rules, Test, all_tests

#: Cases in a block: what a block needs stays in the processor's cache.
BLOCK, PACKED_BLOCK = 32_768, 131_072


def whole(cases: ColumnCases) -> Callable[[], Column]:
    """A mask of all cases for each rule, packed and kept."""
    rules = _function(cases.rules, "bytes")

    def run() -> Column:
        kept = np.empty((len(cases.rules.trees), -(-cases.count // 8)), np.uint8)
        for at, mask in enumerate(rules(cases.columns)):
            kept[at] = np.packbits(mask, bitorder="little")
        return kept

    return run


def blocks(cases: ColumnCases) -> Callable[[], Column]:
    """Masks of a block of cases, each test worked out once."""
    return _by_blocks(cases, cases.columns, "tests", BLOCK, 1)


def packed(cases: ColumnCases) -> Callable[[], Column]:
    """Each test packed once in a block, rules over eight cases in a byte. Booleans come packed,
    as Arrow keeps them."""
    columns = {
        name: np.packbits(column, bitorder="little") if column.dtype == np.bool_ else column
        for name, column in cases.columns.items()
    }
    return _by_blocks(cases, columns, "packed", PACKED_BLOCK, 8)


def _by_blocks(
    cases: ColumnCases, columns: Mapping[str, Column], how: str, block: int, per_byte: int
) -> Callable[[], Column]:
    rules = _function(cases.rules, how)
    bits = {name for name, fact in cases.rules.facts.items() if fact.kind == "boolean"}

    def run() -> Column:
        kept = np.empty((len(cases.rules.trees), -(-cases.count // 8)), np.uint8)
        for start in range(0, cases.count, block):
            stop = min(start + block, cases.count)
            at = slice(start // 8, -(-stop // 8))
            part = {
                name: column[at if per_byte == 8 and name in bits else slice(start, stop)]
                for name, column in columns.items()
            }
            for number, mask in enumerate(rules(part)):
                kept[number, at] = mask if how == "packed" else np.packbits(mask, bitorder="little")
        return kept

    return run


def truths(kept: Column, count: int) -> Column:
    """A row of booleans for each rule."""
    return np.unpackbits(kept, axis=1, count=count, bitorder="little").astype(np.bool_)


def _function(rules: Rules, how: str) -> Callable[[Mapping[str, Column]], Sequence[Column]]:
    """A generated function from columns to a mask for each rule, one at a time."""
    lines = [f" {name} = columns[{name!r}]\n" for name in facts_read(rules)]
    named: dict[int, str] = {}
    if how != "bytes":
        named = _tests(rules, lines, pack=how == "packed")
    lines += [f" yield {NUMPY.written(tree, named)}\n" for tree in rules.trees.values()]
    namespace: dict[str, Any] = {"packbits": np.packbits}
    exec(compile("def rules(columns):\n" + "".join(lines), "<rules>", "exec"), namespace)
    return namespace["rules"]  # type: ignore[no-any-return]  # a generator function


def _tests(rules: Rules, lines: list[str], *, pack: bool) -> dict[int, str]:
    """Gives each distinct test a name; by the id() of every place where it stands."""
    names: dict[Test, str] = {}
    named: dict[int, str] = {}
    for tree in rules.trees.values():
        for test in all_tests(tree):
            if test.operator in ("yes", "no"):
                continue
            if test not in names:
                names[test] = f"t{len(names)}"
                text = NUMPY.written(test)
                packed = f"packbits({text}, bitorder='little')" if pack else text
                lines.append(f" {names[test]} = {packed}\n")
            named[id(test)] = names[test]
    return named
