"""What the handbook says by itself, by key, in three languages."""

from __future__ import annotations

from otseula.authoring.handbook.words.conditions import CONDITIONS
from otseula.authoring.handbook.words.diagrams import DIAGRAMS
from otseula.authoring.handbook.words.frame import FRAME
from otseula.authoring.handbook.words.items import ITEMS
from otseula.text import Text

TABLES: tuple[dict[str, Text], ...] = (FRAME, CONDITIONS, ITEMS, DIAGRAMS)


def word(key: str, language: str, **values: object) -> str:
    """The words of `key` in one language."""
    text = next(table[key] for table in TABLES if key in table)
    return text.in_language(language).format(**values)
