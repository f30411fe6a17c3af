"""How firm the eligibility of a case is."""

from __future__ import annotations

from otseula.logic.conditions import Truth
from otseula.rulebase.model import LEVELS
from otseula.screening.goals import Goal
from otseula.screening.judged import Judged
from otseula.screening.reasons import Firmness
from otseula.screening.states import UNSURE


def firmness(case: Judged) -> Firmness:
    """How firm its eligibility is."""
    levels = [case.target(Goal("eligibility", level)) for level in LEVELS[1:]]
    candidates = case.candidates(levels, unknown=True)
    given = [(each.question, each.other.value, 1 << at) for at, each in enumerate(candidates)]
    turned = 0
    possible, verdicts = case.judge(levels).ask(
        len(candidates), given, [level.key for level in levels]
    )
    for level, verdict in zip(levels, verdicts, strict=True):
        truth = case.truth(level)
        turned |= ~verdict.met if truth is Truth.MET else verdict.met
        turned |= ~verdict.failed if truth is Truth.NOT_MET else verdict.failed
    turned &= possible
    hinges = {each.question for at, each in enumerate(candidates) if turned >> at & 1}
    told = case.tell([name for name in case.compiled.period.questions if name in hinges])
    return Firmness(not hinges, tuple(sorted(told, key=lambda each: each.state != UNSURE)))
