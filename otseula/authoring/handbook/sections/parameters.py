"""The numbers that an expert changes in one place, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otseula.authoring.handbook.blocks import (
    STRONG,
    Block,
    Entry,
    Facts,
    Paragraph,
    Span,
    entry,
    span,
)
from otseula.authoring.handbook.book import FOLLOWING, Book
from otseula.authoring.handbook.facts import Row, grouped, row, used
from otseula.authoring.handbook.names import NAMED
from otseula.authoring.handbook.sections.items import chapter, heading, told
from otseula.rulebase.model import Item, Source
from otseula.writing import clean, is_address, with_unit


def parameters(book: Book) -> Iterator[Block]:
    """The parameters, each with its value, reason and owner."""
    yield chapter(book, "parameters")
    yield Paragraph(book.said("intro_parameters"))
    for item in book.period.parameters.values():
        value = with_unit(item.value, item.unit, book.language)
        yield from told(
            book,
            "parameters",
            item,
            [row(book, "l_value", entry(span(value, STRONG)))],
            used(book, f"${item.id}"),
        )


def sources(book: Book) -> Iterator[Block]:
    """The sources, each with what cites it."""
    yield chapter(book, "sources")
    cited: dict[tuple[str, str], list[tuple[str, Item]]] = {}
    for table in (*NAMED, *FOLLOWING.values(), "parameters"):
        for item in book.table(table).values():
            for ref in item.source:
                cited.setdefault((ref.ref, ref.basis), []).append((table, item))
    for source in book.content.sources.values():
        yield heading(book, 3, "sources", source)
        yield Facts(tuple(_source(book, source, cited)))


def _source(
    book: Book, source: Source, cited: Mapping[tuple[str, str], list[tuple[str, Item]]]
) -> Iterator[Row]:
    if source.publisher:
        yield row(book, "l_publisher", entry(span(clean(source.publisher))))
    if source.url:
        target = source.url if is_address(source.url) else ""
        yield row(book, "l_address", entry(span(clean(source.url), target=target)))
    if source.read_on is not None:
        yield row(book, "l_read_on", entry(span(book.written(source.read_on))))
    told = [
        Entry((Span(book.say(basis) + ":"),), tuple(grouped(book, items)))
        for basis in ("sourced", "inferred")
        if (items := cited.get((source.id, basis)))
    ]
    yield row(book, "l_cites", *(told or [entry(book.said("uncited"))]))
