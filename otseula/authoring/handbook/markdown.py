"""The handbook as Markdown: every text escaped, so that none is read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from otseula.authoring.handbook.blocks import (
    CODE,
    DANGER,
    QUIET,
    STRONG,
    Blank,
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
    Span,
    Table,
    Ticks,
)
from otseula.authoring.handbook.mermaid import mermaid
from otseula.writing import is_address, markdown, markdown_line

_TONES = {STRONG: "**{}**", DANGER: "**{}**", QUIET: "*{}*"}
_LINE_TO_WRITE_ON = "\\_" * 40


def render_markdown(document: Document) -> str:
    """The document, ending in a newline."""
    parts = [f"# {markdown_line(document.title)}"]
    parts += ["\n".join(_block(block)) for block in document.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterable[str]:
    return _BLOCKS[type(block)](block)


def _heading(heading: Heading) -> Iterator[str]:
    yield f'<a id="{heading.anchor}"></a>'
    yield ""
    yield f"{'#' * heading.level} {_line(heading.line)}"


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield _TONES.get(paragraph.tone, "{}").format(_line(paragraph.line))


def _listing(listing: Listing) -> Iterator[str]:
    yield from _entries(listing.entries, 0)


def _entries(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    for entry in entries:
        yield f"{'  ' * depth}- {_line(entry.line)}"
        yield from _entries(entry.entries, depth + 1)


def _facts(facts: Facts) -> Iterator[str]:
    for label, entries in facts.rows:
        head = f"- **{markdown(label)}:**"
        if len(entries) == 1:
            yield f"{head} {_inline(entries[0].line)}"
            yield from _entries(entries[0].entries, 1)
        else:
            yield head
            yield from _entries(entries, 1)


def _table(table: Table) -> Iterator[str]:
    yield _row(markdown(head) for head in table.heads)
    yield _row("---" for _ in table.heads)
    for row in table.rows:
        yield _row("<br>".join(_cell(entries, 0)) for entries in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    for entry in entries:
        # a cell holds no list: what stands below is moved to the right
        mark = "&nbsp;" * (3 * (depth - 1)) + "• " if depth else ""
        yield mark + _inline(entry.line)
        yield from _cell(entry.entries, depth + 1)


def _figure(figure: Figure) -> Iterator[str]:
    yield f'<a id="{figure.anchor}"></a>'
    yield ""
    yield f"**{markdown_line(figure.title)}**"
    yield ""
    yield "```mermaid"
    yield from mermaid(figure.whole)
    yield "```"


def _ticks(ticks: Ticks) -> Iterator[str]:
    # another mark than that of the list below it, which would else go on with this one
    for line in ticks.lines:
        yield f"* ☐ {_inline(line)}"


def _blank(blank: Blank) -> Iterator[str]:
    yield f"{markdown_line(blank.label)}: {_LINE_TO_WRITE_ON}"


def _card(card: Card) -> Iterator[str]:
    yield "\n\n".join("\n".join(_block(block)) for block in card.blocks)


_BLOCKS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Listing: _listing,
    Facts: _facts,
    Table: _table,
    Figure: _figure,
    Ticks: _ticks,
    Blank: _blank,
    Card: _card,
}


def _line(line: Line) -> str:
    """A line where it may begin one of Markdown's."""
    if not line:
        return ""
    first, *rest = line
    return _span(first, markdown_line) + "".join(_span(each, markdown) for each in rest)


def _inline(line: Line) -> str:
    return "".join(_span(each, markdown) for each in line)


def _span(span: Span, escaped: Callable[[str], str]) -> str:
    if span.style == CODE:
        return _linked(_code(span.text), span.target)
    text = escaped(span.text) if not span.target else markdown(span.text)
    # marks of emphasis must touch the words, not a space
    core = text.strip()
    if span.style == STRONG and core:
        text = text.replace(core, f"**{core}**", 1)
    return _linked(text, span.target)


def _code(text: str) -> str:
    """As code where that can hold it; ids can."""
    return f"`{text}`" if "`" not in text else markdown(text)


def _linked(text: str, target: str) -> str:
    if target.startswith("#"):
        return f"[{text}]({target})"
    return f"[{text}](<{target}>)" if is_address(target) else text
