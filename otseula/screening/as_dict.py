"""A recommendation as plain data: contract 1, which grows only by new keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from otseula.logic.conditions import Truth
from otseula.screening.goals import Goal
from otseula.screening.recommendation import (
    CONTRACT,
    Action,
    ChannelOffered,
    Citation,
    Consequence,
    CriterionTruth,
    Judgement,
    NoticeGiven,
    Recommendation,
    SituationTruth,
)
from otseula.text import Text

Data = dict[str, object]


def as_dict(result: Recommendation) -> Data:
    """`{contract, eligibility, truth, situations, safety, duties, expertise, channels, notices,
    questions, missing, as_of, judgement, rulebase, engines}`; JSON types only."""
    eligibility = result.eligibility
    return {
        "contract": CONTRACT,
        "eligibility": {
            "level": eligibility.level,
            "at_least": eligibility.at_least,
            "at_most": eligibility.at_most,
            "because": list(eligibility.because),
            "hinges_on": list(eligibility.hinges_on),
            **_firm(result),
        },
        "truth": {name: truth.value for name, truth in result.truth.items()},
        "situations": _told(result, "situations", _situation),
        "safety": _told(result, "safety", _action),
        "duties": _told(result, "duties", _action),
        "expertise": _told(result, "expertise", _consequence),
        "channels": _told(result, "channels", _channel),
        "notices": _told(result, "notices", _notice),
        "questions": dict(result.questions),
        "safety_questions": [
            {"id": each.id, "state": each.state, "text": each.text.to_dict()}
            for each in result.safety_questions
        ],
        "missing": [
            {"id": each.id, "state": each.state, "text": each.text.to_dict()}
            for each in result.missing
        ],
        "as_of": result.as_of.isoformat(),
        "judgement": _judgement(result.judgement),
        "rulebase": provenance(result),
        "engines": list(result.provenance.engines),
    }


def provenance(result: Recommendation) -> Data:
    """Which rule base it stands on."""
    return {
        "layers": [
            {"name": each.name, "version": each.version, "hash": each.hash}
            for each in result.provenance.layers
        ],
        "hash": result.provenance.hash,
        "status": result.provenance.status,
    }


def _firm(result: Recommendation) -> Data:
    """The reasons of the eligibility. What an open range is at most is not forced by anything."""
    if result.reasoner is None:
        return {}
    firmness, at_least = result.firmness(), result.eligibility.at_least
    return {
        "why": _why(result, Goal("eligibility", at_least)),
        "firm": {
            "robust": firmness.robust,
            "hinges_on": [each.id for each in firmness.hinges_on],
        },
    }


def _told(result: Recommendation, kind: str, convert: Callable[..., Data]) -> list[Data]:
    """Every item of a kind; of those in force also why."""
    return [
        convert(each) | {"why": _why(result, Goal(kind, each.id))}
        if each.truth is Truth.MET and result.reasoner is not None
        else convert(each)
        for each in getattr(result, kind)
    ]


def _why(result: Recommendation, goal: Goal) -> list[str]:
    return [] if result.reasoner is None else [each.id for each in result.reasoner.why(goal)]


def _consequence(each: Consequence) -> Data:
    return {
        "id": each.id,
        "truth": each.truth.value,
        "text": each.text.to_dict(),
        "because": list(each.because),
        "hinges_on": list(each.hinges_on),
        "sources": sources(each.sources),
        "status": "reviewed" if each.reviewed else "draft",
    }


def _action(each: Action) -> Data:
    return _consequence(each) | {
        "section": optional_text(each.section),
        "if_unknown": optional_text(each.if_unknown),
    }


def _notice(each: NoticeGiven) -> Data:
    return _consequence(each) | {"heading": each.heading}


def _channel(each: ChannelOffered) -> Data:
    return _consequence(each) | {
        "usable": each.usable,
        "for_roles": list(each.for_roles),
        "via": optional_text(each.via),
        "goes_by": each.goes_by,
        "areas": list(each.areas),
        "how": optional_text(each.how),
        "cost": each.cost,
        "contact": each.contact,
        "find": optional_text(each.find),
        "verified_on": _optional_day(each.verified_on),
        "valid_from": _optional_day(each.valid_from),
        "valid_to": _optional_day(each.valid_to),
        "for_advice": each.for_advice,
    }


def _situation(each: SituationTruth) -> Data:
    return {
        "id": each.id,
        "truth": each.truth.value,
        "text": each.text.to_dict(),
        "criteria": [_criterion(criterion) for criterion in each.criteria],
        "sources": sources(each.sources),
        "status": "reviewed" if each.reviewed else "draft",
    }


def _criterion(each: CriterionTruth) -> Data:
    return {
        "id": each.id,
        "truth": each.truth.value,
        "text": each.text.to_dict(),
        "sources": sources(each.sources),
    }


def sources(cited: tuple[Citation, ...]) -> list[Data]:
    """The sources behind an item."""
    return [
        {"ref": each.ref, "basis": each.basis, "title": each.title, "url": each.url}
        for each in cited
    ]


def _judgement(judgement: Judgement | None) -> Data | None:
    if judgement is None:
        return None
    if judgement.agrees:
        return {"agrees": True}
    return {
        "deviates": judgement.deviates,
        "reason": judgement.reason,
        "text": optional_text(judgement.reason_text),
    }


def optional_text(text: Text | None) -> Data | None:
    """The text, where there is one."""
    return None if text is None else text.to_dict()


def _optional_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
