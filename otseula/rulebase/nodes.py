"""What a file is read into: nodes with places, and faults that hold nothing of the file."""

from __future__ import annotations

import re
from typing import Any

from otseula.frozen import dataclass

MAX_BYTES = 2_000_000
MAX_DEPTH = 64
MAX_NODES = 100_000
#: A file with more faults than this is reported as far as this.
MAX_FAULTS = 50
#: A number with more digits than this stays text: nothing here counts so far.
MAX_DIGITS = 18

#: What `Fault.kind` may be.
FAULT_KINDS = (
    "unreadable", "too_large", "not_utf8", "control_character", "tab", "directive", "empty",
    "syntax", "too_deep", "too_many_nodes", "duplicate_key", "key_not_text", "merge_key",
    "anchor", "alias", "tag", "second_document",
)  # fmt: skip

#: What no text may hold, a tab included: it comes in by an escape.
CONTROL_IN_TEXT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_BREAK = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be read: one of FAULT_KINDS, and where (from 1; None in JSON)."""

    kind: str
    line: int | None = None
    column: int | None = None


class ReadError(Exception):
    """The file was refused. Internal: `faults` holds positions, nothing of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(faults)


class Node:
    """One value of a file. `kind` is mapping, sequence, text, integer, number, boolean or null;
    `value` a dict of text to Node, a list of Node, or the plain value. `line` and `column` (in
    characters) count from 1; None in JSON. `keys` holds the places of a mapping's keys."""

    __slots__ = ("column", "keys", "kind", "line", "value")

    def __init__(self, kind: str, value: Any, line: int | None, column: int | None) -> None:
        self.kind = kind
        self.value = value
        self.line = line
        self.column = column
        self.keys: dict[str, tuple[int | None, int | None]] = {}

    def __repr__(self) -> str:
        """Shape and place only: a repr may end up in a log."""
        return f"Node({self.kind}, line={self.line}, column={self.column})"

    def plain(self) -> Any:
        """The value without places."""
        if self.kind == "mapping":
            return {key: node.plain() for key, node in self.value.items()}
        if self.kind == "sequence":
            return [node.plain() for node in self.value]
        return self.value


def decode(data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """The text of a file of UTF-8, without its byte order mark, or why there is none."""
    if len(data) > MAX_BYTES:
        return None, (Fault("too_large", 1, 1),)
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
    return None, (Fault("not_utf8", *position_of(before, len(before))),)


def lines_of(text: str, *, ends: bool = False) -> list[str]:
    """The lines of a file as places count them; with `ends`, with what ends them."""
    found, start = [], 0
    for match in _LINE_BREAK.finditer(text):
        found.append(text[start : match.end() if ends else match.start()])
        start = match.end()
    return [*found, text[start:]]


def position_of(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, from 1."""
    line, start = 1, 0
    for match in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return line, offset - start + 1
