"""One language's voice: turns words and texts of the rule base into lines for any format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otseula.frozen import dataclass
from otseula.present.words import counted, word
from otseula.text import Text
from otseula.writing import clean, written_day


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `language` where it is not that of the sheet."""

    text: str
    language: str | None = None


Line = tuple[Piece, ...]


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
        return written_day(day, self.language)

    def _text(self, text: Text) -> Line:
        said = Piece(clean(text.in_language(self.language)))
        if self.language not in text.fallbacks:
            return (said,)
        return Piece(said.text, "fi"), Piece(" " + self.word("in_finnish"))
