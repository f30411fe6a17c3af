"""What a screening is to decide: each consequence, each situation, and the levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from otseula.rulebase.model import LEVELS, Period


class Goal(NamedTuple):
    """A consequence (`kind` as in a rule's `then`), a situation (`situations`), or that
    eligibility is at least a level (`eligibility`)."""

    kind: str
    id: str


def goals(
    period: Period, givers: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> dict[Goal, tuple[str, ...]]:
    """Each goal with the nodes any of which brings it about, most urgent kind first: safety,
    duties, eligibility, situations, then the routes. What is always in force is no goal."""
    found: dict[Goal, tuple[str, ...]] = {}
    for kind in ("safety", "duties"):
        found |= {Goal(kind, name): rules for name, rules in givers[kind].items()}
    for level in LEVELS[:0:-1]:
        found[Goal("eligibility", level)] = tuple(
            rule.id
            for rule in period.rules.values()
            if rule.then.eligibility is not None
            and LEVELS.index(rule.then.eligibility) >= LEVELS.index(level)
        )
    found |= {Goal("situations", name): (name,) for name in period.situations}
    for kind in ("expertise", "channels", "notices"):
        found |= {Goal(kind, name): rules for name, rules in givers[kind].items()}
    return found
