"""What an edit changes on other days than the one that is compared: versions not in force on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from otseula.authoring.diff.compare import ENTRY_LISTS, Comparison
from otseula.authoring.diff.items import changed_fields
from otseula.logic.conditions import Condition
from otseula.rulebase.model import Item, Period

#: The lists whose entries have a condition of their own.
CONDITIONED = ("criteria", "situations", "rules")


@dataclass(frozen=True, slots=True)
class OnAnotherDay:
    """A version of an entry that was edited, has come or is gone. `since`: the first day on which
    that shows; None where it is so from the beginning. Held against each other as written: what
    follows from it, a comparison of that day tells."""

    list: str
    id: str
    item: Item
    since: date | None


def on_other_days(of: Comparison) -> tuple[OnAnotherDay, ...]:
    """Each version once, on the first of its days; none of those in force on the day compared."""
    told = {_key(each) for each in _versions(of.old.on(of.day), of.new.on(of.day))}
    found = []
    starts = {period.start for content in (of.old, of.new) for period in content.periods}
    for start in sorted(starts, key=lambda day: day or date.min):
        periods = of.old.on(start or date.min), of.new.on(start or date.min)
        for version in _versions(*periods):
            name, old, new = version
            item = new or old
            if item is None or _key(version) in told:
                continue
            told.add(_key(version))
            if old is None or new is None or _edited(name, (old, new), periods):
                found.append(OnAnotherDay(name, item.id, item, start))
    return tuple(found)


#: A list, and an entry of it before and after.
_Version = tuple[str, Item | None, Item | None]


def _versions(old: Period, new: Period) -> Iterator[_Version]:
    for name in ENTRY_LISTS:
        before: Mapping[str, Item] = getattr(old, name)
        after: Mapping[str, Item] = getattr(new, name)
        for ident in dict.fromkeys([*before, *after]):
            yield name, before.get(ident), after.get(ident)


def _edited(name: str, items: tuple[Item, Item], periods: tuple[Period, Period]) -> bool:
    conditions = [
        _condition(name, item, period) for item, period in zip(items, periods, strict=True)
    ]
    return conditions[0] != conditions[1] or bool(changed_fields(*items))


def _condition(name: str, item: Item, period: Period) -> Condition | None:
    """The condition of an entry, with its parameters filled in."""
    if name == "questions":
        return period.conditions.questions[item.id].applies_when
    return period.conditions.nodes.get(item.id) if name in CONDITIONED else None


def _key(version: _Version) -> tuple[object, ...]:
    """Which versions these are, by where they stand."""
    name, *items = version
    return name, *(item and (item.id, item.place) for item in items)
