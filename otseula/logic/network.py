"""Rails and the gates between them: AND and OR, each computed once.

Everything is monotone over rails, so no gate negates; `not` exchanges the two rails of a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

AND, OR = "&", "|"

#: The constants, which only stand inside a network while it is being built.
NEVER, ALWAYS = -1, -2

Gate = tuple[str, tuple[int, ...]]


class Network:
    """Gates over rails. Rails from 0 up are inputs; gates are numbered from -3 downwards."""

    def __init__(self) -> None:
        self._rails: dict[Gate, int] = {}
        self.gates: dict[int, Gate] = {}

    def conj(self, rails: Iterable[int]) -> int:
        """The rail that is on when all of `rails` are."""
        return self._gate(AND, set(rails), neutral=ALWAYS, ruling=NEVER)

    def disj(self, rails: Iterable[int]) -> int:
        """The rail that is on when some of `rails` is."""
        return self._gate(OR, set(rails), neutral=NEVER, ruling=ALWAYS)

    def at_least(self, count: int, rails: Sequence[int]) -> int:
        """The rail that is on when at least `count` of `rails` are; a rail that stands twice
        counts twice. A sorting network: its k-th output is "at least k"."""
        if count == 1:
            return self.disj(rails)
        if count == len(rails):
            return self.conj(rails)
        return self._sorted(rails)[count - 1]

    def _gate(self, kind: str, rails: set[int], neutral: int, ruling: int) -> int:
        rails.discard(neutral)
        if ruling in rails or not rails:
            return ruling if rails else neutral
        if len(rails) == 1:
            return rails.pop()
        gate = (kind, tuple(sorted(rails)))
        rail = self._rails.get(gate)
        if rail is None:
            rail = self._rails[gate] = -3 - len(self._rails)
            self.gates[rail] = gate
        return rail

    def _sorted(self, rails: Sequence[int]) -> list[int]:
        """Batcher's odd-even merge sort, those that are on first."""
        size = 1 << (len(rails) - 1).bit_length()
        wires = [*rails, *[NEVER] * (size - len(rails))]
        half = 1
        while half < size:
            step = half
            while step:
                for start in range(step % half, size - step, 2 * step):
                    for low in range(start, min(start + step, size - step)):
                        if low // (2 * half) == (low + step) // (2 * half):
                            one, other = wires[low], wires[low + step]
                            wires[low] = self.disj((one, other))
                            wires[low + step] = self.conj((one, other))
                step //= 2
            half *= 2
        return wires

    def needed(self, outputs: Iterable[int]) -> tuple[list[int], dict[int, int]]:
        """The gates that the outputs need, each after those it uses, and how often each rail
        is used."""
        uses: dict[int, int] = {}
        stack = list(outputs)
        while stack:
            rail = stack.pop()
            uses[rail] = uses.get(rail, 0) + 1
            if uses[rail] == 1 and rail in self.gates:
                stack.extend(self.gates[rail][1])
        # A gate is always made after what it uses, and numbered downwards.
        return sorted((rail for rail in uses if rail in self.gates), reverse=True), uses
