"""Checking one value against its question: strict types, nothing coerced (design.md 3, rule 2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from otseula.logic.conditions import DONT_KNOW, Value
from otseula.rulebase.model import Question
from otseula.screening.allowed import (
    allowed,
    names_of,
    near_name,
    same_name,
    suggestion,
    with_dont_know,
)
from otseula.screening.foreign import MAX_ENTRIES, integer_of, members_of, shape_in, text_of
from otseula.text import Text


class Report(Protocol):
    """Takes a problem: its code, the rest of its pointer, and what fills its words."""

    def __call__(self, code: str, below: str = "", **fill: Text | str | int) -> None: ...


def checked_value(question: Question, value: object, report: Report) -> Value | None:
    """The value of an answer; None where it is null (not asked) or was reported as wrong.
    `dont_know` may answer any question, and `[dont_know]` is the same."""
    if value is None:
        return None
    if type(value) is bool and question.type == "boolean":
        return value  # most answers, and those that need no look at a foreign value
    if text_of(value) == DONT_KNOW:
        return DONT_KNOW
    return _CHECKS[question.type](question, value, report)


def _boolean(question: Question, value: object, report: Report) -> Value | None:
    _refuse("not-a-boolean", question, value, report)
    return None


def _integer(question: Question, value: object, report: Report) -> Value | None:
    number = integer_of(value)
    low, high = question.range or (0, 0)
    if number is None:
        _refuse("not-an-integer", question, value, report)
    elif not low <= number <= high:
        # a number is worded by its range alone, whatever else its digits may look like
        report("out-of-range", allowed=allowed(question))
        number = None
    return number


def _choice(question: Question, value: object, report: Report) -> Value | None:
    text = text_of(value)
    if text is not None and any(option.id == text for option in question.options):
        return text
    _refuse("not-an-option" if text is not None else "not-one-option", question, value, report)
    return None


def _choices(question: Question, value: object, report: Report) -> Value | None:
    members = members_of(value)
    if members is None:
        _refuse("not-a-list", question, value, report)
        return None
    if len(members) > MAX_ENTRIES:
        report("too-many-entries", limit=MAX_ENTRIES)
        return None
    if not members:
        return ()
    known = [option.id for option in question.options]
    known.append(DONT_KNOW)
    given: set[str] = set()
    wrong = False
    for index, member in enumerate(members):
        text = text_of(member)
        if text is None or text not in known:
            wrong = True
            _refuse("not-an-option", question, member, report, f"/{index}")
        elif text in given:
            wrong = True
            report("option-twice", f"/{index}", option=text)
        else:
            given.add(text)
    if wrong:
        return None
    ordered = tuple([option for option in known if option in given])
    return DONT_KNOW if ordered == (DONT_KNOW,) else ordered


def _refuse(code: str, question: Question, value: object, report: Report, below: str = "") -> None:
    """Reports a value that the question does not take: by its shape where it has one, else by
    `code` and with the known word that may have been meant."""
    names, text = with_dont_know(names_of(question)), text_of(value)
    meant = same_name(text, names) if text is not None else None
    shape = shape_in(value) if meant is None else None
    if shape is not None:
        report("identifying-value", below, allowed=allowed(question), shape=shape)
        return
    if meant is None and text is not None:
        meant = near_name(text, names)
    report(code, below, allowed=allowed(question), suggestion=suggestion(meant))


_CHECKS: Mapping[str, Callable[[Question, object, Report], Value | None]] = {
    "boolean": _boolean,
    "integer": _integer,
    "choice": _choice,
    "choices": _choices,
}
