"""Who names whom in the conditions of a rule base, and whether to be met or not to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from otseula.rulebase.model import Criterion, Item, Period, Question, Rule, Situation
from otseula.rulebase.syntax import ConditionSyntax

#: The lists whose entries conditions name.
NAMED = ("questions", "criteria", "situations", "rules")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a condition: `negative` where it must not be met, `general` where the word
    `situations` stands for it."""

    name: str
    negative: bool
    general: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """An entry of `list` names another, as a Name does."""

    list: str
    id: str
    negative: bool
    general: bool = False


def condition_of(item: Item) -> ConditionSyntax | None:
    """The condition of an entry, if it has one."""
    if isinstance(item, Question):
        return item.applies_when
    return item.when if isinstance(item, Criterion | Situation | Rule) else None


def named(name: str, period: Period) -> tuple[str, Item]:
    """The list and the entry of a name that a condition uses. Raises KeyError."""
    for table in NAMED:
        items: Mapping[str, Item] = getattr(period, table)
        if name in items:
            return table, items[name]
    raise KeyError(name)


def names_in(condition: ConditionSyntax, period: Period) -> dict[Name, None]:
    """Each name in a condition, in the order written. Parameters are no such names."""
    return dict.fromkeys(_names(condition, period, False))


def _names(condition: ConditionSyntax, period: Period, negative: bool) -> Iterator[Name]:
    negative = negative ^ (condition.form in ("not", "none"))
    if condition.form in ("all", "any", "none", "of") and condition.name:
        yield from (Name(name, negative, True) for name in period.situations)
    elif condition.name:
        # of a question no answer is the opposite of another, but for yes and no
        refused = condition.form == "test" and condition.value is False
        yield Name(condition.name, negative ^ (refused and condition.name not in period.questions))
    for part in condition.parts:
        yield from _names(part, period, negative)


def parameters_in(condition: ConditionSyntax) -> Iterator[str]:
    """The parameters that a condition names."""
    values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    for value in values:
        if isinstance(value, str) and value.startswith("$"):
            yield value[1:]
    for part in condition.parts:
        yield from parameters_in(part)


def users(period: Period) -> Mapping[str, tuple[Use, ...]]:
    """Those that name each question, criterion, situation, rule and, as `$id`, parameter."""
    found: dict[str, list[Use]] = {}
    for table in NAMED:
        items: Mapping[str, Item] = getattr(period, table)
        for item in items.values():
            condition = condition_of(item)
            if condition is None:
                continue
            for each in names_in(condition, period):
                use = Use(table, item.id, each.negative, each.general)
                found.setdefault(each.name, []).append(use)
            for name in dict.fromkeys(parameters_in(condition)):
                found.setdefault(f"${name}", []).append(Use(table, item.id, False))
    return {name: tuple(uses) for name, uses in found.items()}


def heights(item: Item, period: Period) -> dict[str, int]:
    """The criteria, situations and rules that an entry reaches, each with how many steps of names
    it stands above the questions, from 1; those reached first stand first."""
    found: dict[str, int] = {}

    def visit(each: Item) -> int:
        condition = condition_of(each)
        height = 0
        for each_name in () if condition is None else names_in(condition, period):
            name = each_name.name
            if name in period.questions:
                continue
            found.setdefault(name, 0)
            found[name] = found[name] or visit(named(name, period)[1])
            height = max(height, found[name])
        return height + 1

    visit(item)
    return found


def criteria_under(item: Item, period: Period) -> list[str]:
    """The criteria that an entry reaches through any chain of names."""
    return [name for name in heights(item, period) if name in period.criteria]
