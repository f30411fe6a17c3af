"""Which channels serve this professional's area and role (design.md 5.4).

The questions `area`, `service_area` and `role` are known by these ids; a rule base that does
not ask them gets every channel.
"""

from __future__ import annotations

from otseula.logic.conditions import DONT_KNOW, Answers, Truth
from otseula.rulebase.model import Channel
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.consequences import Consequences
from otseula.screening.recommendation import ChannelOffered
from otseula.screening.settled import Settled

AREA, SERVICE_AREA, ROLE = "area", "service_area", "role"


def offered_channels(consequences: Consequences) -> tuple[ChannelOffered, ...]:
    """The channels in force or undecided, without those of another area. With the area not
    known, all that could apply."""
    answers = consequences.settled.answers
    role = chosen(answers, ROLE)
    return tuple(
        ChannelOffered(
            **common,
            usable=_usable(channel, role),
            for_roles=channel.for_roles,
            via=channel.via,
            goes_by=channel.goes_by,
            areas=channel.areas,
            how=channel.how,
            cost=channel.cost,
            contact=channel.contact,
            find=channel.find,
            verified_on=channel.verified_on,
            valid_from=channel.valid_from,
            valid_to=channel.valid_to,
            for_advice=channel.for_advice,
        )
        for channel, common in consequences.given("channels", consequences.compiled.period.channels)
        if serves(channel, answers)
    )


def serves(channel: Channel, answers: Answers) -> bool:
    """Whether a channel serves the case's area; one that is not known may be any."""
    return _serves(channel, location(answers, channel.goes_by))


def chosen(answers: Answers, question: str) -> str | None:
    """The option answered, or None where it is not known."""
    value = answers.get(question)
    return value if isinstance(value, str) and value != DONT_KNOW else None


def location(answers: Answers, goes_by: str) -> str | None:
    """The area that a channel goes by; the service area is by default the professional's."""
    area = chosen(answers, AREA)
    return (chosen(answers, SERVICE_AREA) or area) if goes_by == SERVICE_AREA else area


def may_serve(compiled: CompiledPeriod, channel: Channel, settled: Settled) -> bool:
    """Whether a channel serves the case's area, or would after one answer more: where the
    service area has still to be asked it may be another than the professional's."""
    if serves(channel, settled.answers):
        return True
    return channel.goes_by == SERVICE_AREA and _to_be_asked(compiled, settled)


def open_context(compiled: CompiledPeriod, settled: Settled) -> set[str]:
    """The context questions whose answer could change what is offered."""
    channels = compiled.period.channels.values()
    return {name for each in channels for name in context_of(compiled, settled, each)}


def context_of(compiled: CompiledPeriod, settled: Settled, channel: Channel) -> set[str]:
    """The context questions whose answer could change whether or how a channel is offered. A
    service area that is not known stands for the same area, so only one that was not asked is
    open."""
    answers = settled.answers
    found: set[str] = set()
    if compiled.consequence("channels", channel, settled) is Truth.NOT_MET:
        return found
    if not may_serve(compiled, channel, settled):
        return found
    if channel.areas and location(answers, channel.goes_by) is None:
        found.add(AREA)
    if channel.areas and channel.goes_by == SERVICE_AREA and SERVICE_AREA not in answers:
        found.add(SERVICE_AREA)
    if _usable(channel, chosen(answers, ROLE)) is None:
        found.add(ROLE)
    return {
        name
        for name in found & compiled.period.questions.keys()
        if settled.evaluation.applies.get(name) is not Truth.NOT_MET
    }


def _to_be_asked(compiled: CompiledPeriod, settled: Settled) -> bool:
    return (
        SERVICE_AREA in compiled.period.questions
        and SERVICE_AREA not in settled.answers
        and settled.evaluation.applies.get(SERVICE_AREA) is not Truth.NOT_MET
    )


def _serves(channel: Channel, area: str | None) -> bool:
    return not channel.areas or area is None or area in channel.areas


def _usable(channel: Channel, role: str | None) -> bool | None:
    if not channel.for_roles:
        return True
    return None if role is None else role in channel.for_roles
