"""A recommendation as a sheet: the top, and the eleven sections in their order."""

from __future__ import annotations

from collections.abc import Callable

from otseula.present.findings import Findings, find_out, met, undecided
from otseula.present.sections.afterwards import (
    consent,
    judgement,
    limits,
    preparation,
    recording,
)
from otseula.present.sections.channels import channels, first_contact
from otseula.present.sections.reasons import reasons
from otseula.present.sections.recommendation import recommendation, recommendation_line
from otseula.present.sections.result import result
from otseula.present.sections.safety import duties, safety, safety_lead
from otseula.present.sheet import Block, Detail, Section, Sheet, Summary
from otseula.present.voice import Line, Voice
from otseula.screening.recommendation import Recommendation

#: The headings of domain.md section 7, in order: `heading_1`, `heading_2`, ...
_SECTIONS: tuple[Callable[[Findings], tuple[Block, ...]], ...] = (
    result,
    safety,
    duties,
    recommendation,
    reasons,
    channels,
    preparation,
    consent,
    judgement,
    recording,
    limits,
)


def build_sheet(found: Recommendation, language: str, detail: Detail) -> Sheet:
    """The sheet of a recommendation in "fi", "sv" or "en", as detailed as `detail` says."""
    voice = Voice(language)
    findings = Findings(found, voice, detail)
    return Sheet(
        language=language,
        title=voice.word("title", day=voice.day(found.as_of)),
        danger=voice.word("danger"),
        summary=_summary(findings),
        sections=tuple(
            Section(number, voice.word(f"heading_{number}"), blocks(findings))
            for number, blocks in enumerate(_SECTIONS, start=1)
        ),
    )


def _summary(findings: Findings) -> Summary:
    voice, found = findings.voice, findings.recommendation
    contact = "first_contact_after_safety" if met(found.safety) else "first_contact"
    return Summary(
        lead=safety_lead(findings),
        act=tuple(voice.line(action.text) for action in met(found.safety)),
        find=tuple(find_out(voice, action) for action in undecided(found.safety)),
        duties=_duties_line(findings),
        recommendation=voice.line(voice.word("heading_4"), ": ", recommendation_line(findings)),
        contact=voice.line(voice.word(contact), ": ", first_contact(findings)),
    )


def _duties_line(findings: Findings) -> Line:
    voice, listed = findings.voice, findings.recommendation.duties
    counts = (("duties_met", len(met(listed))), ("duties_open", len(undecided(listed))))
    said = ", ".join(voice.counted(key, count) for key, count in counts if count)
    said = (
        f"{said} {voice.word('see_section', number=3)}" if said else voice.word("top_duties_none")
    )
    return voice.line(voice.word("top_duties"), ": ", said)
