"""A diagram as SVG within an HTML page: black on white, to be read in print too."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from otseula.authoring.handbook.blocks import Edge, Graph
from otseula.authoring.handbook.layout import GAP, LETTER, LINE, Box, laid_out

_HEAD = 7
#: Rounded corners for what is asked and what follows; they differ by their lines (style.py).
_ROUND = {"question": 12, "consequence": 6}


def drawn(graph: Graph, name: str, title: str, about: str) -> Iterator[str]:
    """The lines of one <svg> that carries its own title and description."""
    found = laid_out(graph)
    width, height = _number(found.width), _number(found.height)
    yield (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-labelledby="{name}-title {name}-about">'
    )
    yield f'<title id="{name}-title">{escape(title)}</title>'
    yield f'<desc id="{name}-about">{escape(about)}</desc>'
    for edge, boxes in found.arrows:
        yield from _arrow(edge, boxes)
    for box in found.boxes:
        yield from _box(box)
    yield "</svg>"


def _box(box: Box) -> Iterator[str]:
    node = box.node
    assert node is not None
    corner = _ROUND.get(node.kind, 0)
    size = (
        f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}"'
        f' height="{_number(box.height)}" rx="{corner}"'
    )
    if node.target:
        yield f'<a href="{escape(node.target)}">'
    yield f'<rect class="{node.kind}" {size}></rect>'
    x = _number(box.x + box.width / 2)
    first = box.middle - (len(box.lines) - 1) * LINE / 2 + LETTER * 0.36
    for index, line in enumerate(box.lines):
        yield f'<text x="{x}" y="{_number(first + index * LINE)}">{escape(line)}</text>'
    if node.target:
        yield "</a>"


def _arrow(edge: Edge, boxes: tuple[Box, ...]) -> Iterator[str]:
    start, *through, end = boxes
    x, y = start.x + start.width, start.middle
    path = [f"M{_number(x)} {_number(y)}"]
    for box in through:
        path.append(_curve(x, y, box.x, box.middle))
        x, y = box.x + box.width, box.middle
        path.append(f"H{_number(x)}")
    tip = end.x - _HEAD
    path.append(_curve(x, y, tip, end.middle))
    kind = "arrow negative" if edge.negative else "arrow"
    yield f'<path class="{kind}" d="{"".join(path)}"></path>'
    top, bottom = _number(end.middle - _HEAD / 2), _number(end.middle + _HEAD / 2)
    points = f"{_number(tip)},{top} {_number(end.x)},{_number(end.middle)} {_number(tip)},{bottom}"
    yield f'<polygon class="head" points="{points}"></polygon>'


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = GAP / 2
    return (
        f"C{_number(x + bend)} {_number(y)} {_number(to_x - bend)} {_number(to_y)}"
        f" {_number(to_x)} {_number(to_y)}"
    )


def _number(value: float) -> str:
    """With one digit at most, so that the same page is the same on every machine."""
    return format(round(value, 1), "g") if abs(value) < 1000 else format(value, ".0f")
