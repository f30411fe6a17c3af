"""Where the ways lead: rules that lead to services, expertise, channels, notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from otseula.authoring.handbook.blocks import Block, Entry, entry, span
from otseula.authoring.handbook.book import Book
from otseula.authoring.handbook.facts import Row, given_because, row, text_rows
from otseula.authoring.handbook.sections.items import chapter, rules_of, told, told_rule
from otseula.rulebase.model import Channel
from otseula.screening.channels import ROLE
from otseula.text import Text

#: The headings that notices stand under, in the order of the sheet.
_HEADINGS = ("preparation", "consent", "recording", "notice")


def services(book: Book) -> Iterator[Block]:
    """The rules that give neither safety, duties nor a level."""
    yield chapter(book, "rules")
    for rule in rules_of(book, "rules"):
        yield from told_rule(book, rule)


def expertise(book: Book) -> Iterator[Block]:
    """Each kind of expertise, and the rules that call for it."""
    yield chapter(book, "expertise")
    for item in book.period.expertise.values():
        yield from told(book, "expertise", item, [given_because(book, "expertise", item)])


def channels(book: Book) -> Iterator[Block]:
    """Each channel: for whom, through whom, where, how, and whether its contact is checked."""
    yield chapter(book, "channels")
    for channel in book.period.channels.values():
        yield from told(
            book,
            "channels",
            channel,
            [given_because(book, "channels", channel)],
            _channel(book, channel),
        )


def notices(book: Book) -> Iterator[Block]:
    """The notices by the heading of the sheet that they stand under."""
    yield chapter(book, "notices")
    for heading in _HEADINGS:
        under = [n for n in book.period.notices.values() if n.heading == heading]
        for item in under:
            yield from told(
                book,
                "notices",
                item,
                [row(book, "l_under", entry(book.said(f"under_{heading}")))],
                [given_because(book, "notices", item)],
            )


def _channel(book: Book, channel: Channel) -> Iterable[Row]:
    yield row(book, "l_for", *_roles(book, channel))
    yield from text_rows(book, ("l_via", channel.via))
    yield row(book, "l_area", *_areas(book, channel))
    yield from text_rows(book, ("l_how", channel.how))
    yield row(book, "l_contact", *_contact(book, channel))
    yield from text_rows(book, ("l_find", channel.find))
    yield row(book, "l_cost", entry(book.said(f"cost_{channel.cost or 'unknown'}")))
    if channel.for_advice:
        yield row(book, "l_for_advice", entry(book.said("for_advice")))


def _roles(book: Book, channel: Channel) -> Iterable[Entry]:
    if not channel.for_roles:
        return [entry(book.said("everyone"))]
    role = book.period.questions.get(ROLE)
    texts: dict[str, Text] = {} if role is None else {o.id: o.text for o in role.options}
    return [
        entry(book.text(texts[name]) if name in texts else span(name)) for name in channel.for_roles
    ]


def _areas(book: Book, channel: Channel) -> Iterable[Entry]:
    """As the author wrote them: a collaborative area stands for its areas."""
    written: dict[str, None] = {}
    for each in book.content.items["channels"]:
        if isinstance(each, Channel) and each.id == channel.id and each.valid_on(book.day):
            written = dict.fromkeys(each.areas)
    known = {**book.period.areas, **book.period.ytas}
    told = [entry(book.text(known[name].text)) for name in written] or [
        entry(book.said("everywhere"))
    ]
    by = "by_area" if channel.goes_by == "area" else "by_service_area"
    return [*told, entry(book.said(by))] if written else told


def _contact(book: Book, channel: Channel) -> Iterable[Entry]:
    if channel.contact is None:
        yield entry(book.said("no_contact"))
    else:
        yield entry(book.text(Text(channel.contact, channel.contact, channel.contact)))
    if channel.verified_on is not None:
        yield entry(book.said("verified", day=book.written(channel.verified_on)))
    elif channel.contact is not None:
        yield entry(book.said("unverified"))
