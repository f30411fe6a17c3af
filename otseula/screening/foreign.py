"""Looking at values of unknown origin without running any code of theirs.

A caller's object may print itself, raise, or hold a client's name: nothing here calls its repr,
str, equality or hash, and every result is built of plain types.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from otseula.screening.guard import shape_of

#: Entries of a mapping or list that are looked at.
MAX_ENTRIES = 1_000
_MAX_DEPTH = 8


def text_of(value: object) -> str | None:
    """The value as a plain str if it is one (or of a subclass), else None."""
    if type(value) is str:
        return value
    return str.__str__(value) if issubclass(type(value), str) else None


def integer_of(value: object) -> int | None:
    """The value as a plain int if it is one (or of a subclass, but no bool), else None."""
    if issubclass(type(value), int) and type(value) is not bool:
        return int.__index__(value)  # type: ignore[arg-type]  # as above
    return None


def members_of(value: object) -> list[object] | None:
    """The first MAX_ENTRIES + 1 members of a list or tuple, else None."""
    for kind in (list, tuple):
        if issubclass(type(value), kind):
            return list(islice(kind.__iter__(value), MAX_ENTRIES + 1))  # type: ignore[arg-type]  # as above
    return None


def is_mapping(value: object) -> bool:
    """Whether the value is a dict or another Mapping."""
    if issubclass(type(value), dict):
        return True
    try:
        return issubclass(type(value), Mapping)
    except Exception:  # a foreign metaclass was asked for its hash; it must not be chained
        return False


def pairs_of(value: object) -> list[tuple[object, object]] | None:
    """The first MAX_ENTRIES + 1 entries of a Mapping in its order; None where it raises."""
    pairs: list[tuple[object, object]] = []
    if type(value) is dict:
        return list(islice(value.items(), MAX_ENTRIES + 1))
    try:
        for key in islice(iter(value), MAX_ENTRIES + 1):  # type: ignore[call-overload]  # a Mapping, by is_mapping
            pairs.append((key, value[key]))  # type: ignore[index]  # noqa: PERF401  # as above; kept plain, it may raise anywhere
    except Exception:  # whatever a foreign Mapping raises; it must not be chained
        return None
    return pairs


def shape_in(value: object) -> str | None:
    """The shape (guard.SHAPES) of the first identifying text in a value, its lists and
    mappings, or None. Looks at MAX_ENTRIES values, _MAX_DEPTH deep."""
    stack: list[tuple[object, int]] = [(value, 0)]
    for _ in range(MAX_ENTRIES):
        if not stack:
            break
        current, depth = stack.pop()
        text = text_of(current)
        shape = shape_of(text) if text is not None else None
        if shape is not None:
            return shape
        if text is None and depth < _MAX_DEPTH:
            stack.extend((part, depth + 1) for part in reversed(_parts(current)))
    return None


def _parts(value: object) -> list[object]:
    if is_mapping(value):
        return [part for pair in pairs_of(value) or () for part in pair]
    return members_of(value) or []
