"""The exact optimum where little is left open: which question makes the rest cost least.

What is open is written out as one number: a bit for every setting of the open variables, one block
of bits for each goal (and for each condition that decides whether a question applies). An answer
is then a few operations on it, and answers that leave the same open lead to the same number, so
that dynamic programming sees each such state once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.odds import Askable
from otseula.logic.turns import permitted

#: The most bits that are written out, and how many are looked at in no time.
MOST_BITS = 1 << 16
_OF_A_STATE = 1 << 13
_NONE: frozenset[str] = frozenset()
_Bits = tuple[int, int]  # a variable's step within a block, and the bits where it is off


class _SpentError(Exception):
    """More states than allowed."""


class Fewest:
    """What is open, for the questions that may still be asked, in author order. `ranks` are the
    goals in the diagram, those to settle first first; `applies` says where a question applies, if
    that is still open. Variables of no question here stay open."""

    def __init__(
        self,
        diagram: Diagram,
        ranks: Sequence[Sequence[int]],
        applies: Mapping[str, int],
        questions: Sequence[Askable],
    ) -> None:
        goals = [goal for rank in ranks for goal in dict.fromkeys(rank)]
        columns = [*goals, *applies.values()]
        variables = diagram.reads(columns)
        blocks = len(columns)
        self.size = 1 << len(variables)
        self.fits = len(variables) < 20 and self.size * blocks <= MOST_BITS
        if not self.fits:
            return
        place = {v: 1 << at for at, v in enumerate(sorted(variables, reverse=True))}
        full = (1 << self.size) - 1
        every = sum(1 << (self.size * at) for at in range(blocks))
        one = {v: full // ((1 << step) + 1) for v, step in place.items()}  # where it is off
        self._off = {v: one[v] * every for v in place}
        self._step = place
        written = _columns(diagram, columns, one, full)
        self.start = sum(written[f] << (self.size * at) for at, f in enumerate(columns))
        self._ranks: list[int] = []
        at = 0
        for rank in ranks:
            count = len(dict.fromkeys(rank))
            self._ranks.append(((1 << (self.size * count)) - 1) << (self.size * at))
            at += count
        self._goals = sum(self._ranks)
        self._questions = questions
        self._own = [
            tuple(
                (place[v], self._off[v])
                for v in (*question.coding.variables, question.coding.known)
                if v is not None and v in place
            )
            for question in questions
        ]
        self._values = [question.values(place) for question in questions]
        order = {name: at + i for i, name in enumerate(applies)}
        self._applies = [
            full << (self.size * order[question.id]) if question.id in order else 0
            for question in questions
        ]
        self._themed = len({question.theme for question in questions}) > 1
        self._memo: dict[tuple[int, frozenset[str]], tuple[float, int]] = {}
        self._left = 0

    def choose(self, begun: frozenset[str], work: int) -> str | None:
        """The question to ask with these themes begun; None where there is nothing to ask, or
        more than `work` to look at: states, a large one counting for more."""
        self._left = work // (1 + self._goals.bit_length() // _OF_A_STATE)
        try:
            _, found = self._best(self.start, begun if self._themed else _NONE)
        except _SpentError:
            return None
        return None if found < 0 else self._questions[found].id

    def _best(self, state: int, begun: frozenset[str]) -> tuple[float, int]:
        key = (state, begun)
        known = self._memo.get(key)
        if known is not None:
            return known
        options = self._permitted(state, begun)
        if not options:
            return 0.0, -1
        self._left -= 1
        if self._left < 0:
            raise _SpentError
        least, found = float("inf"), -1
        if len(options) == 1 and not self._others(state, options[0]):
            least, found = self._questions[options[0]].cost, options[0]
            options = []
        for at in options:
            question = self._questions[at]
            cost = question.cost
            after = begun | {question.theme} if self._themed and question.theme else begun
            for weight, settings in self._values[at]:
                cost += weight * self._best(self._set(state, settings), after)[0]
                if cost >= least - 1e-9:
                    break
            else:
                least, found = cost, at
        self._memo[key] = least, found
        return least, found

    def _set(self, state: int, settings: Iterable[tuple[int, int]]) -> int:
        for variable, value in settings:
            off, step = self._off[variable], self._step[variable]
            kept = (state >> step if value else state) & off
            state = kept | kept << step
        return state

    def _matters(self, at: int, state: int, within: int) -> bool:
        return any(((state >> step) ^ state) & off & within for step, off in self._own[at])

    def _others(self, state: int, alone: int) -> bool:
        return any(
            at != alone and self._matters(at, state, self._goals)
            for at in range(len(self._questions))
        )

    def _permitted(self, state: int, begun: frozenset[str]) -> list[int]:
        every = range(len(self._questions))
        ranks = [[at for at in every if self._matters(at, state, rank)] for rank in self._ranks]
        live = sorted({at for rank in ranks for at in rank})
        waits = partial(self._waits, state)
        return permitted(self._questions, live, ranks, waits, begun)[0]

    def _waits(self, state: int, at: int) -> bool:
        """Whether another question decides if this one applies."""
        within = self._applies[at]
        return bool(within) and any(
            other != at and self._matters(other, state, within)
            for other in range(len(self._questions))
        )


def _columns(
    diagram: Diagram, roots: Iterable[int], off: Mapping[int, int], full: int
) -> dict[int, int]:
    """A bit for every setting: whether each root holds there."""
    columns = {NEVER: 0, ALWAYS: full}
    for number in diagram.below(roots):
        where = off[diagram.variable[number]]
        low, high = columns[diagram.low[number]], columns[diagram.high[number]]
        columns[number] = (low & where) | (high & ~where)
    return columns
