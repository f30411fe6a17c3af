"""The compiled program over whole columns: eight cases in a byte, a block of cases at a time.

Beside lanes.py, and run by the same straight-line function; this is the only module of `logic`
that needs numpy, and nothing imports it before columns are screened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from otseula.logic.atoms import Pair
from otseula.logic.conditions import DONT_KNOW, ConditionSet, QuestionTest, walk
from otseula.logic.railing import Railing
from otseula.logic.straight_line import compiled

#: A bit for each case; the first is the lowest of the first byte, as in Arrow.
Bits = NDArray[np.uint8]

#: Cases in one run, a multiple of 8. Measured with 20 to 2 000 rules: with fewer cases Python takes
#: longer to ask for an operation than it takes, with more the rails leave a core's cache.
BLOCK = 131_072


class Column(Protocol):
    """The checked answers to one question. Every method tells of the cases from `start` up to
    `stop` (both multiples of 8, or the end); None is "in no case", of `known` "in every case"."""

    def known(self, start: int, stop: int) -> Bits | None:
        """Where the question has a value."""

    def dont_know(self, start: int, stop: int) -> Bits | None:
        """Where the answer is `dont_know`."""

    def partial(self, start: int, stop: int) -> Bits | None:
        """Where options that are not listed are not known."""

    def met(self, test: QuestionTest, start: int, stop: int) -> Bits:
        """Where a test of the value is met; where there is no value, anything."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What came out, a row of bits for each of `names`: where it is met, and where it is known
    (None where it is known in every case). `contradictory`: where a question has a value though
    it does not apply. The bits after the last case, up to a whole byte, are anything."""

    names: tuple[str, ...]
    met: Bits
    known: Bits | None
    contradictory: Bits


@dataclass(frozen=True, slots=True)
class _Reads:
    """The rails that are cut from one question; a negative one nothing reads."""

    tests: tuple[tuple[QuestionTest, Pair], ...]
    has_value: int
    dont_know: int
    without: int


class PackedLanes:
    """Every node's truth, and of each of `groups` whether some of its nodes is met. Safe to
    share between threads."""

    def __init__(self, conditions: ConditionSet, groups: Mapping[str, Sequence[str]]) -> None:
        railing = Railing(conditions)
        pairs = dict(railing.nodes)
        for group, nodes in groups.items():
            pairs[group] = Pair(
                railing.network.disj(railing.nodes[node].met for node in nodes),
                railing.network.conj(railing.nodes[node].not_met for node in nodes),
            )
        self.names = tuple(pairs)
        met = [pair.met for pair in pairs.values()]
        not_met = [pair.not_met for pair in pairs.values()]
        self._reads = _reads(railing, conditions)
        whole, every = [*met, railing.contradictory], [*met, railing.contradictory, *not_met]
        # Where everything has a value a node is not met just where it is not met: half the gates.
        self._whole, self._every = _Program(railing, whole), _Program(railing, every)

    def run(self, columns: Mapping[str, Column], cases: int) -> Packed:
        """Of `cases` cases; a question without a column is asked of none."""
        count, wide = len(self.names), -(-cases // 8)
        program = self._whole if self._all_known(columns, cases) else self._every
        met = np.empty((count, wide), np.uint8)
        known = np.empty((count, wide), np.uint8) if program is self._every else None
        contradictory = np.empty(wide, np.uint8)
        for start in range(0, cases, BLOCK):
            stop = min(start + BLOCK, cases)
            at = slice(start // 8, -(-stop // 8))
            out = program.run(self._rails(columns, program, start, stop))
            contradictory[at] = out[count]
            for row, bits in enumerate(out[:count]):
                met[row, at] = bits
                if known is not None:
                    np.bitwise_or(bits, out[count + 1 + row], out=known[row, at])
        return Packed(self.names, met, known, contradictory)

    def _all_known(self, columns: Mapping[str, Column], cases: int) -> bool:
        return all(
            question in columns
            and columns[question].known(0, cases) is None
            and columns[question].partial(0, cases) is None
            for question in self._reads
        )

    def _rails(
        self, columns: Mapping[str, Column], program: _Program, start: int, stop: int
    ) -> list[Bits]:
        nowhere = np.zeros(-(-(stop - start) // 8), np.uint8)
        everywhere, used = ~nowhere, program.used
        rails = [nowhere] * program.size
        for question, reads in self._reads.items():
            column = columns.get(question)
            if column is None:
                if reads.without in used:
                    rails[reads.without] = everywhere
                continue
            known = column.known(start, stop)
            if reads.has_value in used:
                rails[reads.has_value] = everywhere if known is None else known
            if reads.without in used and known is not None:
                rails[reads.without] = ~known
            if reads.dont_know in used:
                told = column.dont_know(start, stop)
                rails[reads.dont_know] = nowhere if told is None else told
            partial = column.partial(start, stop)
            for test, pair in reads.tests:
                met = column.met(test, start, stop)
                if known is not None:
                    met = met & known
                rails[pair.met] = met
                if pair.not_met in used:
                    not_met = ~met if known is None else known & ~met
                    rails[pair.not_met] = not_met if partial is None else not_met & ~partial
        return rails


class _Program:
    """A straight-line function, and which of the `size` rails that it takes it uses."""

    def __init__(self, railing: Railing, outputs: Sequence[int]) -> None:
        self.size = railing.atoms.size
        uses = railing.network.needed(outputs)[1]
        self.used = frozenset(rail for rail in uses if rail >= 0)
        # Written for integers, it takes whatever has `&` and `|`.
        self.run: Callable[[Sequence[Bits]], Sequence[Bits]] = compiled(
            railing.network, self.size, outputs
        )  # type: ignore[assignment]  # as above


def _reads(railing: Railing, conditions: ConditionSet) -> dict[str, _Reads]:
    """What the conditions read of each question."""
    atoms = railing.atoms
    applies = (q.applies_when for q in conditions.questions.values() if q.applies_when is not None)
    tests: dict[str, dict[frozenset[int], tuple[QuestionTest, Pair]]] = {}
    for condition in (*conditions.nodes.values(), *applies):
        for part in walk(condition):
            if isinstance(part, QuestionTest):
                pair = atoms.test(part)
                tests.setdefault(part.question, {}).setdefault(frozenset(pair), (part, pair))
    found = {}
    for question in atoms.questions():
        of = tests.get(question, {})
        states = set(atoms.rails_of(question)).difference(*of)
        asked, silent = (states & set(atoms.on(question, v)) for v in (DONT_KNOW, None))
        found[question] = _Reads(
            tuple(of.values()),
            *(min(s, default=-1) for s in (states - asked, asked - silent, silent)),
        )
    return found
