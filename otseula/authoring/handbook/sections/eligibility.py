"""The level of eligibility: its rules, the level test among what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.handbook.blocks import (
    STRONG,
    Block,
    Heading,
    Listing,
    Paragraph,
    entry,
)
from otseula.authoring.handbook.book import Book
from otseula.authoring.handbook.names import criteria_under, names_in
from otseula.authoring.handbook.sections.items import (
    chapter,
    criteria_table,
    rules_of,
    told_rule,
)
from otseula.rulebase.model import LEVELS


def eligibility(book: Book) -> Iterator[Block]:
    """The rules by level, highest first, and the criteria that they name."""
    rules = rules_of(book, "eligibility")
    yield chapter(book, "eligibility")
    yield Paragraph(book.said("intro_eligibility"))
    own: dict[str, None] = {}
    for rule in rules:
        for each in names_in(rule.when, book.period):
            if each.name in book.period.criteria:
                below = criteria_under(book.period.criteria[each.name], book.period)
                own |= dict.fromkeys((each.name, *below))
    if own:
        yield Paragraph(book.said("intro_eligibility_criteria"), STRONG)
        yield criteria_table(book, own)
    for level in reversed(LEVELS):
        for rule in rules:
            if rule.then.eligibility == level:
                yield from told_rule(book, rule)
    reasons = book.period.deviation_reasons.values()
    if reasons:
        yield Heading(3, book.said("h_deviation"), "deviation_reasons")
        yield Paragraph(book.said("intro_deviation"))
        yield Listing(tuple(entry(book.text(reason.text)) for reason in reasons))
