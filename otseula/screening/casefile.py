"""Case files and case texts -> the answers as written, with their places.

No problem names the file or anything in it, and no error carries a library's exception: what
failed is noted inside `except`, and told after it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from otseula.errors import Problem
from otseula.frozen import dataclass
from otseula.rulebase.jsonreader import scan_json
from otseula.rulebase.nodes import MAX_BYTES, Fault, Node
from otseula.rulebase.reader import scan_document
from otseula.screening.case_problems import Places, problem, refusal
from otseula.screening.casefile_wordings import SHARED_FAULT_CODES
from otseula.screening.foreign import shape_in
from otseula.screening.guard import SHAPES

#: What a case may hold.
KEYS = ("answers", "judgement", "as_of")

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Case:
    """A case as written, not yet checked against a rule base (`check_case` does). `places` has
    line and column (from 1) by JSON pointer, none for JSON. `problems` is empty unless the case
    was read with `strict=False`. Its repr shows nothing of the case."""

    answers: Mapping[str, object] = field(repr=False)
    judgement: Any = field(default=None, repr=False)
    as_of: date | None = None
    places: Places = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = ()


def load_case(path: str | PathLike[str], *, strict: bool = True) -> Case:
    """The case in a YAML or JSON file (by the suffix .json, or what the file begins with), or on
    stdin for "-". Raises CaseError with every problem, PrivacyError where one identifies;
    with `strict=False` they are left in `Case.problems`, to be told with those of the answers.
    """
    if path == "-":
        data, fault = _stdin()
    else:
        data, fault = _file(path)
    json = True if str(path).lower().endswith(".json") else None
    if fault is not None:
        found = problem(fault, "")
        if strict:
            raise refusal([found])
        return Case({}, problems=(found,))
    return parse_case(data, json=json, strict=strict)


def parse_case(data: bytes, *, json: bool | None = None, strict: bool = True) -> Case:
    """The case in `data`, as JSON or YAML; by default as JSON where it begins with `{` and is
    JSON, else as YAML. Errors as in `load_case`."""
    if not isinstance(data, bytes):
        raise TypeError("parse_case takes bytes; encode a text with .encode()")
    case = _case(*_scanned(data, json))
    if strict and case.problems:
        raise refusal(case.problems)
    return case


def _stdin() -> tuple[bytes, str | None]:
    fault = None
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1), None
    except (AttributeError, OSError, ValueError):  # none, closed, or not a stream of bytes
        fault = "file-unreadable"
    return b"", fault


def _file(path: str | PathLike[str]) -> tuple[bytes, str | None]:
    """The file's bytes (at most one more than may be read), or the code of what failed."""
    fault = None
    try:
        place = Path(path)
        if place.is_dir():
            return b"", "file-is-a-directory"
        with place.open("rb") as file:
            return file.read(MAX_BYTES + 1), None
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        fault = "file-unreadable"
    return b"", fault


def _scanned(data: bytes, json: bool | None) -> tuple[Node | None, tuple[Fault, ...]]:
    begins_as_json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    if json or (json is None and begins_as_json):
        node, faults = scan_json(data)
        # YAML has braces too, without the quotes of JSON
        if json or not any(fault.kind == "syntax" for fault in faults):
            return node, faults
    return scan_document(data)


def _case(root: Node | None, faults: tuple[Fault, ...]) -> Case:
    problems = [_of_fault(fault) for fault in faults]
    if root is None or root.kind != "mapping":
        if root is not None or not problems:
            shape = shape_in(root.plain()) if root is not None else None
            code = "identifying-text" if shape else "case-not-a-mapping"
            problems.append(problem(code, "", _places_of("", root), shape=shape or ""))
        return Case({}, problems=tuple(problems))
    places = dict(_places(root))
    found = list(_foreign_entries(root, places))
    answers, judgement, as_of = (root.value.get(key) for key in KEYS)
    if answers is None:
        found.append(problem("answers-missing", "", places))
    elif answers.kind != "mapping":
        shape = shape_in(answers.plain())
        code = "identifying-text" if shape else "answers-not-a-mapping"
        found.append(problem(code, "/answers", places, shape=shape or ""))
    day = _day(as_of)
    if as_of is not None and as_of.kind != "null" and day is None:
        shape = shape_in(as_of.plain())
        if shape is not None and (shape == "date" or not SHAPES[shape].identifying):
            shape = None  # a day is what belongs here, however it is written
        code = "identifying-text" if shape else "as-of-not-a-day"
        found.append(problem(code, "/as_of", places, shape=shape or ""))
    return Case(
        answers=answers.plain() if answers is not None and answers.kind == "mapping" else {},
        judgement=judgement.plain() if judgement is not None else None,
        as_of=day,
        places=places,
        problems=(*problems, *found),
    )


def _foreign_entries(root: Node, places: Places) -> Iterator[Problem]:
    for position, (key, node) in enumerate(root.value.items(), 1):
        if key not in KEYS:
            shape = shape_in([key, node.plain()])
            code = "identifying-text" if shape else "case-unknown-key"
            yield problem(code, f"/*{position}", places, position=position, shape=shape or "")


def _of_fault(fault: Fault) -> Problem:
    code = SHARED_FAULT_CODES.get(fault.kind) or "file-" + fault.kind.replace("_", "-")
    here = {} if fault.line is None or fault.column is None else {"": (fault.line, fault.column)}
    return problem(code, "", here)


def _day(node: Node | None) -> date | None:
    match = _DAY.fullmatch(node.value) if node is not None and node.kind == "text" else None
    day = None
    if match is not None:
        try:
            day = date(*(int(number) for number in match.groups()))
        except ValueError:  # the 30th of February
            day = None
    return day


def _places(root: Node) -> Iterator[tuple[str, tuple[int, int]]]:
    """The place of the root, of each key by its position, and of the value of each key that
    could be known; two levels down, and the members of lists."""
    yield from _places_of("", root).items()
    for position, (key, node) in enumerate(root.value.items(), 1):
        yield from _place(f"/*{position}", *root.keys.get(key, (None, None)))
        if key not in KEYS:
            continue
        pointer = f"/{key}"
        yield from _places_of(pointer, node).items()
        if node.kind == "mapping":
            for index, (name, value) in enumerate(node.value.items(), 1):
                yield from _place(f"{pointer}/*{index}", *node.keys.get(name, (None, None)))
                if _ID.fullmatch(name):
                    yield from _places_of(f"{pointer}/{name}", value).items()


def _places_of(pointer: str, node: Node | None) -> dict[str, tuple[int, int]]:
    if node is None:
        return {}
    places = dict(_place(pointer, node.line, node.column))
    if node.kind == "sequence":
        for index, member in enumerate(node.value):
            places.update(_place(f"{pointer}/{index}", member.line, member.column))
    return places


def _place(
    pointer: str, line: int | None, column: int | None
) -> Iterator[tuple[str, tuple[int, int]]]:
    if line is not None and column is not None:
        yield pointer, (line, column)
