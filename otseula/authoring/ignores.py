"""Findings that an author has answered: `# ots-ignore: OTS827 why` at the end of their line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from otseula.authoring.checked import Checked
from otseula.errors import Diagnostic

_IGNORE = re.compile(r"(?:^|\s)(# ots-ignore:)[ \t]*(\S*)[ \t]*(.*)$")
#: Lints alone; never what says that something was not looked at, or what is said of ignores.
_LINT = re.compile(r"OTS8[0-9]{2}")
_NEVER = frozenset({"OTS830", "OTS831"})


@dataclass(frozen=True, slots=True)
class Ignore:
    """One such comment: where it stands, what it ignores and why."""

    line: int
    column: int
    code: str
    reason: str


def may_be_ignored(code: str) -> bool:
    """Whether an ignore of this code does anything."""
    return bool(_LINT.fullmatch(code)) and code not in _NEVER


def files_of(checked: Checked) -> list[str]:
    """The files in which entries stand, as their places name them."""
    return list(dict.fromkeys(entry.file for entry in checked.entries()))


def ignores_in(file: str) -> Iterator[Ignore]:
    """The comments of a file that is named as its places name it; none of one that has gone."""
    try:
        lines = Path(file).read_text(encoding="utf-8").split("\n")
    except OSError:
        return
    for number, line in enumerate(lines, 1):
        found = _IGNORE.search(line.rstrip()) if "ots-ignore" in line else None
        if found is not None:
            yield Ignore(number, found.start(1) + 1, found[2], found[3])


def without_ignored(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that no comment with a reason answers."""
    found = tuple(found)
    answered = {
        (file, ignore.line, ignore.code)
        for file in {each.place.file for each in found}
        for ignore in ignores_in(file)
        if ignore.reason and may_be_ignored(ignore.code)
    }
    return tuple(d for d in found if (d.place.file, d.place.line, d.code) not in answered)
