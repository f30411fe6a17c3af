"""Which open questions could still bring something about: the fewest of which some values do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import Any

from otseula.frozen import dataclass
from otseula.logic.completions import Completions
from otseula.logic.conditions import Answers
from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.forcing import Forcing, useful, ways_past
from otseula.logic.hitting import Element
from otseula.logic.nearest import Nearest
from otseula.screening.answer_search import TRIES_OF_FEW, mask

#: With more open questions than this in play, whether fewer would do than one short way to it
#: names is tried so many times.
_FEW = 12
_TRIES = 15
_STEPS = 1_500
#: Diagrams of more nodes are searched without asking which way each answer helps.
_LARGE = 4_000
#: Questions answered dont_know whose being known is itself read: so many are tried together.
_MOST_READ = 4


def settling_questions(
    completions: Completions[Any], answers: Answers, open_: Sequence[str], root: int, holds: bool
) -> tuple[tuple[str, ...], bool]:
    """The fewest of the open questions of which some values settle the root as wanted, and
    whether that is sure; none where no values do."""
    read = [q for q in open_ if q in answers and completions.codings[q].known is not None]
    best: tuple[str, ...] | None = None
    sure = len(read) <= _MOST_READ
    for known in _subsets(read if len(read) <= _MOST_READ else ()):
        if best is not None and len(known) >= len(best):
            break
        asked = [q for q in open_ if q not in read or q in known]
        found, certain = _opened(completions, answers, asked, known, root, holds).fewest()
        sure = sure and certain
        if found is not None and (best is None or len(found) < len(best)):
            best = found
    return best or (), sure


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is left open. `own` are the open variables of the questions named and `also` what any
    value of them sets; `known` are to have one."""

    diagram: Diagram
    root: int
    holds: bool
    names: Sequence[str]
    own: Mapping[str, Sequence[int]]
    also: Mapping[str, int]
    known: Sequence[str]

    def fewest(self) -> tuple[tuple[str, ...] | None, bool]:
        """The questions; None where there are none, and whether that is sure."""
        if any(name not in self.names for name in self.known):
            return None, True
        within = self.root if self.holds else self.diagram.negated(self.root)
        if within == NEVER:
            return None, True
        search = self._search(self._elements(within))
        if len(self.names) <= _FEW:
            found = search.smallest(TRIES_OF_FEW)
            if found is not None:
                return self._named(search, found.elements), True
            return None, search.finished
        some = self._some(within)
        below = len(self.names) + 1 if some is None else len(some)
        found = search.smallest(_TRIES, below=below, steps=_STEPS)
        if found is not None:
            return self._named(search, found.elements), True
        return some, search.finished

    def _some(self, within: int) -> tuple[str, ...] | None:
        """A set of which no question can be left out: those of one short way to it."""
        weights = {v: (1, 1) for name in self.names for v in self.own[name]}
        path = Nearest(self.diagram, ALWAYS, weights).way(within, {}) or {}
        elements = []
        for at, name in enumerate(self.names):
            values = {v: path[v] for v in self.own[name] if v in path}
            if values or name in self.known:
                on = mask(values, 1) | self.also.get(name, 0)
                elements.append(Element(at, on, mask(values, 0)))
        search = self._search(elements)
        if not (search.forced() and search.possible()):
            return None
        return self._named(search, search.minimal())

    def _elements(self, within: int) -> list[Element]:
        helps = useful(self.diagram, within, _LARGE)
        elements = []
        for at, name in enumerate(self.names):
            on = self.also.get(name, 0)
            for v in self.own[name]:
                off_helps, on_helps = helps.get(v, (False, False))
                elements += [Element(at, on | 1 << v, 0)] * on_helps
                elements += [Element(at, on, 1 << v)] * off_helps
            if on or name in self.known:
                elements.append(Element(at, on, 0))
        return elements

    def _search(self, elements: Sequence[Element]) -> Forcing:
        must = [
            sum(1 << at for at, one in enumerate(elements) if self.names[one.group] == name)
            for name in self.known
        ]
        ways = ways_past(self.diagram, elements)
        return Forcing(self.diagram, self.root, self.holds, elements, ways, demands=must)

    def _named(self, search: Forcing, found: Sequence[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.names[search.elements[at].group] for at in found))


def _opened(
    completions: Completions[Any],
    answers: Answers,
    asked: Sequence[str],
    known: Sequence[str],
    root: int,
    holds: bool,
) -> _Opened:
    """What is open of the questions asked where exactly the `known` ones of those answered
    dont_know become known."""
    fixed: dict[int, int] = {}
    for name, value in answers.items():
        fixed |= completions.fixed_by(name, value)
        of_known = completions.codings[name].known
        if name in known and of_known is not None:
            fixed[of_known] = 1
    diagram, (root,) = completions.diagram.restricted([root], fixed)
    reads = diagram.reads([root])
    own: dict[str, tuple[int, ...]] = {}
    also: dict[str, int] = {}
    for name in asked:
        coding = completions.codings[name]
        variables = tuple(v for v in coding.variables if v not in fixed)
        of_known = None if coding.known in fixed else coding.known
        if name in known or not reads.isdisjoint((*variables, of_known)):
            own[name] = variables
            if of_known is not None:
                also[name] = 1 << of_known
    return _Opened(diagram, root, holds, [*own], own, also, known)


def _subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
