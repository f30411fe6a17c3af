"""The handbook put together: its chapters in order, and the formats it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from otseula.authoring.diff.compare import Comparison
from otseula.authoring.handbook.blocks import (
    CODE,
    Block,
    Document,
    Entry,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
)
from otseula.authoring.handbook.book import Book, book_of
from otseula.authoring.handbook.html import render_html
from otseula.authoring.handbook.markdown import render_markdown
from otseula.authoring.handbook.sections.changes import changes
from otseula.authoring.handbook.sections.eligibility import eligibility
from otseula.authoring.handbook.sections.front import front, front_of_questionnaire, reading
from otseula.authoring.handbook.sections.index import index
from otseula.authoring.handbook.sections.overview import overview
from otseula.authoring.handbook.sections.parameters import parameters, sources
from otseula.authoring.handbook.sections.questionnaire import questionnaire
from otseula.authoring.handbook.sections.safety import duties, safety
from otseula.authoring.handbook.sections.services import channels, expertise, notices, services
from otseula.authoring.handbook.sections.situations import criteria, situations
from otseula.rulebase.model import Content

Chapter = Callable[[Book], Iterator[Block]]

#: Safety before all else. A chapter without entries is left out.
_CHAPTERS: tuple[Chapter, ...] = (
    reading,
    safety,
    duties,
    overview,
    situations,
    criteria,
    eligibility,
    services,
    expertise,
    channels,
    notices,
    parameters,
    questionnaire,
    sources,
)
#: Chapters whose parts stand in the table of contents too.
_IN_CONTENTS = frozenset({"situations"})

RENDERERS: Mapping[str, Callable[[Document], str]] = {
    "markdown": render_markdown,
    "html": render_html,
}


def whole(
    content: Content, day: date, language: str, comparison: Comparison | None = None
) -> Document:
    """The whole rule base as it stands on `day`, in "fi", "sv" or "en"; with a `comparison` also
    what has changed since the older rule base of it."""
    book = book_of(content, day, language)
    chapters = [block for chapter in _CHAPTERS for block in _told(chapter, book)]
    if comparison is not None:
        chapters += changes(book, comparison)
    chapters += index(book)
    contents = (Heading(2, book.said("h_contents"), "contents"), _contents(chapters))
    return Document(language, _title(book, "title"), (*front(book), *contents, *chapters))


def questions_only(content: Content, day: date, language: str) -> Document:
    """The questionnaire alone, to print."""
    book = book_of(content, day, language, frozenset({"questions"}))
    blocks = (*front_of_questionnaire(book), *_told(questionnaire, book))
    return Document(language, _title(book, "title_questionnaire"), blocks)


def _title(book: Book, key: str) -> str:
    return f"{book.say(key)} ({book.written(book.day)})"


def _told(chapter: Chapter, book: Book) -> list[Block]:
    blocks = [*chapter(book)]
    only_words = all(isinstance(block, Heading | Paragraph) for block in blocks)
    return [] if only_words else blocks


def _contents(chapters: list[Block]) -> Listing:
    entries: list[tuple[Line, list[Entry]]] = []
    inside = False
    for block in chapters:
        if not isinstance(block, Heading):
            continue
        words = "".join(span.text for span in block.line if span.style != CODE).strip()
        link = (Span(words, target="#" + block.anchor),)
        if block.level == 2:
            entries.append((link, []))
            inside = block.anchor in _IN_CONTENTS
        elif block.level == 3 and inside:
            entries[-1][1].append(Entry(link))
    return Listing(tuple(Entry(line, tuple(below)) for line, below in entries))
