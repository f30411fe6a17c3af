"""Reasons as plain data: `otseula schema explanation`."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.screening.as_dict import optional_text, sources
from otseula.screening.reasons import Change, Failed, Firmness, Reasons, Told

Data = dict[str, object]


def reasons_as_dict(reasons: Reasons) -> Data:
    """`{kind, id, text, truth, why, smallest, failed, missing, changes, changes_searched,
    sources}`; JSON types only."""
    return {
        "kind": reasons.kind,
        "id": reasons.id,
        "text": optional_text(reasons.text),
        "truth": reasons.truth.value,
        "why": _told(reasons.why),
        "smallest": reasons.smallest,
        "failed": [_failed(each) for each in reasons.failed],
        "missing": _told(reasons.missing),
        "changes": [[_change(each) for each in one] for one in reasons.changes],
        "changes_searched": reasons.changes_searched,
        "sources": sources(reasons.sources),
    }


def firmness_as_dict(firmness: Firmness) -> Data:
    """`{robust, hinges_on}`; JSON types only."""
    return {"robust": firmness.robust, "hinges_on": _told(firmness.hinges_on)}


def _told(questions: Iterable[Told]) -> list[Data]:
    return [{"id": each.id, "text": each.text.to_dict(), "state": each.state} for each in questions]


def _change(each: Change) -> Data:
    return {
        "id": each.id,
        "text": each.text.to_dict(),
        "to": each.to.to_dict(),
        "safety": each.safety,
    }


def _failed(each: Failed) -> Data:
    return {
        "id": each.id,
        "text": each.text.to_dict(),
        "truth": each.truth.value,
        "why": _told(each.why),
        "sources": sources(each.sources),
    }
