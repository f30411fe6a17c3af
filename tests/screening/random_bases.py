"""Random public rule bases around random conditions: rules that give all kinds of consequences."""

from __future__ import annotations

from random import Random
from typing import Any

from otseula import RuleBase
from otseula.logic.conditions import ConditionSet
from otseula.rulebase.model import (
    LEVELS,
    Area,
    Channel,
    Consequences,
    Content,
    Criterion,
    Duty,
    Expertise,
    Notice,
    Option,
    Period,
    Question,
    Rule,
    SafetyAction,
    Situation,
)
from otseula.rulebase.syntax import ConditionSyntax
from otseula.screening.channels import AREA, ROLE, SERVICE_AREA
from tests.screening.periods import HERE, text

_NAMES = ("k1", "k2", "k3")
_AREAS = ("north", "south")
_WHEN = ConditionSyntax("name", HERE)


def random_base(random: Random, conditions: ConditionSet) -> RuleBase:
    """A rule base in which each node is a criterion, a situation or a rule."""
    made: dict[str, dict[str, Any]] = {"criteria": {}, "situations": {}, "rules": {}}
    for name in conditions.nodes:
        item = {"id": name, "text": text(name), "place": HERE, "when": _WHEN}
        match random.choice(["criteria", "situations", "rules", "rules"]):
            case "criteria":
                made["criteria"][name] = Criterion(**item)
            case "situations":
                made["situations"][name] = Situation(**item)
            case _:
                made["rules"][name] = Rule(**item, then=_then(random))
    domains = dict(conditions.questions)
    for name, options in ((AREA, _AREAS), (SERVICE_AREA, _AREAS), (ROLE, ("worker", "nurse"))):
        if random.random() < 0.7:
            example = next(iter(domains.values()))
            domains[name] = type(example)(name, "choice", options)
    questions = {
        name: Question(
            id=name,
            text=text(name),
            place=HERE,
            type=domain.type,
            options=tuple(Option(o, text(o)) for o in domain.options),
            range=domain.range,
            theme=random.choice([None, "t1", "t2"]),
            always_ask=random.random() < 0.15,
        )
        for name, domain in domains.items()
    }
    period = Period(
        start=None,
        end=None,
        questions=questions,
        **made,
        safety_actions=_items(SafetyAction, lambda: {"order": random.randint(1, 3)}),
        duties=_items(Duty, dict),
        expertise=_items(Expertise, dict),
        channels=_items(Channel, lambda: _channel(random)),
        notices=_items(Notice, lambda: {"always": random.random() < 0.3}),
        areas={name: Area(id=name, text=text(name), place=HERE) for name in _AREAS},
        themes={},
        parameters={},
        deviation_reasons={},
        conditions=ConditionSet(domains, conditions.nodes),
    )
    return RuleBase(Content((), "0" * 64, {}, {}, (), (period,)), ("lanes",))


def _items(kind: type, more: Any) -> dict[str, Any]:
    return {n: kind(id=n, text=text(n), place=HERE, **more()) for n in _NAMES}


def _channel(random: Random) -> dict[str, Any]:
    return {
        "areas": random.choice([(), ("north",), ("south",)]),
        "goes_by": random.choice([AREA, SERVICE_AREA]),
        "for_roles": random.choice([(), ("worker",)]),
        "always": random.random() < 0.2,
    }


def _then(random: Random) -> Consequences:
    given = {
        kind: tuple(name for name in _NAMES if random.random() < 0.12)
        for kind in ("safety", "duties", "expertise", "channels", "notices")
    }
    return Consequences(**given, eligibility=random.choice([None, None, *LEVELS[1:]]))
