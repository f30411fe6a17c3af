"""From the truth of the rules to what follows from them.

A consequence is in force once, however many rules give it. Those in force come first, then
those that open answers could still bring about; what no rule can give any more is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypedDict, TypeVar

from otseula.frozen import dataclass
from otseula.logic.conditions import Truth
from otseula.rulebase.model import Content, Item
from otseula.screening.citations import citations
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.goals import Goal
from otseula.screening.recommendation import Action, Citation, Consequence, NoticeGiven
from otseula.screening.settled import Settled
from otseula.text import Text

ItemT = TypeVar("ItemT", bound=Item)


class Common(TypedDict):
    """What every consequence of a recommendation has."""

    id: str
    truth: Truth
    text: Text
    because: tuple[str, ...]
    hinges_on: tuple[str, ...]
    sources: tuple[Citation, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Consequences:
    """Reads the consequences of one case off what is settled."""

    content: Content
    compiled: CompiledPeriod
    settled: Settled

    def safety(self) -> tuple[Action, ...]:
        """Safety actions, the most urgent first."""
        actions = self.compiled.period.safety_actions
        by_order = dict(sorted(actions.items(), key=lambda pair: pair[1].order))
        return tuple(
            Action(**common, if_unknown=item.if_unknown)
            for item, common in self.given("safety", by_order)
        )

    def duties(self) -> tuple[Action, ...]:
        """Statutory duties in author order."""
        return tuple(
            Action(**common, if_unknown=item.if_unknown, section=item.section)
            for item, common in self.given("duties", self.compiled.period.duties)
        )

    def expertise(self) -> tuple[Consequence, ...]:
        """The expertise that the case needs."""
        return tuple(
            Consequence(**common)
            for _, common in self.given("expertise", self.compiled.period.expertise)
        )

    def notices(self) -> tuple[NoticeGiven, ...]:
        """The notices, under their headings."""
        return tuple(
            NoticeGiven(**common, heading=item.heading)
            for item, common in self.given("notices", self.compiled.period.notices)
        )

    def given(self, kind: str, items: Mapping[str, ItemT]) -> Iterator[tuple[ItemT, Common]]:
        """Each item that is in force, then each that is not decided, with what they have in
        common. An item that is `always` in force stands last among the first."""
        found = [(self._common(kind, item), item) for item in items.values()]
        for wanted, always in ((Truth.MET, False), (Truth.MET, True), (Truth.UNKNOWN, False)):
            for common, item in found:
                standing = common["truth"] is Truth.MET and not common["because"]
                if common["truth"] is wanted and standing is always:
                    yield item, common

    def _common(self, kind: str, item: Item) -> Common:
        nodes = self.settled.evaluation.nodes
        rules = self.compiled.givers[kind].get(item.id, ())
        met = tuple(rule for rule in rules if nodes[rule] is Truth.MET)
        undecided = tuple(rule for rule in rules if nodes[rule] is Truth.UNKNOWN)
        truth = self.compiled.consequence(kind, item, self.settled)
        # In force though no single rule is met: one of those undecided will be, whichever.
        because = met if truth is Truth.MET and met else undecided
        open_ = truth is Truth.UNKNOWN
        return Common(
            id=item.id,
            truth=truth,
            text=item.text,
            because=because,
            hinges_on=self.settled.hinges_on([Goal(kind, item.id)]) if open_ else (),
            sources=citations(item, self.content),
            reviewed=item.review is not None,
        )
