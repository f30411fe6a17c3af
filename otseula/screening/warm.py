"""Writes down, at installation, what makes the first command quick."""

from __future__ import annotations

from otseula.rulebase import cache
from otseula.rulebase.kept import KEPT
from otseula.screening import built, drawn
from otseula.screening.compiled import compile_period
from otseula.screening.day import today


def refresh() -> None:
    """The bundled rule base after every check, and its engines and diagrams from today on."""
    day = today()
    periods = cache.refresh().periods
    for period in [p for p in periods if p.end is None or p.end >= day][:KEPT]:
        built.refresh(period)
        drawn.refresh(period, compile_period(period, ("lanes",)).exact.goals)
