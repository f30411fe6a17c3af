"""What the handbook is made of, whatever shows it: spans of text in lines, lines in blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# --- how a span looks
PLAIN = "plain"
STRONG = "strong"
CODE = "code"

# --- how a paragraph looks
DANGER = "danger"
QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, clean and on one line. `target` is what it leads to: `#anchor`, or a web
    address; `language` where it is not that of the document."""

    text: str
    style: str = PLAIN
    target: str = ""
    language: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list, and what stands below it."""

    line: Line
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 2 to 4 that links may lead to."""

    level: int
    line: Line
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text; `tone` is PLAIN, STRONG, DANGER or QUIET."""

    line: Line
    tone: str = PLAIN


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries, each on a line of its own; `short` ones may stand side by side."""

    entries: tuple[Entry, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with what it says."""

    rows: tuple[tuple[str, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads, and rows of as many cells; each cell holds entries."""

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Entry, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram. `kind`: question, criterion, situation, rule or consequence."""

    id: str
    text: str
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow. `negative`: it counts where what it comes from is not met."""

    start: str
    end: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes in columns from left to right, and arrows, none of which leads to the left."""

    columns: tuple[tuple[Node, ...], ...]
    edges: tuple[Edge, ...]

    @property
    def nodes(self) -> Iterator[Node]:
        """Every box, column by column."""
        for column in self.columns:
            yield from column


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram: where it is drawn, each of `panels` on its own; where it is written, `whole`.
    `about` says in words what it shows."""

    anchor: str
    title: str
    about: str
    panels: tuple[Graph, ...]
    whole: Graph


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to mark with a pen, each with its line."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A label, and `count` empty lines to write on."""

    label: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks that stay together on one page."""

    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Listing | Facts | Table | Figure | Ticks | Blank | Card


@dataclass(frozen=True, slots=True)
class Document:
    """The whole handbook in one language."""

    language: str
    title: str
    blocks: tuple[Block, ...]


def plain(line: Line) -> str:
    """A line as one string."""
    return "".join(span.text for span in line)


def span(text: str, style: str = PLAIN, target: str = "") -> Line:
    """A line of one span."""
    return (Span(text, style, target),)


def entry(*lines: Line) -> Entry:
    """An entry of one line that is made of several."""
    return Entry(tuple(each for line in lines for each in line))


def all_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, and those within cards, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Card):
            yield from all_blocks(block.blocks)
