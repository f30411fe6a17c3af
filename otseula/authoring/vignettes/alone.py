"""Which parts of a condition the vignettes show to matter alone: masking MC/DC.

A part is a test of a question, `known`, or a name, where it stands in the condition of a
criterion, a situation or a rule; of the word `situations` each situation is one. In a case a part
decides alone where the condition is met or not met, and would be the other if this part alone were
turned while every other part kept its truth: then around it every other part of an `all` is met,
none of an `any` or `none`, and exactly one fewer than asked for of an `at_least`. What is not known
shows nothing. A part is shown to matter alone where it decides alone in one vignette in which it
is met and in one in which it is not.

That is masking MC/DC (J. J. Chilenski, An investigation of three forms of the modified condition
decision coverage criterion, DOT/FAA/AR-01/18, 2001). Unique-cause MC/DC, two cases that differ in
nothing but the part, is often impossible here: parts that test one question turn together.

A part that can decide alone in no possible case, or only while it is met, or only while it is not,
is not counted; decision diagrams tell which these are. They are exact, but where a condition reads
`known`: there a part may be told as lacking that no case can show. None is ever left out wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from otseula.authoring.meaning.drawn import Meaning
from otseula.authoring.meaning.needless import Path, part_of
from otseula.authoring.vignettes.deciding import Leaf, can_decide, deciding, leaves
from otseula.authoring.vignettes.run import VignetteResult
from otseula.logic.conditions import Answers, ConditionSet, Evaluation, Truth
from otseula.logic.diagram import TooLargeError
from otseula.rulebase.model import Content, Criterion, Item, Period, Rule, Situation

#: The lists whose conditions count.
LISTS = ("criteria", "situations", "rules")
_BOTH = (Truth.MET, Truth.NOT_MET)


@dataclass(frozen=True, slots=True)
class Unshown:
    """A part of an entry that is not shown to matter alone. `lacks`: what it would have to be,
    `met` or `not_met`, while deciding alone."""

    list: str
    id: str
    leaf: Leaf
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """`counts` holds by list how many parts are shown to matter alone, and of how many; then the
    others, `impossible` those that no possible case could show (not counted). `checked`: whether
    it could be found out of all. In the order of the rule base; of an entry each version
    counts."""

    counts: Mapping[str, tuple[int, int]]
    lacking: tuple[Unshown, ...]
    impossible: tuple[Unshown, ...]
    checked: bool = True

    @property
    def shown(self) -> int:
        """How many parts are shown to matter alone."""
        return sum(shown for shown, _ in self.counts.values())

    @property
    def total(self) -> int:
        """How many parts some case could show."""
        return sum(total for _, total in self.counts.values())


def shown_alone(content: Content, results: Iterable[VignetteResult]) -> Alone:
    """What the screened vignettes show of the parts of each condition, passed or not."""
    return _Search(content, tuple(results)).found()


class _Search:
    """Goes through the conditions of every period."""

    def __init__(self, content: Content, results: Sequence[VignetteResult]) -> None:
        self.content = content
        self.cases: dict[int, list[tuple[Evaluation, Answers]]] = {}
        for result in results:
            found = result.recommendation
            if found is not None and found.reasoner is not None:
                settled, period = found.reasoner.settled, content.on(found.as_of)
                self.cases.setdefault(id(period), []).append((settled.evaluation, settled.answers))
        self.meanings: list[tuple[ConditionSet, Meaning]] = []
        self.lacking: list[Unshown] = []
        self.impossible: list[Unshown] = []
        self.checked = True

    def found(self) -> Alone:
        counts = {name: self._listed(name) for name in LISTS}
        return Alone(
            MappingProxyType(counts), tuple(self.lacking), tuple(self.impossible), self.checked
        )

    def _listed(self, name: str) -> tuple[int, int]:
        shown, lacking = 0, len(self.lacking)
        for item in self.content.items.get(name, ()):
            assert isinstance(item, Criterion | Situation | Rule)
            periods = [p for p in self.content.periods if getattr(p, name).get(item.id) is item]
            shown += self._entry(name, item, periods)
        return shown, shown + len(self.lacking) - lacking

    def _entry(
        self, name: str, item: Criterion | Situation | Rule, periods: Sequence[Period]
    ) -> int:
        """How many parts of one entry are shown."""
        ways: dict[Leaf, list[tuple[Period, Path]]] = {}
        seen: set[tuple[Leaf, Truth]] = set()
        for period in periods:
            bound = period.conditions.nodes[item.id]
            at = dict(leaves(part_of(item.when, bound)))
            for path, leaf in at.items():
                ways.setdefault(leaf, []).append((period, path))
            for case in self.cases.get(id(period), ()):
                seen.update((at[path], t) for path, t in deciding(bound, *case) if path in at)
        shown = 0
        for leaf, each in ways.items():
            lacks = tuple(truth for truth in _BOTH if (leaf, truth) not in seen)
            if lacks:
                possible = not self._impossible(item, leaf, each, lacks)
                unshown = Unshown(name, item.id, leaf, tuple(t.value for t in lacks))
                (self.lacking if possible else self.impossible).append(unshown)
            shown += not lacks
        return shown

    def _impossible(
        self,
        item: Item,
        leaf: Leaf,
        ways: Iterable[tuple[Period, Path]],
        lacks: Iterable[Truth],
    ) -> bool:
        """Whether something of what it lacks is in no possible case of any period."""
        wanted = set(lacks)
        try:
            for period, path in ways:
                condition = period.conditions.nodes[item.id]
                wanted -= can_decide(self._meaning(period.conditions), condition, path)
                if not wanted:
                    break
        except (TooLargeError, RecursionError):
            self.checked = False
            return False
        return bool(wanted)

    def _meaning(self, conditions: ConditionSet) -> Meaning:
        found = next((m for drawn, m in self.meanings if drawn == conditions), None)
        if found is None:
            found = Meaning(conditions)
            self.meanings.append((conditions, found))
        return found
