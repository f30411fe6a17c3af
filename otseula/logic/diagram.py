"""Binary decision diagrams: what a condition says of every completion at once.

Reduced and ordered: a function has one diagram, so two functions are equal where their numbers
are, and a function that is the same for every completion is one of the two leaves. A node is a
number; its children have lower numbers, so ascending order is bottom-up.

R. E. Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Trans. Comput. 1986.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

#: The leaves: never, and always.
NEVER, ALWAYS = 0, 1
#: After every variable.
_LEAF = 1 << 30


class TooLargeError(Exception):
    """The diagram would pass its limit of nodes."""


class Diagram:
    """A store of nodes over variables numbered in their order from the root. It only grows;
    a `Restriction` copies what is asked of into a small one of its own. Recursion is as deep as
    there are variables."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self.limit = limit
        self.variable = [_LEAF, _LEAF]
        self.low = [NEVER, ALWAYS]
        self.high = [NEVER, ALWAYS]
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._opposites: dict[int, int] = {NEVER: ALWAYS, ALWAYS: NEVER}

    def __len__(self) -> int:
        return len(self.variable)

    def __getstate__(self) -> tuple[int, array[int], array[int], array[int]]:
        return self.limit, array("i", self.variable), array("i", self.low), array("i", self.high)

    def __setstate__(self, state: tuple[int, array[int], array[int], array[int]]) -> None:
        self.__init__(state[0])  # type: ignore[misc]  # on a fresh object
        self.variable, self.low, self.high = (list(each) for each in state[1:])
        del self._numbers  # most are only read

    def __getattr__(self, name: str) -> dict[tuple[int, int, int], int]:
        if name != "_numbers":
            raise AttributeError(name)
        triples = zip(self.variable, self.low, self.high, strict=True)
        self._numbers = {triple: number for number, triple in enumerate(triples)}
        return self._numbers

    def node(self, variable: int, low: int, high: int) -> int:
        """`high` where the variable is on, else `low`, both of later variables. Raises
        TooLargeError."""
        if low == high:
            return low
        key = (variable, low, high)
        number = self._numbers.get(key)
        if number is None:
            number = len(self.variable)
            if number >= self.limit:
                raise TooLargeError
            self.variable.append(variable)
            self.low.append(low)
            self.high.append(high)
            self._numbers[key] = number
        return number

    def negated(self, f: int) -> int:
        """Where `f` does not hold."""
        found = self._opposites.get(f)
        if found is None:
            low, high = self.negated(self.low[f]), self.negated(self.high[f])
            found = self.node(self.variable[f], low, high)
            self._opposites[f] = found
            self._opposites[found] = f
        return found

    def both(self, f: int, g: int) -> int:
        """Where both hold."""
        if f == g or g == ALWAYS:
            return f
        if f == ALWAYS:
            return g
        if f == NEVER or g == NEVER:
            return NEVER
        key = (f, g) if f < g else (g, f)
        found = self._both.get(key)
        if found is None:
            of_f, of_g = self.variable[f], self.variable[g]
            f0, f1 = (self.low[f], self.high[f]) if of_f <= of_g else (f, f)
            g0, g1 = (self.low[g], self.high[g]) if of_g <= of_f else (g, g)
            found = self.node(min(of_f, of_g), self.both(f0, g0), self.both(f1, g1))
            self._both[key] = found
        return found

    def either(self, f: int, g: int) -> int:
        """Where one of the two holds."""
        return self.negated(self.both(self.negated(f), self.negated(g)))

    def all_of(self, parts: Iterable[int]) -> int:
        """Where all hold; ALWAYS of none."""
        return self._folded(self.both, parts, ALWAYS)

    def any_of(self, parts: Iterable[int]) -> int:
        """Where some holds; NEVER of none."""
        return self._folded(self.either, parts, NEVER)

    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """Where `count` of the parts hold; what stands twice counts twice."""
        reached = [ALWAYS] + [NEVER] * count
        for part in parts:
            for k in range(count, 0, -1):
                reached[k] = self.either(reached[k], self.both(part, reached[k - 1]))
        return reached[count]

    def walk(
        self, root: int, values: Mapping[int, int], but: Collection[int] = ()
    ) -> Iterator[int]:
        """Each node that the root may come to with these variables fixed, once, leaves too;
        without those of `but` and what only these reach. Makes no node."""
        variable, low, high, value_of = self.variable, self.low, self.high, values.get
        seen, todo = set[int](), [root]
        while todo:
            number = todo.pop()
            if number not in seen and number not in but:
                seen.add(number)
                yield number
                if number > ALWAYS:
                    value = value_of(variable[number])
                    if value != 1:
                        todo.append(low[number])
                    if value != 0:
                        todo.append(high[number])

    def reaches(self, root: int, leaf: int, values: Mapping[int, int]) -> bool:
        """Whether the root may come to this leaf with these variables fixed."""
        return leaf in self.walk(root, values)

    def leaf(self, root: int, values: Mapping[int, int]) -> int | None:
        """The one leaf that the root comes to with these variables fixed; None where it may come
        to either."""
        leaves = (number for number in self.walk(root, values) if number <= ALWAYS)
        first = next(leaves)
        return first if next(leaves, None) is None else None

    def below(self, roots: Iterable[int]) -> list[int]:
        """The inner nodes that the roots reach, bottom-up."""
        low, high = self.low, self.high
        seen = {NEVER, ALWAYS, *roots}
        todo = [root for root in seen if root > ALWAYS]
        while todo:
            number = todo.pop()
            child = low[number]
            if child not in seen:
                seen.add(child)
                todo.append(child)
            child = high[number]
            if child not in seen:
                seen.add(child)
                todo.append(child)
        return sorted(seen)[2:]

    def reads(self, roots: Iterable[int]) -> set[int]:
        """The variables that the roots read."""
        return {self.variable[number] for number in self.below(roots)}

    def restricted(
        self, roots: Sequence[int], values: Mapping[int, int]
    ) -> tuple[Diagram, list[int]]:
        """The roots in a diagram of their own, with these variables fixed to 0 or 1."""
        restriction = Restriction(self, values)
        return restriction.diagram, [restriction(root) for root in roots]

    def _folded(self, join: Callable[[int, int], int], parts: Iterable[int], found: int) -> int:
        # Those of the last variables first: what has been joined then stays small.
        for part in sorted(parts, key=lambda f: -self.variable[f]):
            found = join(found, part)
        return found


class Restriction:
    """A diagram with some variables fixed to 0 or 1. What is asked of is copied, once, into
    `diagram`, a small one of its own."""

    def __init__(self, source: Diagram, values: Mapping[int, int]) -> None:
        self.source = source
        self.values = values
        self.diagram = Diagram(source.limit)
        self._copies = {NEVER: NEVER, ALWAYS: ALWAYS}

    def __call__(self, root: int) -> int:
        """The number of the root in `diagram`."""
        if root not in self._copies:
            self._copy(root)
        return self._copies[root]

    def _copy(self, root: int) -> None:
        variable, low, high = self.source.variable, self.source.low, self.source.high
        copies, value_of, node = self._copies, self.values.get, self.diagram.node
        for number in sorted(self.source.walk(root, self.values, copies)):
            value = value_of(variable[number])
            if value is None:
                copies[number] = node(variable[number], copies[low[number]], copies[high[number]])
            else:
                copies[number] = copies[high[number] if value else low[number]]
