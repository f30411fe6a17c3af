"""What the conditions of a rule base mean, exactly: the ground of the lints OTS820 to OTS829.

Every condition in force is drawn once as a decision diagram (logic/drawing.py), which stands for
every possible case at once; nothing is tried out. A case is met or not met where it is settled:
the same for whatever the questions answered `dont_know` may turn out to be. Only a condition that
reads `known` needs that said (`met`, `not_met`); for all others a diagram says both.

Where conditions hang together too closely for diagrams, what was to be found out is told as not
checked (OTS830), never passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from otseula.logic.coding import Coding, codings_of
from otseula.logic.conditions import Condition, ConditionSet
from otseula.logic.diagram import ALWAYS, NEVER, Diagram, TooLargeError
from otseula.logic.drawing import Drawing
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import NAMED, Draft, Entry
from otseula.rulebase.periods import PeriodDraft, draft_periods
from otseula.text import Text

#: Nodes of one rule base's diagrams: forty times what the bundled one needs, a few seconds.
LIMIT = 1_000_000
#: The code of what could not be checked.
NOT_CHECKED = "OTS830"


class Meaning:
    """The conditions of one set, as diagrams in one store. Raises TooLargeError when asked;
    `failed` is the name at which not all could be drawn."""

    def __init__(
        self,
        conditions: ConditionSet,
        limit: int = LIMIT,
        codings: Mapping[str, Coding] | None = None,
    ) -> None:
        """`codings`: those to draw with, where more than these conditions is to be drawn."""
        self.conditions = conditions
        self.failed = ""
        self._drawing = Drawing(conditions, codings or codings_of(conditions), Diagram(limit))
        self._rails: dict[int, tuple[int, int]] = {}
        try:
            for name in self._drawing.steps():
                self.failed = name
        except (TooLargeError, RecursionError):
            return
        self.failed = ""

    @cached_property
    def ungated(self) -> Meaning:
        """The same where every question applies."""
        questions = self.conditions.questions.items()
        domains = {name: replace(domain, applies_when=None) for name, domain in questions}
        conditions = ConditionSet(domains, self.conditions.nodes)
        return Meaning(conditions, self.diagram.limit, self.drawing.codings)

    @property
    def drawing(self) -> Drawing:
        """The diagrams of every name."""
        if self.failed:
            raise TooLargeError
        return self._drawing

    @property
    def diagram(self) -> Diagram:
        """The store that all diagrams are in."""
        return self.drawing.diagram

    def named(self, name: str) -> int:
        """The diagram of a criterion, situation or rule, or of where a question applies."""
        drawing = self.drawing
        return drawing.nodes[name] if name in drawing.nodes else drawing.applies.get(name, ALWAYS)

    def bound(self, name: str) -> Condition | None:
        """The condition of that name, bound to its questions."""
        nodes, questions = self.conditions.nodes, self.conditions.questions
        return nodes[name] if name in nodes else questions[name].applies_when

    def rails(self, f: int) -> tuple[int, int]:
        """In which cases `f` is settled as met, and in which as not met."""
        found = self._rails.get(f)
        if found is None:
            found = self._settled(f), self._settled(self.diagram.negated(f))
            self._rails[f] = found
        return found

    def never(self, f: int) -> bool:
        """Whether there is no case in which it is met."""
        return self.rails(f)[0] == NEVER

    def always(self, f: int) -> bool:
        """Whether it is met in every case in which all that applies has been asked."""
        return self.rails(f)[0] == ALWAYS

    def same(self, f: int, g: int) -> bool:
        """Whether the two are met, and not met, in the same cases."""
        return f == g or self.rails(f) == self.rails(g)

    def implies(self, f: int, g: int) -> bool:
        """Whether `g` is met in every case in which `f` is."""
        met = self.rails(f)[0]
        return self.diagram.both(met, self.rails(g)[0]) == met

    def apart(self, f: int, g: int) -> bool:
        """Whether the two are never met together."""
        return self.never(self.diagram.both(f, g))

    def _settled(self, f: int) -> int:
        """Where `f` holds, and where a question is not known for each of its values."""
        diagram = self.diagram
        for coding in self.drawing.codings.values():
            if coding.known is not None:
                whatever = f
                for variable in coding.variables:
                    whatever = diagram.both(
                        fixed(diagram, whatever, variable, 0), fixed(diagram, whatever, variable, 1)
                    )
                if whatever != f:
                    known = diagram.node(coding.known, NEVER, ALWAYS)
                    f = diagram.either(
                        diagram.both(known, f), diagram.both(diagram.negated(known), whatever)
                    )
        return f


def fixed(diagram: Diagram, f: int, variable: int, value: int) -> int:
    """`f` with one variable fixed, in the same store."""
    done: dict[int, int] = {}
    for number in diagram.below([f]):
        at, low, high = diagram.variable[number], diagram.low[number], diagram.high[number]
        if at > variable:
            done[number] = number
        elif at == variable:
            done[number] = high if value else low
        else:
            done[number] = diagram.node(at, done.get(low, low), done.get(high, high))
    return done.get(f, f)


@dataclass(frozen=True, slots=True)
class Span:
    """One period as written, and what its conditions mean."""

    period: PeriodDraft
    meaning: Meaning

    def holds(self, entry: Entry) -> bool:
        """Whether this version of the entry is in force."""
        return self.period.lists[entry.list].get(entry.id) is entry

    def of(self, entry: Entry) -> int:
        """The diagram of the entry's condition."""
        return self.meaning.named(entry.id)


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Meanings:
    """What a rule base means in each of its periods, drawn when first asked for."""

    draft: Draft
    limit: int = LIMIT
    memory: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every period; those in which all conditions are the same share their diagrams."""
        drawn: list[Meaning] = []
        spans = []
        for period in draft_periods(self.draft, Findings()):
            found = next((m for m in drawn if m.conditions == period.conditions), None)
            if found is None:
                found = Meaning(period.conditions, self.limit)
                drawn.append(found)
            spans.append(Span(period, found))
        return tuple(spans)

    def of(self, entry: Entry) -> tuple[Span, ...]:
        """The periods in which this version of the entry is in force."""
        return tuple(span for span in self.spans if span.holds(entry))

    def each(
        self,
        findings: Findings,
        lists: Collection[str],
        ask: Callable[[Entry, Sequence[Span]], None],
    ) -> None:
        """Asks of every entry of these lists, with the periods in which it is in force. What
        grows too large is told as not checked."""
        for name in lists:
            for entry in self.draft.lists[name]:
                spans = self.of(entry)
                try:
                    ask(entry, spans)
                except (TooLargeError, RecursionError):
                    _not_checked(findings, entry, spans)

    def undrawn(self, findings: Findings) -> None:
        """Tells of every period that could not be drawn."""
        for span in self.spans:
            if span.meaning.failed:
                _not_checked(findings, _failed(span), [span])


def _not_checked(findings: Findings, entry: Entry, spans: Sequence[Span]) -> None:
    """Told of the condition at which a diagram grew too large."""
    failed = next((span for span in spans if span.meaning.failed), None)
    at = entry if failed is None else _failed(failed)
    findings.add(NOT_CHECKED, at.place, name=at.id)


def _failed(span: Span) -> Entry:
    name, lists = span.meaning.failed, span.period.lists
    return next(lists[each][name] for each in NAMED if name in lists[each])


def some_days(spans: Sequence[Span], found: Callable[[Span], bool]) -> Text | None:
    """On which days something is found: None where on none, no words where on all, else the
    first such period."""
    first = next((span for span in spans if found(span)), None)
    if first is None or all(map(found, spans)):
        return None if first is None else Text("")
    start, end = (each or "…" for each in (first.period.start, first.period.end))
    return Text(f" ({start} – {end})")


def distinct(spans: Sequence[Span]) -> tuple[Meaning, ...]:
    """The meanings of some periods, each once."""
    return tuple(dict.fromkeys(span.meaning for span in spans))
