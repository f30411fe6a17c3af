"""Sections 7 to 11: preparing, consent, the professional's judgement, recording, limits."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.present.findings import Findings
from otseula.present.sections.recommendation import notices
from otseula.present.sheet import Block, Paragraph


def preparation(findings: Findings) -> tuple[Block, ...]:
    """Section 7 of the sheet."""
    return _guided(findings, "preparation")


def consent(findings: Findings) -> tuple[Block, ...]:
    """Section 8 of the sheet."""
    return _guided(findings, "consent")


def judgement(findings: Findings) -> tuple[Block, ...]:
    """Section 9 of the sheet."""
    return tuple(_judgement(findings))


def recording(findings: Findings) -> tuple[Block, ...]:
    """Section 10 of the sheet."""
    return _guided(findings, "recording")


def limits(findings: Findings) -> tuple[Block, ...]:
    """Section 11 of the sheet."""
    voice = findings.voice
    said = [voice.word("limits")]
    draft = findings.recommendation.provenance.status != "reviewed"
    if draft and findings.detail.airy:  # section 1 says so too
        said.append(voice.word("limits_draft"))
    return (Paragraph(voice.line(" ".join(said))),)


def _guided(findings: Findings, heading: str) -> tuple[Block, ...]:
    """The texts that experts wrote for a heading, or where else to look."""
    voice = findings.voice
    blocks = tuple(notices(findings, heading))
    return blocks or (Paragraph(voice.line(voice.word("no_guidance"))),)


def _judgement(findings: Findings) -> Iterator[Block]:
    voice, given = findings.voice, findings.recommendation.judgement
    if given is None:
        said = ["judgement_none"] if findings.detail.terse else ["judgement_none", "judgement_may"]
        yield Paragraph(voice.line(" ".join(map(voice.word, said))))
        return
    direction = "up" if given.deviates == "up" else "down"
    key = "judgement_agrees" if given.agrees else f"judgement_{direction}"
    yield Paragraph(voice.line(voice.word(key)))
    if given.reason_text is not None:
        yield Paragraph(voice.line(voice.word("judgement_reason"), given.reason_text))
    yield Paragraph(voice.line(voice.word("judgement_changes_nothing")))
