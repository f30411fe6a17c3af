"""The engines of a period: what takes long to make of its conditions is kept for the bundled rule
base, as its diagrams are (drawn.py)."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable
from pathlib import Path

from otseula.logic.engines import Engine, build_engines, chosen_engines, made_by
from otseula.rulebase import kept
from otseula.rulebase.model import Period


def engines_of(
    period: Period, names: Iterable[str] | None = None, *, keep: bool = False
) -> tuple[Engine, ...]:
    """The named engines, by default all that run here. With `keep` what they are made of is looked
    for, and written down. Raises as `chosen_engines` does."""
    chosen = chosen_engines(names)
    path = _path(period, chosen) if keep else None
    found = kept.read(path, dict) if path is not None else None
    engines = build_engines(period.conditions, chosen, found or {})
    if found is None and path is not None and not sys.dont_write_bytecode:
        _write(path, engines)
    return engines


def refresh(period: Period) -> None:
    """Makes them anew and writes them down, even where Python keeps no compiled modules."""
    chosen = chosen_engines()
    path = _path(period, chosen)
    if path is not None:
        _write(path, build_engines(period.conditions, chosen))


def _write(path: Path, engines: tuple[Engine, ...]) -> None:
    kept.write(path, lambda: pickle.dumps(made_by(engines), 5))


def _path(period: Period, names: tuple[str, ...]) -> Path | None:
    package = Path(__file__).parents[1]
    code = [*package.glob("logic/*.py"), package / "frozen.py"]
    made_from = [repr(period.conditions).encode(), repr(names).encode()]
    return kept.place(__file__, "engines", made_from, code)
