"""What has changed since an older rule base, as `otseula diff` words it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otseula.authoring.diff.compare import Comparison
from otseula.authoring.diff.report import entry_blocks
from otseula.authoring.handbook.blocks import STRONG, Block, Entry, Listing, Paragraph, span
from otseula.authoring.handbook.book import Book
from otseula.authoring.handbook.sections.front import layers_told
from otseula.authoring.handbook.sections.items import chapter
from otseula.writing import clean


def changes(book: Book, of: Comparison) -> Iterator[Block]:
    """Everything that differs, each condition with a case that shows it."""
    yield chapter(book, "changes")
    layers = layers_told(of.old.layers, of.old.hash)
    yield Paragraph(book.said("changes_since", layers=layers))
    for lines in entry_blocks(of, book.language):
        yield from _outline(lines)


def _outline(lines: Sequence[str]) -> Iterator[Block]:
    """Lines whose depth is told by two spaces each: what stands at the left is a paragraph."""
    below: list[str] = []
    for line in lines:
        if line.startswith("  "):
            below.append(line[2:])
            continue
        yield from _listing(below)
        below = []
        yield Paragraph(span(clean(line)), STRONG)
    yield from _listing(below)


def _listing(lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Listing(tuple(_entries(lines)))


def _entries(lines: Sequence[str]) -> Iterator[Entry]:
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or not lines[end].startswith("  "):
            below = [line.removeprefix("  ") for line in lines[start + 1 : end]]
            yield Entry(span(clean(lines[start])), tuple(_entries(below)))
            start = end
