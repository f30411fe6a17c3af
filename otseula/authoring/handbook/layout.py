"""Where the boxes and arrows of a diagram stand: boxes in columns, ordered so that few arrows
cross; an arrow over several columns goes between the boxes of those in the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from otseula.authoring.handbook.blocks import Edge, Graph, Node

#: In units of the drawing: as wide as the text of a page, in letters of LETTER.
WIDTH = 720
GAP = 36
LETTER = 12
LINE = 15
_PAD = 7
_BETWEEN = 12
_LANE = 10
_WIDEST = 216
#: How wide a letter is at most on average, with room to spare in any sans-serif.
_ADVANCE = 6.5
_MOST_LINES = 5
_SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A box, or (without a node) a place in a column that an arrow goes through."""

    node: Node | None
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which arrows come and go."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """The boxes, and for each arrow the boxes that it goes through."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[Edge, tuple[Box, ...]], ...]


def laid_out(graph: Graph) -> Drawn:
    """The places of everything in a diagram."""
    count = len(graph.columns)
    width = min((WIDTH - GAP * (count - 1)) / count, _WIDEST)
    columns, routes = _with_lanes(graph)
    columns = _ordered(columns, routes)
    nodes = {node.id: node for node in graph.nodes}
    lines = {name: _wrapped(node.text, width) for name, node in nodes.items()}
    heights = {
        name: len(lines[name]) * LINE + 2 * _PAD if name in nodes else _LANE
        for column in columns
        for name in column
    }
    tall = [sum(heights[name] for name in c) + _BETWEEN * (len(c) - 1) for c in columns]
    height = max(tall)
    boxes: dict[str, Box] = {}
    for index, column in enumerate(columns):
        y = 1 + (height - tall[index]) / 2
        for name in column:
            x = 1 + index * (width + GAP)
            boxes[name] = Box(nodes.get(name), lines.get(name, ()), x, y, width, heights[name])
            y += heights[name] + _BETWEEN
    arrows = tuple((edge, tuple(boxes[name] for name in route)) for edge, route in routes)
    placed = tuple(box for box in boxes.values() if box.node is not None)
    return Drawn(count * width + (count - 1) * GAP + 2, height + 2, placed, arrows)


def _wrapped(text: str, width: float) -> tuple[str, ...]:
    letters = max(int((width - 2 * _PAD) / _ADVANCE), 8)
    return tuple(wrap(text, letters, max_lines=_MOST_LINES, placeholder=" …")) or ("",)


_Routes = list[tuple[Edge, tuple[str, ...]]]


def _with_lanes(graph: Graph) -> tuple[list[list[str]], _Routes]:
    """The names of each column, with a lane in each that an arrow passes; and the way of each
    arrow."""
    columns = [[node.id for node in column] for column in graph.columns]
    place = {name: index for index, column in enumerate(columns) for name in column}
    routes: _Routes = []
    for number, edge in enumerate(graph.edges):
        route = [edge.start]
        for index in range(place[edge.start] + 1, place[edge.end]):
            lane = f"lane {number} {index}"  # no id has a space and a number
            columns[index].append(lane)
            route.append(lane)
        routes.append((edge, (*route, edge.end)))
    return columns, routes


def _ordered(columns: list[list[str]], routes: _Routes) -> list[list[str]]:
    """Each column by the mean place of its neighbours, there and back some times; the order with
    the fewest crossings is kept. What is equal stays in the author's order."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for _, route in routes:
        for start, end in pairwise(route):
            after.setdefault(start, []).append(end)
            before.setdefault(end, []).append(start)
    best, fewest = columns, _crossings(columns, after)
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        columns = [list(column) for column in columns]
        indices = range(1, len(columns)) if forward else range(len(columns) - 2, -1, -1)
        for index in indices:
            beside = columns[index - 1] if forward else columns[index + 1]
            columns[index] = _sorted(columns[index], beside, before if forward else after)
        crossings = _crossings(columns, after)
        if crossings < fewest:
            best, fewest = columns, crossings
    return best


def _sorted(
    column: Sequence[str], beside: Sequence[str], neighbours: Mapping[str, Sequence[str]]
) -> list[str]:
    place = {name: index for index, name in enumerate(beside)}

    def mean(name: str) -> float:
        places = [place[each] for each in neighbours.get(name, ()) if each in place]
        # one without neighbours keeps its share of the height
        alone = column.index(name) * len(beside) / len(column)
        return sum(places) / len(places) if places else alone

    return sorted(column, key=mean)


def _crossings(columns: Sequence[Sequence[str]], after: Mapping[str, Sequence[str]]) -> int:
    count = 0
    for left, right in pairwise(columns):
        place = {name: index for index, name in enumerate(right)}
        ends = [
            (index, place[end])
            for index, name in enumerate(left)
            for end in after.get(name, ())
            if end in place
        ]
        count += sum(
            (a[0] - b[0]) * (a[1] - b[1]) < 0
            for position, a in enumerate(ends)
            for b in ends[position + 1 :]
        )
    return count
