"""The cheapest choice that meets every demand: minimum hitting sets with exclusions."""

from __future__ import annotations

from collections.abc import Sequence

from otseula.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """Something known of a question (`group`): the variables that it turns `on` and `off` (a bit
    for each)."""

    group: int
    on: int
    off: int

    def against(self, other: Element) -> bool:
        """Whether both cannot hold."""
        return bool(self.on & other.off or self.off & other.on)


class _SpentError(Exception):
    """The search took too many steps."""


def fewest(
    demands: Sequence[int],
    elements: Sequence[Element],
    below: int,
    never: Sequence[int] = (),
    steps: int = 100_000,
) -> tuple[list[int] | None, bool]:
    """Elements of the fewest groups, fewer than `below`, of which each demand (a bit for each
    element) holds one, none against another and no set of `never` among them; None where there
    are none. False beside it where the search was given up. Earlier elements go first."""
    search = _Search(elements, never, steps)
    try:
        for budget in range(below):
            found = search(list(demands), 0, 0, 0, budget)
            if found is not None:
                return list(bits(found)), True
    except _SpentError:
        return None, False
    return None, True


class _Search:
    """Goes through the choices, no more than `left` of them. No nested function: one that calls
    itself is only freed by the garbage collector."""

    def __init__(self, elements: Sequence[Element], never: Sequence[int], left: int) -> None:
        self._elements, self._never, self._left = elements, never, left
        self._against = [
            sum(1 << j for j, other in enumerate(elements) if one.against(other))
            for one in elements
        ]
        self._of_group: dict[int, int] = {}
        for at, one in enumerate(elements):
            self._of_group[one.group] = self._of_group.get(one.group, 0) | 1 << at

    def __call__(
        self, open_: list[int], chosen: int, free: int, banned: int, budget: int
    ) -> int | None:
        """`free` are the elements of the groups already paid for."""
        self._left -= 1
        if self._left < 0:
            raise _SpentError
        if not open_:
            return chosen
        if self._apart(open_, free, banned) > budget:
            return None
        demand = min((each & ~banned for each in open_), key=int.bit_count)
        for at in bits(demand):
            one = 1 << at
            price = 0 if one & free else 1
            taken = chosen | one
            if price <= budget and not any(set_ & ~taken == 0 for set_ in self._never):
                found = self(
                    [each for each in open_ if not each & one],
                    taken,
                    free | self._of_group[self._elements[at].group],
                    banned | self._against[at],
                    budget - price,
                )
                if found is not None:
                    return found
            banned |= one  # what holds it was looked through
        return None

    def _apart(self, demands: Sequence[int], free: int, banned: int) -> int:
        """At least how many more groups it takes: demands that have no group in common."""
        found, seen = 0, free
        for demand in sorted((each & ~banned for each in demands), key=int.bit_count):
            if not demand & seen:
                found += 1
                for at in bits(demand):
                    seen |= self._of_group[self._elements[at].group]
        return found


def bits(number: int) -> list[int]:
    """The places of the ones, lowest first."""
    found = []
    while number:
        low = number & -number
        found.append(low.bit_length() - 1)
        number ^= low
    return found
