"""The cheapest way through a diagram to a leaf, beside values that are fixed.

A best-first search (P. E. Hart, N. J. Nilsson, B. Raphael, A formal basis for the heuristic
determination of minimum cost paths, IEEE Trans. Syst. Sci. Cybern. 1968): what each node costs
where nothing is fixed is known from one pass, and never more than what it costs beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import heappop, heappush, heappushpop

from otseula.frozen import dataclass
from otseula.logic.diagram import ALWAYS, NEVER, Diagram

#: More than any way costs.
_FAR = 1 << 30
_NOTHING = (0, 0)
_BITS = 32
_NODE = (1 << _BITS) - 1


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Nearest:
    """The ways from the root to the leaf; `weights` are what a variable costs where it is off, and
    where it is on; `below` the root's inner nodes, bottom-up, where they are known. Makes no
    node."""

    diagram: Diagram
    root: int
    leaf: int
    weights: Mapping[int, tuple[int, int]]
    below: Sequence[int] | None = None

    def way(self, values: Mapping[int, int]) -> dict[int, int] | None:
        """The values along a cheapest one beside these; None where there is none."""
        variable, low, high = self.diagram.variable, self.diagram.low, self.diagram.high
        weights, least = self.weights, self._least
        if least[self.root] >= _FAR:
            return None
        fixed = {v: (_FAR, 0) if value else (0, _FAR) for v, value in values.items()}
        for v in fixed.keys() & weights.keys():
            (off, on), (no, yes) = weights[v], fixed[v]
            fixed[v] = off | no, on | yes
        paying = {**weights, **fixed}.get
        costs, before = {self.root: 0}, dict[int, int]()
        paid_for = costs.get
        # One number each: the cost above, the node below. Of those that cost the same the one
        # nearest to the leaves is looked at first.
        heap = list[int]()
        key = least[self.root] << _BITS | self.root
        while key >= 0:  # no cost at all and NEVER are 0
            number = key & _NODE
            cost = costs[number]
            if number == self.leaf:
                return self._back(before)
            following = -1
            if key >> _BITS == cost + least[number]:  # else a cheaper way to it was found since
                off, on = paying(variable[number], _NOTHING)
                after, paid = low[number], cost + off
                whole = paid + least[after]
                if whole < _FAR and paid < paid_for(after, _FAR):
                    costs[after] = paid
                    before[after] = number << 1
                    following = whole << _BITS | after
                after, paid = high[number], cost + on
                whole = paid + least[after]
                if whole < _FAR and paid < paid_for(after, _FAR):
                    costs[after] = paid
                    before[after] = number << 1 | 1
                    if following >= 0:
                        heappush(heap, following)
                    following = whole << _BITS | after
            rest = heappop(heap) if heap and following < 0 else -1
            key = heappushpop(heap, following) if following >= 0 else rest
        return None

    @cached_property
    def _least(self) -> Mapping[int, int]:
        """What it costs at least from each node."""
        variable, low, high = self.diagram.variable, self.diagram.low, self.diagram.high
        weights = self.weights
        least = {NEVER: _FAR, ALWAYS: _FAR, self.leaf: 0}
        for number in self.diagram.below([self.root]) if self.below is None else self.below:
            weight = weights.get(variable[number])
            one, other = least[low[number]], least[high[number]]
            if weight is not None:
                one, other = one + weight[0], other + weight[1]
            least[number] = one if one <= other else other
        return least

    def _back(self, before: Mapping[int, int]) -> dict[int, int]:
        values, number = dict[int, int](), self.leaf
        while number != self.root:
            number, bit = divmod(before[number], 2)
            values[self.diagram.variable[number]] = bit
        return values
