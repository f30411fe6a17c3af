"""Diagrams against truth tables."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from itertools import product
from random import Random

import pytest

from otseula.logic.diagram import ALWAYS, NEVER, Diagram, Restriction, TooLargeError

VARIABLES = 5
ROWS = list(product((0, 1), repeat=VARIABLES))
Function = Callable[[tuple[int, ...]], bool]


def drawn(random: Random, diagram: Diagram, depth: int) -> tuple[int, Function]:
    """A random function: its number, and the function itself."""
    if depth == 0 or random.random() < 0.1:
        at = random.randrange(VARIABLES)
        return diagram.node(at, NEVER, ALWAYS), lambda row: bool(row[at])
    parts = [drawn(random, diagram, depth - 1) for _ in range(random.randint(1, 4))]
    numbers, functions = [n for n, _ in parts], [f for _, f in parts]
    match random.choice(["all", "any", "not", "at_least"]):
        case "all":
            return diagram.all_of(numbers), lambda row: all(f(row) for f in functions)
        case "any":
            return diagram.any_of(numbers), lambda row: any(f(row) for f in functions)
        case "not":
            return diagram.negated(numbers[0]), lambda row: not functions[0](row)
    count = random.randint(1, len(parts))
    number = diagram.at_least(count, numbers)
    return number, lambda row: sum(f(row) for f in functions) >= count


def value(diagram: Diagram, number: int, row: tuple[int, ...]) -> bool:
    while number > ALWAYS:
        on = row[diagram.variable[number]]
        number = diagram.high[number] if on else diagram.low[number]
    return number == ALWAYS


@pytest.mark.parametrize("seed", range(150))
def test_a_diagram_is_its_truth_table(seed: int) -> None:
    random, diagram = Random(seed), Diagram()
    tables: dict[tuple[bool, ...], int] = {}
    for _ in range(6):
        number, function = drawn(random, diagram, 4)
        table = tuple(function(row) for row in ROWS)
        assert tuple(value(diagram, number, row) for row in ROWS) == table
        # Reduced and ordered: one function, one number.
        assert tables.setdefault(table, number) == number
        reads = diagram.reads([number])
        essential = {
            at
            for at in range(VARIABLES)
            for row in ROWS
            if function(row) != function((*row[:at], 1 - row[at], *row[at + 1 :]))
        }
        assert reads == essential


@pytest.mark.parametrize("seed", range(100))
def test_with_variables_fixed(seed: int) -> None:
    random, diagram = Random(f"fixed {seed}"), Diagram()
    roots = [drawn(random, diagram, 4) for _ in range(3)]
    names = random.sample(range(VARIABLES), 2)
    fixed = {at: random.randint(0, 1) for at in names}
    restriction, size = Restriction(diagram, fixed), len(diagram)
    for number, function in roots:
        copy = restriction(number)
        left = {function(row) for row in ROWS if all(row[v] == b for v, b in fixed.items())}
        assert diagram.leaf(number, fixed) == (left.pop() if len(left) == 1 else None)
        for row in ROWS:
            given = tuple(fixed.get(at, bit) for at, bit in enumerate(row))
            assert value(restriction.diagram, copy, row) == function(given)
    assert len(diagram) == size
    again, copies = diagram.restricted([number for number, _ in roots], fixed)
    assert len(again) == len(restriction.diagram)
    assert copies == [restriction(number) for number, _ in roots]


def test_one_that_was_written_down_is_the_same_and_may_grow() -> None:
    random, diagram = Random(3), Diagram()
    number, _ = drawn(random, diagram, 4)
    again = pickle.loads(pickle.dumps(diagram))
    assert (again.variable, again.low, again.high) == (
        diagram.variable,
        diagram.low,
        diagram.high,
    )
    assert again.negated(again.negated(number)) == number
    assert again.node(diagram.variable[number], diagram.low[number], diagram.high[number]) == number


def test_one_that_grows_too_large_is_told() -> None:
    diagram = Diagram(limit=6)
    with pytest.raises(TooLargeError):
        diagram.all_of([diagram.node(at, NEVER, ALWAYS) for at in range(8)])
