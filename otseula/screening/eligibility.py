"""Eligibility as a range: a rule raises it, none lowers it (design.md 5.3)."""

from __future__ import annotations

from otseula.logic.conditions import Answers, Evaluation, Truth
from otseula.rulebase.model import LEVELS, Period
from otseula.screening.reach import open_questions
from otseula.screening.recommendation import Eligibility


def eligibility(period: Period, evaluation: Evaluation, answers: Answers) -> Eligibility:
    """`at_least` is the highest level of a met rule, `at_most` of a rule that is not not_met."""
    giving = [rule for rule in period.rules.values() if rule.then.eligibility is not None]

    def highest(*truths: Truth) -> str:
        return max(
            (r.then.eligibility or LEVELS[0] for r in giving if evaluation.nodes[r.id] in truths),
            key=LEVELS.index,
            default=LEVELS[0],
        )

    at_least = highest(Truth.MET)
    at_most = highest(Truth.MET, Truth.UNKNOWN)
    raising = [
        rule.id
        for rule in giving
        if evaluation.nodes[rule.id] is Truth.UNKNOWN
        and LEVELS.index(rule.then.eligibility or LEVELS[0]) > LEVELS.index(at_least)
    ]
    return Eligibility(
        level=at_least if at_least == at_most else None,
        at_least=at_least,
        at_most=at_most,
        because=tuple(
            rule.id
            for rule in giving
            if rule.then.eligibility == at_least and evaluation.nodes[rule.id] is Truth.MET
        ),
        hinges_on=open_questions(raising, period.conditions, evaluation, answers),
    )
