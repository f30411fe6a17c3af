"""Changes of a text at exact places; everything else, comments and layout, stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from otseula.errors import Place


@dataclass(frozen=True, slots=True)
class Cut:
    """From `start` to `end`, counted in characters from the start of a file, stands `text`."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """What mends the finding of this code at this place."""

    code: str
    place: Place
    cuts: tuple[Cut, ...]


def applied(text: str, edits: Iterable[Edit]) -> tuple[str, list[Edit]]:
    """The text with as many of the edits as do not touch one another, and which those are. An edit
    is made whole or not at all; what was left out may be found again in the next round."""
    taken: list[Edit] = []
    cuts: list[Cut] = []
    for edit in edits:
        if not any(_touch(one, other) for one in edit.cuts for other in cuts):
            taken.append(edit)
            cuts += edit.cuts
    for cut in sorted(cuts, key=lambda each: -each.start):
        text = text[: cut.start] + cut.text + text[cut.end :]
    return text, taken


def _touch(one: Cut, other: Cut) -> bool:
    return one.start <= other.end and other.start <= one.end
