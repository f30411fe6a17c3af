"""Eligibility as a range: a rule raises it, none lowers it (design.md 5.3)."""

from __future__ import annotations

from otseula.logic.conditions import Truth
from otseula.rulebase.model import LEVELS, Period
from otseula.screening.goals import Goal
from otseula.screening.recommendation import Eligibility
from otseula.screening.settled import Settled


def eligibility(period: Period, settled: Settled) -> Eligibility:
    """`at_least` is the highest level of every completion, `at_most` of any. `because` are the
    met rules of the level `at_least`, or where none is met alone, those one of which will be."""
    at_least, at_most = settled.at_least, settled.at_most
    nodes = settled.evaluation.nodes
    giving = [
        rule.id
        for rule in period.rules.values()
        if rule.then.eligibility is not None
        and LEVELS.index(rule.then.eligibility) >= LEVELS.index(at_least)
    ]
    level = [rule for rule in giving if period.rules[rule].then.eligibility == at_least]
    met = tuple(rule for rule in level if nodes[rule] is Truth.MET)
    undecided = tuple(rule for rule in giving if nodes[rule] is Truth.UNKNOWN)
    raising = [Goal("eligibility", name) for name in LEVELS[LEVELS.index(at_least) + 1 :]]
    return Eligibility(
        level=at_least if at_least == at_most else None,
        at_least=at_least,
        at_most=at_most,
        because=met or (undecided if at_least != LEVELS[0] else ()),
        hinges_on=settled.hinges_on(raising) if at_least != at_most else (),
    )
