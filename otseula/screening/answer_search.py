"""Which answers force something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from otseula.frozen import dataclass
from otseula.logic.completions import Completions
from otseula.logic.conditions import Answers
from otseula.logic.forcing import Forcing, Ways, ways_past
from otseula.logic.hitting import Element

#: With at most so many answers in play the smallest set is always found.
FEW = 20
TRIES_OF_FEW, _TRIES = 10_000, 15


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class AnswerSearch:
    """Searches among the answers of one case. What the searches have in common is made once."""

    completions: Completions[Any]
    answers: Answers = field(repr=False)

    def forcing(self, root: int, holds: bool) -> tuple[tuple[str, ...], bool]:
        """A minimal set of the answers that force the root to be so, as all of them do, and
        whether none is smaller. What says that a question applies is among them where its answer
        is."""
        reads = self.completions.drawn.reads[root]
        read = {n: each for n, each in self._elements.items() if (each.on | each.off) & reads}
        names, diagram = [*read], self.completions.diagram
        search = Forcing(diagram, root, holds, [*read.values()], self._ways)
        known = search.minimal()
        found = search.smallest(TRIES_OF_FEW if len(names) <= FEW else _TRIES, known)
        assert found is not None  # what is known does
        return tuple(names[at] for at in sorted(found.elements)), found.smallest

    @cached_property
    def _elements(self) -> Mapping[str, Element]:
        elements = {}
        for at, (name, value) in enumerate(self.answers.items()):
            fixed = self.completions.fixed_by(name, value)
            elements[name] = Element(at, mask(fixed, 1), mask(fixed, 0))
        return elements

    @cached_property
    def _ways(self) -> Ways:
        completions = self.completions
        return ways_past(completions.diagram, self._elements.values(), completions.below)


def mask(values: Mapping[int, int], wanted: int) -> int:
    """A bit for each variable that has the wanted value."""
    return sum(1 << v for v, value in values.items() if value == wanted)
