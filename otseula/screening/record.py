"""A record of a screening, and screening it again later.

A record is the recommendation as plain data with the answers in force and a short hash of each
named item; it has a day, not a time. The combination of answers may identify a family, so it
is written only when asked for (`private_file.write_private`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from otseula.errors import CaseError
from otseula.logic.conditions import Answers
from otseula.rulebase.jsonreader import scan_json
from otseula.rulebase.model import LEVELS, Item, Period
from otseula.screening.case_problems import problem
from otseula.screening.compiled import KINDS
from otseula.screening.recommendation import Recommendation
from otseula.screening.rulebase import RuleBase

#: What every record of contract 1 has.
_RECORDED = frozenset(
    {
        *("eligibility", "truth", "situations", "questions", "missing", "as_of", "judgement"),
        *KINDS,
        *("answers", "items"),
    }
)

#: What provenance says may differ while the recommendation is the same.
_PROVENANCE = ("rulebase", "engines")
_REASONS = frozenset({"why", "firm"})


@dataclass(frozen=True, slots=True)
class Replay:
    """`same`: whether the recommendation is what was recorded. `recorded`: what the record
    says, known ids only: `at_least`, `at_most`, and the ids in force of each kind. `changed`:
    the ids of the items that are new or different since. `gone`: how many recorded items are no
    longer in use; their ids stand in the file alone and are not repeated."""

    same: bool
    recorded: Mapping[str, Any]
    now: Recommendation
    changed: tuple[str, ...]
    gone: int = 0


def build_record(
    rulebase: RuleBase, answers: Answers, recommendation: Recommendation
) -> dict[str, object]:
    """The record as JSON data: `to_dict()` with `record: 1`, `answers` and `items`."""
    return {
        "record": 1,
        **recommendation.to_dict(),
        "answers": {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in answers.items()
        },
        "items": _hashes(rulebase.period(recommendation.as_of)),
    }


def replay(rulebase: RuleBase, record: bytes) -> Replay:
    """Screens the recorded answers again, on the recorded day. Raises CaseError for bytes that
    are no record or hold answers that this rule base does not take."""
    data = _plain(record)
    day = _day(data.get("as_of"))
    now = rulebase.screen(_mapping(data, "answers"), judgement=_given_judgement(data), as_of=day)
    result = now.to_dict()
    # Contract 1 may have grown new keys since: what was recorded is what is compared.
    keys = (result.keys() & data.keys()) - set(_PROVENANCE)
    hashes, recorded_hashes = _hashes(rulebase.period(day)), _mapping(data, "items")
    return Replay(
        same=all(_unreasoned(data[key]) == _unreasoned(result[key]) for key in keys),
        recorded=_known(data, rulebase.period(day)),
        now=now,
        changed=tuple(name for name in hashes if recorded_hashes.get(name) != hashes[name]),
        gone=sum(name not in hashes for name in recorded_hashes),
    )


def _unreasoned(data: object) -> object:
    """Without the reasons: the same recommendation may be reasoned otherwise, or, in an older
    record, not at all."""
    if isinstance(data, dict):
        # A criterion may bear one of these names: its truth is a word, no list or mapping.
        kept = {k: v for k, v in data.items() if k not in _REASONS or isinstance(v, str)}
        return {key: _unreasoned(each) for key, each in kept.items()}
    return [_unreasoned(each) for each in data] if isinstance(data, list) else data


def _hashes(period: Period) -> dict[str, str]:
    tables: Iterable[Mapping[str, Item]] = (
        period.questions,
        period.criteria,
        period.situations,
        period.rules,
        period.safety_actions,
        period.duties,
        period.expertise,
        period.channels,
        period.notices,
        period.parameters,
        period.areas,
        period.ytas,
        period.themes,
        period.deviation_reasons,
    )
    hashes: dict[str, str] = {}
    for table in tables:
        for name, item in table.items():
            # A safety action and a duty, say, may have the same id: both count.
            hashes[name] = hashes.get(name, "") + item.hash
    return hashes


def _known(data: Mapping[str, Any], period: Period) -> dict[str, Any]:
    """What a record may say aloud: words of this rule base, nothing else from the file."""
    eligibility = data.get("eligibility")
    said: dict[str, Any] = {
        key: level if level in LEVELS else None
        for key in ("at_least", "at_most")
        for level in [eligibility.get(key) if isinstance(eligibility, dict) else None]
    }
    tables = (
        period.safety_actions,
        period.duties,
        period.expertise,
        period.channels,
        period.notices,
    )
    for kind, table in zip(KINDS, tables, strict=True):
        entries = data.get(kind)
        in_force = [
            entry.get("id")
            for entry in (entries if isinstance(entries, list) else ())
            if isinstance(entry, dict) and entry.get("truth") == "met"
        ]
        said[kind] = tuple(name for name in table if name in in_force)
    return said


def _plain(record: bytes) -> Mapping[str, Any]:
    node, faults = scan_json(record)
    data = node.plain() if node is not None and not faults else None
    if not isinstance(data, dict) or data.get("record") != 1 or not data.keys() >= _RECORDED:
        raise CaseError([problem("not-a-record", "")])
    return data


def _mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = data.get(key)
    if not isinstance(found, dict):
        raise CaseError([problem("not-a-record", "")])
    return found


def _given_judgement(data: Mapping[str, Any]) -> Any:
    """The judgement as it was given: a record also holds the text of its reason."""
    found = data.get("judgement")
    if not isinstance(found, dict):
        return found
    return {key: value for key, value in found.items() if key != "text"}


def _day(text: object) -> date:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(text)  # type: ignore[arg-type]  # a TypeError is suppressed
    raise CaseError([problem("not-a-record", "")])
