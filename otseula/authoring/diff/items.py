"""What an edit changes of an entry beside its condition: words, sources, or how it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from otseula.rulebase.model import Consequences, Item, Option
from otseula.text import Text

#: Not part of what an entry says, or compared as conditions.
_PASSED_OVER = frozenset({"id", "place", "layer", "hash", "when", "applies_when"})
#: Fields that only people read.
_WORDS = frozenset(
    {"text", "help", "rationale", "if_unknown", "section", "via", "how", "find", "option texts"}
)
#: Where an entry comes from, and who answers for it.
_SOURCES = frozenset({"source", "review", "owner", "publisher", "url", "read_on", "verified_on"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs; `before` and `after` are as the model holds them."""

    name: str
    before: Any
    after: Any

    @property
    def kind(self) -> str:
        """`words`, `sources` or `settings`."""
        return (
            "words" if self.name in _WORDS else "sources" if self.name in _SOURCES else "settings"
        )


def changed_fields(before: Item, after: Item) -> tuple[FieldChange, ...]:
    """The fields of two versions of one entry that differ."""
    old, new = _told(before), _told(after)
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name)
    )


def renamed(old: Mapping[str, Item], new: Mapping[str, Item]) -> dict[str, str]:
    """New ids by old ones: where an entry that is gone and a new one say the same in Finnish, and
    no other does."""
    gone, come = ([i for n, i in a.items() if n not in b] for a, b in ((old, new), (new, old)))
    return {
        item.id: same[0].id
        for item in gone
        if len(same := _alike(item, come)) == 1 and len(_alike(item, gone)) == 1
    }


def _alike(item: Item, others: Sequence[Item]) -> list[Item]:
    return [
        other
        for other in others
        if other.text.fi == item.text.fi and getattr(other, "type", "") == getattr(item, "type", "")
    ]


def _told(item: Item) -> dict[str, Any]:
    found = {f.name: getattr(item, f.name) for f in fields(item) if f.name not in _PASSED_OVER}
    if "options" in found:
        options: tuple[Option, ...] = found["options"]
        found["options"] = tuple(option.id for option in options)
        found["option texts"] = {option.id: option.text for option in options}
    return found


def shown(value: Any) -> str:
    """A value of a field as it is written in a rule base; texts are not shown."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {shown(each)}' for key, each in value.items())}}}"
    if isinstance(value, Text):
        return value.fi
    if isinstance(value, Consequences):
        given = {field.name: getattr(value, field.name) for field in fields(value)}
        return shown({name: each for name, each in given.items() if each})
    return "–" if value is None else str(value)
