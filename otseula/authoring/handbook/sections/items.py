"""What the chapters have in common: how one entry, a rule or a table of criteria is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from otseula.authoring.handbook.blocks import (
    CODE,
    Block,
    Entry,
    Facts,
    Heading,
    Span,
    Table,
    entry,
    span,
)
from otseula.authoring.handbook.book import Book, anchor
from otseula.authoring.handbook.facts import (
    Row,
    basis,
    consequences,
    no_source,
    owner,
    provenance,
    status,
    used,
    when,
)
from otseula.authoring.handbook.names import condition_of
from otseula.authoring.handbook.sentences import sentence
from otseula.rulebase.model import Item, Rule


def chapter(book: Book, name: str) -> Heading:
    """The heading of a chapter."""
    return Heading(2, book.said(f"h_{name}"), name)


def heading(book: Book, level: int, table: str, item: Item) -> Heading:
    """The heading of an entry: its text, and its id."""
    line = (*book.name(table, item), Span(" "), Span(item.id, CODE))
    return Heading(level, line, anchor(table, item.id))


def told(book: Book, table: str, item: Item, *rows: Iterable[Row]) -> Iterator[Block]:
    """An entry under a heading of its own, with rows and where it comes from."""
    yield heading(book, 3, table, item)
    yield Facts((*(row for each in rows for row in each), *provenance(book, item)))


def told_rule(book: Book, rule: Rule) -> Iterator[Block]:
    """A rule: when it is met, and what follows."""
    users = used(book, rule.id) if rule.id in book.users else ()
    yield from told(
        book, "rules", rule, when(book, rule, "l_when_follows"), [consequences(book, rule)], users
    )


def home(rule: Rule) -> str:
    """The chapter where a rule is told: one only, whatever it gives."""
    then = rule.then
    if then.safety:
        return "safety"
    if then.duties:
        return "duties"
    return "rules" if then.eligibility is None else "eligibility"


def rules_of(book: Book, chapter: str) -> list[Rule]:
    """The rules that are told in a chapter."""
    return [rule for rule in book.period.rules.values() if home(rule) == chapter]


def criteria_table(book: Book, names: Iterable[str]) -> Table:
    """Criteria with their conditions, and where each comes from, in short."""
    heads = ("l_criterion", "l_when", "l_sources", "l_basis", "l_status", "l_owner")
    rows = []
    for name in names:
        item = book.period.criteria[name]
        condition = condition_of(item)
        assert condition is not None
        sources = [
            entry(book.link("sources", book.content.sources[ref.ref])) for ref in item.source
        ]
        rows.append(
            (
                (entry(book.link("criteria", item)),),
                (sentence(book, condition),),
                tuple(sources) or no_source(book),
                _cell(basis(book, item)),
                _cell(status(book, item)),
                _cell(owner(book, item)),
            )
        )
    return Table(tuple(book.say(key) for key in heads), tuple(rows))


def _cell(text: str) -> tuple[Entry, ...]:
    return (entry(span(text)),)
