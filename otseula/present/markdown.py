"""The sheet as Markdown: every text escaped, so that none is read as markup."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.present.builder import build_sheet
from otseula.present.sheet import (
    ALERT,
    DOCUMENT,
    LONG,
    STRONG,
    Block,
    Facts,
    Item,
    Listing,
    Paragraph,
    Subheading,
)
from otseula.present.voice import Line, plain_text
from otseula.screening.recommendation import Recommendation
from otseula.writing import is_address, markdown, markdown_line


def render_markdown(recommendation: Recommendation, language: str, *, long: bool = False) -> str:
    """The result sheet in `language` as Markdown, ending in a newline."""
    sheet = build_sheet(recommendation, language, LONG if long else DOCUMENT)
    parts = [f"# {markdown_line(sheet.title)}", f"**{markdown_line(sheet.danger)}**"]
    for section in sheet.sections:
        parts.append(f"## {section.number}. {markdown_line(section.heading)}")
        parts.extend("\n".join(_block(block)) for block in section.blocks)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _toned(_line(block.line), block.tone)
    elif isinstance(block, Subheading):
        yield f"### {_line(block.line)}"
    elif isinstance(block, Facts):
        for label, line in block.rows:
            yield f"- **{markdown_line(label)}:** {markdown(plain_text(line))}"
    else:
        yield from _listing(block)


def _listing(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, start=listing.first or 0):
        mark = f"{number}. " if listing.first else "- "
        yield mark + _toned(_line(item.line), item.tone) + _address(item)
        for note in item.notes:
            yield f"{' ' * len(mark)}- {_line(note)}"


def _address(item: Item) -> str:
    if not item.address:
        return ""
    if is_address(item.address):
        return f": <{item.address}>"
    return f": {markdown_line(item.address)}"


def _toned(text: str, tone: str) -> str:
    return f"**{text}**" if tone in (ALERT, STRONG) else text


def _line(line: Line) -> str:
    return markdown_line(plain_text(line).strip())
