"""The bundled rule base as a workload: its named conditions, and complete cases of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from random import Random

import otseula
from otseula.logic.conditions import DONT_KNOW, Answers, ConditionSet, QuestionDomain, Truth, Value
from otseula.logic.lanes import Lanes

AS_OF = date(2026, 11, 22)


@cache
def shipped_rulebase(*engines: str) -> otseula.RuleBase:
    """The bundled rule base on some engines; by default all that run here."""
    return otseula.load(engines=engines or None)


def shipped_conditions() -> ConditionSet:
    """What is in force on one day."""
    return shipped_rulebase("lanes").period(AS_OF).conditions


def shipped_cases(conditions: ConditionSet, count: int, seed: int) -> Sequence[Answers]:
    """The first vignettes, each completed at random: what its author left open gets a value,
    and what then does not apply has none."""
    lanes = Lanes(conditions)
    order = _in_order(conditions)
    vignettes = shipped_rulebase("lanes").content.vignettes
    return [
        _completed(lanes, order, vignettes[at % len(vignettes)].answers, at, seed)
        for at in range(count)
    ]


def _completed(
    lanes: Lanes,
    order: Sequence[str],
    given: Mapping[str, object],
    at: int,
    seed: int,
) -> Answers:
    conditions, random = lanes.conditions, Random(f"{seed} {at}")
    answers: dict[str, Value] = {}
    for name in order:
        domain = conditions.questions[name]
        if domain.applies_when and lanes.evaluate(answers).applies[name] is not Truth.MET:
            continue
        told = given.get(name)
        value = tuple(told) if isinstance(told, list) else told
        answers[name] = value if _complete(value) else _any(random, domain)
    return answers


def _in_order(conditions: ConditionSet) -> Sequence[str]:
    """Each question after those that decide whether it applies."""
    later = shipped_rulebase("lanes")._on(AS_OF)[0].applies_order
    return (*(name for name in conditions.questions if name not in later), *later)


def _complete(value: object) -> bool:
    return value is not None and DONT_KNOW not in (value if isinstance(value, tuple) else (value,))


def _any(random: Random, domain: QuestionDomain) -> Value:
    match domain.type:
        case "boolean":
            return random.random() < 0.3
        case "choice":
            return random.choice(domain.options)
        case "integer":
            assert domain.range is not None
            return random.randint(*domain.range)
    return tuple(option for option in domain.options if random.random() < 0.2)
