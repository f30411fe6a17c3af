"""Checking a case of which everything is plainly right, as almost all cases are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from operator import is_

from otseula.logic.conditions import Value
from otseula.rulebase.model import Period
from otseula.screening.answer_value import checked_value
from otseula.screening.case import CheckedCase
from otseula.screening.foreign import MAX_ENTRIES
from otseula.text import Text

#: Values of one question that are remembered.
_MOST = 10_000

#: The type of right answers that are neither a text nor a list. A boolean is no number.
_TYPES: Mapping[str, type] = {"boolean": bool, "integer": int, "choice": str, "choices": str}


class PlainCases:
    """Tells cases that check_case would let pass as far as their values go. Remembers which
    values of a question are right, never a case. Safe to share between threads."""

    def __init__(self, period: Period) -> None:
        self._questions = period.questions
        self._right: list[tuple[str, type, dict[Value, Value]]] = [
            (name, _TYPES[question.type], {}) for name, question in period.questions.items()
        ]

    def checked(self, answers: object) -> CheckedCase | None:
        """The case, checked but for contradictions; None where something is not plainly right,
        and check_case must say what."""
        if type(answers) is not dict or len(answers) > MAX_ENTRIES:
            return None
        if not _texts(answers):
            return None
        found: dict[str, Value] = {}
        for name, own, right in self._right:  # in author order, as a checked case has them
            value = answers.get(name)
            if value is None:
                continue
            kind = type(value)
            if kind is own or kind is str:
                told = value
            elif (kind is list or kind is tuple) and _texts(value):
                told = tuple(value)
            else:
                return None
            checked = right.get(told)
            if checked is None:
                checked = self._value(name, told, right)
                if checked is None:
                    return None
            found[name] = checked
        if len(found) < len(answers) and not self._questions.keys() >= answers.keys():
            return None
        return CheckedCase(found)

    def _value(self, name: str, told: Value, right: dict[Value, Value]) -> Value | None:
        """A value that was not met before; None where it is not right."""
        wrong: list[str] = []

        def report(code: str, below: str = "", **fill: Text | str | int) -> None:
            wrong.append(code)

        checked = checked_value(self._questions[name], told, report)
        if wrong or checked is None:
            return None
        if len(right) >= _MOST:
            right.clear()
        right[told] = checked
        return checked


def _texts(values: Iterable[object]) -> bool:
    """Whether all are plain texts. By identity: to ask a set for a type would run the code of a
    foreign metaclass."""
    return all(map(is_, map(type, values), repeat(str)))
