"""The templates of reasons: one YAML file, read when a reason is first told."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Formatter

from otseula.present.voice import Line, Piece
from otseula.shipped import shipped
from otseula.text import LANGUAGES

#: The forms of one text: for one thing, and for several.
Forms = tuple[str, str]


@cache
def templates() -> Mapping[str, Mapping[str, Forms]]:
    """The forms of each template in each language. Raises ValueError for a text that is neither
    a line nor its two forms."""
    # Imported here: a sheet that tells no reason does without.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    file = shipped("present", "reasons.yaml")
    listed = yaml.load(file.read_text("utf-8"), loader)["templates"]
    return {
        key: {language: _forms(texts[language]) for language in LANGUAGES}
        for key, texts in listed.items()
    }


def told(key: str, language: str, count: int = 1, **slots: str | Line) -> Line:
    """A template in the form that `count` things take, its slots filled. Raises KeyError for an
    unknown key or a slot that is not given."""
    form = templates()[key][language][count != 1]
    pieces: list[Piece] = []
    for literal, slot, _, _ in Formatter().parse(form):
        pieces.append(Piece(literal))
        if slot is not None:
            filled = str(count) if slot == "n" else slots[slot]
            pieces.extend([Piece(filled)] if isinstance(filled, str) else filled)
    return tuple(piece for piece in pieces if piece.text)


def _forms(text: str | Mapping[str, str]) -> Forms:
    if isinstance(text, str):
        return text, text
    if isinstance(text, Mapping) and text.keys() == {"one", "many"}:
        return text["one"], text["many"]
    raise ValueError("a template is a line, or has the forms one and many")
