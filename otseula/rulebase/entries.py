"""What stands in the lists of a rule base while it is being checked: plain data with places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from otseula.errors import Place
from otseula.rulebase.nodes import Node
from otseula.rulebase.syntax import ConditionSyntax

#: The lists of a file, in the order of design.md section 7.
LISTS = (
    "sources", "themes", "parameters", "questions", "criteria", "situations", "rules",
    "safety_actions", "duties", "expertise", "channels", "notices", "areas",
    "ytas", "deviation_reasons", "vignettes",
)  # fmt: skip
#: Lists whose ids are one set of names: what a condition may name.
NAMED = ("questions", "criteria", "situations", "rules")
#: Lists whose entries hold one version only.
UNDATED = ("sources", "vignettes")
#: The condition of an entry, by list.
CONDITION_FIELD = {
    "questions": "applies_when",
    "criteria": "when",
    "situations": "when",
    "rules": "when",
}
#: The consequences of a rule and the list that each names.
CONSEQUENCE_LISTS = {
    "safety": "safety_actions",
    "duties": "duties",
    "expertise": "expertise",
    "channels": "channels",
    "notices": "notices",
}


@dataclass(slots=True, eq=False)
class Entry:
    """One entry of a list. `data` is plain and holds only fields that have the right shape;
    `condition` is its `when` or `applies_when` where that could be read."""

    list: str
    id: str
    file: str
    layer: int
    node: Node
    data: dict[str, Any]
    valid_from: date | None = None
    valid_to: date | None = None
    condition: ConditionSyntax | None = None
    names: tuple[Name, ...] = ()

    @property
    def place(self) -> Place:
        """Where the entry's id stands, or where the entry starts."""
        return self.at("id")

    def at(self, *path: str | int) -> Place:
        """Where the value under `path` stands, or the deepest part of the path that is there."""
        return place_at(self.node, self.file, path)

    def at_key(self, key: str) -> Place:
        """Where the key itself stands."""
        line, column = self.node.keys.get(key, (self.node.line, self.node.column))
        return Place(self.file, line or 1, column or 1)

    def valid_on(self, day: date) -> bool:
        """Whether the entry is in force on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A name within a condition: `kind` is condition, question (after `known`), parameter, or
    situations (the word)."""

    name: str
    kind: str
    place: Place


@dataclass(slots=True)
class Draft:
    """All entries of all layers by list, in author order, before they are bound, and the entry
    `rulebase` of each file that has one. `changed` are the lists and ids that a layer replaced or
    withdrew, with the number of the last such layer."""

    lists: dict[str, list[Entry]] = field(default_factory=lambda: {name: [] for name in LISTS})
    headers: list[Entry] = field(default_factory=list)
    changed: dict[tuple[str, str], int] = field(default_factory=dict)

    def named(self) -> Mapping[str, list[Entry]]:
        """The versions of everything that a condition may name, by id."""
        return versions(entry for name in NAMED for entry in self.lists[name])

    def of(self, name: str) -> Mapping[str, list[Entry]]:
        """The versions of one list's entries, by id."""
        return versions(self.lists[name])


def versions(entries: Any) -> dict[str, list[Entry]]:
    """Entries by id, in order; those without an id are left out."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.id:
            found.setdefault(entry.id, []).append(entry)
    return found


def place_at(node: Node, file: str, path: tuple[str | int, ...]) -> Place:
    """Where the value under `path` stands, or the deepest part of it that is there."""
    for step in path:
        inside = node.value
        if isinstance(inside, dict):
            found = inside.get(step)
        elif isinstance(inside, list) and isinstance(step, int):
            found = inside[step] if step < len(inside) else None
        else:
            found = None
        if found is None:
            break
        node = found
    return Place(file, node.line or 1, node.column or 1)
