"""The line that stands whatever happens."""

from __future__ import annotations

from otseula.present.words import word


def fixed_line(language: str) -> str:
    """In immediate danger 112, for an urgent social need the area's emergency social services:
    what every way out of the program says."""
    return word("danger", language)
