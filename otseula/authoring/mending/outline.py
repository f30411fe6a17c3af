"""Where everything in a file begins and ends, and how parts of it are taken out.

A file that loads has no anchors, tags or second document, so the parser's events are its outline.
Nothing is taken out together with a comment: then the finding stays, for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from otseula.authoring.mending.edits import Cut, Edit
from otseula.errors import Place
from otseula.rulebase.nodes import lines_of

_COMMA = re.compile(r"\s*,\s*")
_NOTHING = re.compile(r"\s*")
_DASH = re.compile(r" *- +")
_REST_OF_LINE = re.compile(r" *(?:\r\n|\r|\n|\Z)")


@dataclass(slots=True)
class Piece:
    """A value, or a key, of a file. `flow`: in brackets. The parts of a mapping are each key and
    its value in turn."""

    start: int
    end: int
    mapping: bool = False
    flow: bool = False
    parts: list[Piece] = field(default_factory=list)


class Outline:
    """The pieces of one file that loads."""

    def __init__(self, text: str) -> None:
        self.text = text
        lines = lines_of(text, ends=True)
        self._lines = [0, *accumulate(map(len, lines))]
        #: Each member of a list, and each key and value of a mapping, by its start: the group that
        #: it is a part of, and its number in it. A member that is a mapping also by its keys.
        self._members: dict[int, tuple[Piece, int]] = {}
        self._values: dict[int, tuple[Piece, int]] = {}
        #: Texts in quotes and those of several lines, in which nothing is a comment.
        self._texts: list[Piece] = []
        self._read()

    def without_member(self, code: str, place: Place) -> Iterator[Edit]:
        """The member of a list that stands here is taken out; never the first."""
        group, number = self._members.get(self._offset(place), (None, 0))
        if group is not None and number > 0:
            before, member = group.parts[number - 1 : number + 1]
            if group.flow:
                cut = self._cut(before.end, member.end, _COMMA, member.start)
            else:
                cut = self._line(member.start, member.end, _DASH)
            if cut is not None:
                yield Edit(code, place, (cut,))

    def without_count(self, code: str, place: Place, word: str) -> Iterator[Edit]:
        """`at_least`, whose value stands here, is taken out, and its `of` becomes `word`."""
        group, number = self._values.get(self._offset(place), (None, 0))
        if group is None or len(group.parts) != 4:
            return
        key, count = group.parts[number - 1 : number + 1]
        of, listed = group.parts[2:] if number == 1 else group.parts[:2]
        between = _COMMA if group.flow else _NOTHING
        if number == 1:
            cut = self._cut(count.end, of.start, between, of.start)
            cut = cut and Cut(key.start, of.start)
        elif group.flow:
            cut = self._cut(listed.end, count.end, between, key.start)
        else:
            cut = self._line(key.start, count.end, _NOTHING)
        if cut is not None and "#" not in self.text[cut.start : cut.end]:
            yield Edit(code, place, (cut, Cut(of.start, of.end, word)))

    def without_comment(self, code: str, place: Place) -> Iterator[Edit]:
        """The comment that starts here is taken out, with its line where that is all of it."""
        at, line = self._offset(place), self._lines[place.line - 1]
        if any(piece.start <= at < piece.end for piece in self._texts):
            return  # within a text it only looks like one
        end = self._lines[place.line]
        before = self.text[line:at].rstrip()
        if before:
            end = line + len(self.text[line:end].rstrip("\r\n"))
        yield Edit(code, place, (Cut(line + len(before), end),))

    def _cut(self, start: int, end: int, between: re.Pattern[str], upto: int) -> Cut | None:
        """From start to end, if nothing but this stands before `upto`, and no comment."""
        bare = between.fullmatch(self.text, start, upto)
        return Cut(start, end) if bare and "#" not in self.text[start:end] else None

    def _line(self, start: int, end: int, before: re.Pattern[str]) -> Cut | None:
        """The whole lines, if nothing else stands on them."""
        line = max(at for at in self._lines if at <= start)
        rest = _REST_OF_LINE.match(self.text, end)
        if rest is None or not before.fullmatch(self.text, line, start):
            return None
        return None if "#" in self.text[line:end] else Cut(line, rest.end())

    def _offset(self, place: Place) -> int:
        return self._lines[place.line - 1] + place.column - 1

    def _read(self) -> None:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        groups: list[Piece] = []
        for event in yaml.parse(self.text, Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                piece = groups.pop()
                last = piece.parts[-1].end if piece.parts else piece.start
                piece.end = _end(event) if piece.flow else last
            elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                piece = self._piece(event, isinstance(event, yaml.MappingStartEvent))
                if groups:
                    self._add(groups[-1], piece)
                if isinstance(event, yaml.CollectionStartEvent):
                    piece.flow = bool(event.flow_style)
                    groups.append(piece)

    def _add(self, group: Piece, piece: Piece) -> None:
        number = len(group.parts)
        group.parts.append(piece)
        table = self._values if group.mapping else self._members
        table[piece.start] = group, number
        if group.mapping and number % 2 == 0 and group.start in self._members:
            self._members[piece.start] = self._members[group.start]

    def _piece(self, event: Any, mapping: bool) -> Piece:
        start, end = event.start_mark.index, _end(event)
        piece = Piece(start, start + len(self.text[start:end].rstrip()), mapping)
        if getattr(event, "style", None):  # in quotes, or a block of lines
            self._texts.append(piece)
        return piece


def _end(event: Any) -> int:
    """After its last character, in characters from the start of the file."""
    return int(event.end_mark.index)
