"""Act first, and the duties of the law: what follows, and the rules that give it."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.handbook.blocks import STRONG, Block, Paragraph, entry
from otseula.authoring.handbook.book import Book
from otseula.authoring.handbook.facts import given_because, row, text_rows
from otseula.authoring.handbook.sections.items import chapter, rules_of, told, told_rule


def safety(book: Book) -> Iterator[Block]:
    """The safety actions in the order they are told on a sheet, then their rules."""
    yield chapter(book, "safety")
    yield Paragraph(book.said("intro_safety"))
    for action in sorted(book.period.safety_actions.values(), key=lambda each: each.order):
        yield from told(
            book,
            "safety_actions",
            action,
            [given_because(book, "safety_actions", action)],
            text_rows(book, ("l_if_unknown", action.if_unknown)),
        )
    yield from _rules(book, "safety")


def duties(book: Book) -> Iterator[Block]:
    """The duties, then their rules."""
    yield chapter(book, "duties")
    for duty in book.period.duties.values():
        section = duty.section
        yield from told(
            book,
            "duties",
            duty,
            [] if section is None else [row(book, "l_section", entry(book.text(section)))],
            [given_because(book, "duties", duty)],
            text_rows(book, ("l_if_unknown", duty.if_unknown)),
        )
    yield from _rules(book, "duties")


def _rules(book: Book, chapter_: str) -> Iterator[Block]:
    rules = rules_of(book, chapter_)
    if rules:
        yield Paragraph(book.said("rules_below"), STRONG)
    for rule in rules:
        yield from told_rule(book, rule)
