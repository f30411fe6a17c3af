"""Section 4: the recommendation as a level or a range, and the notices that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.present.findings import Findings, met, undecided
from otseula.present.reasoned import Reasoned
from otseula.present.sheet import STRONG, Block, Item, Listing, Paragraph, Subheading
from otseula.present.voice import Line, Voice
from otseula.screening.recommendation import NoticeGiven

_LOWEST = "basic_services_first"


def recommendation_line(findings: Findings) -> Line:
    """The level, or the range while answers are missing (design.md 5.3)."""
    eligibility = findings.recommendation.eligibility
    said = level_said(findings.voice, eligibility.at_least, eligibility.at_most)
    return findings.voice.line(said[:1].upper() + said[1:])


def level_said(voice: Voice, at_least: str, at_most: str) -> str:
    """The level or the range, as one or more sentences that begin in lower case."""
    if at_least == at_most:
        return voice.word(f"level_{at_least}") + "."
    if at_least == _LOWEST:
        # Never the name of the lowest level: it would read as an answer.
        return voice.word("level_open", at_most=voice.word(f"level_{at_most}"))
    ends = {"at_least": voice.word(f"range_{at_least}"), "at_most": voice.word(f"range_{at_most}")}
    return voice.word("level_range", **ends) + "."


def recommendation(findings: Findings) -> tuple[Block, ...]:
    """Section 4 of the sheet."""
    return tuple(_blocks(findings))


def _blocks(findings: Findings) -> Iterator[Block]:
    voice, found = findings.voice, findings.recommendation
    eligibility = found.eligibility
    yield Paragraph(recommendation_line(findings), STRONG)
    decided = eligibility.at_least == eligibility.at_most
    if decided and eligibility.at_least == _LOWEST and met(found.safety):
        said = [voice.word("safety_then_basic")]  # no contact is proposed that could replace it
    else:
        said = [voice.word("safety_before_contact")] if met(found.safety) else []
        said += [voice.word(f"meaning_{eligibility.at_least}")] if decided else []
    yield Paragraph(voice.line(" ".join([*said, voice.word("person_decides")])))
    if not decided:
        yield from _between(findings)
    yield from _firm(findings)
    yield from notices(findings, "notice", "notices")


def _between(findings: Findings) -> Iterator[Block]:
    """The open questions that could raise the level."""
    voice, hinges = findings.voice, findings.recommendation.eligibility.hinges_on
    numbered = findings.numbered(hinges)
    first = (Item(voice.line(f"{numbered} {voice.word('see_above')}")),)
    others = [findings.question_texts[i] for i in findings.other_questions(hinges)]
    listed = findings.limited(others, findings.detail.hinges, lambda t: Item(voice.line(t)))
    items = (*(first if numbered else ()), *listed)
    if items:
        yield Paragraph(voice.line(voice.word("questions_between")))
        yield Listing(items)


def _firm(findings: Findings) -> Iterator[Block]:
    """How firm the recommendation is, and what would change it."""
    found, reasoned = findings.recommendation, Reasoned(findings)
    if found.reasoner is None or not findings.detail.firm:
        return
    decided = found.eligibility.level is not None
    if findings.detail.why:
        level = findings.level
        yield from reasoned.firm_and_changes(
            found.firmness(), [] if level is None else [level], decided=decided
        )
        return
    yield from reasoned.firmness(found.firmness(), decided=decided, changes=True)


def notices(findings: Findings, heading: str, title: str | None = None) -> Iterator[Block]:
    """The notices under one heading of the rule base."""
    mine = [n for n in findings.recommendation.notices if n.heading == heading]
    shown = [*met(mine), *(undecided(mine) if findings.detail.everything else ())]
    if not shown:
        return
    voice = findings.voice
    detail = findings.detail
    limit = detail.notices if heading == "notice" else detail.guidance
    if limit == 0:
        said = f"{voice.word(title)}: " if title else ""
        yield Paragraph(voice.line(said, voice.counted("guidance_hidden", len(shown))))
        return
    if title:
        yield Subheading(voice.line(voice.word(title)))
    yield Listing(findings.limited(shown, limit, lambda notice: _notice(findings, notice)))


def _notice(findings: Findings, notice: NoticeGiven) -> Item:
    voice = findings.voice
    pending = () if met([notice]) else voice.line(" ", voice.word("undecided_notice"))
    mark = findings.inferred(notice.sources, notice.reviewed)
    sources = findings.source_notes(notice.sources) if findings.detail.everything else ()
    return Item(voice.line(notice.text, pending, mark), sources)
