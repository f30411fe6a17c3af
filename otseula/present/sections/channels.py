"""Section 6: which expertise the case needs, and how to reach it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from otseula.present.findings import Findings, capped, met, undecided
from otseula.present.sheet import QUIET, Block, Detail, Item, Listing, Paragraph, Subheading
from otseula.present.voice import Line
from otseula.screening.recommendation import ChannelOffered, Consequence
from otseula.text import Text


def channels(findings: Findings) -> tuple[Block, ...]:
    """Section 6 of the sheet."""
    return (*_expertise(findings), *_channels(findings))


def first_contact(findings: Findings) -> Line:
    """The first channel in one line, for the top of the sheet."""
    voice, offered = findings.voice, findings.recommendation.channels
    in_force = findings.channels_now
    if in_force and _areas(findings, in_force[0]):
        return voice.line(voice.word("first_contact_by_area"))
    if in_force:
        return brief(findings, in_force[0])
    return voice.line(voice.word("first_contact_open" if offered else "first_contact_none"))


def brief(findings: Findings, channel: ChannelOffered) -> Line:
    """A channel in a line or two: its name, whom to ask where the role may not use it, and where
    to find it."""
    voice = findings.voice
    access = _access(findings, channel) if channel.usable is False else ()
    reach = _reach(findings, channel) if channel.contact else _find(findings, channel)
    return voice.line(channel.text, ". ", access, reach)


def _expertise(findings: Findings) -> Iterator[Block]:
    voice, needed = findings.voice, findings.recommendation.expertise
    in_force = met(needed)
    if in_force and not findings.detail.airy:
        yield Paragraph(_expertise_line(findings, in_force))
    elif in_force:
        yield Subheading(voice.line(voice.word("expertise")))
        yield Listing(
            findings.limited(in_force, findings.detail.expertise, lambda e: _need(findings, e))
        )
    if findings.detail.everything and undecided(needed):
        yield Subheading(voice.line(voice.word("expertise_open")))
        yield Listing(tuple(_need(findings, e) for e in undecided(needed)))


def _expertise_line(findings: Findings, needed: Sequence[Consequence]) -> Line:
    """All in one line, for a sheet that is short of them."""
    voice = findings.voice
    shown = findings.limited(needed, findings.detail.expertise, lambda e: _need(findings, e))
    parts = (part for item in shown for part in ("; ", item.line))
    return voice.line(voice.word("expertise"), ": ", *tuple(parts)[1:])


def _need(findings: Findings, expertise: Consequence) -> Item:
    mark = findings.inferred(expertise.sources, expertise.reviewed)
    notes = findings.source_notes(expertise.sources) if findings.detail.everything else ()
    return Item(findings.voice.line(expertise.text, mark), notes)


def _channels(findings: Findings) -> Iterator[Block]:
    voice = findings.voice
    in_force, pending = findings.channels_now, findings.channels_later
    if in_force:
        yield Subheading(voice.line(voice.word("channels")))
        yield from _by_area(findings, in_force)
    else:
        yield Paragraph(voice.line(voice.word("no_channel")))
    if pending and findings.detail.everything:
        yield Subheading(voice.line(voice.word("channels_open")))
        yield Listing(tuple(_full(findings, channel) for channel in pending))
    elif pending:
        yield Paragraph(voice.line(voice.counted("channels_hidden", len(pending))), QUIET)


def _by_area(findings: Findings, in_force: Sequence[ChannelOffered]) -> Iterator[Block]:
    """One list where the area is known; otherwise a list for each set of areas, on a sheet that
    is short of lines in one line each."""
    voice, detail = findings.voice, findings.detail
    groups: dict[tuple[str, ...], list[ChannelOffered]] = {}
    for channel in in_force:
        groups.setdefault(_areas(findings, channel), []).append(channel)
    short = detail.full_channels is not None and detail.brief_channels is not None
    hidden = 0
    if short:
        shown, hidden = _names_by_area(findings, groups)
        yield from shown
        groups = {areas: held for areas, held in groups.items() if not areas}
    elif any(groups):
        yield Paragraph(voice.line(voice.word("area_unknown")))
    for areas, held in groups.items():
        if areas:
            yield Paragraph(voice.line(voice.word("by_area"), _area_names(findings, areas)))
        elif len(held) < len(in_force):
            yield Paragraph(voice.line(voice.word("all_areas"), ":"))
        kept, more = capped(held, _most(detail))
        hidden += more
        full = len(held) if detail.full_channels is None else detail.full_channels
        yield Listing(
            tuple(
                _full(findings, channel) if position < full else _short(findings, channel)
                for position, channel in enumerate(kept)
            )
        )
    if hidden:
        yield Listing(findings.more(hidden))


def _most(detail: Detail) -> int | None:
    """How many channels a sheet names, in full and in brief."""
    if detail.full_channels is None or detail.brief_channels is None:
        return None
    return detail.full_channels + detail.brief_channels


def _names_by_area(
    findings: Findings, groups: Mapping[tuple[str, ...], Sequence[ChannelOffered]]
) -> tuple[list[Block], int]:
    """For an area that is not known: the names of each area's channels on one line, those that
    give OT advice first; and how many channels are left out."""
    voice = findings.voice
    bound = [(areas, held) for areas, held in groups.items() if areas]
    if not bound:
        return [], 0
    bound.sort(key=lambda group: not any(channel.for_advice for channel in group[1]))
    advice = [channel for _, held in bound for channel in held if channel.for_advice]
    if findings.detail.areas == 1 and advice:
        item = Item(voice.listed([channel.text for channel in advice]))
        return [Listing((item,))], sum(len(held) for _, held in bound) - len(advice)
    kept, _ = capped(bound, findings.detail.areas)
    hidden = sum(len(held) for _, held in bound[len(kept) :])
    if not kept:
        return [], hidden
    lines = [
        Item(voice.line(_area_names(findings, areas), ": ", voice.listed([c.text for c in held])))
        for areas, held in kept
    ]
    said = Paragraph(voice.line(voice.word("area_unknown_short")))
    return [said, Listing(tuple(lines))], hidden


def _areas(findings: Findings, channel: ChannelOffered) -> tuple[str, ...]:
    """The areas that the sheet must name: none where the area is known or does not matter."""
    found = findings.recommendation
    own = found.area
    if channel.goes_by == "service_area":
        own = found.service_area or found.area
    return () if own else channel.areas


def _area_names(findings: Findings, areas: Sequence[str]) -> Line:
    """The areas by name, or a YTA in the place of all its areas."""
    voice, texts = findings.voice, findings.recommendation.area_texts
    named: list[Text] = []
    whole: set[str] = set()
    for yta, members in findings.recommendation.yta_areas:
        if len(members) > 1 and {*members} <= {*areas}:
            named.append(yta)
            whole.update(members)
    areas = [area for area in areas if area not in whole]
    left = [texts[area] for area in areas if area in texts]
    named += left
    if len(left) == len(areas):
        return voice.line(voice.listed(named))
    others = voice.line("; " if named else "", voice.word("other_areas"))
    return voice.line(voice.listed(named), others)


def _full(findings: Findings, channel: ChannelOffered) -> Item:
    voice = findings.voice
    mark = findings.inferred(channel.sources, channel.reviewed)
    notes = [voice.line(_access(findings, channel) or voice.word("usable"))]
    if channel.how is not None:
        notes.append(voice.line(voice.word("how"), channel.how))
    notes.append(_reach(findings, channel))
    notes.append(voice.line(_cost(findings, channel), *_validity(findings, channel)))
    sources = findings.source_notes(channel.sources)
    if channel in findings.channels_now:
        return Item(voice.line(channel.text, mark), (*notes, *sources))
    said = voice.line(channel.text, mark, findings.hinge_mark(channel.hinges_on))
    return Item(said, (*notes, *findings.hinge_notes(channel.hinges_on), *sources))


def _short(findings: Findings, channel: ChannelOffered) -> Item:
    if findings.detail.find:
        return Item(brief(findings, channel))
    return Item(findings.voice.line(channel.text))


def _access(findings: Findings, channel: ChannelOffered) -> Line:
    """Empty where the professional may use the channel."""
    voice = findings.voice
    if channel.usable is True:
        return ()
    key = "not_usable" if channel.usable is False else "role_unknown"
    ask = voice.word("not_usable_ask") if channel.via is None else channel.via
    return voice.line(voice.word(key), ask, " ")


def _reach(findings: Findings, channel: ChannelOffered) -> Line:
    """The contact and when it was checked; without a checked one, how to find it."""
    voice = findings.voice
    find = _find(findings, channel)
    if not channel.contact:
        return voice.line(voice.word("no_contact"), find)
    contact = voice.line(voice.word("contact"), voice.foreign(channel.contact), " ")
    if channel.verified_on is not None:
        day = voice.day(channel.verified_on)
        return voice.line(contact, voice.word("verified", day=day))
    return voice.line(contact, voice.word("unverified"), " ", find)


def _find(findings: Findings, channel: ChannelOffered) -> Line:
    voice = findings.voice
    return voice.line(voice.word("find_unknown") if channel.find is None else channel.find)


def _cost(findings: Findings, channel: ChannelOffered) -> Line:
    known = channel.cost if channel.cost in ("none", "charged") else "unknown"
    return findings.voice.line(findings.voice.word(f"cost_{known}"))


def _validity(findings: Findings, channel: ChannelOffered) -> Iterator[Line]:
    voice, start, end = findings.voice, channel.valid_from, channel.valid_to
    if start and end:
        said = voice.word("valid_between", start=voice.day(start), end=voice.day(end))
    elif start:
        said = voice.word("valid_from", start=voice.day(start))
    elif end:
        said = voice.word("valid_to", end=voice.day(end))
    else:
        return
    yield voice.line(" ", said)
