"""The whole questionnaire, to print and to review with a pen."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.handbook.blocks import (
    Blank,
    Block,
    Card,
    Entry,
    Facts,
    Heading,
    Line,
    Paragraph,
    Ticks,
    entry,
)
from otseula.authoring.handbook.book import Book, anchor
from otseula.authoring.handbook.facts import Row, row, used
from otseula.authoring.handbook.sections.items import chapter, heading
from otseula.authoring.handbook.sentences import sentence
from otseula.rulebase.model import Question
from otseula.screening.channels import AREA, ROLE, SERVICE_AREA
from otseula.writing import with_unit

_COMMENT_LINES = 2
#: Questions that the choice of channels reads.
_CHOOSING = frozenset({AREA, SERVICE_AREA, ROLE})


def questionnaire(book: Book) -> Iterator[Block]:
    """Every question by theme, in the order of the author."""
    yield chapter(book, "questionnaire")
    by_theme: dict[str | None, list[Question]] = {}
    for question in book.period.questions.values():
        known = question.theme if question.theme in book.period.themes else None
        by_theme.setdefault(known, []).append(question)
    for theme, asked in by_theme.items():
        if theme is None:
            yield Heading(3, book.said("other_theme"), "themes")
        else:
            yield Heading(3, book.text(book.period.themes[theme].text), anchor("themes", theme))
        for question in asked:
            yield Card(tuple(_question(book, question)))


def _question(book: Book, question: Question) -> Iterator[Block]:
    yield heading(book, 4, "questions", question)
    if question.help is not None:
        yield Paragraph(book.text(question.help))
    yield Paragraph(_kind(book, question), "quiet")
    if question.type == "integer":
        yield Blank(book.say("answer"))
    yield Ticks(tuple(_answers(book, question)))
    yield Facts(tuple(_facts(book, question)))
    yield Blank(book.say("comment"), _COMMENT_LINES)


def _kind(book: Book, question: Question) -> Line:
    if question.range is None:
        return book.said(f"t_{question.type}")
    low, high = question.range
    return book.said("t_integer", low=low, high=with_unit(high, question.unit, book.language))


def _answers(book: Book, question: Question) -> Iterator[Line]:
    if question.type == "boolean":
        yield book.said("yes")
        yield book.said("no")
    for option in question.options:
        yield book.text(option.text)
    if question.type == "choices":
        yield book.said("none_of_them")
    yield book.said("dont_know")


def _facts(book: Book, question: Question) -> Iterator[Row]:
    yield row(book, "l_asked", _asked(book, question))
    if question.sensitivity:
        yield row(book, "l_sensitivity", entry(book.said("sensitivity_of", n=question.sensitivity)))
    if question.id in _CHOOSING and question.id not in book.users:
        yield row(book, "l_used", entry(book.said("area_matters")))
    else:
        yield from used(book, question.id)


def _asked(book: Book, question: Question) -> Entry:
    if question.always_ask:
        return entry(book.said("asked_always"))
    if question.applies_when is None:
        return entry(book.said("asked_matters"))
    return Entry(book.said("asked_when"), (sentence(book, question.applies_when),))
