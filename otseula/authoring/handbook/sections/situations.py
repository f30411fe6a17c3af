"""The situations: how each is identified, from which criteria, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from otseula.authoring.handbook.blocks import (
    STRONG,
    Block,
    Entry,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Span,
    entry,
)
from otseula.authoring.handbook.book import Book, anchor, rules_naming
from otseula.authoring.handbook.facts import consequences, provenance, used, when
from otseula.authoring.handbook.names import criteria_under
from otseula.authoring.handbook.sections.items import chapter, criteria_table, heading, told
from otseula.authoring.handbook.sentences import sentence
from otseula.authoring.handbook.traced import figure_of
from otseula.rulebase.model import Rule, Situation


def situations(book: Book) -> Iterator[Block]:
    """The chapter of situations."""
    yield chapter(book, "situations")
    if book.period.criteria:
        yield Paragraph(book.said("intro_situations", criteria=book.say("h_criteria")))
    for situation in book.period.situations.values():
        yield from _situation(book, situation)


def criteria(book: Book) -> Iterator[Block]:
    """Every criterion once, whole, and what names it."""
    yield chapter(book, "criteria")
    for criterion in book.period.criteria.values():
        yield from told(
            book, "criteria", criterion, when(book, criterion), used(book, criterion.id)
        )


def _situation(book: Book, situation: Situation) -> Iterator[Block]:
    own = anchor("situations", situation.id)
    yield heading(book, 3, "situations", situation)
    users = [use for use in book.users.get(situation.id, ()) if use.list != "rules"]
    others = used(book, situation.id) if users else ()
    yield Facts((*when(book, situation), *others, *provenance(book, situation)))
    yield figure_of(book, situation)
    below = criteria_under(situation, book.period)
    if below:
        yield Heading(4, book.said("h_criteria"), f"{own}-criteria")
        yield criteria_table(book, below)
    yield Heading(4, book.said("l_then"), f"{own}-then")
    yield from _what_follows(book, situation, below)


def _what_follows(book: Book, situation: Situation, below: Iterable[str]) -> Iterator[Block]:
    naming = rules_naming(book, situation.id)
    names = {rule.id for rules in (naming.own, naming.general, naming.without) for rule in rules}
    others = dict.fromkeys(
        book.period.rules[use.id]
        for name in below
        for use in book.users.get(name, ())
        if use.list == "rules" and use.id not in names
    )
    if naming.own:
        yield Listing(tuple(_rule(book, rule) for rule in naming.own))
    elif not naming.general:
        yield Paragraph(book.said("no_rules_follow"))
    groups = (("l_general", naming.general), ("l_without", naming.without), ("l_others", others))
    for key, group in groups:
        if group:
            yield Paragraph(book.said(key), STRONG)
            yield Listing(tuple(entry(book.link("rules", rule)) for rule in group))


def _rule(book: Book, rule: Rule) -> Entry:
    below = []
    if rule.when.form != "name":  # else it is the situation itself
        label = Span(book.say("l_when_follows") + ":")
        below.append(Entry((label,), (sentence(book, rule.when),)))
    then, following = consequences(book, rule)
    below.append(Entry((Span(f"{then}:"),), following))
    return Entry(book.link("rules", rule, STRONG), tuple(below))
