"""A diagram as Mermaid text, for Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from otseula.authoring.handbook.blocks import Graph

#: The shape of a box by its kind, around its text.
_SHAPES = {
    "question": ("(", ")"),
    "criterion": ("[", "]"),
    "situation": ("[[", "]]"),
    "rule": ("{{", "}}"),
    "consequence": ("([", "])"),
}
#: All else in ASCII Mermaid, or the Markdown and HTML within it, might read as markup; so it would
#: a list at the beginning.
_PLAIN = re.compile(r"[^A-Za-z0-9 ,.?!:()/\u0080-\U0010ffff-]|^[-0-9]|(?<=[0-9])\.")


def mermaid(graph: Graph) -> Iterator[str]:
    """The lines of a flowchart from left to right."""
    yield "flowchart LR"
    numbers = {node.id: f"n{index}" for index, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        left, right = _SHAPES[node.kind]
        yield f'  {numbers[node.id]}{left}"{_escaped(node.text)}"{right}'
    for edge in graph.edges:
        arrow = "-.->" if edge.negative else "-->"
        yield f"  {numbers[edge.start]} {arrow} {numbers[edge.end]}"


def _escaped(text: str) -> str:
    return _PLAIN.sub(lambda found: f"#{ord(found[0])};", text)
