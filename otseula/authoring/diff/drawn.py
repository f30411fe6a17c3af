"""Both rule bases in one decision diagram: where two conditions say the same of every case.

A case is whatever may be answered, `dont_know` too. What a condition comes to there is met, not
met, or open; so it is two diagrams, where it is met and where it is not. They differ from the
condition's own and its negation only where `known` is read: of a question that was answered
`dont_know` the value stays open, though that it is not known is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from otseula.authoring.diff.shared import Shared, for_ordering, joined
from otseula.authoring.diff.sides import Side
from otseula.logic.coding import Coding, codings_of
from otseula.logic.conditions import DONT_KNOW, QuestionDomain, Value
from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.drawing import drawn
from otseula.logic.nearest import Nearest

#: What a variable costs on the way to a case, off and on: an option more is a little more. What no
#: answer to both rule bases sets costs more than all others together.
#: A case in which something is not known shows less plainly what differs.
_ANSWER, _KNOWN, _APART = (4, 5), (1 << 10, 0), (1 << 20, 1 << 20)


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Joint:
    """The drawn nodes of both sides, by side and name."""

    diagram: Diagram
    domains: Mapping[str, QuestionDomain]
    codings: Mapping[str, Coding]
    goals: Mapping[tuple[int, str], int]
    apart: frozenset[str]
    _cases: dict[int, int] = field(default_factory=dict)

    def same(self, old: str, new: str) -> bool:
        """Whether two nodes come to the same in every case."""
        one, other = self.goals[0, old], self.goals[1, new]
        if one == other:
            return True
        negated = self.diagram.negated
        return self._case(one) == self._case(other) and self._case(negated(one)) == self._case(
            negated(other)
        )

    def turns(self, old: str, new: str) -> list[dict[int, int]]:
        """Settings of variables with which one of the two nodes is met and the other is not, each
        as short as can be."""
        met, failed = self._rails(old, new)
        both = self.diagram.both
        return self._ways([both(met[0], failed[1]), both(failed[0], met[1])])

    def doubts(self, old: str, new: str) -> list[dict[int, int]]:
        """The same, with which one is met or not met and the other is not that: it may be open."""
        both, negated = self.diagram.both, self.diagram.negated
        rails = self._rails(old, new)
        return self._ways([both(t[n], negated(t[1 - n])) for t in rails for n in (0, 1)])

    def _rails(self, old: str, new: str) -> tuple[list[int], list[int]]:
        """Where each is met, and where each is not."""
        roots = self.goals[0, old], self.goals[1, new]
        negated = self.diagram.negated
        return [self._case(n) for n in roots], [self._case(negated(n)) for n in roots]

    def answers(self, way: Mapping[int, int]) -> dict[str, Value]:
        """A value of every shared question that agrees with the setting."""
        return {name: self._value(name, way) for name in self.domains}

    def questions(self, way: Iterable[int]) -> frozenset[str]:
        """The shared questions that variables are of."""
        return frozenset(self._owner[variable] for variable in way)

    @cached_property
    def _owner(self) -> dict[int, str]:
        return {
            variable: name
            for name, coding in self.codings.items()
            for variable in (*coding.variables, coding.known)
            if variable is not None
        }

    def _value(self, name: str, way: Mapping[int, int]) -> Value:
        coding, domain = self.codings[name], self.domains[name]
        if coding.known is not None and way.get(coding.known, 1) == 0:
            return DONT_KNOW
        if domain.type == "choices":
            pairs = zip(domain.options, coding.variables, strict=True)
            return tuple(option for option, variable in pairs if way.get(variable))
        on = (at for at, variable in enumerate(coding.variables) if way.get(variable))
        # the first that is on names the value; where none is, the last kind is meant
        return coding.kinds[next(on, len(coding.variables))][0]

    def _ways(self, roots: Iterable[int]) -> list[dict[int, int]]:
        found = (self._nearest.way(root, {}) for root in roots if root != NEVER)
        return [way for way in found if way is not None]

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.diagram, ALWAYS, self._weights)

    @cached_property
    def _weights(self) -> Mapping[int, tuple[int, int]]:
        weights = {
            variable: _APART if name in self.apart else _ANSWER
            for variable, name in self._owner.items()
        }
        known = {coding.known: _KNOWN for coding in self.codings.values()}
        return {variable: known.get(variable, weight) for variable, weight in weights.items()}

    def _case(self, root: int) -> int:
        """Where the root holds in a case: whatever the values of questions not known."""
        if root not in self._cases:
            found = root
            read = self.diagram.reads([root])
            for coding in self.codings.values():
                own = {coding.known, *coding.variables}
                # also where only the value is read: the other node may read whether it is known
                if coding.known is not None and not read.isdisjoint(own):
                    found = self._open(found, coding)
            self._cases[root] = found
        return self._cases[root]

    def _open(self, root: int, coding: Coding) -> int:
        diagram, known = self.diagram, coding.known
        assert known is not None
        without = self._fixed(root, known, {})
        for variable in coding.variables:
            without = self._every(without, variable, {})
        is_known = diagram.node(known, NEVER, ALWAYS)
        return diagram.either(
            diagram.both(root, is_known), diagram.both(without, diagram.negated(is_known))
        )

    def _fixed(self, root: int, variable: int, done: dict[int, int]) -> int:
        """The root with the variable off."""
        diagram = self.diagram
        if diagram.variable[root] > variable:
            return root
        if diagram.variable[root] == variable:
            return diagram.low[root]
        if root not in done:
            low, high = (
                self._fixed(n, variable, done) for n in (diagram.low[root], diagram.high[root])
            )
            done[root] = diagram.node(diagram.variable[root], low, high)
        return done[root]

    def _every(self, root: int, variable: int, done: dict[int, int]) -> int:
        """Where the root holds whatever the variable is."""
        diagram = self.diagram
        if diagram.variable[root] > variable:
            return root
        if root not in done:
            low, high = diagram.low[root], diagram.high[root]
            if diagram.variable[root] == variable:
                done[root] = diagram.both(low, high)
            else:
                low, high = (self._every(n, variable, done) for n in (low, high))
                done[root] = diagram.node(diagram.variable[root], low, high)
        return done[root]


def joint(
    sides: tuple[Side, Side], shared: Shared, names: Iterable[str], limit: int = 1_000_000
) -> Joint:
    """The named nodes of both sides drawn. Raises TooLargeError where conditions hang together too
    closely for diagrams."""
    wanted = tuple(dict.fromkeys(names))
    conditions = joined(sides, shared, wanted)
    codings = codings_of(for_ordering(conditions, sides, shared))
    roots = {
        (number, name): (f"{number} {name}",)
        for name in wanted
        for number, side in enumerate(sides)
        if name in side.conditions.nodes
    }
    found = drawn(conditions, roots, limit, codings)
    return Joint(found.diagram, shared.domains, codings, found.goals, shared.apart)
