"""The input rails of many cases at once, found column by column.

Most of what many cases cost stands here, so the loops over cases are calls that run in C: the
answers of a case in one call, the cases of a question in one, and a rail of all cases in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from operator import itemgetter
from typing import Any

from otseula.logic.atoms import Atoms
from otseula.logic.conditions import Answers, Value

#: Values of one question that are remembered; only the combinations of a `choices` question
#: can be more.
_MOST = 10_000


class Filling:
    """Turns cases into rails; remembers which rails a value turns on, never a case. Safe to
    share between threads."""

    def __init__(self, atoms: Atoms) -> None:
        self._size = atoms.size
        self._signs = {question: _Signs(atoms, question) for question in atoms.questions()}
        self._nobody = dict.fromkeys(self._signs)
        self._answers = _getter(tuple(self._signs))

    def rails(self, cases: Sequence[Answers]) -> list[int]:
        """Bit i of each integer belongs to case i."""
        rails = [0] * self._size
        for signs, column in zip(self._signs.values(), self._columns(cases), strict=False):
            # One character for each case; values that turn on the same rails have the same.
            digits = "".join(map(signs.__getitem__, column))
            for rail, table in signs.tables():
                rails[rail] = int(digits.translate(table), 2)
            if len(signs) > _MOST:
                signs.clear()
        return rails

    def _columns(self, cases: Sequence[Answers]) -> Iterable[tuple[Value | None, ...]]:
        """The answers to each question, the last case first: int() reads the highest bit first."""
        try:
            rows: Iterable[Iterable[Value | None]] = list(map(self._answers, reversed(cases)))
        except KeyError:  # some question is not answered in some case
            # What a case answers beyond these stands after them, and is not looked at.
            rows = [{**self._nobody, **case}.values() for case in reversed(cases)]
        return zip(*rows, strict=False)


class _Signs(dict[Value | None, str]):
    """A character for each value of a question."""

    def __init__(self, atoms: Atoms, question: str) -> None:
        super().__init__()
        self._of: dict[tuple[int, ...], str] = {}
        # Two threads may meet a new value at once: each draws a number of its own.
        self._numbers = count()
        self._tables: _Tables = (0, [])
        self._atoms = atoms
        self._question = question

    def __missing__(self, value: Value | None) -> str:
        on = self._atoms.on(self._question, value)
        sign = self._of.get(on) or self._of.setdefault(on, chr(next(self._numbers)))
        self[value] = sign
        return sign

    def tables(self) -> list[tuple[int, dict[int, str]]]:
        """Of each rail that some value turns on, the digit for each character."""
        known, tables = self._tables
        # Signs are only ever added, so as many are the same.
        if known != len(self._of):
            of = dict(self._of)
            tables = [
                (rail, {ord(sign): "01"[rail in on] for on, sign in of.items()})
                for rail in set[int]().union(*of)
            ]
            self._tables = len(of), tables
        return tables


#: The number of signs, and for each rail the digits of these.
_Tables = tuple[int, list[tuple[int, dict[int, str]]]]


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda case: tuple(case[name] for name in names)
