"""The front: what this is, which rule base, how far it is reviewed, how to read it."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.handbook.blocks import (
    CODE,
    DANGER,
    STRONG,
    Block,
    Entry,
    Facts,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    entry,
    span,
)
from otseula.authoring.handbook.book import FOLLOWING, Book
from otseula.authoring.handbook.facts import Row, row
from otseula.rulebase.model import Item, Layer
from otseula.writing import clean

#: What an owner of the content answers for, beside what follows from rules.
_OWNED = ("criteria", "situations", "rules", "parameters")
_HASH = 12


def front(book: Book) -> Iterator[Block]:
    """The front of the whole handbook."""
    yield Paragraph(book.said("danger"), DANGER)
    yield Heading(2, book.said("h_about"), "about")
    yield Paragraph(book.said("about"))
    yield Paragraph(book.said("not_done"))
    yield Facts((*_rule_base(book), _basis(book)))


def front_of_questionnaire(book: Book) -> Iterator[Block]:
    """The front of the questionnaire alone."""
    yield Paragraph(book.said("about_questionnaire"))
    yield Paragraph(book.said("not_done"))
    yield Facts(tuple(_rule_base(book)))


def reading(book: Book) -> Iterator[Block]:
    """How to read what follows."""
    yield Heading(2, book.said("h_reading"), "reading")
    yield Listing(
        tuple(
            entry(book.said(key))
            for key in (
                "reading_order",
                "reading_unknown",
                "reading_applies",
                "reading_basis",
                "reading_diagrams",
            )
        )
    )


def layers_told(layers: tuple[Layer, ...], hash_: str) -> str:
    """Layers by name and version, and a short hash."""
    names = (f"{layer.name} {layer.version}".strip() for layer in layers)
    return clean(f"{', '.join(names)} ({hash_[:_HASH]})")


def _rule_base(book: Book) -> Iterator[Row]:
    content, period = book.content, book.period
    for layer in content.layers:
        key = "l_rulebase" if len(content.layers) == 1 else "l_layer"
        yield row(book, key, entry(_layer(book, layer)))
    yield row(book, "l_hash", entry(span(content.hash[:_HASH], CODE)))
    yield row(book, "l_day", entry(book.said("day_as", day=book.written(book.day))))
    start, end = (day and book.written(day) for day in (period.start, period.end))
    if start or end:
        key = "between_days" if start and end else "from_day" if start else "to_day"
        yield row(book, "l_period", entry(book.said(key, start=start, end=end)))
    yield row(book, "l_status", entry(_status(book)))


def _layer(book: Book, layer: Layer) -> Line:
    told: list[Line] = [] if layer.title is None else [book.text(layer.title, STRONG)]
    told.append(book.said("bundled") if not layer.local else span(clean(layer.name)))
    if layer.version:
        told.append(book.said("version", version=clean(layer.version)))
    line = list(told[0])
    for each in told[1:]:
        line += [Span(", "), *each]
    return tuple(line)


def _owned(book: Book) -> list[Item]:
    return [item for name in (*_OWNED, *FOLLOWING.values()) for item in book.table(name).values()]


def _status(book: Book) -> Line:
    items = _owned(book)
    done = sum(1 for item in items if item.review is not None)
    if not done:
        local = any(layer.local for layer in book.content.layers)
        return book.said("status_draft_local" if local else "status_draft", STRONG)
    key = "status_done" if done == len(items) else "status_part"
    return book.said(key, STRONG, done=done, total=len(items))


def _basis(book: Book) -> Row:
    """How many entries stand wholly on what a source says, and how many on a reading of it."""
    kinds = [{ref.basis for ref in item.source} for item in _owned(book)]
    inferred = sum(1 for each in kinds if "inferred" in each)
    none = sum(1 for each in kinds if not each)
    told = book.said(
        "basis_counts", sourced=len(kinds) - inferred - none, inferred=inferred, none=none
    )
    return row(book, "l_basis", Entry(told))
