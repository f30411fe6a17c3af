"""The periods of the rule bases that are compared, each compiled once for all that is told."""

from __future__ import annotations

from datetime import date

from otseula.rulebase.model import Content
from otseula.screening.compiled import CompiledPeriod, compile_period


class Compiling:
    """Compiles on lanes alone: whatever asks it, asks what if."""

    def __init__(self) -> None:
        self._compiled: dict[int, CompiledPeriod] = {}

    def on(self, content: Content, day: date) -> CompiledPeriod:
        """The period of that day."""
        period = content.on(day)
        if id(period) not in self._compiled:  # what is compiled keeps the period alive
            self._compiled[id(period)] = compile_period(period, ("lanes",))
        return self._compiled[id(period)]
