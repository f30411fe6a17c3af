"""Arrow columns as the packed columns of the lanes: strict types, nothing coerced.

A reader tells the rows whose value the question does not take. What they hold is not looked at
here, and the truths found for such rows are not used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from otseula.logic.conditions import DONT_KNOW, QuestionTest
from otseula.logic.packed import Bits, Column
from otseula.rulebase.model import Question
from otseula.screening.arrow_bits import (
    Array,
    bitmap,
    both,
    either,
    known_bits,
    numbers,
    packed,
    some,
    true_bits,
    without,
)
from otseula.screening.arrow_options import OptionBits, in_lists, words

#: A column, and the rows that it refuses (None: none).
Read = tuple[Column, Bits | None]


def read_column(question: Question, column: Array, told: Array | None = None) -> Read | None:
    """The answers of a column, and beside them a column of booleans that are true where the
    answer is `dont_know`. None where the Arrow type of one cannot hold what it should."""
    if told is not None and not (pa.types.is_boolean(told.type) or pa.types.is_null(told.type)):
        return None
    if pa.types.is_null(column.type):
        read: _Read | None = _Answers(np.zeros(-(-len(column) // 8), np.uint8)), None
    else:
        read = _READERS[question.type](question, column)
    if read is None or told is None or pa.types.is_null(told.type):
        return read
    also = true_bits(told)
    if also is None:
        return read
    answers, wrong = read
    twice = some(both(answers.at, also), len(column))
    return replace(answers, told=either(answers.told, also)), either(wrong, twice)


@dataclass(frozen=True, slots=True)
class _Answers:
    """The packed column of a question that nobody answered, and what is the same for all types:
    where it has a value (`at`), where it is answered `dont_know` (`told`), and where options not
    listed are not known (`open`)."""

    at: Bits | None
    told: Bits | None = None
    open: Bits | None = None

    def known(self, start: int, stop: int) -> Bits | None:
        return _part(self.at, start, stop)

    def dont_know(self, start: int, stop: int) -> Bits | None:
        return _part(self.told, start, stop)

    def partial(self, start: int, stop: int) -> Bits | None:
        return _part(self.open, start, stop)

    def met(self, test: QuestionTest, start: int, stop: int) -> Bits:
        return np.zeros(-(-(stop - start) // 8), np.uint8)


@dataclass(frozen=True, slots=True)
class _Flags(_Answers):
    """Of a boolean question."""

    flags: Bits = field(kw_only=True)

    def met(self, test: QuestionTest, start: int, stop: int) -> Bits:
        flags = self.flags[start // 8 : -(-stop // 8)]
        return flags if test.operand else ~flags


@dataclass(frozen=True, slots=True)
class _Numbers(_Answers):
    """Of an integer question."""

    values: NDArray[Any] = field(kw_only=True)

    def met(self, test: QuestionTest, start: int, stop: int) -> Bits:
        return packed(_COMPARED[test.operator](self.values[start:stop], test.operand))


@dataclass(frozen=True, slots=True)
class _Options(_Answers):
    """Of a choice or choices question: where each option stands."""

    options: Mapping[str, Bits] = field(kw_only=True)

    def met(self, test: QuestionTest, start: int, stop: int) -> Bits:
        wanted = (test.operand,) if isinstance(test.operand, str) else test.operand
        at = slice(start // 8, -(-stop // 8))
        joined = and_ if test.operator == "includes_all" else or_
        return reduce(joined, (self.options[str(each)][at] for each in wanted))  # type: ignore[union-attr]  # options, by the operator


_Read = tuple[_Answers, Bits | None]

_COMPARED: Mapping[str, Callable[[NDArray[Any], Any], NDArray[np.bool_]]] = {
    "is": lambda values, number: values == number,
    "at_least": lambda values, least: values >= least,
    "at_most": lambda values, most: values <= most,
    "between": lambda values, ends: (values >= ends[0]) & (values <= ends[1]),
}


def _boolean(question: Question, column: Array) -> _Read | None:
    if not pa.types.is_boolean(column.type):
        return None
    return _Flags(known_bits(column), flags=bitmap(column, 1)), None


def _integer(question: Question, column: Array) -> _Read | None:
    if not pa.types.is_integer(column.type):
        return None
    known, values = known_bits(column), numbers(column)
    low, high = question.range or (0, 0)
    wrong = None
    # Where a row is null anything may stand, so what is outside is looked at again.
    if len(values) and not low <= values.min() <= values.max() <= high:
        wrong = some(both(known, packed((values < low) | (values > high))), len(values))
    return _Numbers(known, values=values), wrong


def _choice(question: Question, column: Array) -> _Read | None:
    found = words(question, column)
    if found is None:
        return None
    told = None
    if found.entries[DONT_KNOW]:
        told = some(both(found.known, found.bits(DONT_KNOW)), len(column))
    return _Options(without(found.known, told), told, options=OptionBits(found)), found.wrong()


def _choices(question: Question, column: Array) -> _Read | None:
    if not any(is_list(column.type) for is_list in _LISTS):
        return None
    found = words(question, column.flatten())
    if found is None:
        return None
    options, wrong = in_lists(column, found)
    rest = options.pop(DONT_KNOW)
    beside = some(rest & reduce(or_, options.values()), len(column))
    # dont_know alone in a list is the answer dont_know
    told = some(rest if beside is None else rest & ~beside, len(column))
    known = without(known_bits(column), told)
    return _Options(known, told, beside, options=options), wrong


def _part(bits: Bits | None, start: int, stop: int) -> Bits | None:
    return None if bits is None else bits[start // 8 : -(-stop // 8)]


_LISTS = (pa.types.is_list, pa.types.is_large_list, pa.types.is_fixed_size_list)

_READERS: Mapping[str, Callable[[Question, Array], _Read | None]] = {
    "boolean": _boolean,
    "integer": _integer,
    "choice": _choice,
    "choices": _choices,
}
