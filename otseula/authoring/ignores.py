"""Findings that an author has answered: `# ots-ignore: OTS827 why` at the end of their line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from otseula.authoring.checked import Checked
from otseula.errors import Diagnostic
from otseula.rulebase.nodes import lines_of

_IGNORE = re.compile(r"(?:^|\s)(# ots-ignore:)[ \t]*(\S*)[ \t]*(.*)$")
#: Lints alone; never what says that something was not looked at, or what is said of ignores.
_LINT = re.compile(r"OTS8[0-9]{2}")
_NEVER = frozenset({"OTS830", "OTS831", "OTS832"})


@dataclass(frozen=True, slots=True)
class Ignore:
    """One such comment: where it stands, what it ignores and why."""

    line: int
    column: int
    code: str
    reason: str

    @property
    def works(self) -> bool:
        """Whether it is one that can answer anything."""
        return bool(self.reason) and may_be_ignored(self.code)


def may_be_ignored(code: str) -> bool:
    """Whether an ignore of this code does anything."""
    return bool(_LINT.fullmatch(code)) and code not in _NEVER


def ignores_in(text: str) -> Iterator[Ignore]:
    """The comments of a file."""
    if "ots-ignore" in text:
        for number, line in enumerate(lines_of(text), 1):
            found = _IGNORE.search(line.rstrip()) if "ots-ignore" in line else None
            if found is not None:
                yield Ignore(number, found.start(1) + 1, found[2], found[3])


def without_ignored(checked: Checked, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that no comment with a reason answers."""
    answered = {
        (file, ignore.line, ignore.code)
        for file, text in checked.files()
        for ignore in ignores_in(text)
        if ignore.works
    }
    return tuple(d for d in found if (d.place.file, d.place.line, d.code) not in answered)
