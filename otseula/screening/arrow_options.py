"""Columns of words as bits for each option; a word that is none is only told where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from otseula.logic.conditions import DONT_KNOW
from otseula.logic.packed import Bits
from otseula.rulebase.model import Question
from otseula.screening.arrow_bits import (
    Array,
    both,
    equal,
    known_bits,
    numbers,
    packed,
    rows_of,
    some,
    without,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A column of options: `numbers` of a dictionary's entries in each row, of which `entries`
    are those of each option and `dont_know`; `known` where there is a word at all; `strange`
    whether the dictionary has words that are none of them."""

    numbers: NDArray[Any]
    entries: dict[str, tuple[int, ...]]
    known: Bits | None
    strange: bool

    def bits(self, name: str) -> Bits:
        """Where an option stands; anything where there is no word."""
        if not self.entries[name]:
            return np.zeros(-(-len(self.numbers) // 8), np.uint8)
        return reduce(or_, (equal(self.numbers, entry) for entry in self.entries[name]))

    def wrong(self) -> Bits | None:
        """Where there is a word that is no option."""
        if not self.strange:
            return None
        right = reduce(or_, map(self.bits, self.entries))
        return some(both(self.known, ~right), len(self.numbers))


class OptionBits(dict[str, Bits]):
    """Where each option stands, found when first asked for."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, name: str) -> Bits:
        # Two threads may both find it; they find the same.
        bits = self[name] = self._words.bits(name)
        return bits


def words(question: Question, column: Array) -> Words | None:
    """A column of words; None where it is none."""
    known = known_bits(column)
    if not pa.types.is_dictionary(column.type):
        if not _is_text(column.type):
            return None
        column = _plain(column).dictionary_encode()
    dictionary, indices = column.dictionary, numbers(column.indices)
    if not _is_text(dictionary.type):
        return None
    names = (*(option.id for option in question.options), DONT_KNOW)
    found = pc.index_in(dictionary.cast(pa.large_string()), pa.array(names, pa.large_string()))
    of = found.fill_null(-1).to_numpy(zero_copy_only=False)
    valid = dictionary.is_valid().to_numpy(zero_copy_only=False)
    if dictionary.null_count:
        nothing = np.flatnonzero(~valid)
        known = without(known, reduce(or_, (equal(indices, int(entry)) for entry in nothing)))
    entries: dict[str, tuple[int, ...]] = dict.fromkeys(names, ())
    for entry in map(int, np.flatnonzero(of >= 0)):
        entries[names[of[entry]]] += (entry,)
    # A number of 8 bits is compared fastest; where a row has no word it may be any.
    if indices.itemsize > 1 and len(dictionary) <= 256:
        indices = indices.astype(np.uint8)
    return Words(indices, entries, known, bool((of[valid] < 0).any()))


def in_lists(column: Array, listed: Words) -> tuple[dict[str, Bits], Bits | None]:
    """Where a row's list holds each option, and the rows whose list holds anything else, or one
    twice. `listed` are the words of all lists, one after the other."""
    rows = len(column)
    counts = pc.list_value_length(column).fill_null(0).to_numpy(zero_copy_only=False)
    row = np.repeat(np.arange(rows), counts)
    found, different = {}, np.zeros(rows, counts.dtype)
    for name in listed.entries:
        holds = np.zeros(rows, np.bool_)
        holds[row[rows_of(both(listed.known, listed.bits(name)), len(row))]] = True
        different += holds
        found[name] = packed(holds)
    return found, some(packed(different != counts), rows)


def _is_text(kind: Any) -> bool:
    return any(is_a(kind) for is_a in _TEXTS)


def _plain(text: Array) -> Array:
    return text.cast(pa.large_string()) if pa.types.is_string_view(text.type) else text


_TEXTS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
