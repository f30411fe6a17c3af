"""The handbook as one HTML file that stands alone: no scripts, nothing fetched, all escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from otseula.authoring.handbook.blocks import (
    CODE,
    PLAIN,
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
from otseula.authoring.handbook.style import STYLE
from otseula.authoring.handbook.svg import drawn
from otseula.writing import HTML_POLICY, is_address

_TAGS = {STRONG: "strong", CODE: "code"}


def render_html(document: Document) -> str:
    """The document, ending in a newline."""
    title = escape(document.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{HTML_POLICY}">',
        f"<title>{title}</title>",
        f"<style>\n{STYLE}\n</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
    ]
    for block in document.blocks:
        lines.extend(_block(block))
    lines += ["</main>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterable[str]:
    return _BLOCKS[type(block)](block)


def _heading(heading: Heading) -> Iterator[str]:
    tag = f"h{heading.level}"
    yield f'<{tag} id="{escape(heading.anchor)}">{_line(heading.line)}</{tag}>'


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    tone = "" if paragraph.tone == PLAIN else f' class="{paragraph.tone}"'
    line = _line(paragraph.line)
    inner = f"<strong>{line}</strong>" if paragraph.tone == STRONG else line
    yield f"<p>{inner}</p>" if paragraph.tone == STRONG else f"<p{tone}>{inner}</p>"


def _listing(listing: Listing) -> Iterator[str]:
    yield '<ul class="short">' if listing.short else "<ul>"
    yield from _items(listing.entries)
    yield "</ul>"


def _items(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        below = f"<ul>{''.join(_items(entry.entries))}</ul>" if entry.entries else ""
        yield f"<li>{_line(entry.line)}{below}</li>"


def _entries(entries: tuple[Entry, ...]) -> str:
    """One entry as it is, several as a list."""
    if len(entries) != 1:
        return f"<ul>{''.join(_items(entries))}</ul>" if entries else ""
    (entry,) = entries
    below = f"<ul>{''.join(_items(entry.entries))}</ul>" if entry.entries else ""
    return _line(entry.line) + below


def _facts(facts: Facts) -> Iterator[str]:
    yield "<dl>"
    for label, entries in facts.rows:
        yield f"<dt>{escape(label)}</dt><dd>{_entries(entries)}</dd>"
    yield "</dl>"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="scroll"><table>'
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_entries(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody>"
    yield "</table></div>"


def _figure(figure: Figure) -> Iterator[str]:
    yield f'<figure id="{escape(figure.anchor)}">'
    yield f"<figcaption>{escape(figure.title)}</figcaption>"
    for number, panel in enumerate(figure.panels, start=1):
        yield from drawn(panel, f"{escape(figure.anchor)}-{number}", figure.title, figure.about)
    yield "</figure>"


def _ticks(ticks: Ticks) -> Iterator[str]:
    yield '<ul class="ticks">'
    for line in ticks.lines:
        yield f'<li><span class="box"></span>{_line(line)}</li>'
    yield "</ul>"


def _blank(blank: Blank) -> Iterator[str]:
    lines = '<span class="line"></span>' * blank.count
    yield f'<p class="blank">{escape(blank.label)}:{lines}</p>'


def _card(card: Card) -> Iterator[str]:
    yield '<div class="card">'
    for block in card.blocks:
        yield from _block(block)
    yield "</div>"


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
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.language:
        text = f'<span lang="{escape(span.language)}">{text}</span>'
    tag = _TAGS.get(span.style)
    if tag:
        text = f"<{tag}>{text}</{tag}>"
    if span.target.startswith("#"):
        return f'<a href="{escape(span.target)}">{text}</a>'
    if is_address(span.target):
        return f'<a href="{escape(span.target)}" rel="noreferrer">{text}</a>'
    return text
