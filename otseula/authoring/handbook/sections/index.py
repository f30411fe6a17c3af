"""The index: every id, and where it is told."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.handbook.blocks import CODE, Block, Listing, Span, entry
from otseula.authoring.handbook.book import FOLLOWING, Book
from otseula.authoring.handbook.names import NAMED
from otseula.authoring.handbook.sections.items import chapter


def index(book: Book) -> Iterator[Block]:
    """Ids in the order of the alphabet, each with what it is."""
    yield chapter(book, "index")
    found = [
        (name, table)
        for table in (*NAMED, *FOLLOWING.values(), "parameters", "sources")
        for name in book.table(table)
    ]
    yield Listing(
        tuple(
            entry(
                (
                    Span(name, CODE, book.target(table, name)),
                    Span(f" ({book.say(f'k_{table}')})"),
                )
            )
            for name, table in sorted(found)
        ),
        short=True,
    )
