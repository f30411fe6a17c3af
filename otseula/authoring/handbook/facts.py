"""What is told of an entry beside its text: sources, basis, status, owner, validity, uses."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.authoring.handbook.blocks import STRONG, Entry, Span, entry
from otseula.authoring.handbook.book import Book, given_by
from otseula.authoring.handbook.names import condition_of, parameters_in
from otseula.authoring.handbook.sentences import sentence
from otseula.rulebase.model import Item, Rule, SourceRef
from otseula.text import Text
from otseula.writing import clean

Row = tuple[str, tuple[Entry, ...]]


def row(book: Book, key: str, *entries: Entry) -> Row:
    """A labelled row of facts."""
    return book.say(key), entries


def text_rows(book: Book, *told: tuple[str, Text | None]) -> Iterable[Row]:
    """Rows of the texts that an entry has."""
    for key, text in told:
        if text is not None:
            yield row(book, key, entry(book.text(text)))


def when(book: Book, item: Item, key: str = "l_when") -> Iterable[Row]:
    """When the condition of an entry is met."""
    condition = condition_of(item)
    if condition is not None:
        yield row(book, key, sentence(book, condition))


def provenance(book: Book, item: Item) -> Iterable[Row]:
    """Where an entry comes from, who answers for it, and how long it is in force."""
    sources = [cited(book, ref) for ref in item.source]
    yield row(book, "l_sources", *(sources or no_source(book)))
    inferred = any(ref.basis == "inferred" for ref in item.source)
    yield from text_rows(book, ("l_rationale" if inferred else "l_remark", item.rationale))
    standing = book.said(
        "standing",
        status=status(book, item),
        owner=owner(book, item),
        validity=validity(book, item),
    )
    yield row(book, "l_status", entry(standing))


def no_source(book: Book) -> tuple[Entry, ...]:
    """What stands in place of sources."""
    return (entry(book.said("no_source")),)


def cited(book: Book, ref: SourceRef) -> Entry:
    """A source with its publisher, address, the day it was read, and what is taken from it."""
    source = book.content.sources[ref.ref]
    told = [*book.link("sources", source)]
    if source.publisher:
        told.append(Span(f", {clean(source.publisher)}"))
    if source.url:
        told += [Span(", "), Span(book.say("online"), target=source.url)]
    if source.read_on is not None:
        told.append(Span(f", {book.say('read_on', day=book.written(source.read_on))}"))
    return Entry((*told, *book.said("dash"), *book.said(ref.basis, STRONG)))


def basis(book: Book, item: Item) -> str:
    """How an entry follows from its sources, in a word or two."""
    kinds = dict.fromkeys(ref.basis for ref in item.source)
    return ", ".join(book.say(kind) for kind in kinds) or book.say("no_source")


def status(book: Book, item: Item) -> str:
    """A draft, or by whom and when it was reviewed."""
    if item.review is None:
        return book.say("draft")
    return book.say("reviewed", by=clean(item.review.by), day=book.written(item.review.on))


def owner(book: Book, item: Item) -> str:
    """Who answers for an entry: who reviewed it, or else owns it or the parameters it names."""
    if item.review is not None:
        return clean(item.review.by)
    condition = condition_of(item)
    names = () if condition is None else parameters_in(condition)
    owners = [getattr(item, "owner", None)]
    owners += [book.period.parameters[name].owner for name in names]
    return ", ".join(dict.fromkeys(clean(each) for each in owners if each)) or book.say("no_owner")


def validity(book: Book, item: Item) -> str:
    """The days on which an entry is in force."""
    start, end = (day and book.written(day) for day in (item.valid_from, item.valid_to))
    if start and end:
        return book.say("between_days", start=start, end=end)
    if start:
        return book.say("from_day", start=start)
    return book.say("to_day", end=end) if end else book.say("no_limit")


def used(book: Book, name: str) -> Iterable[Row]:
    """Who names an entry; for a parameter `$id`."""
    uses = book.users.get(name, ())
    entries = grouped(book, [(use.list, book.table(use.list)[use.id]) for use in uses])
    yield row(book, "l_used", *(entries or [entry(book.said("unused"))]))


def grouped(book: Book, items: Iterable[tuple[str, Item]]) -> list[Entry]:
    """Entries of several lists, those of one list on one line."""
    lists: dict[str, dict[str, Item]] = {}
    for table, item in items:
        lists.setdefault(table, {})[item.id] = item
    told = []
    for table, members in lists.items():
        line = [Span(book.say(f"k_{table}") + ": ")]
        for position, item in enumerate(members.values()):
            line += [Span(" · ")] if position else []
            line += book.link(table, item)
        told.append(Entry(tuple(line)))
    return told


def consequences(book: Book, rule: Rule) -> Row:
    """What follows from a rule."""
    told = []
    if rule.then.eligibility is not None:
        told.append(entry(book.said(f"level_{rule.then.eligibility}", STRONG)))
    told += [
        Entry((Span(book.say(f"k_{table}") + ": "), *book.link(table, book.table(table)[name])))
        for table, name in given_by(rule)
    ]
    return row(book, "l_then", *told)


def given_because(book: Book, table: str, item: Item) -> Row:
    """The rules that give a consequence."""
    if getattr(item, "always", False):
        return row(book, "l_rules", entry(book.said("always")))
    rules = book.givers.get((table, item.id), ())
    told = [entry(book.link("rules", rule)) for rule in rules]
    return row(book, "l_rules", *(told or [entry(book.said("no_rule"))]))
