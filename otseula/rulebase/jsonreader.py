"""JSON files -> the same nodes as YAML, under the same limits."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from otseula.rulebase.nodes import (
    CONTROL_IN_TEXT,
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

_STRUCTURE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_KINDS = {bool: "boolean", int: "integer", float: "number", str: "text", type(None): "null"}


def read_json(data: bytes, file: str = "") -> Node:
    """The JSON value of `data`. Raises ReadError with every fault; `file` is for the reader of a
    traceback only. Nodes have no places."""
    node, faults = scan_json(data)
    if faults or node is None:
        raise ReadError(faults)
    return node


def scan_json(data: bytes) -> tuple[Node | None, tuple[Fault, ...]]:
    """The value and its faults."""
    text, faults = decode(data)
    if text is None:
        return None, faults
    if not text.strip(" \t\r\n"):
        return None, (Fault("empty", 1, 1),)
    if (deep := _depth(text)) is not None:
        return None, (Fault("too_deep", *position_of(text, deep)),)
    found: list[Fault] = []
    fault: Fault | None = None
    value: Any = None
    try:
        value = json.loads(
            text,
            object_pairs_hook=lambda pairs: _Pairs(pairs),
            parse_int=lambda digits: int(digits) if len(digits) <= MAX_DIGITS else digits,
            parse_float=_number,
            parse_constant=str,
        )
    except json.JSONDecodeError as error:
        fault = Fault("syntax", error.lineno, error.colno)
    if fault is not None:
        return None, (fault,)
    node, count = _node(value, found, 0)
    if count > MAX_NODES:
        return None, (Fault("too_many_nodes"),)
    return node, tuple(found[:MAX_FAULTS])


def _depth(text: str) -> int | None:
    """The offset at which the text nests too deep. One linear pass, before json sees it."""
    depth = 0
    for match in _STRUCTURE.finditer(text):
        sign = text[match.start()]
        if sign in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
        elif sign in "]}":
            depth -= 1
    return None


def _number(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


class _Pairs(list[tuple[str, Any]]):
    """The members of a JSON object as written, repeats included."""


def _node(value: Any, faults: list[Fault], count: int) -> tuple[Node, int]:
    count += 1
    if isinstance(value, _Pairs):
        node = Node("mapping", {}, None, None)
        for key, member in value:
            child, count = _node(member, faults, count)
            if not key or CONTROL_IN_TEXT.search(key):
                faults.append(Fault("key_not_text"))
            elif key in node.value:
                faults.append(Fault("duplicate_key"))
            else:
                node.value[key] = child
                node.keys[key] = (None, None)
        return node, count
    if isinstance(value, list):
        node = Node("sequence", [], None, None)
        for member in value:
            child, count = _node(member, faults, count)
            node.value.append(child)
        return node, count
    if isinstance(value, str) and CONTROL_IN_TEXT.search(value):
        faults.append(Fault("control_character"))
    return Node(_KINDS[type(value)], value, None, None), count
