"""How the tests read a handbook: its blocks as outlines, its two formats as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt

from otseula.authoring.handbook.blocks import (
    Block,
    Card,
    Document,
    Entry,
    Facts,
    Figure,
    Heading,
    Line,
    Listing,
    Paragraph,
    Table,
    Ticks,
    all_blocks,
    plain,
)
from tests.present.reading import Reader, squeezed


def outline(entry: Entry, depth: int = 0) -> Iterator[str]:
    """An entry and what stands below it, two spaces for each step inwards."""
    yield "  " * depth + plain(entry.line)
    for below in entry.entries:
        yield from outline(below, depth + 1)


def lines_of(document: Document) -> Iterator[Line]:
    """Every line of the document that both formats show as text."""
    for block in all_blocks(document.blocks):
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading | Paragraph):
        yield block.line
    elif isinstance(block, Ticks):
        yield from block.lines
    else:
        yield from (line for entry in entries_of(block) for line in _below(entry))


def entries_of(block: Block) -> Iterator[Entry]:
    """The entries at the top of a block."""
    if isinstance(block, Listing):
        yield from block.entries
    elif isinstance(block, Facts):
        yield from (entry for _, entries in block.rows for entry in entries)
    elif isinstance(block, Table):
        yield from (entry for row in block.rows for cell in row for entry in cell)


def _below(entry: Entry) -> Iterator[Line]:
    yield entry.line
    for below in entry.entries:
        yield from _below(below)


def targets(lines: Iterable[Line]) -> list[str]:
    """What the lines lead to."""
    return [span.target for line in lines for span in line if span.target]


def anchors(document: Document) -> list[str]:
    """Where links may lead."""
    blocks = all_blocks(document.blocks)
    return [block.anchor for block in blocks if isinstance(block, Heading | Figure)]


def parts(document: Document) -> dict[str, list[Block]]:
    """What stands under each heading, by its anchor."""
    found: dict[str, list[Block]] = {}
    current: list[Block] = []
    for block in all_blocks(document.blocks):
        if isinstance(block, Heading):
            current = found.setdefault(block.anchor, [])
        elif not isinstance(block, Card):
            current.append(block)
    return found


def seen_in_html(text: str) -> str:
    """The words of an HTML page, those of its diagrams left out."""
    return squeezed("".join(Reader(re.sub(r"<svg.*?</svg>", " ", text, flags=re.S)).texts))


def seen_in_markdown(text: str) -> str:
    """The words of a Markdown text, read by another reader of Markdown than our own escaping."""
    text = re.sub(r"```mermaid\n.*?```", "", text, flags=re.S)
    return squeezed("".join(Reader(as_html(text)).texts))


def as_html(text: str) -> str:
    """Markdown as GitHub reads it, tables too."""
    html: str = MarkdownIt("commonmark").enable("table").render(text)
    return html.replace("<br>", "<br> ")
