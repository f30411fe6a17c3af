"""The sheet as one HTML file that stands alone: no scripts, nothing fetched, all escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from otseula.present.builder import build_sheet
from otseula.present.sheet import (
    DOCUMENT,
    LONG,
    Block,
    Facts,
    Item,
    Listing,
    Paragraph,
    Section,
    Subheading,
)
from otseula.present.voice import Line
from otseula.screening.recommendation import Recommendation
from otseula.writing import HTML_POLICY

_ADDRESS = re.compile(r"https?://\S+\Z")

#: Sizes follow the reader's own (rem, em), so 200 % wraps instead of scrolling sideways.
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.2rem; border-bottom: 1px solid #595959; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin-bottom: .25rem; }
ul, ol { margin-top: .25rem; padding-left: 1.5rem; }
dt { font-weight: bold; } dd { margin: 0 0 .25rem 0; }
a { color: #00408a; }
.danger { border: 3px solid #a00000; padding: .5rem .75rem; font-weight: bold; }
.alert { color: #a00000; font-weight: bold; }
.strong { font-weight: bold; }
.note { display: block; }
.quiet { color: #4d4d4d; }
@media print {
  @page { margin: 18mm; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
""".strip()


def render_html(recommendation: Recommendation, language: str, *, long: bool = False) -> str:
    """The result sheet in `language` as one HTML document, ending in a newline."""
    sheet = build_sheet(recommendation, language, LONG if long else DOCUMENT)
    title = escape(sheet.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{HTML_POLICY}">',
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
        f'<p class="danger">{escape(sheet.danger)}</p>',
    ]
    for section in sheet.sections:
        lines.extend(_section(section))
    lines += ["</main>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    name = f"section-{section.number}"
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{section.number}. {escape(section.heading)}</h2>'
    for block in section.blocks:
        yield from _block(block)
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"<p{_tone(block.tone)}>{_line(block.line)}</p>"
    elif isinstance(block, Subheading):
        yield f"<h3{_tone(block.tone)}>{_line(block.line)}</h3>"
    elif isinstance(block, Facts):
        yield "<dl>"
        for label, line in block.rows:
            yield f"<dt>{escape(label)}</dt><dd>{_line(line)}</dd>"
        yield "</dl>"
    else:
        yield from _listing(block)


def _listing(listing: Listing) -> Iterator[str]:
    tag = "ol" if listing.first else "ul"
    yield f'<ol start="{listing.first}">' if listing.first else "<ul>"
    for item in listing.items:
        notes = "".join(f'<span class="note">{_line(note)}</span>' for note in item.notes)
        said = f"<span{_tone(item.tone)}>{_line(item.line)}</span>"
        yield f"<li>{said}{_address(item)}{notes}</li>"
    yield f"</{tag}>"


def _address(item: Item) -> str:
    if not item.address:
        return ""
    address = escape(item.address)
    if _ADDRESS.match(item.address):
        return f': <a href="{address}" rel="noreferrer">{address}</a>'
    return f": {address}"


def _tone(tone: str) -> str:
    return "" if tone == "plain" else f' class="{tone}"'


def _line(line: Line) -> str:
    return "".join(
        f'<span lang="{escape(piece.language)}">{escape(piece.text)}</span>'
        if piece.language
        else escape(piece.text)
        for piece in line
    ).strip()
