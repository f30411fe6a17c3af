"""What an edit changes, as JSON data. Texts in three languages."""

from __future__ import annotations

from typing import Any

from otseula.authoring.diff.case import DecidingCase
from otseula.authoring.diff.compare import Compared, Comparison
from otseula.authoring.diff.items import shown
from otseula.authoring.diff.report import Report, answer_text
from otseula.authoring.diff.results import Result, Results
from otseula.authoring.plan.figures import Shift
from otseula.rulebase.model import Content

#: Version of the JSON report; it grows only by new keys.
CONTRACT = 1
_DIGITS = 4


def report_data(report: Report) -> dict[str, Any]:
    """The report. `entries` holds everything that is not as it was; `unchanged` counts the rest
    by list."""
    of = report.comparison
    told = [e for e in of.entries if e.differs or e.status == "equivalent"]
    rest: dict[str, int] = {}
    for entry in of.entries:
        if not (entry.differs or entry.status == "equivalent"):
            rest[entry.list] = rest.get(entry.list, 0) + 1
    return {
        "contract": CONTRACT,
        "as_of": of.day.isoformat(),
        "differs": report.differs,
        "before": _rulebase(of.old),
        "after": _rulebase(of.new),
        "entries": [_entry(entry, of) for entry in told],
        "unchanged": rest,
        "other_days": [
            {
                "list": each.list,
                "id": each.id,
                "text": each.item.text.to_dict(),
                "since": None if each.since is None else each.since.isoformat(),
            }
            for each in report.other_days
        ],
        "vignettes": _results(report.vignettes),
        "cases": None if report.corpus is None else _results(report.corpus),
        "length": None if report.length is None else _length(report.length, report.draws),
    }


def _rulebase(content: Content) -> dict[str, Any]:
    layers = [{"name": each.name, "version": each.version} for each in content.layers]
    return {"layers": layers, "hash": content.hash, "periods": len(content.periods)}


def _entry(entry: Compared, of: Comparison) -> dict[str, Any]:
    item = entry.new or entry.old
    return {
        "list": entry.list,
        "id": entry.id,
        "before_id": entry.before,
        "text": None if item is None else item.text.to_dict(),
        "status": entry.status,
        "case": None if entry.case is None else _case(entry.case, of),
        "questions": [*entry.questions],
        "fields": [
            {
                "name": field.name,
                "kind": field.kind,
                "before": shown(field.before),
                "after": shown(field.after),
            }
            for field in entry.fields
        ],
    }


def _case(case: DecidingCase, of: Comparison) -> dict[str, Any]:
    rows = []
    for name, value in case.answers.items():
        before, after = of.questions[name]
        question = after or before
        assert question is not None
        rows.append(
            {
                "question": question.id,
                "text": question.text.to_dict(),
                "answer": [*value] if isinstance(value, tuple) else value,
                "answer_text": answer_text(question, value).to_dict(),
                "counts_before": before is not None and before.id in case.given[0],
                "counts_after": after is not None and after.id in case.given[1],
            }
        )
    then, now = case.truths
    return {"before": then.value, "after": now.value, "answers": rows}


def _results(of: Results) -> dict[str, Any]:
    return {
        "total": of.total,
        "changed": [
            {
                "id": each.id,
                "version": each.version or None,
                "before": _levels(each.before),
                "after": _levels(each.after),
                "items": [
                    {"list": name, "id": ident, "before": then.value, "after": now.value}
                    for (name, ident), (then, now) in each.items.items()
                ],
            }
            for each in of.turned
        ],
        "refused": [*of.refused],
    }


def _levels(result: Result) -> dict[str, str] | None:
    if result.levels is None:
        return None
    return {"at_least": result.levels[0], "at_most": result.levels[1]}


def _length(shift: Shift, draws: int) -> dict[str, Any]:
    return {
        "draws": draws,
        "before": round(shift.before, _DIGITS),
        "after": round(shift.after, _DIGITS),
        "difference": round(shift.difference, _DIGITS),
        "margin": None if shift.margin is None else round(shift.margin, _DIGITS),
    }
