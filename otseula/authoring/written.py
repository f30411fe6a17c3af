"""The texts of an entry where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
    """One text: where it stands, and what it says, where, in each language that it is written
    in. `path` are the fields that lead to it, the places in lists left out."""

    place: Place
    path: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def languages(self) -> frozenset[str]:
        """The languages it is written in."""
        return frozenset(self.texts)


def written_texts(entry: Entry) -> Iterator[Written]:
    """Every text of the entry, options included, in the order of the file."""
    yield from _below(entry.node, entry.file, ())


def _below(node: Node, file: str, path: tuple[str, ...]) -> Iterator[Written]:
    if node.kind == "mapping":
        if node.value and node.value.keys() <= {*LANGUAGES}:
            yield _written(node, node.value, file, path)
            return
        for key, part in node.value.items():
            if key in _FINNISH and part.kind == "text":
                yield _written(part, {"fi": part}, file, (*path, key))
            elif key not in _NO_TEXT:
                yield from _below(part, file, (*path, key))
    elif node.kind == "sequence":
        for part in node.value:
            yield from _below(part, file, path)


def _written(
    node: Node, languages: Mapping[str, Node], file: str, path: tuple[str, ...]
) -> Written:
    texts = {name: str(part.value).strip() for name, part in languages.items()}
    places = {name: _place(part, file) for name, part in languages.items()}
    return Written(_place(node, file), path, texts, places)


def _place(node: Node, file: str) -> Place:
    return Place(file, node.line or 1, node.column or 1)
