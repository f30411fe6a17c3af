"""What a refused table is told: its columns by position or by the id of their question, its rows
by their number, and nothing of what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from otseula.errors import CaseError, Problem
from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.model import Question
from otseula.screening.allowed import near_name, same_name, suggestion
from otseula.screening.case import check_case
from otseula.screening.case_problems import problem
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.guard import shape_of
from otseula.text import Text

#: The end of the name of a column that marks where the answer is `dont_know`. No id has a dot.
TOLD = f".{DONT_KNOW}"

_TYPES = MappingProxyType(
    {
        "boolean": Text("totuusarvoja (bool)", "sanningsvärden (bool)", "booleans (bool)"),
        "integer": Text(
            "kokonaislukuja (int8–uint64; ei liukulukuja)",
            "heltal (int8–uint64; inte flyttal)",
            "whole numbers (int8–uint64; no floats)",
        ),
        "choice": Text(
            "tekstiä (string tai dictionary)",
            "text (string eller dictionary)",
            "text (string or dictionary)",
        ),
        "choices": Text(
            "luetteloita tekstiä (list<string>)",
            "listor av text (list<string>)",
            "lists of text (list<string>)",
        ),
    }
)


def unreadable() -> Problem:
    """Of an object that is no table."""
    return problem("unreadable-table", "/columns")


def of_header(names: Iterable[str], questions: Mapping[str, Question]) -> list[Problem]:
    """Of columns that are those of no question, or of one that has its column already."""
    found, seen = [], set[str]()
    for position, name in enumerate(names, 1):
        if name.removesuffix(TOLD) not in questions:
            found.append(_unknown(position, name, questions))
        elif name in seen:
            found.append(problem("column-twice", f"/columns/{name}", question=name))
        seen.add(name)
    return found


def _unknown(position: int, name: str, questions: Mapping[str, Question]) -> Problem:
    pointer = f"/columns/*{position}"
    meant = same_name(name, {each.id: each.text for each in questions.values()})
    shape = shape_of(name) if meant is None else None
    if shape is not None:
        return problem("identifying-column", pointer, position=position, shape=shape)
    meant = meant or near_name(name, questions)
    return problem("unknown-column", pointer, position=position, suggestion=suggestion(meant))


def of_type(question: Question) -> Problem:
    """Of a column whose type cannot hold the answers to its question."""
    name, kind = question.id, _TYPES[question.type]
    return problem("column-type", f"/columns/{name}", question=name, type=kind)


def of_row(number: int, row: Mapping[str, Any], compiled: CompiledPeriod) -> Iterator[Problem]:
    """Of one row, by the columns of a table: the problems of a case with these answers."""
    answers = _Answered(row)
    problems: tuple[Problem, ...] = ()
    try:
        check_case(compiled.period, answers, applies=compiled.applies)
    except CaseError as refused:
        problems = refused.problems
    for each in problems:
        below = each.pointer.removeprefix("/answers/")
        if below.startswith("*"):  # the second answer to a question
            below = [*answers][int(below[1:]) - 1]
        yield replace(each, pointer=f"/rows/{number}/{below}")


class _Answered(Mapping[str, Any]):
    """The answers of a row. A question with a value and a mark of `dont_know` is answered
    twice, which no dict could tell."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self._answers = [
            (name.removesuffix(TOLD), DONT_KNOW if name.endswith(TOLD) else value)
            for name, value in row.items()
            if value is not None and not (name.endswith(TOLD) and value is False)
        ]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._answers)

    def __len__(self) -> int:
        return len(self._answers)

    def __getitem__(self, name: str) -> Any:
        return dict(self._answers)[name]
