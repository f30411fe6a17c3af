"""Section 5: situations and criteria, what is missing, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from otseula.logic.conditions import Truth
from otseula.present.findings import Findings, capped
from otseula.present.reasoned import Reasoned
from otseula.present.sheet import QUIET, Block, Item, Listing, Paragraph, Subheading
from otseula.present.voice import Line, plain_text
from otseula.screening.goals import Goal
from otseula.screening.recommendation import (
    Citation,
    CriterionTruth,
    MissingAnswer,
    SituationTruth,
)
from otseula.writing import clean

_MARKS = {
    Truth.MET: "criterion_met",
    Truth.UNKNOWN: "criterion_unknown",
    Truth.NOT_MET: "criterion_not_met",
}


def reasons(findings: Findings) -> tuple[Block, ...]:
    """Section 5 of the sheet."""
    return (
        *_rules(findings),
        *_joined(findings, [*_situations(findings), *_missing(findings)]),
        *_sources(findings),
    )


def _joined(findings: Findings, blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs that follow each other as one."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if lines:
                ended = plain_text(lines[-1]).endswith(".")
                lines.append(findings.voice.line(" " if ended else ". "))
            lines.append(block.line)
            continue
        if lines:
            yield Paragraph(findings.voice.line(*lines))
            lines = []
        yield block
    if lines:
        yield Paragraph(findings.voice.line(*lines))


def _rules(findings: Findings) -> Iterator[Block]:
    """Why the level stands, in the words that the rules give for themselves."""
    voice, limit = findings.voice, findings.detail.reasons
    found = [e for e in map(findings.explain, findings.recommendation.eligibility.because) if e]
    said = [
        voice.line(rule.text, findings.inferred(rule.sources))
        for rule in found
        if rule.text is not None
    ]
    if said:
        yield from findings.headed(voice.word("reasons"), findings.limited(said, limit, Item))
    if findings.detail.why and findings.level is not None:
        yield from Reasoned(findings).because(findings.level)


def _situations(findings: Findings) -> Iterator[Block]:
    voice, detail = findings.voice, findings.detail
    by_truth = {
        truth: [s for s in findings.recommendation.situations if s.truth is truth]
        for truth in Truth
    }
    identified, still_open = by_truth[Truth.MET], by_truth[Truth.UNKNOWN]
    if identified:
        yield from _group(findings, "situations_met", identified, detail.situations)
    elif findings.recommendation.situations:
        key = "no_situation_yet" if still_open else "no_situation"
        yield Paragraph(voice.line(voice.word(key)))
    if still_open and detail.situations_open == 0:
        count = len(still_open)
        yield Paragraph(voice.line(voice.counted("situations_open_count", count)))
    elif still_open:
        yield from _group(findings, "situations_open", still_open, detail.situations_open)
    if detail.everything and by_truth[Truth.NOT_MET]:
        yield from _group(findings, "situations_not_met", by_truth[Truth.NOT_MET], None)


def _group(
    findings: Findings, heading: str, situations: list[SituationTruth], limit: int | None
) -> Iterator[Block]:
    items = findings.limited(situations, limit, lambda s: _situation(findings, s))
    yield from findings.headed(findings.voice.word(heading), items)


def _situation(findings: Findings, situation: SituationTruth) -> Item:
    mark = findings.inferred(situation.sources, situation.reviewed)
    notes = (
        *_criteria(findings, situation),
        *_why(findings, situation),
        *findings.source_notes(situation.sources),
    )
    return Item(findings.voice.line(situation.text, mark), notes)


def _why(findings: Findings, situation: SituationTruth) -> tuple[Line, ...]:
    """The answers that a situation in force stands on."""
    reasoner = findings.recommendation.reasoner
    if reasoner is None or not findings.detail.why or situation.truth is not Truth.MET:
        return ()
    why = reasoner.why(Goal("situations", situation.id))
    return (Reasoned(findings).why_in_short(why),) if why else ()


def _criteria(findings: Findings, situation: SituationTruth) -> Iterator[Line]:
    detail, voice = findings.detail, findings.voice
    wanted = tuple(Truth) if detail.everything else (Truth.MET,)
    named = [c for truth in wanted for c in situation.criteria if c.truth is truth]
    shown, hidden = capped(named, detail.criteria)
    for criterion in shown:
        yield _criterion(findings, criterion)
    if hidden and shown:
        yield voice.line(voice.counted("more", hidden))


def _criterion(findings: Findings, criterion: CriterionTruth) -> Line:
    voice = findings.voice
    said = voice.line(
        voice.word(_MARKS[criterion.truth]), criterion.text, findings.inferred(criterion.sources)
    )
    if findings.detail.sources == "none" or not criterion.sources:
        return said
    titles = "; ".join(dict.fromkeys(source.title for source in criterion.sources))
    return voice.line(said, ". ", voice.word("source"), voice.foreign(titles))


def _missing(findings: Findings) -> Iterator[Block]:
    voice, found, limit = findings.voice, findings.recommendation, findings.detail.missing
    if not found.missing:
        return
    told = () if findings.detail.everything else findings.already_named
    others = [question for question in found.missing if question.id not in told]
    if limit == 0 or not others:
        yield Paragraph(voice.line(voice.counted("missing_count", len(found.missing))))
        return
    yield Subheading(voice.line(voice.word("missing")))
    yield Listing(findings.limited(others, limit, lambda q: _question(findings, q)))


def _question(findings: Findings, question: MissingAnswer) -> Item:
    voice = findings.voice
    return Item(voice.line(question.text, f" ({voice.word(question.state)})"))


def _sources(findings: Findings) -> Iterator[Block]:
    if findings.detail.sources != "addresses":
        return
    cited = {citation.ref: citation for citation in _citations(findings)}
    if not cited:
        return
    voice = findings.voice
    yield Subheading(voice.line(voice.word("sources")))
    yield Listing(
        tuple(
            Item(
                voice.foreign(citation.title),
                tone=QUIET,
                address=clean(citation.url) if citation.url else None,
            )
            for citation in cited.values()
        )
    )


def _citations(findings: Findings) -> Iterable[Citation]:
    found = findings.recommendation
    for consequences in (
        found.safety,
        found.duties,
        found.expertise,
        found.channels,
        found.notices,
    ):
        for consequence in consequences:
            yield from consequence.sources
    for situation in found.situations:
        yield from situation.sources
        for criterion in situation.criteria:
            yield from criterion.sources
