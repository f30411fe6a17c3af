"""A recommendation as plain data: contract 1, which grows only by new keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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
        },
        "truth": {name: truth.value for name, truth in result.truth.items()},
        "situations": [_situation(each) for each in result.situations],
        "safety": [_action(each) for each in result.safety],
        "duties": [_action(each) for each in result.duties],
        "expertise": [_consequence(each) for each in result.expertise],
        "channels": [_channel(each) for each in result.channels],
        "notices": [_notice(each) for each in result.notices],
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
        "rulebase": {
            "layers": [
                {"name": each.name, "version": each.version, "hash": each.hash}
                for each in result.provenance.layers
            ],
            "hash": result.provenance.hash,
            "status": result.provenance.status,
        },
        "engines": list(result.provenance.engines),
    }


def _consequence(each: Consequence) -> Data:
    return {
        "id": each.id,
        "truth": each.truth.value,
        "text": each.text.to_dict(),
        "because": list(each.because),
        "hinges_on": list(each.hinges_on),
        "sources": _sources(each.sources),
        "status": "reviewed" if each.reviewed else "draft",
    }


def _action(each: Action) -> Data:
    return _consequence(each) | {
        "section": _optional(each.section, Text.to_dict),
        "if_unknown": _optional(each.if_unknown, Text.to_dict),
    }


def _notice(each: NoticeGiven) -> Data:
    return _consequence(each) | {"heading": each.heading}


def _channel(each: ChannelOffered) -> Data:
    return _consequence(each) | {
        "usable": each.usable,
        "for_roles": list(each.for_roles),
        "via": _optional(each.via, Text.to_dict),
        "goes_by": each.goes_by,
        "areas": list(each.areas),
        "how": _optional(each.how, Text.to_dict),
        "cost": each.cost,
        "contact": each.contact,
        "find": _optional(each.find, Text.to_dict),
        "verified_on": _optional(each.verified_on, date.isoformat),
        "valid_from": _optional(each.valid_from, date.isoformat),
        "valid_to": _optional(each.valid_to, date.isoformat),
        "for_advice": each.for_advice,
    }


def _situation(each: SituationTruth) -> Data:
    return {
        "id": each.id,
        "truth": each.truth.value,
        "text": each.text.to_dict(),
        "criteria": [_criterion(criterion) for criterion in each.criteria],
        "sources": _sources(each.sources),
        "status": "reviewed" if each.reviewed else "draft",
    }


def _criterion(each: CriterionTruth) -> Data:
    return {
        "id": each.id,
        "truth": each.truth.value,
        "text": each.text.to_dict(),
        "sources": _sources(each.sources),
    }


def _sources(sources: tuple[Citation, ...]) -> list[Data]:
    return [
        {"ref": each.ref, "basis": each.basis, "title": each.title, "url": each.url}
        for each in sources
    ]


def _judgement(judgement: Judgement | None) -> Data | None:
    if judgement is None:
        return None
    if judgement.agrees:
        return {"agrees": True}
    return {
        "deviates": judgement.deviates,
        "reason": judgement.reason,
        "text": _optional(judgement.reason_text, Text.to_dict),
    }


def _optional(value: object, convert: Callable[..., object]) -> object:
    return None if value is None else convert(value)
