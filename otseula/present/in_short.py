"""Why one thing came out as it did, in a few lines: for those who look at many cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from otseula.logic.conditions import Truth
from otseula.present.findings import Findings, capped
from otseula.present.reasoned import Reasoned
from otseula.present.sheet import Block, Detail, Item, Listing, Paragraph
from otseula.present.style import Style
from otseula.present.terminal import block_lines
from otseula.present.voice import Line, Voice
from otseula.screening.reasons import Reasons
from otseula.screening.recommendation import Recommendation

#: How much is told: answers, changes, and answers behind one name.
_ANSWERS, _CHANGES, _BEHIND = 3, 2, 2
#: Where more stands in the way, many things could bring it about: to name some says little.
_IN_THE_WAY = 4


def reasons_in_short(
    recommendation: Recommendation, reasons: Reasons, language: str, *, width: int = 80
) -> list[str]:
    """Whether it applies, which answers make it so or what stands in the way, and the smallest
    change that would turn it; lines of at most `width` columns, without colour."""
    # sources are left out: whoever reads this has the rules at hand
    findings = Findings(recommendation, Voice(language), Detail(sources="none"))
    style = Style(width, plain=True, colour=False)
    blocks = _told(Reasoned(findings), reasons)
    return [line for block in blocks for line in block_lines(block, style)]


def _told(reasoned: Reasoned, reasons: Reasons) -> Iterator[Block]:
    voice = reasoned.findings.voice
    # what a name stands on is told where that is short
    failed = [replace(f, why=f.why if len(f.why) <= _BEHIND else ()) for f in reasons.failed]
    many = len(failed) > _IN_THE_WAY
    named = replace(reasons, failed=() if many else tuple(failed))
    in_the_way = list(reasoned.in_the_way(named))
    short = None if in_the_way or many else _short(reasoned, reasons)
    stands = reasoned.stands(reasons)
    yield Paragraph(stands if short is None else voice.line(stands, " ", short))
    yield from in_the_way
    if reasons.truth is not Truth.UNKNOWN:
        for block in reasoned.changes(reasons):
            yield _cut(reasoned, block)


def _short(reasoned: Reasoned, reasons: Reasons) -> Line | None:
    shown, hidden = capped(reasons.why, _ANSWERS)
    if not hidden:
        return reasoned.short(reasons)
    voice = reasoned.findings.voice
    more = voice.counted("and_more", hidden)
    questions = voice.line(reasoned.texts(shown), "; ", more)
    return reasoned.say("why_short", len(reasons.why), questions=questions)


def _cut(reasoned: Reasoned, block: Block) -> Block:
    """A list with its first entries, and how many more there are."""
    if not isinstance(block, Listing):
        return block
    shown, hidden = capped(block.items, _CHANGES)
    if not hidden:
        return block
    voice = reasoned.findings.voice
    return Listing((*shown, Item(voice.line(voice.counted("and_more", hidden)))))
