"""The sheet as Markdown: every text escaped, so that none is read as markup."""

from __future__ import annotations

import re
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

_MARKUP = re.compile(r"([\\`*_{}\[\]|~$])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
#: What would make a list, a heading or a rule of the beginning of a line.
_BEGINNING = re.compile(r"^(?:(\d+)([.)])|([-+#=:]))")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\`|\[\]{}]+\Z")


def render_markdown(recommendation: Recommendation, language: str, *, long: bool = False) -> str:
    """The result sheet in `language` as Markdown, ending in a newline."""
    sheet = build_sheet(recommendation, language, LONG if long else DOCUMENT)
    parts = [f"# {_escaped(sheet.title)}", f"**{_escaped(sheet.danger)}**"]
    for section in sheet.sections:
        parts.append(f"## {section.number}. {_escaped(section.heading)}")
        parts.extend("\n".join(_block(block)) for block in section.blocks)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _toned(_line(block.line), block.tone)
    elif isinstance(block, Subheading):
        yield f"### {_line(block.line)}"
    elif isinstance(block, Facts):
        for label, line in block.rows:
            yield f"- **{_escaped(label)}:** {_inline(plain_text(line))}"
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
    if _ADDRESS.match(item.address):
        return f": <{item.address}>"
    return f": {_escaped(item.address)}"


def _toned(text: str, tone: str) -> str:
    return f"**{text}**" if tone in (ALERT, STRONG) else text


def _line(line: Line) -> str:
    return _escaped(plain_text(line).strip())


def _inline(text: str) -> str:
    """`text` where it does not begin a line."""
    text = _MARKUP.sub(r"\\\1", text)
    for character, entity in _ENTITIES.items():
        text = text.replace(character, entity)
    return text


def _escaped(text: str) -> str:
    text = _inline(text)
    return _BEGINNING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
