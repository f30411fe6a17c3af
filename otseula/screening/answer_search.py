"""Which answers force something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from otseula.logic.completions import Completions
from otseula.logic.conditions import Answers
from otseula.logic.forcing import Forcing
from otseula.logic.hitting import Element

#: With at most so many answers in play the smallest set is always found.
FEW = 20
TRIES_OF_FEW, _TRIES = 10_000, 15


def forcing_answers(
    completions: Completions[Any], answers: Answers, root: int, holds: bool
) -> tuple[tuple[str, ...], bool]:
    """A minimal set of the answers that force the root to be so, as all of them do, and whether
    none is smaller. What says that a question applies is among them where its answer is."""
    below, reads = completions.below(root)
    sets = {name: completions.fixed_by(name, value) for name, value in answers.items()}
    names = [name for name, own in sets.items() if not reads.isdisjoint(own)]
    elements = [
        Element(at, mask(sets[name], 1), mask(sets[name], 0)) for at, name in enumerate(names)
    ]
    home = {v: value for own in sets.values() for v, value in own.items()}
    search = Forcing(completions.diagram, root, holds, elements, home=home, below=below)
    known = search.minimal()
    found = search.smallest(TRIES_OF_FEW if len(names) <= FEW else _TRIES, known)
    assert found is not None  # what is known does
    chosen = {names[at] for at in found.elements}
    return tuple(name for name in answers if name in chosen), found.smallest


def mask(values: Mapping[int, int], wanted: int) -> int:
    return sum(1 << v for v, value in values.items() if value == wanted)
