"""Whether a rule base that was mended says the same as before, of every possible case."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from datetime import date

from otseula.authoring.diff.compare import Compared, compare
from otseula.rulebase.model import Consequences, Content

#: Told of an entry whose condition, if it has one, is the same in every possible case.
_THE_SAME = frozenset({"same", "equivalent", "plain"})


def says_the_same(old: Content, new: Content) -> bool:
    """On every day: decision diagrams hold the conditions against each other, and of what is no
    condition only repeats in lists may differ. What could not be compared is not the same."""
    days = {period.start or date.min for content in (old, new) for period in content.periods}
    entries = (entry for day in sorted(days) for entry in compare(old, new, day).entries)
    return _vignettes(old) == _vignettes(new) and all(map(_unchanged, entries))


def _unchanged(entry: Compared) -> bool:
    kept = entry.status in _THE_SAME and entry.before is None
    return kept and all(_once(each.before) == _once(each.after) for each in entry.fields)


def _once(value: object) -> object:
    """Without the repeats in its lists."""
    if isinstance(value, Consequences):
        return tuple(_once(getattr(value, each.name)) for each in fields(value))
    if isinstance(value, tuple | list) and all(isinstance(each, Hashable) for each in value):
        return (*dict.fromkeys(value),)
    return value


def _vignettes(content: Content) -> list[object]:
    return [
        (each.id, each.text, each.as_of, each.answers, each.expect) for each in content.vignettes
    ]
