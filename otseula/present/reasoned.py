"""Reasons as blocks of a sheet: why, why not, what is missing, what would change it, how firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otseula.logic.conditions import Truth
from otseula.present.findings import Findings, find_out
from otseula.present.sheet import STRONG, Block, Item, Listing, Paragraph
from otseula.present.templates import told
from otseula.present.voice import Line, Piece
from otseula.rulebase.model import LEVELS
from otseula.screening.reasons import Change, Failed, Firmness, Reasons, Told
from otseula.screening.recommendation import Action
from otseula.screening.states import OPEN, UNSURE

_STANDS = {Truth.MET: "holds", Truth.NOT_MET: "fails", Truth.UNKNOWN: "open"}
#: The words that name what a kind of node is.
_LABELS = {
    "safety": "heading_2",
    "duties": "heading_3",
    "eligibility": "heading_4",
    "situation": "situation_label",
    "criterion": "criterion_label",
    "rule": "rule_label",
    "expertise": "expertise",
    "channels": "channels",
    "notices": "notices",
}


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Tells the reasons of one recommendation in one language."""

    findings: Findings

    def say(self, key: str, count: int = 1, **slots: str | Line) -> Line:
        """One of the templates of reasons."""
        return told(key, self.findings.voice.language, count, **slots)

    def label(self, kind: str) -> str:
        """What a kind of node is called."""
        return self.findings.voice.word(_LABELS[kind])

    def name(self, reasons: Reasons) -> Line:
        """The item by its text, the level by its words; with the mark of what is inferred."""
        voice = self.findings.voice
        if reasons.text is None:
            said = voice.word(f"level_{reasons.id}")
            return voice.line(said[:1].upper() + said[1:])
        listed = "situations" if reasons.kind == "situation" else reasons.kind
        found = getattr(self.findings.recommendation, listed, ())
        item = next((each for each in found if each.id == reasons.id), None)
        mark = self.findings.inferred(reasons.sources, item is not None and item.reviewed)
        if isinstance(item, Action) and item.truth is Truth.UNKNOWN:
            return voice.line(find_out(voice, item), mark)  # what is not decided is no order
        return voice.line(reasons.text, mark)

    def whole(self, reasons: Reasons) -> Iterator[Block]:
        """Everything that is told of one node."""
        voice = self.findings.voice
        yield Paragraph(voice.line(self.label(reasons.kind), ": ", self.name(reasons)), STRONG)
        if reasons.sources:
            for note in self.findings.source_notes(reasons.sources):
                yield Paragraph(note)
        yield Paragraph(self.stands(reasons))
        yield from self.because(reasons)
        yield from self.changes(reasons)

    def stands(self, reasons: Reasons) -> Line:
        """Whether it applies, and whether it always does."""
        stands = self.say(_STANDS[reasons.truth])
        if reasons.truth is Truth.UNKNOWN or reasons.why:
            return stands
        return self.findings.voice.line(stands, " ", self.say("whatever"))

    def because(self, reasons: Reasons, said: Sequence[Told] = ()) -> Iterator[Block]:
        """Why, or why not, or what is missing; not the answers that were `said` right before."""
        if reasons.why and reasons.why != said:
            key = "why" if reasons.smallest else "why_minimal"
            yield from self._listed(self.say(key, len(reasons.why)), reasons.why)
        yield from self.in_the_way(reasons)
        if reasons.truth is not Truth.UNKNOWN:
            return
        if not reasons.missing:
            yield Paragraph(self.say("missing_none"))
            return
        key = "missing" if reasons.smallest else "missing_minimal"
        heading = self.say(key, len(reasons.missing))
        yield from self._listed(heading, reasons.missing, states=True)

    def in_the_way(self, reasons: Reasons) -> Iterator[Block]:
        """What keeps it from being met, where that is more than the answers told."""
        if reasons.failed and not _says_no_more(reasons):
            yield Paragraph(self.say("why_not", len(reasons.failed)))
            yield Listing(tuple(self._failed(each) for each in reasons.failed))

    def changes(self, reasons: Reasons) -> Iterator[Block]:
        """What would change it; nothing of what is so whatever is answered. Of what is not decided
        the open questions say enough."""
        found = reasons.changes
        if not found:
            if reasons.why:
                yield Paragraph(self.say("change_none", reasons.changes_searched))
            return
        turns = "end" if reasons.truth is Truth.MET else "begin"
        heading = self.say(f"{turns}_{'one' if len(found[0]) == 1 else 'two'}", len(found))
        urgent = [any(each.safety for each in one) for one in found]
        if any(urgent) and not all(urgent):
            heading = self._with_aside(heading, "safety_first")
        yield Paragraph(heading)
        yield Listing(tuple(self._change(one) for one in found))

    def firmness(self, firmness: Firmness, *, decided: bool, changes: bool = False) -> list[Block]:
        """How firm the recommendation is. One that is still open is never called firm, and there
        is none to hinge on anything while all is open; where `changes` tell of the same
        questions, they are only counted."""
        hinges = firmness.hinges_on
        if not hinges:
            return [Paragraph(self.say("firm"))] if decided else []
        if self.findings.more_is_needed:
            return []
        if changes:
            return [Paragraph(self.say("hinges_count", len(hinges)))]
        heading = self.say("hinges", len(hinges))
        unsure = [each.state == UNSURE for each in hinges]
        if any(unsure) and not all(unsure):
            heading = self._with_aside(heading, "hinges_dont_know")
        return list(self._listed(heading, hinges, states=True))

    def firm_and_changes(
        self, firmness: Firmness, reached: Sequence[Reasons], *, decided: bool
    ) -> Iterator[Block]:
        """How firm the recommendation is, and what would change the level that is reached."""
        hinges = {each.id for each in firmness.hinges_on}
        singles = (one[0].id for level in reached for one in level.changes if len(one) == 1)
        yield from self.firmness(firmness, decided=decided, changes=hinges <= {*singles})
        for level in reached:
            if level.id != LEVELS[0]:  # what would change the lowest brings a higher one about
                yield from self.changes(level)

    def short(self, reasons: Reasons) -> Line | None:
        """Why, or what is missing, in one line; None where there is nothing to name."""
        if reasons.why:
            return self.why_in_short(reasons.why)
        if not reasons.missing:
            return None
        count, questions = len(reasons.missing), self.texts(reasons.missing)
        if reasons.smallest:
            return self.say("missing_short", count, questions=questions)
        return self.findings.voice.line(self.say("missing_minimal", count), " ", questions)

    def why_in_short(self, why: Sequence[Told]) -> Line:
        """The answers that something stands on, in one line."""
        return self.say("why_short", len(why), questions=self.texts(why))

    def _listed(
        self, heading: Line, questions: Sequence[Told], *, states: bool = False
    ) -> Iterator[Block]:
        """`states` names what is open; among answers given it would tell one of them."""
        yield Paragraph(heading)
        yield Listing(tuple(Item(self._question(each, states=states)) for each in questions))

    def _with_aside(self, heading: Line, key: str) -> Line:
        """A heading with a remark on the order before its colon."""
        *before, last = heading
        ended = last.text.removesuffix(":")
        voice = self.findings.voice
        return voice.line((*before, Piece(ended)), " (", self.say(key), "):")

    def _question(self, question: Told, *, states: bool) -> Line:
        voice = self.findings.voice
        if not states or question.state not in OPEN:
            return voice.line(question.text)
        return voice.line(question.text, f" ({voice.word(question.state)})")

    def texts(self, questions: Sequence[Told]) -> Line:
        """The questions in one line."""
        return self.findings.voice.listed([each.text for each in questions])

    def _failed(self, each: Failed) -> Item:
        findings = self.findings
        text = findings.voice.line(each.text, findings.inferred(each.sources))
        itself = [one.id for one in each.why] == [each.id]
        if each.truth is Truth.MET:
            said = self.say("failed_present", text=text)
        else:
            said = self.say("failed_answer" if itself else "failed_absent", text=text)
        notes = () if not each.sources else findings.source_notes(each.sources)
        if itself or not each.why:
            return Item(said, notes)
        by = self.say("failed_by", len(each.why), questions=self.texts(each.why))
        return Item(said, (by, *notes))

    def _change(self, one: Sequence[Change]) -> Item:
        voice = self.findings.voice
        first, *others = one
        notes = [self.say("change", to=voice.line(first.to))]
        for each in others:
            notes.append(self.say("change_also", question=voice.line(each.text)))
            notes.append(self.say("change", to=voice.line(each.to)))
        return Item(voice.line(first.text), tuple(notes))


def _says_no_more(reasons: Reasons) -> bool:
    """Whether what failed is the very answer that is told as the reason."""
    failed = [each.id for each in reasons.failed if each.truth is Truth.NOT_MET]
    return failed == [each.id for each in reasons.why] and len(failed) == len(reasons.failed)
