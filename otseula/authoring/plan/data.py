"""The length of the questionnaire as JSON data."""

from __future__ import annotations

from otseula.authoring.plan.changes import Change
from otseula.authoring.plan.figures import Lengths, Shift
from otseula.authoring.plan.planning import Group, Plan

#: Version of the JSON report; it grows only by new keys.
CONTRACT = 1
#: Digits of a mean, a margin or a share.
_DIGITS = 4


def report_data(plan: Plan, change: Change | None = None) -> dict[str, object]:
    """The report; `change` is the one that led to `plan`. Texts in three languages."""
    data: dict[str, object] = {"contract": CONTRACT, **_plan(plan)}
    if change is not None:
        data["change"] = _change(change)
    return data


def _plan(plan: Plan) -> dict[str, object]:
    worst = plan.worst
    return {
        "as_of": plan.day.isoformat(),
        "draws": plan.everyone.n,
        "seed": plan.seed,
        "everyone": {
            **_lengths(plan.everyone),
            "always": round(plan.always.mean, _DIGITS),
            "others": round(plan.others.mean, _DIGITS),
        },
        "vignettes": _lengths(plan.vignettes),
        "worst": {
            "at_most": worst.at_most,
            "at_most_knowing": worst.at_most_knowing,
            "unknowing": worst.unknowing,
            "found": worst.found,
            "answers": {n: [*v] if isinstance(v, tuple) else v for n, v in worst.answers.items()},
        },
        "situations": [_group(group) for group in plan.situations],
        "none_met": _group(plan.none),
        "questions": [
            {
                "id": question.id,
                "text": question.text.to_dict(),
                "always_ask": question.always_ask,
                "share": round(plan.share[question.id], _DIGITS),
                "never": question.id in plan.never,
            }
            for question in plan.questions.values()
        ],
    }


def _group(group: Group) -> dict[str, object]:
    return {
        "id": group.id or None,
        "text": None if group.text is None else group.text.to_dict(),
        "chance": group.chance,
        "alone": group.alone,
        "drawn": _lengths(group.drawn),
        "met": _lengths(group.met),
        "vignettes": _lengths(group.vignettes),
    }


def _lengths(of: Lengths) -> dict[str, object]:
    if not of.n:
        return {"n": 0, "mean": None, "margin": None, "middle": None, "longest": None}
    return {
        "n": of.n,
        "mean": round(of.mean, _DIGITS),
        "margin": _rounded(of.margin),
        "middle": [*of.middle],
        "longest": of.longest,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "before": _plan(change.before),
        "everyone": _shift(change.everyone),
        "vignettes": _shift(change.vignettes),
        "situations": [
            {
                "id": each.after.id or None,
                "drawn": _shift(each.drawn),
                "vignettes": _shift(each.vignettes),
            }
            for each in change.groups
        ],
        "questions": [
            {"id": name, "before": round(before, _DIGITS), "after": round(after, _DIGITS)}
            for name, (before, after) in change.share.items()
        ],
        "new": {"questions": [*change.new], "situations": [*change.new_situations]},
        "gone": {"questions": [*change.gone], "situations": [*change.gone_situations]},
    }


def _shift(shift: Shift | None) -> dict[str, object] | None:
    if shift is None:
        return None
    return {
        "before": round(shift.before, _DIGITS),
        "after": round(shift.after, _DIGITS),
        "difference": round(shift.difference, _DIGITS),
        "margin": _rounded(shift.margin),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
