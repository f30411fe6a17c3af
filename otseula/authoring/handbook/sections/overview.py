"""What leads to what, as a whole: one diagram, and a table of the situations."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.handbook.blocks import (
    STRONG,
    Block,
    Entry,
    Listing,
    Paragraph,
    Table,
    entry,
    span,
)
from otseula.authoring.handbook.book import Book, given_by, rules_naming
from otseula.authoring.handbook.names import condition_of, criteria_under, heights, named, names_in
from otseula.authoring.handbook.sections.items import chapter
from otseula.authoring.handbook.traced import overview_figure
from otseula.rulebase.model import LEVELS, Situation


def overview(book: Book) -> Iterator[Block]:
    """The overview."""
    yield chapter(book, "overview")
    yield Paragraph(book.said("fig_overview_about"))
    figure = overview_figure(book)
    if figure.whole.edges:
        yield figure
    general = {
        rule.id: rule
        for each in book.period.situations
        for rule in rules_naming(book, each).general
    }
    if general:
        yield Paragraph(book.said("l_general"), STRONG)
        yield Listing(tuple(entry(book.link("rules", rule)) for rule in general.values()))
    if book.period.situations:
        heads = ("l_situation", "l_themes", "h_criteria", "l_then_own")
        rows = tuple(_row(book, each) for each in book.period.situations.values())
        yield Table(tuple(book.say(key) for key in heads), rows)


def _row(book: Book, situation: Situation) -> tuple[tuple[Entry, ...], ...]:
    return (
        (entry(book.link("situations", situation)),),
        tuple(_themes(book, situation)),
        (entry(span(str(len(criteria_under(situation, book.period))))),),
        tuple(_following(book, situation)) or (entry(span("–")),),
    )


def _themes(book: Book, situation: Situation) -> Iterator[Entry]:
    period = book.period
    items = [situation, *(named(name, period)[1] for name in heights(situation, period))]
    asked = [
        period.questions[each.name]
        for item in items
        if (condition := condition_of(item)) is not None
        for each in names_in(condition, period)
        if each.name in period.questions
    ]
    for theme in dict.fromkeys(question.theme for question in asked):
        known = period.themes.get(theme or "")
        yield entry(book.said("other_theme") if known is None else book.text(known.text))


def _following(book: Book, situation: Situation) -> Iterator[Entry]:
    """What the rules give that name this very situation: the highest level, then the rest."""
    rules = rules_naming(book, situation.id).own
    given = [rule.then.eligibility for rule in rules]
    for level in reversed(LEVELS):
        if level in given:
            yield entry(book.said(f"level_{level}"))
    for table, name in dict.fromkeys(each for rule in rules for each in given_by(rule)):
        yield entry(book.link(table, book.table(table)[name]))
