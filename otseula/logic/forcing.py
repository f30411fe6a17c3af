"""The fewest answers after which something holds whatever every other answer is.

Implicit hitting sets (J. Davies, F. Bacchus, Solving MAXSAT by solving a sequence of simpler SAT
instances, CP 2011; the duality is R. Reiter's, A theory of diagnosis from first principles, 1987):
what does not force it yet leaves a completion in which it fails; any set of answers that forces it
holds one that this completion is against. The cheapest set that meets all such demands either
forces it, and then no cheaper one does, or leaves another completion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from otseula import frozen
from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.hitting import Element, bits, fewest
from otseula.logic.nearest import Nearest


@frozen.dataclass(frozen=True, slots=True)
class ForcedBy:
    """Places of elements that force it; `smallest` where no fewer groups do."""

    elements: tuple[int, ...]
    smallest: bool


#: To where something fails, and to where it holds.
Ways = tuple[Nearest, Nearest]


def ways_past(
    diagram: Diagram,
    elements: Iterable[Element],
    below: Callable[[int], Iterable[int]] | None = None,
) -> Ways:
    """Past as few elements as can be. Serve every search among those that its root reads."""
    against: dict[int, tuple[int, int]] = {}
    for one in elements:
        for v in bits(one.on):
            off, on = against.get(v, (0, 0))
            against[v] = off + 1, on
        for v in bits(one.off):
            off, on = against.get(v, (0, 0))
            against[v] = off, on + 1
    return Nearest(diagram, NEVER, against, below), Nearest(diagram, ALWAYS, against, below)


@dataclass(repr=False, eq=False)  # neither is asked for
class Forcing:
    """Searches among `elements` for what makes the root be as `wanted`, by the `ways` past them.
    The diagram is only read."""

    diagram: Diagram
    root: int
    wanted: bool
    elements: Sequence[Element]
    ways: Ways
    #: Groups of which some element must be taken, each as a demand.
    demands: list[int] = field(default_factory=list)
    _never: list[int] = field(default_factory=list)
    #: Whether the last search looked through all there is.
    finished: bool = False
    _tried: dict[int, int | None] = field(default_factory=dict)

    def minimal(self) -> tuple[int, ...]:
        """Elements that force it, none of which can be left out; where all of them together do.
        Those that many demands share are taken first."""
        chosen = self._grown()
        for at in sorted(bits(chosen), reverse=True):
            if self._demand(chosen & ~(1 << at)) is None:
                chosen &= ~(1 << at)
        return tuple(bits(chosen))

    def forced(self) -> bool:
        """Whether all elements together force it."""
        return self._demand((1 << len(self.elements)) - 1) is None

    def possible(self) -> bool:
        """Whether there is a completion of all elements in which it is as wanted."""
        return self._possible((1 << len(self.elements)) - 1)

    def smallest(
        self,
        tries: int,
        known: Sequence[int] | None = None,
        *,
        below: int | None = None,
        steps: int = 100_000,
    ) -> ForcedBy | None:
        """The fewest groups that force it: of elements `known` to where no fewer do; fewer than
        `below`. None where none do, or where none was found and the search is not `finished`."""
        if below is None:
            below = len(self.elements) + 1 if known is None else len(known)
        self.finished = False
        for _ in range(tries):
            picked, self.finished = fewest(self.demands, self.elements, below, self._never, steps)
            if picked is None:
                return None if known is None else ForcedBy(tuple(known), self.finished)
            chosen = sum(1 << at for at in picked)
            demand = self._demand(chosen)
            if demand is None:
                if self._possible(chosen):
                    return ForcedBy(tuple(picked), True)
                self._never.append(chosen)
        self.finished = False
        return None if known is None else ForcedBy(tuple(known), False)

    def _grown(self) -> int:
        chosen = 0
        while (demand := self._demand(chosen)) is not None:
            chosen |= 1 << max(
                bits(demand), key=lambda at: (sum(d >> at & 1 for d in self.demands), -at)
            )
        return chosen

    def _demand(self, chosen: int) -> int | None:
        """The elements that a completion in which it fails is against; None where there is no
        such completion beside the chosen ones."""
        if chosen not in self._tried:
            demand = self._sought(chosen)
            self._tried[chosen] = demand
            if demand is not None:
                self.demands.append(demand)
        return self._tried[chosen]

    def _sought(self, chosen: int) -> int | None:
        values = self._beside(chosen)
        way = self.ways[not self.wanted].way(self.root, values)
        if way is None:
            return None
        # What neither fixes may be as any element has it, and is against none.
        on = off = 0
        for v, value in (values | way).items():
            if value:
                on |= 1 << v
            else:
                off |= 1 << v
        return sum(
            1 << at
            for at, element in enumerate(self.elements)
            if element.on & off or element.off & on
        )

    def _possible(self, chosen: int) -> bool:
        return self.ways[self.wanted].way(self.root, self._beside(chosen)) is not None

    def _beside(self, chosen: int) -> dict[int, int]:
        """What the chosen elements fix."""
        picked = [self.elements[at] for at in bits(chosen)]
        values = {v: 1 for one in picked for v in bits(one.on)}
        return values | {v: 0 for one in picked for v in bits(one.off)}


def useful(diagram: Diagram, root: int, limit: int) -> Mapping[int, tuple[bool, bool]]:
    """For each variable of the root whether it may help that it is off, or on: one that only
    ever helps in one way need not be tried in the other. Nothing is looked up where the root has
    more than `limit` nodes."""
    inner = diagram.below([root])
    found: dict[int, tuple[bool, bool]] = {}
    for number in inner:
        v = diagram.variable[number]
        off, on = found.get(v, (False, False))
        if len(inner) > limit or (off and on):
            found[v] = (True, True)
            continue
        low, high = diagram.low[number], diagram.high[number]
        both = diagram.both(low, high)
        found[v] = (off or both != low, on or both != high)
    return found
