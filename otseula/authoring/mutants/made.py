"""The mutants of a rule base: each criterion, situation and rule with one small change.

When a question is asked (`applies_when`) is left as it is: a vignette says what follows from
answers, not what is asked, and nearly every such mutant would fail because an answer was refused,
which nobody expected of the vignette. `otseula plan` and `otseula diff` show what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from otseula.authoring.mutants.operators import edits_of
from otseula.authoring.mutants.words import worded
from otseula.errors import Place
from otseula.logic.conditions import Condition, ConditionSet
from otseula.rulebase.model import Content, Criterion, Item, Period, Rule, Situation
from otseula.text import Text

#: The lists whose conditions are changed.
MUTATED = ("criteria", "situations", "rules")


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """One small change of one version of an entry: which operator made it, where, what it changed
    in words, and the entry's condition after it by the number of each period it is in force in."""

    list: str
    item: Item = field(repr=False)
    operator: str
    place: Place
    what: Text
    conditions: Mapping[int, Condition] = field(repr=False)

    @property
    def id(self) -> str:
        """The id of the entry."""
        return self.item.id


def mutants_of(content: Content) -> tuple[Mutant, ...]:
    """Every mutant, in the order of the rule base."""
    return tuple(
        mutant
        for name in MUTATED
        for item in content.items.get(name, ())
        for mutant in _of_item(content, name, item)
    )


def _of_item(content: Content, name: str, item: Item) -> Iterator[Mutant]:
    assert isinstance(item, Criterion | Situation | Rule)
    found: dict[tuple[str, Place, str], dict[int, Condition]] = {}
    words: dict[tuple[str, Place, str], Text] = {}
    for number, period in enumerate(content.periods):
        held: Item | None = getattr(period, name).get(item.id)
        if held is None or held.place != item.place:  # not this version of it
            continue
        conditions = period.conditions
        for edit in edits_of(item.when, conditions.nodes[item.id], conditions.questions):
            key = edit.operator, edit.place, edit.detail
            found.setdefault(key, {})[number] = edit.condition
            words[key] = worded(edit.operator, before=edit.before, after=edit.after)
    for (operator, place, detail), by_period in found.items():
        yield Mutant(name, item, operator, place, words[operator, place, detail], by_period)


def changed(period: Period, name: str, condition: Condition) -> ConditionSet:
    """The conditions of the period with one of them replaced."""
    nodes = {**period.conditions.nodes, name: condition}
    return ConditionSet(period.conditions.questions, nodes)
