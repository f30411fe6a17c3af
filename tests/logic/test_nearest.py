"""The cheapest ways through a diagram, against every row of its truth table."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest

from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.nearest import Nearest
from tests.logic.test_diagram import ROWS, VARIABLES, drawn


@pytest.mark.parametrize("seed", range(150))
def test_a_way_is_the_cheapest_beside_what_is_fixed(seed: int) -> None:
    random, diagram = Random(f"nearest {seed}"), Diagram()
    roots = [drawn(random, diagram, 4) for _ in range(4)]
    priced = random.sample(range(VARIABLES), random.randint(0, VARIABLES))
    weights = {v: (random.randint(0, 3), random.randint(0, 3)) for v in priced}
    below = random.choice([None, lambda root: diagram.below([root])])
    # One for all roots and all that is fixed: what it remembers of one serves the next.
    ways = {leaf: Nearest(diagram, leaf, weights, below) for leaf in (NEVER, ALWAYS)}
    for _ in range(4):
        names = random.sample(range(VARIABLES), random.randint(0, 3))
        fixed = {v: random.randint(0, 1) for v in names}
        rows = [row for row in ROWS if all(row[v] == value for v, value in fixed.items())]
        for root, function in roots:
            for leaf, nearest in ways.items():
                costs = [
                    _cost(_taken(diagram, root, dict(enumerate(row))), weights)
                    for row in rows
                    if function(row) is (leaf == ALWAYS)
                ]
                assert diagram.reaches(root, leaf, fixed) is bool(costs)
                way = nearest.way(root, fixed)
                if way is None:
                    assert not costs
                    continue
                assert diagram.leaf(root, way) == leaf
                assert all(way.get(v, value) == value for v, value in fixed.items())
                assert _cost(way, weights) == min(costs)


def _taken(diagram: Diagram, root: int, row: Mapping[int, int]) -> dict[int, int]:
    """The values that a row has on its way."""
    taken = {}
    while root > ALWAYS:
        variable = diagram.variable[root]
        taken[variable] = row[variable]
        root = diagram.high[root] if row[variable] else diagram.low[root]
    return taken


def _cost(way: Mapping[int, int], weights: Mapping[int, tuple[int, int]]) -> int:
    return sum(weights.get(variable, (0, 0))[value] for variable, value in way.items())
