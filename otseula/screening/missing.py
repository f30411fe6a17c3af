"""The open questions whose value could still change what a screening gives (design.md 5.5)."""

from __future__ import annotations

from otseula.logic.conditions import Answers, Evaluation, Truth
from otseula.rulebase.model import LEVELS, Channel, Rule
from otseula.screening.channels import may_serve, open_context
from otseula.screening.compiled import KINDS, CompiledPeriod
from otseula.screening.reach import open_questions


def missing_questions(
    compiled: CompiledPeriod, evaluation: Evaluation, answers: Answers
) -> tuple[str, ...]:
    """The open questions that an undecided situation or rule hangs on, and those that decide
    which channels are offered, in author order."""
    nodes = [*compiled.period.situations, *undecided_rules(compiled, evaluation, answers)]
    found = {
        *open_questions(nodes, compiled.period.conditions, evaluation, answers),
        *open_context(compiled, evaluation, answers),
    }
    return tuple(name for name in compiled.period.questions if name in found)


def undecided_rules(
    compiled: CompiledPeriod, evaluation: Evaluation, answers: Answers
) -> list[str]:
    """The rules that are not decided and would give something not in force already."""
    rules = compiled.period.rules.values()
    level = max((_level(r) for r in rules if evaluation.nodes[r.id] is Truth.MET), default=0)
    could_come = {
        (kind, item.id)
        for kind in KINDS
        for item in compiled.items(kind).values()
        if compiled.consequence(kind, item, evaluation) is Truth.UNKNOWN
        and (not isinstance(item, Channel) or may_serve(compiled, item, evaluation, answers))
    }
    return [
        rule.id
        for rule in rules
        if evaluation.nodes[rule.id] is Truth.UNKNOWN
        and (
            _level(rule) > level
            or any((k, name) in could_come for k in KINDS for name in getattr(rule.then, k))
        )
    ]


def _level(rule: Rule) -> int:
    return LEVELS.index(rule.then.eligibility) if rule.then.eligibility else 0
