"""What `otseula explain` tells of a recommendation: one node whole, or the reasons of all that is
in force or undecided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from otseula.logic.conditions import Truth
from otseula.rulebase.model import LEVELS
from otseula.screening.allowed import near_name
from otseula.screening.as_dict import Data, provenance
from otseula.screening.goals import Goal
from otseula.screening.reasoner import Reasoner
from otseula.screening.reasons import Firmness, Reasons
from otseula.screening.reasons_as_dict import firmness_as_dict, reasons_as_dict
from otseula.screening.recommendation import CONTRACT, Recommendation

#: The lists of a recommendation in the order of the sheet, and what is told of each kind.
_PARTS = ("safety", "duties", "situations", "expertise", "channels", "notices")


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of consequence. What has the same reasons stands in one group; those in force
    first."""

    kind: str
    groups: tuple[tuple[Reasons, ...], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """`node` alone where one was asked for. `levels`: the one that eligibility has at least, where
    something forces it, and those above it."""

    firmness: Firmness
    levels: tuple[Reasons, ...] = ()
    parts: tuple[Part, ...] = ()
    node: Reasons | None = None


def explained(result: Recommendation, node: str | None = None) -> Explained:
    """The reasons of one node, or of everything. Raises KeyError for an id that the rule base does
    not have."""
    reasoner = result.reasoner
    if reasoner is None:
        raise KeyError("this recommendation carries no reasons")
    if node is not None:
        return Explained(reasoner.firmness, node=reasoner(node))
    parts = (_part(result, reasoner, kind) for kind in _PARTS)
    return Explained(
        reasoner.firmness, levels_of(result), tuple(part for part in parts if part.groups)
    )


def nearest_id(result: Recommendation, typed: str) -> str | None:
    """The id that was meant, where one is near enough to what was typed."""
    return None if result.reasoner is None else near_name(typed, result.reasoner.ids)


def levels_of(result: Recommendation) -> tuple[Reasons, ...]:
    """The level that eligibility has at least, and those above it. The lowest only where it is
    decided: until then it would read as an answer."""
    assert result.reasoner is not None
    eligibility = result.eligibility
    at = LEVELS.index(eligibility.at_least)
    first = at + (at == 0 and eligibility.level is None)
    return tuple(result.reasoner(Goal("eligibility", level)) for level in LEVELS[first:])


def explanation_as_dict(result: Recommendation, told: Explained) -> Data:
    """`otseula explain --json`, contract 1: `otseula schema explanation`."""
    eligibility = result.eligibility
    listed = [reasons for part in told.parts for group in part.groups for reasons in group]
    reasons = [*told.levels, *listed] if told.node is None else [told.node]
    return {
        "contract": CONTRACT,
        "as_of": result.as_of.isoformat(),
        "eligibility": {
            "level": eligibility.level,
            "at_least": eligibility.at_least,
            "at_most": eligibility.at_most,
            "firm": firmness_as_dict(told.firmness),
        },
        "reasons": [reasons_as_dict(each) for each in reasons],
        "rulebase": provenance(result),
        "engines": list(result.provenance.engines),
    }


def _part(result: Recommendation, reasoner: Reasoner, kind: str) -> Part:
    ids = [each.id for each in getattr(result, kind) if each.truth is not Truth.NOT_MET]
    found = [reasoner(Goal(kind, name)) for name in ids]
    return Part("situation" if kind == "situations" else kind, _grouped(found))


def _grouped(found: Iterable[Reasons]) -> tuple[tuple[Reasons, ...], ...]:
    """What nothing that is answered brings about needs no reason and is left out."""
    groups: dict[tuple[Truth, tuple[str, ...], tuple[str, ...]], list[Reasons]] = {}
    for reasons in sorted(found, key=lambda each: each.truth is not Truth.MET):
        if reasons.truth is Truth.MET and not reasons.why:
            continue
        why = tuple(each.id for each in reasons.why)
        missing = tuple(each.id for each in reasons.missing)
        groups.setdefault((reasons.truth, why, missing), []).append(reasons)
    return tuple(tuple(group) for group in groups.values())
