"""The open questions whose value could still change what a screening gives (design.md 5.5)."""

from __future__ import annotations

from otseula.screening.channels import may_serve, open_context
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.goals import Goal
from otseula.screening.settled import Settled


def missing_questions(compiled: CompiledPeriod, settled: Settled) -> tuple[str, ...]:
    """The open questions whose answer changes a goal in some completion, and those that decide
    which channels are offered, in author order."""
    found = {*settled.hinges_on(open_goals(compiled, settled)), *open_context(compiled, settled)}
    return tuple(name for name in compiled.period.questions if name in found)


def questions_to_come(compiled: CompiledPeriod, settled: Settled) -> tuple[str, ...]:
    """Those missing, and those that may be after more answers: an answer more adds none."""
    goals = open_goals(compiled, settled)
    found = {*settled.may_hinge_on(goals), *open_context(compiled, settled)}
    return tuple(name for name in compiled.period.questions if name in found)


def open_goals(compiled: CompiledPeriod, settled: Settled) -> tuple[Goal, ...]:
    """The goals that are not settled, without channels that serve another area."""
    channels = compiled.period.channels
    return tuple(
        goal
        for goal in settled.undecided
        if goal.kind != "channels" or may_serve(compiled, channels[goal.id], settled)
    )
