"""The reasons of a recommendation for a terminal or a file: all in brief, or one node whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otseula.present.findings import Findings
from otseula.present.reasoned import Reasoned
from otseula.present.sections.recommendation import recommendation_line
from otseula.present.sheet import ALERT, DOCUMENT, STRONG, Block, Item, Listing, Paragraph
from otseula.present.style import Style, wrap
from otseula.present.terminal import block_lines, ruled
from otseula.present.voice import Voice, plain_text
from otseula.screening.explained import Explained, Part
from otseula.screening.reasons import Told
from otseula.screening.recommendation import Recommendation


def render_explanation(
    recommendation: Recommendation,
    explained: Explained,
    language: str,
    *,
    width: int = 80,
    plain: bool = False,
    colour: bool = False,
) -> str:
    """The reasons in "fi", "sv" or "en", `width` columns wide, ending in a newline."""
    style = Style(width, plain=plain, colour=colour and not plain)
    findings = Findings(recommendation, Voice(language), DOCUMENT)
    reasoned = Reasoned(findings)
    voice = findings.voice
    title = reasoned.say("title", day=voice.day(recommendation.as_of))
    lines = wrap(plain_text(title), style, tone=STRONG)
    lines += wrap(voice.word("danger"), style, tone=ALERT)
    if explained.node is not None:
        lines += ["", *_text(reasoned.whole(explained.node), style)]
        return "\n".join(lines) + "\n"
    lines += ["", *ruled(reasoned.label("eligibility"), style)]
    lines += _text(_eligibility(reasoned, explained), style)
    for part in explained.parts:
        lines += ["", *ruled(reasoned.label(part.kind), style)]
        lines += _text(_part(reasoned, part), style)
    lines += ["", *wrap(plain_text(reasoned.say("one_whole")), style)]
    return "\n".join(lines) + "\n"


def _text(blocks: Iterator[Block], style: Style) -> Iterator[str]:
    for block in blocks:
        yield from block_lines(block, style)


def _eligibility(reasoned: Reasoned, explained: Explained) -> Iterator[Block]:
    yield Paragraph(recommendation_line(reasoned.findings), STRONG)
    yield from eligibility_reasons(reasoned, explained)


def eligibility_reasons(reasoned: Reasoned, explained: Explained) -> Iterator[Block]:
    """Why the level stands, how firm it is and what would change it; then of each level above it
    why it does not stand, or what it takes."""
    eligibility = reasoned.findings.recommendation.eligibility
    decided = eligibility.level is not None
    said: Sequence[Told] = ()
    reached = [level for level in explained.levels if level.id == eligibility.at_least]
    for level in reached:
        if not level.why:
            yield Paragraph(reasoned.say("whatever"))
        yield from reasoned.because(level)
        said = level.why
    yield from reasoned.firm_and_changes(explained.firmness, reached, decided=decided)
    for level in explained.levels:
        if level not in reached:
            name = reasoned.findings.voice.line(reasoned.name(level), ": ", reasoned.stands(level))
            yield Paragraph(name, STRONG)
            yield from reasoned.because(level, said)
            yield from reasoned.changes(level)


def _part(reasoned: Reasoned, part: Part) -> Iterator[Block]:
    """What has the same reasons stands together, below them."""
    for group in part.groups:
        yield Paragraph(reasoned.short(group[0]) or reasoned.stands(group[0]))
        yield Listing(tuple(Item(reasoned.name(each)) for each in group))
