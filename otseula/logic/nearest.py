"""The cheapest ways through a diagram to a leaf, beside values that are fixed.

A best-first search (P. E. Hart, N. J. Nilsson, B. Raphael, A formal basis for the heuristic
determination of minimum cost paths, IEEE Trans. Syst. Sci. Cybern. 1968): what each node costs
where nothing is fixed is known from one pass, and never more than what it costs beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from heapq import heappop, heappush

from otseula.frozen import dataclass
from otseula.logic.diagram import ALWAYS, NEVER, Diagram

#: More than any way costs.
_FAR = 1 << 30
_NOTHING = (0, 0)
_BITS = 32
_NODE = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Nearest:
    """The ways to the leaf; `weights` are what a variable costs where it is off, and where it is
    on; `below` the inner nodes of a root, bottom-up, where they are known. What the nodes of one
    root cost is remembered for the next. Makes no node."""

    diagram: Diagram
    leaf: int
    weights: Mapping[int, tuple[int, int]]
    below: Callable[[int], Iterable[int]] | None = None
    _least: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def way(self, root: int, values: Mapping[int, int]) -> dict[int, int] | None:
        """The values along a cheapest one from the root beside these; None where there is none."""
        weights, least = self.weights, self._from(root)
        if least[root] >= _FAR or not self.diagram.reaches(root, self.leaf, values):
            return None
        variable, low, high = self.diagram.variable, self.diagram.low, self.diagram.high
        fixed = {v: (_FAR, 0) if value else (0, _FAR) for v, value in values.items()}
        for v in fixed.keys() & weights.keys():
            (off, on), (no, yes) = weights[v], fixed[v]
            fixed[v] = off | no, on | yes
        paying = {**weights, **fixed}.get
        costs, before = {root: 0}, dict[int, int]()
        paid_for = costs.get
        seen = set[int]()
        # One number each: the cost above, the node below. Of those that cost the same the one
        # nearest to the leaves is looked at first.
        heap = [least[root] << _BITS | root]
        while (number := heappop(heap) & _NODE) != self.leaf:
            if number in seen:
                continue
            seen.add(number)
            cost = costs[number]
            off, on = paying(variable[number], _NOTHING)
            after, paid = low[number], cost + off
            whole = paid + least[after]
            if whole < _FAR and paid < paid_for(after, _FAR):
                costs[after], before[after] = paid, number << 1
                heappush(heap, whole << _BITS | after)
            after, paid = high[number], cost + on
            whole = paid + least[after]
            if whole < _FAR and paid < paid_for(after, _FAR):
                costs[after], before[after] = paid, number << 1 | 1
                heappush(heap, whole << _BITS | after)
        return self._back(root, before)

    def _from(self, root: int) -> Mapping[int, int]:
        """What it costs at least from the root and each node below it, and more."""
        variable, low, high = self.diagram.variable, self.diagram.low, self.diagram.high
        weights, least = self.weights, self._least
        if root in least:
            return least
        least |= {NEVER: _FAR, ALWAYS: _FAR, self.leaf: 0}
        for number in self.diagram.below([root]) if self.below is None else self.below(root):
            if number in least:
                continue
            weight = weights.get(variable[number])
            one, other = least[low[number]], least[high[number]]
            if weight is not None:
                one, other = one + weight[0], other + weight[1]
            least[number] = one if one <= other else other
        return least

    def _back(self, root: int, before: Mapping[int, int]) -> dict[int, int]:
        values, number = dict[int, int](), self.leaf
        while number != root:
            number, bit = divmod(before[number], 2)
            values[self.diagram.variable[number]] = bit
        return values
