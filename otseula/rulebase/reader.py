"""YAML files -> nodes with places, under limits that no hostile file gets past.

YAML has its 1.2 meaning here and only what rules and cases need: one document, unique keys, no
anchors, aliases, merge keys or tags. The tree is built from the parser's event stream, whose
depth is counted as it comes: PyYAML's own composer dies of deep nesting (SIGSEGV).

A fault is a kind and a position, never a piece of the file: case files are read here too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from otseula.rulebase.jsonreader import read_json
from otseula.rulebase.nodes import (
    CONTROL_IN_TEXT,
    FAULT_KINDS,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_FAULTS,
    MAX_NODES,
    Fault,
    Node,
    ReadError,
    decode,
    position_of,
)

__all__ = [
    "FAULT_KINDS",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "Fault",
    "Node",
    "ReadError",
    "read_document",
    "read_json",
    "scan_document",
]

#: Line breaks that YAML 1.1 knew and editors do not count as lines are among the refused ones.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_BREAK = re.compile("\r\n|\r|\n")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NULLS = frozenset({"", "~", "null"})
_BOOLEANS = {"true": True, "false": False}
#: Stands for a key that was refused, so that its value is still read for faults.
_REFUSED_KEY = "\x00"


def read_document(data: bytes, file: str = "") -> Node:
    """The one YAML document of `data`. Raises ReadError with every fault. `file` is not used in
    errors; it is there so that a caller's traceback shows which file was read."""
    node, faults = scan_document(data)
    if faults or node is None:
        raise ReadError(faults)
    return node


def scan_document(data: bytes) -> tuple[Node | None, tuple[Fault, ...]]:
    """The YAML document and its faults. The node is there in spite of faults wherever the rest
    of the file can be read, so that all problems are found at once."""
    text, faults = decode(data)
    if text is None:
        return None, faults
    faults = tuple(_bad_characters(text))
    if faults:
        return None, faults
    return _Builder().build(text)


def _bad_characters(text: str) -> Iterator[Fault]:
    control = _CONTROL.search(text)
    if control:
        yield Fault("control_character", *position_of(text, control.start()))
    if "\t" in text:
        lines = _LINE_BREAK.split(text)
        tabs = [(number, line.find("\t")) for number, line in enumerate(lines, 1) if "\t" in line]
        for number, column in tabs[:MAX_FAULTS]:
            yield Fault("tab", number, column + 1)
    # Nothing needs a directive, and libyaml is slow on thousands of them.
    directive = _DIRECTIVE.search(text)
    if directive:
        yield Fault("directive", *position_of(text, directive.start()))


class _Builder:
    """Builds the tree of one document from parser events; used once."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def build(self, text: str) -> tuple[Node | None, tuple[Fault, ...]]:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        root: Node | None = None
        whole = False
        where: tuple[int, int] | None = None
        try:
            root, whole = self._tree(yaml.parse(text, Loader=loader), yaml)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        except yaml.YAMLError:
            where = (1, 1)
        except ValueError:  # an escape beyond Unicode, in the pure Python parser
            where = (1, 1)
        if where is not None:
            self.fault("syntax", *where)
        elif (root is None or root.kind == "null") and not self.faults:
            root = None
            self.fault("empty", 1, 1)
        return (root if whole else None), tuple(self.faults)

    def fault(self, kind: str, line: int, column: int) -> None:
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(Fault(kind, line, column))

    def _tree(self, events: Iterator[Any], yaml: Any) -> tuple[Node | None, bool]:
        """The root, and whether the document was read to its end."""
        scalar, mapping, sequence = (
            yaml.ScalarEvent,
            yaml.MappingStartEvent,
            yaml.SequenceStartEvent,
        )
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        root: Node | None = None
        parents: list[tuple[Node | None, str | None]] = []
        parent: Node | None = None
        key: str | None = None  # of the mapping `parent`: waits for its value
        documents = count = 0
        for event in events:
            kind = type(event)
            if kind is mapping_end or kind is sequence_end:
                parent, key = parents.pop()
                continue
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            if kind is scalar:
                if event.anchor is not None or event.tag is not None:
                    self._decorations(event, line, column)
                text = event.value
                if key is None and parent is not None and parent.kind == "mapping":
                    key = self._key(parent, text, line, column)
                    continue
                if not text.isprintable() and CONTROL_IN_TEXT.search(text):
                    self.fault("control_character", line, column)
                if event.implicit[0]:
                    node = _resolve(text, line, column)
                else:
                    node = Node("text", text, line, column)
            elif kind is mapping or kind is sequence:
                if event.anchor is not None or event.tag is not None:
                    self._decorations(event, line, column)
                if len(parents) >= MAX_DEPTH:
                    self.fault("too_deep", line, column)
                    return None, False
                node = Node("mapping", {}, line, column)
                if kind is sequence:
                    node = Node("sequence", [], line, column)
            elif kind is yaml.AliasEvent:
                self.fault("alias", line, column)
                node = Node("null", None, line, column)
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents == 2:
                    self.fault("second_document", line, column)
                    return root, True
                continue
            count += 1
            if count > MAX_NODES:
                self.fault("too_many_nodes", line, column)
                return None, False
            if parent is None:
                root = node
            elif parent.kind == "sequence":
                parent.value.append(node)
            elif key is None:  # a list, a mapping or an alias as a key
                if kind is not yaml.AliasEvent:  # that one is a fault already
                    self.fault("key_not_text", line, column)
                key = _REFUSED_KEY
            else:
                if key is not _REFUSED_KEY:
                    parent.value[key] = node
                key = None
            if kind is mapping or kind is sequence:
                parents.append((parent, key))
                parent, key = node, None
        return root, True

    def _decorations(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self.fault("anchor", line, column)
        if event.tag is not None:
            self.fault("tag", line, column)

    def _key(self, parent: Node, text: str, line: int, column: int) -> str:
        if text == "<<":
            kind = "merge_key"
        elif not text or CONTROL_IN_TEXT.search(text):
            kind = "key_not_text"
        elif text in parent.keys:
            kind = "duplicate_key"
        else:
            parent.keys[text] = (line, column)
            return text
        self.fault(kind, line, column)
        return _REFUSED_KEY


def _resolve(text: str, line: int | None, column: int | None) -> Node:
    """A plain scalar by the YAML 1.2 core schema, less its octal, hexadecimal and infinite
    numbers and its capital spellings: `on`, `no`, `0x1f`, `1_000`, `1:30` and dates are text."""
    first = text[:1]
    if first.isalpha():
        if text in _BOOLEANS:
            return Node("boolean", _BOOLEANS[text], line, column)
        if text != "null":
            return Node("text", text, line, column)
    if text in _NULLS:
        return Node("null", None, line, column)
    if len(text) <= MAX_DIGITS:
        if _INTEGER.fullmatch(text):
            return Node("integer", int(text), line, column)
        if _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
            return Node("number", number, line, column)
    return Node("text", text, line, column)
