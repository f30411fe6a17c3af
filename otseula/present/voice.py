"""One language's voice: turns words and texts of the rule base into lines for any format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otseula.present.words import counted, word
from otseula.text import Text

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
#: Control characters could repaint a terminal, direction marks could reorder what is read, and
#: half a surrogate pair cannot be written out.
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

#: A no-break space is no gap: "25 §" stays on one line.
_GAPS = re.compile(r"[^\S\xa0]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `language` where it is not that of the sheet."""

    text: str
    language: str | None = None


Line = tuple[Piece, ...]


def clean(text: str) -> str:
    """`text` on one line, without control characters and marks of direction."""
    if text.isprintable():  # holds none of them, as nearly every text
        return " ".join(text.split())
    kept = (
        " " if unicodedata.category(c) in _UNSAFE else "" if c in _DIRECTION else c for c in text
    )
    return _GAPS.sub(" ", "".join(kept)).strip()


def plain_text(line: Line) -> str:
    """A line as one string."""
    return "".join(piece.text for piece in line)


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks `language`: "fi", "sv" or "en"."""

    language: str

    def word(self, key: str, **values: object) -> str:
        """One of the program's own texts."""
        return word(key, self.language, **values)

    def counted(self, key: str, count: int) -> str:
        """One of the program's own texts in the form that `count` things take."""
        return counted(key, count, self.language)

    def line(self, *parts: str | Text | Line) -> Line:
        """A line of words, texts of the rule base and lines. A text that is missing in the
        language stands in Finnish and says so."""
        pieces: list[Piece] = []
        for part in parts:
            if isinstance(part, Text):
                pieces.extend(self._text(part))
            elif isinstance(part, str):
                pieces.append(Piece(part))
            else:
                pieces.extend(part)
        return tuple(pieces)

    def foreign(self, text: str) -> Line:
        """What a rule base says in one language only: a title, a name, an address."""
        return (Piece(clean(text)),)

    def listed(self, texts: Sequence[Text]) -> Line:
        """Texts in one line, with semicolons between."""
        pieces: list[Piece] = []
        for text in texts:
            pieces.extend((Piece("; "), *self._text(text)))
        return tuple(pieces[1:])

    def day(self, day: date) -> str:
        """A day as people write it."""
        if self.language == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day.day}.{day.month}.{day.year}"

    def _text(self, text: Text) -> Line:
        said = Piece(clean(text.in_language(self.language)))
        if self.language not in text.fallbacks:
            return (said,)
        return Piece(said.text, "fi"), Piece(" " + self.word("in_finnish"))
