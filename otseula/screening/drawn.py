"""The diagrams of a period: made when first asked for, kept for the bundled rule base.

Kept as the rule base itself is (rulebase/kept.py), under a key over all that they are made from.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from otseula.logic.completions import Completions
from otseula.logic.diagram import TooLargeError
from otseula.logic.drawing import Drawn, drawn
from otseula.rulebase import kept
from otseula.rulebase.model import Period
from otseula.screening.goals import Goal

#: A goal, or the id of a criterion, situation or rule.
Key = Goal | str


def completions_of(
    period: Period, goals: Mapping[Goal, tuple[str, ...]], *, keep: bool
) -> Completions[Key] | None:
    """What can be said of the goals and of every named condition; None where conditions hang
    together too closely for diagrams. With `keep` they are looked for, and written down."""
    roots: dict[Key, tuple[str, ...]] = {name: (name,) for name in period.conditions.nodes}
    roots |= {goal: nodes for goal, nodes in goals.items()}  # noqa: C416  # widens the key's type
    path = _path(period, goals) if keep else None
    found = kept.read(path, Drawn) if path is not None else None
    if found is None:
        try:
            found = drawn(period.conditions, roots)
        except (TooLargeError, RecursionError):
            return None
        if path is not None and not sys.dont_write_bytecode:
            _write(path, found)
    return Completions(period.conditions, roots, drawn_before=found)


def refresh(period: Period, goals: Mapping[Goal, tuple[str, ...]]) -> None:
    """Draws the diagrams and writes them down, even where Python keeps no compiled modules."""
    path, made = _path(period, goals), completions_of(period, goals, keep=False)
    if path is not None and made is not None:
        _write(path, made.drawn)


def _write(path: Path, diagrams: Drawn[Key]) -> None:
    kept.write(path, lambda: pickle.dumps(diagrams, 5))


def _path(period: Period, goals: Mapping[Goal, Sequence[str]]) -> Path | None:
    package = Path(__file__).parents[1]
    code = [*package.glob("logic/*.py"), package / "frozen.py", Path(__file__)]
    made_from = [repr(period.conditions).encode(), repr(goals).encode()]
    return kept.place(__file__, "diagrams", made_from, code)
