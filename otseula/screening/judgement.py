"""Checking the professional's own judgement, which stands beside the recommendation."""

from __future__ import annotations

from otseula.rulebase.model import Period
from otseula.screening.allowed import listed
from otseula.screening.answer_value import Report
from otseula.screening.foreign import MAX_ENTRIES, is_mapping, pairs_of, shape_in, text_of
from otseula.screening.recommendation import Judgement
from otseula.text import LANGUAGES, Text

#: The ways to deviate from a recommendation.
DIRECTIONS = ("up", "down")

#: The two forms: the keys that stand together.
FORMS = (frozenset({"agrees"}), frozenset({"deviates", "reason"}))
_KEYS = ("agrees", "deviates", "reason")


def checked_judgement(period: Period, judgement: object, report: Report) -> Judgement | None:
    """`{agrees: true}` or `{deviates: up | down, reason: <code>}`, codes from the period's
    deviation reasons; None where there is none or it was reported as wrong."""
    if judgement is None:
        return None
    reasons = _reasons(period)
    pairs = pairs_of(judgement) if is_mapping(judgement) else None
    if pairs is None:
        _refuse("judgement-not-understood", "", judgement, reasons, report)
        return None
    given: dict[str, object] = {}
    wrong = len(pairs) > MAX_ENTRIES
    for position, (key, value) in enumerate(pairs[:MAX_ENTRIES], 1):
        name = text_of(key)
        if name in _KEYS and name not in given:
            given[name] = value
            continue
        wrong = True
        shape = shape_in(key) or shape_in(value)
        code = "identifying-text" if shape else "judgement-unknown-key"
        below = f"/*{position}"
        report(code, below, position=position, reasons=reasons, shape=shape or "")
    faults = [name for name in given if not _is_right(period, name, given[name])]
    for name in faults:
        _refuse(f"judgement-{name}", f"/{name}", given[name], reasons, report)
    if not wrong and given.keys() not in FORMS:
        report("judgement-not-understood", reasons=reasons)
    elif not wrong and not faults:
        return _judgement(period, given)
    return None


def _is_right(period: Period, name: str, value: object) -> bool:
    if name == "agrees":
        return value is True
    return text_of(value) in (DIRECTIONS if name == "deviates" else period.deviation_reasons)


def _judgement(period: Period, given: dict[str, object]) -> Judgement:
    if "agrees" in given:
        return Judgement(agrees=True)
    reason = text_of(given["reason"]) or ""
    return Judgement(
        agrees=False,
        deviates=text_of(given["deviates"]),
        reason=reason,
        reason_text=period.deviation_reasons[reason].text,
    )


def _refuse(code: str, below: str, value: object, reasons: Text, report: Report) -> None:
    shape = shape_in(value)
    report("identifying-text" if shape else code, below, reasons=reasons, shape=shape or "")


def _reasons(period: Period) -> Text:
    names = listed({name: reason.text for name, reason in period.deviation_reasons.items()})
    if not period.deviation_reasons:
        return Text(
            "Tässä sääntökannassa ei ole syitä poikkeamiselle.",
            "Den här regelbasen har inga orsaker för avvikelse.",
            "This rule base has no reasons for deviating.",
        )
    heads = ("Syyt: ", "Orsaker: ", "Reasons: ")
    return Text(
        *(
            f"{head}{names.in_language(language)}."
            for head, language in zip(heads, LANGUAGES, strict=True)
        )
    )
