"""Sections 2 and 3: what comes before everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from otseula.present.findings import OPEN_STATES, Findings, find_out, met, undecided
from otseula.present.sheet import ALERT, PLAIN, Block, Item, Listing, Paragraph, Subheading
from otseula.present.voice import Line
from otseula.screening.recommendation import Action
from otseula.text import Text


def safety_lead(findings: Findings) -> tuple[Line, ...]:
    """What stands first about safety: how many questions are open or, only where no action
    arose and no question is open, that none arose (design.md 5.2)."""
    voice, found = findings.voice, findings.recommendation
    lines: list[Line] = []
    for key, state in (("safety_not_asked", "not_asked"), ("safety_dont_know", "dont_know")):
        count = sum(question.state == state for question in found.safety_questions)
        if count:
            lines.append(voice.line(voice.counted(key, count)))
    if not found.safety_questions:
        lines.append(voice.line(voice.word("nothing_asked")))
    elif not found.safety:
        verdict = "cannot_judge" if lines else "all_clear"
        lines.append(voice.line(voice.word(verdict)))
    return tuple(lines)


def is_clear(findings: Findings) -> bool:
    """Whether the sheet may say that no safety action arose."""
    found = findings.recommendation
    return bool(found.safety_questions) and not (found.safety or findings.open_safety_questions)


def safety(findings: Findings) -> tuple[Block, ...]:
    """Section 2 of the sheet."""
    return tuple(_safety(findings))


def duties(findings: Findings) -> tuple[Block, ...]:
    """Section 3 of the sheet."""
    found = findings.recommendation
    if not found.duties:
        key = "duties_cannot_judge" if findings.open_safety_questions else "duties_none"
        return (Paragraph(findings.voice.line(findings.voice.word(key))),)
    return (
        *_actions(findings, "duties_now", met(found.duties), PLAIN),
        *_to_find_out(findings, "duties_to_find_out", undecided(found.duties)),
        *_open_duty_questions(findings),
    )


def _safety(findings: Findings) -> Iterator[Block]:
    voice, found = findings.voice, findings.recommendation
    if not (findings.detail.terse and findings.open_safety_questions):  # as the top says
        for line in safety_lead(findings):
            yield Paragraph(line)
    if is_clear(findings):
        yield Paragraph(voice.line(voice.word("all_clear_caution")))
    yield from _actions(findings, "act_first", met(found.safety), ALERT)
    yield from _to_find_out(findings, "find_out_first", undecided(found.safety))
    yield from _questions(
        findings,
        "open_safety_questions",
        [(question.text, question.state) for question in findings.open_safety_questions],
        first=1,
    )


def _open_duty_questions(findings: Findings) -> Iterator[Block]:
    """What undecided duties hang on beside the safety questions; the numbers go on."""
    named = findings.open_duty_questions
    if not named:
        return
    states = findings.recommendation.questions
    yield from _questions(
        findings,
        "open_duty_questions",
        [(findings.question_texts[id], states.get(id)) for id in named],
        first=findings.numbers[named[0]],
    )


def _questions(
    findings: Findings, heading: str, questions: Sequence[tuple[Text, str | None]], first: int
) -> Iterator[Block]:
    """Open questions, each with its state; where the sheet is terse, those of one state together
    under a heading that says it."""
    voice, said = findings.voice, findings.voice.word(heading)
    if not findings.detail.terse:
        shown = [Item(voice.line(text, _state(findings, state))) for text, state in questions]
        if shown:
            yield Subheading(voice.line(said))
            yield Listing(tuple(shown), first=first)
        return
    for state, held in groupby(questions, key=lambda question: question[1]):
        items = tuple(Item(voice.line(text)) for text, _ in held)
        yield Subheading(voice.line(said, _state(findings, state)))
        yield Listing(items, first=first)
        first += len(items)


def _state(findings: Findings, state: str | None) -> str:
    return f" ({findings.voice.word(state)})" if state in OPEN_STATES else ""


def _actions(
    findings: Findings, heading: str, actions: Sequence[Action], tone: str
) -> Iterator[Block]:
    if not actions:
        return
    yield Subheading(findings.voice.line(findings.voice.word(heading)), tone)
    yield Listing(
        tuple(
            Item(
                findings.voice.line(
                    action.text,
                    _section_of_law(findings, action),
                    findings.inferred(action.sources, action.reviewed),
                ),
                findings.source_notes(action.sources),
                tone,
            )
            for action in actions
        )
    )


def _to_find_out(findings: Findings, heading: str, actions: Sequence[Action]) -> Iterator[Block]:
    if not actions:
        return
    yield Subheading(findings.voice.line(findings.voice.word(heading)))
    yield Listing(
        tuple(
            Item(
                findings.voice.line(
                    find_out(findings.voice, action),
                    _section_of_law(findings, action),
                    findings.inferred(action.sources, action.reviewed),
                    () if findings.detail.terse else findings.hinge_mark(action.hinges_on),
                ),
                findings.source_notes(action.sources),
            )
            for action in actions
        )
    )


def _section_of_law(findings: Findings, action: Action) -> Line:
    if action.section is None:
        return ()
    return findings.voice.line(" (", action.section, ")")
