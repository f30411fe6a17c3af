"""Bits out of Arrow arrays: one for each row, the first the lowest of the first byte."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from otseula.logic.packed import BLOCK, Bits

#: An Arrow array without chunks; pyarrow has no types of its own.
Array = Any


def packed(rows: NDArray[np.bool_]) -> Bits:
    """A bit for each row."""
    return np.packbits(rows, bitorder="little")


def rows_of(bits: Bits, rows: int) -> NDArray[np.bool_]:
    """A boolean for each row."""
    return np.unpackbits(bits, count=rows, bitorder="little").view(np.bool_)


def known_bits(column: Array) -> Bits | None:
    """Where a column is not null; None where it is nowhere."""
    return bitmap(column, 0) if column.null_count else None


def true_bits(column: Array) -> Bits | None:
    """Where a column of booleans is true; None where it is nowhere."""
    return some(both(known_bits(column), bitmap(column, 1)), len(column))


def bitmap(column: Array, number: int) -> Bits:
    """One of a column's buffers of bits."""
    rows, skipped = len(column), column.offset % 8
    first, end = column.offset // 8, -(-(column.offset + rows) // 8)
    if not rows:
        return np.zeros(0, np.uint8)
    near = np.frombuffer(column.buffers()[number], np.uint8)[first:end]
    return packed(rows_of(near, skipped + rows)[skipped:]) if skipped else near


def numbers(column: Array) -> NDArray[Any]:
    """A column of whole numbers; anything where it is null."""
    kind = np.dtype(column.type.to_pandas_dtype())
    if not len(column):
        return np.zeros(0, kind)
    return np.frombuffer(column.buffers()[1], kind, len(column), column.offset * kind.itemsize)


def equal(values: NDArray[Any], wanted: int) -> Bits:
    """Where a value stands, found in pieces that stay in the cache."""
    bits = np.empty(-(-len(values) // 8), np.uint8)
    for start in range(0, len(values), BLOCK):
        piece = packed(values[start : start + BLOCK] == wanted)
        bits[start // 8 : start // 8 + len(piece)] = piece
    return bits


def some(bits: Bits, rows: int) -> Bits | None:
    """The bits, but None where none of a row is on: what stands after the last row is nothing."""
    last = rows % 8
    on = bits[:-1].any() or int(bits[-1]) & (1 << last) - 1 if last else bits.any()
    return bits if on else None


def either(one: Bits | None, other: Bits | None) -> Bits | None:
    """Where one of the two is on; None is nowhere."""
    return other if one is None else one if other is None else one | other


def both(known: Bits | None, these: Bits) -> Bits:
    """Where these are on and a row is known (None: everywhere)."""
    return these if known is None else known & these


def without(known: Bits | None, these: Bits | None) -> Bits | None:
    """What is left of `known` (None: everywhere) away from `these` (None: nowhere)."""
    if these is None:
        return known
    return ~these if known is None else known & ~these
