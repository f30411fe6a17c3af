"""Which safety rules and duties a situation more could turn off: those that stand on the word
`situations` where more of them make less of it (`none`, `all`, below a `not`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from otseula.rulebase.entries import Entry
from otseula.rulebase.syntax import ConditionSyntax

_GROUPS = ("all", "any", "none", "of")
_TURNS = ("not", "none")


def lowered_by_a_situation(
    giving: Iterable[Entry], named: Mapping[str, list[Entry]]
) -> Entry | None:
    """The first of `giving`, or of the rules it names, that another situation could make not met.
    Followed through names, with whether what is named raises or lowers what names it."""
    seen: set[tuple[str, int, bool]] = set()
    todo = [(entry, entry.condition, True) for entry in giving]
    while todo:
        entry, part, raises = todo.pop()
        if part is None:
            continue
        # more members make `any` and `of` more, `all` and `none` less
        if part.form in _GROUPS and part.name and raises is not (part.form in ("any", "of")):
            return entry
        below = raises is not (part.form in _TURNS)
        todo += [(entry, each, below) for each in part.parts]
        for used in named.get(part.name, ()) if _names_a_condition(part) else ():
            state = (used.id, id(used), raises is not (part.value is False))
            if used.list != "questions" and state not in seen:
                seen.add(state)
                todo.append((used, used.condition, state[2]))
    return None


def _names_a_condition(part: ConditionSyntax) -> bool:
    return part.form in ("name", "test")
