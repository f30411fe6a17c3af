"""The sheet for a terminal: the most important within 20 lines, all within 120 at 80 columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from otseula.present.builder import build_sheet
from otseula.present.sheet import (
    ALERT,
    LONG,
    PLAIN,
    STRONG,
    Block,
    Detail,
    Facts,
    Item,
    Listing,
    Paragraph,
    Section,
    Sheet,
    Subheading,
    short_details,
)
from otseula.present.style import Style, wrap
from otseula.present.top import top
from otseula.present.voice import plain_text
from otseula.screening.recommendation import Recommendation

MAX_LINES = 120
_USUAL_WIDTH = 80


def render_terminal(
    recommendation: Recommendation,
    language: str,
    *,
    width: int = _USUAL_WIDTH,
    long: bool = False,
    plain: bool = False,
    colour: bool = False,
) -> str:
    """The result sheet in `language` ("fi", "sv" or "en"), `width` columns wide, ending in a
    newline. `long` shows everything; `plain` has no drawn lines and no colour."""
    style = Style(width, plain=plain, colour=colour and not plain)
    if long:
        return _text(build_sheet(recommendation, language, LONG), style, LONG)
    # A narrow terminal wraps more but says no less than one of the usual width.
    measure = Style(max(style.width, _USUAL_WIDTH), plain=plain, colour=False)

    def lines(detail: Detail) -> int:
        return _text(build_sheet(recommendation, language, detail), measure, detail).count("\n")

    details = short_details()
    fitting = bisect_right(details, MAX_LINES, key=lines)
    detail = details[max(fitting - 1, 0)]
    return _text(build_sheet(recommendation, language, detail), style, detail)


def _text(sheet: Sheet, style: Style, detail: Detail) -> str:
    lines = top(sheet, style, detail)
    for section in sheet.sections:
        if detail.airy or section.number == 1:
            lines.append("")
        short = _on_one_line(section, style) if detail.terse else None
        if short is not None:
            lines.append(short)
            continue
        lines.extend(ruled(f"{section.number}. {section.heading}", style))
        for block in section.blocks:
            lines.extend(block_lines(block, style, packed=not detail.airy))
    return "\n".join(lines) + "\n"


def _on_one_line(section: Section, style: Style) -> str | None:
    """A section that says one short thing, after its heading; None where that does not fit."""
    if len(section.blocks) != 1 or not isinstance(section.blocks[0], Paragraph):
        return None
    heading = f"{section.number}. {section.heading}"
    said = plain_text(section.blocks[0].line)
    if len(heading) + len(said) + 2 > style.width:
        return None
    return f"{style.paint(heading + ':', STRONG)} {said}"


def ruled(said: str, style: Style) -> list[str]:
    """A heading in one line with a rule after it; without the rule where it is plain or does not
    fit."""
    if style.plain or len(said) + 1 >= style.width:
        return wrap(said, style, hanging="   ", tone=STRONG)
    return [style.paint(f"{said} ".ljust(style.width, "─"), STRONG)]


def block_lines(block: Block, style: Style, *, packed: bool = False) -> Iterator[str]:
    """A block as lines; of facts as many on a line as fit where `packed`."""
    if isinstance(block, Paragraph):
        yield from wrap(plain_text(block.line), style, tone=block.tone)
    elif isinstance(block, Subheading):
        tone = STRONG if block.tone == PLAIN else block.tone
        yield from wrap(plain_text(block.line) + ":", style, tone=tone)
    elif isinstance(block, Facts):
        rows = [f"{label}: {plain_text(line)}" for label, line in block.rows]
        for row in _packed(rows, style) if packed else rows:
            yield from wrap(row, style, hanging="  ")
    else:
        yield from _listing(block, style)


def _packed(rows: list[str], style: Style) -> Iterator[str]:
    """The rows, as many on a line as fit."""
    line = ""
    for row in rows:
        joined = f"{line}; {row}" if line else row
        if line and len(joined) > style.width:
            yield line
            joined = row
        line = joined
    if line:
        yield line


def _listing(listing: Listing, style: Style) -> Iterator[str]:
    for number, item in enumerate(listing.items, start=listing.first or 0):
        yield from _item(item, f"{number}. " if listing.first else style.bullet, style)


def _item(item: Item, mark: str, style: Style) -> Iterator[str]:
    indent = " " * len(mark)
    # What must be done stands out by its colour under its own heading.
    tone = item.tone if item.tone == ALERT else PLAIN
    yield from wrap(plain_text(item.line), style, first=mark, hanging=indent, tone=tone)
    notes = [*map(plain_text, item.notes), *([item.address] if item.address else [])]
    for note in notes:
        yield from wrap(note, style, first=indent, hanging=indent)
