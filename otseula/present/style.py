"""Lines of a terminal: their width, their marks and their colour."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from otseula.present.sheet import ALERT, STRONG

#: Narrower than this a line holds no word; it then overflows instead of failing.
_NARROWEST = 20
_PAINT = {ALERT: "\x1b[1;31m", STRONG: "\x1b[1m"}
_RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Style:
    """`width` in columns; `plain` draws nothing; `colour` uses terminal colours."""

    columns: int
    plain: bool
    colour: bool

    @property
    def width(self) -> int:
        """The columns that lines are wrapped to."""
        return max(self.columns, _NARROWEST)

    @property
    def bullet(self) -> str:
        """What stands before an entry of a list."""
        return "- " if self.plain else "• "

    def paint(self, text: str, tone: str) -> str:
        """`text` in the colour of its tone."""
        if not self.colour or tone not in _PAINT:
            return text
        return f"{_PAINT[tone]}{text}{_RESET}"


def wrap(
    text: str, style: Style, *, first: str = "", hanging: str = "", tone: str = "plain"
) -> list[str]:
    """`text` in lines of the style's width, `first` before it and `hanging` before the rest."""
    lines = textwrap.wrap(
        text,
        style.width,
        initial_indent=first,
        subsequent_indent=hanging,
        break_on_hyphens=False,
    )
    return [style.paint(line, tone) for line in lines]


def clip(text: str, style: Style, lines: int, *, first: str = "", hanging: str = "") -> list[str]:
    """`text` in at most `lines` lines, what is left out shown as …; cut after a whole sentence
    where that keeps at least half of what fits."""

    def fitted(said: str, **limits: Any) -> list[str]:
        return textwrap.wrap(
            said,
            style.width,
            initial_indent=first,
            subsequent_indent=hanging,
            break_on_hyphens=False,
            **limits,
        )

    full = fitted(text)
    if len(full) <= lines:
        return full
    cut = fitted(text, max_lines=lines, placeholder=" …")
    sentences = text.split(". ")
    for count in range(len(sentences) - 1, 0, -1):
        kept = fitted(". ".join(sentences[:count]) + ". …")
        if len(kept) <= lines:
            enough = 2 * sum(map(len, kept)) >= sum(map(len, cut))
            return kept if enough else cut
    return cut
