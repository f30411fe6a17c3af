"""Why something came out otherwise than a vignette expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from otseula.authoring.vignettes.expectations import Difference
from otseula.errors import Place
from otseula.logic.conditions import Truth
from otseula.rulebase.model import LEVELS, Period
from otseula.screening.goals import Goal
from otseula.screening.reasoner import Reasoner
from otseula.screening.reasons import Reasons
from otseula.screening.reasons_as_dict import Data, reasons_as_dict
from otseula.screening.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Because:
    """The reasons of one thing, and the `conditions` to look at with their places: itself, or the
    rules that give it (of those only the ones met, where some are). `other_area`: rules may give
    it, but as a channel of another area it is left out. `near`: of a level that is not reached
    the situations that are not met though something they name is, those first of which most is."""

    reasons: Reasons
    conditions: tuple[tuple[str, Place], ...]
    other_area: bool = False
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A situation that is not met, and what it names, by truth."""

    id: str
    place: Place
    met: tuple[str, ...]
    not_met: tuple[str, ...]


def because(
    recommendation: Recommendation | None, difference: Difference, most: int | None = None
) -> tuple[Because, ...]:
    """The reasons of each thing that came out otherwise, of at most so many of them; none of an id
    that is not there on that day. Searched when asked for."""
    if recommendation is None or recommendation.reasoner is None:
        return ()
    return tuple(_each(recommendation, recommendation.reasoner, difference.about[:most]))


def because_as_dict(told: Because) -> Data:
    """The reasons as in `otseula explain --json`, with `conditions`, `other_area` and `near`."""
    return {
        **reasons_as_dict(told.reasons),
        "conditions": [{"id": n, "place": place_as_dict(p)} for n, p in told.conditions],
        "other_area": told.other_area,
        "near": [
            {"id": n.id, "place": place_as_dict(n.place), "met": n.met, "not_met": n.not_met}
            for n in told.near
        ],
    }


def place_as_dict(place: Place) -> Data:
    """`{file, line, column}`."""
    return {"file": place.file, "line": place.line, "column": place.column}


def _each(
    recommendation: Recommendation, reasoner: Reasoner, about: tuple[Goal | str, ...]
) -> Iterator[Because]:
    offered = {channel.id for channel in recommendation.channels}
    for node in about:
        try:
            reasons = reasoner(node)
        except KeyError:
            continue
        left_out = reasons.kind == "channels" and reasons.truth is not Truth.NOT_MET
        yield Because(
            reasons,
            tuple(_conditions(reasoner, recommendation, node, reasons)),
            left_out and reasons.id not in offered,
            _near(recommendation, reasoner.compiled.period) if _unreached(reasons) else (),
        )


def _unreached(reasons: Reasons) -> bool:
    """Whether this is a level that is not reached, other than the one that needs nothing."""
    return (
        reasons.kind == "eligibility" and reasons.id != LEVELS[0] and reasons.truth is not Truth.MET
    )


def _near(recommendation: Recommendation, period: Period) -> tuple[Near, ...]:
    found = []
    for situation in recommendation.situations:
        if situation.truth is Truth.MET:
            continue
        of = situation.criteria
        met = tuple(each.id for each in of if each.truth is Truth.MET)
        if met:
            not_met = tuple(each.id for each in of if each.truth is not Truth.MET)
            found.append(Near(situation.id, period.situations[situation.id].place, met, not_met))
    return tuple(sorted(found, key=lambda near: -len(near.met) / len((*near.met, *near.not_met))))


def _conditions(
    reasoner: Reasoner, recommendation: Recommendation, node: Goal | str, reasons: Reasons
) -> Iterator[tuple[str, Place]]:
    if isinstance(node, Goal) and node.kind == "eligibility" and reasons.truth is not Truth.MET:
        return  # any of many rules could give it
    if node == Goal("eligibility", LEVELS[0]):
        return  # no rule gives the lowest
    names = reasoner.compiled.exact.goals.get(node, ()) if isinstance(node, Goal) else (node,)
    met = [name for name in names if recommendation.truth[name] is Truth.MET]
    for name in met or names:
        yield name, _place(reasoner.compiled.period, name)


def _place(period: Period, name: str) -> Place:
    tables = (period.criteria, period.situations, period.rules)
    return next(table[name].place for table in tables if name in table)
