"""The texts of an entry where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from otseula.errors import Place
from otseula.rulebase.entries import Entry
from otseula.rulebase.nodes import Node
from otseula.text import LANGUAGES

#: Fields that hold no text for people, though a name in them may look like a language.
_NO_TEXT = frozenset({"when", "applies_when", "then", "prior", "source", "status"})
#: A plain string in these is a text in Finnish.
_FINNISH = frozenset({"section"})


@dataclass(frozen=True, slots=True)
class Written:
    """One text: where it stands, and the languages it is written in."""

    place: Place
    languages: frozenset[str]


def written_texts(entry: Entry) -> Iterator[Written]:
    """Every text of the entry, options included, in the order of the file."""
    yield from _below(entry.node, entry.file)


def _below(node: Node, file: str) -> Iterator[Written]:
    if node.kind == "mapping":
        if node.value and node.value.keys() <= {*LANGUAGES}:
            yield Written(_place(node, file), frozenset(node.value))
            return
        for key, part in node.value.items():
            if key in _FINNISH and part.kind == "text":
                yield Written(_place(part, file), frozenset({"fi"}))
            elif key not in _NO_TEXT:
                yield from _below(part, file)
    elif node.kind == "sequence":
        for part in node.value:
            yield from _below(part, file)


def _place(node: Node, file: str) -> Place:
    return Place(file, node.line or 1, node.column or 1)
