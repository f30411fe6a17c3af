"""What the sections share: a recommendation with its open questions numbered, and its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from otseula.logic.conditions import Truth
from otseula.present.sheet import Block, Detail, Item, Listing, Paragraph, Subheading
from otseula.present.voice import Line, Voice
from otseula.rulebase.model import LEVELS
from otseula.screening.goals import Goal
from otseula.screening.reasons import Reasons
from otseula.screening.recommendation import (
    Action,
    ChannelOffered,
    Citation,
    Consequence,
    Explanation,
    Recommendation,
    SafetyQuestion,
)
from otseula.text import Text

OPEN_STATES = ("not_asked", "dont_know")

T = TypeVar("T")
C = TypeVar("C", bound=Consequence)


def met(consequences: Iterable[C]) -> tuple[C, ...]:
    """Those in force."""
    return tuple(c for c in consequences if c.truth is Truth.MET)


def undecided(consequences: Iterable[C]) -> tuple[C, ...]:
    """Those that answers could still bring about."""
    return tuple(c for c in consequences if c.truth is Truth.UNKNOWN)


def capped(items: Sequence[T], limit: int | None) -> tuple[Sequence[T], int]:
    """The first `limit` items and how many are left out."""
    shown = items if limit is None else items[:limit]
    return shown, len(items) - len(shown)


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Findings:
    """A recommendation, the voice that tells it, and how much it tells."""

    recommendation: Recommendation
    voice: Voice
    detail: Detail

    @cached_property
    def more_is_needed(self) -> bool:
        """Whether nothing is decided yet about eligibility, while answers could still raise it."""
        eligibility = self.recommendation.eligibility
        return eligibility.at_least == LEVELS[0] and eligibility.at_most != LEVELS[0]

    @cached_property
    def channels_now(self) -> tuple[ChannelOffered, ...]:
        """The channels to use now. While more must be known OT advice may be asked for just that
        reason, so its channels come first."""
        offered = self.recommendation.channels
        advice = tuple(c for c in undecided(offered) if c.for_advice and self.more_is_needed)
        return advice + met(offered)

    @cached_property
    def channels_later(self) -> tuple[ChannelOffered, ...]:
        """The channels that answers could still bring about."""
        now = self.channels_now
        return tuple(c for c in undecided(self.recommendation.channels) if c not in now)

    @cached_property
    def open_safety_questions(self) -> tuple[SafetyQuestion, ...]:
        """Not asked first, then those whose answer is not known: their numbers on the sheet."""
        return tuple(
            question
            for state in OPEN_STATES
            for question in self.recommendation.safety_questions
            if question.state == state
        )

    @cached_property
    def open_duty_questions(self) -> tuple[str, ...]:
        """The other open questions that an undecided action or duty hangs on. Where lines are
        short and safety questions are open, those come first and alone."""
        if self.detail.terse and self.open_safety_questions:
            return ()
        safety = {question.id for question in self.open_safety_questions}
        result = self.recommendation
        return tuple(
            dict.fromkeys(
                question
                for action in undecided((*result.safety, *result.duties))
                for question in action.hinges_on
                if question not in safety and question in self.question_texts
            )
        )

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each open question of sections 2 and 3."""
        safety = (question.id for question in self.open_safety_questions)
        return {id: n for n, id in enumerate((*safety, *self.open_duty_questions), start=1)}

    @cached_property
    def question_texts(self) -> Mapping[str, Text]:
        """The texts of the questions that a recommendation names."""
        result = self.recommendation
        texts = {question.id: question.text for question in result.missing}
        return texts | {question.id: question.text for question in result.safety_questions}

    @cached_property
    def already_named(self) -> frozenset[str]:
        """The open questions whose text stands in section 2, 3 or 4."""
        eligibility = self.recommendation.eligibility
        if eligibility.at_least == eligibility.at_most:
            return frozenset(self.numbers)
        shown, _ = capped(self.other_questions(eligibility.hinges_on), self.detail.hinges)
        return frozenset((*self.numbers, *shown))

    @cached_property
    def level(self) -> Reasons | None:
        """The reasons of the level that eligibility has at least. While a higher one may come the
        lowest has none: it would read as an answer."""
        found, eligibility = self.recommendation, self.recommendation.eligibility
        if found.reasoner is None or self.more_is_needed:
            return None
        return found.reasoner(Goal("eligibility", eligibility.at_least))

    def explain(self, rule: str) -> Explanation | None:
        """The explanation of a rule, where the recommendation has one."""
        try:
            return self.recommendation.explain(rule)
        except KeyError:
            return None

    def inferred(self, sources: Iterable[Citation], reviewed: bool = False) -> Line:
        """The mark of an item that an owner must confirm; empty for others."""
        confirmed = reviewed or self.recommendation.provenance.status == "reviewed"
        if confirmed or all(source.basis != "inferred" for source in sources):
            return ()
        return self.voice.line(" ", self.voice.word("inferred"))

    def source_notes(self, sources: Sequence[Citation]) -> tuple[Line, ...]:
        """The titles of an item's sources, where the sheet shows them."""
        if self.detail.sources == "none":
            return ()
        if not sources:
            return (self.voice.line(self.voice.word("no_source")),)
        titles = "; ".join(dict.fromkeys(source.title for source in sources))
        return (self.voice.line(self.voice.word("source"), self.voice.foreign(titles)),)

    def numbered(self, question_ids: Sequence[str]) -> str:
        """Those among some questions that section 2 or 3 names, by their number there; empty
        where there are none."""
        numbers = sorted(self.numbers[i] for i in question_ids if i in self.numbers)
        if not numbers:
            return ""
        key = "question_one" if len(numbers) == 1 else "question_many"
        return self.voice.word(key, numbers=", ".join(map(str, numbers)))

    def other_questions(self, question_ids: Sequence[str]) -> list[str]:
        """Those among some questions that sections 2 and 3 do not name."""
        return [i for i in question_ids if i not in self.numbers and i in self.question_texts]

    def hinge_mark(self, question_ids: Sequence[str]) -> Line:
        """The numbered open questions that something hangs on, for the end of its line."""
        numbers = self.numbered(question_ids)
        return self.voice.line(f" ({self.voice.word('depends_on')}{numbers})") if numbers else ()

    def hinge_notes(self, question_ids: Sequence[str]) -> tuple[Line, ...]:
        """The other open questions that something hangs on."""
        voice = self.voice
        shown, hidden = capped(self.other_questions(question_ids), self.detail.hinges)
        if not shown:
            return ()
        more = "; " + voice.counted("questions_more", hidden) if hidden else ""
        texts = voice.listed([self.question_texts[i] for i in shown])
        return (voice.line(voice.word("hangs_on_questions"), texts, more),)

    def more(self, hidden: int) -> tuple[Item, ...]:
        """The entry that counts what a limit hides."""
        if not hidden:
            return ()
        return (Item(self.voice.line(self.voice.counted("more", hidden)), tone="quiet"),)

    def limited(
        self, items: Sequence[T], limit: int | None, shape: Callable[[T], Item]
    ) -> tuple[Item, ...]:
        """The entries of a list, at most `limit`, and the count of the rest."""
        shown, hidden = capped(items, limit)
        return (*(shape(item) for item in shown), *self.more(hidden))

    def headed(self, heading: str, items: Sequence[Item]) -> tuple[Block, ...]:
        """A list under its heading; on a terse sheet both in one line, where no item has notes."""
        if not self.detail.terse or any(item.notes for item in items):
            return Subheading(self.voice.line(heading)), Listing(tuple(items))
        parts = tuple(part for item in items for part in ("; ", item.line))[1:]
        return (Paragraph(self.voice.line(heading, ": ", *parts)),)


def find_out(voice: Voice, action: Action) -> Line:
    """What an undecided action asks to find out."""
    if action.if_unknown is not None:
        return voice.line(action.if_unknown)
    return voice.line(voice.word("find_out_whether"), action.text)
