"""What to write for "the answer is another one": the opposite of a test, without `not`."""

from __future__ import annotations

from otseula.rulebase.entries import Entry
from otseula.rulebase.syntax import ConditionSyntax
from otseula.text import Text


def positive_form(test: ConditionSyntax, question: Entry) -> Text:
    """The condition, as an author writes it, that is met where the question has an answer for
    which the test is not met. Where only a `not` can say so, it is held to those who are asked."""
    kind = question.data["type"]
    form = {"boolean": _boolean, "choice": _choice, "integer": _integer}.get(kind, _none)(
        test, question
    )
    if form:
        return Text(form, form, form)
    return Text(
        f"{{all: [<kysymyksen {question.id} applies_when>, {{not: …}}]}}",
        f"{{all: [<applies_when för frågan {question.id}>, {{not: …}}]}}",
        f"{{all: [<the applies_when of {question.id}>, {{not: …}}]}}",
    )


def _boolean(test: ConditionSyntax, question: Entry) -> str:
    return f"{{{question.id}: {'true' if test.value is False else 'false'}}}"


def _choice(test: ConditionSyntax, question: Entry) -> str:
    named = test.value if isinstance(test.value, tuple) else (test.value,)
    others = [each["id"] for each in question.data["options"] if each["id"] not in named]
    if len(others) == 1:
        return f"{{{question.id}: {others[0]}}}"
    return f"{{{question.id}: [{', '.join(others)}]}}" if others else ""


def _integer(test: ConditionSyntax, question: Entry) -> str:
    """Nothing for a test by a parameter: a number that is one more or less has no name."""
    value = test.value
    ends = value if isinstance(value, tuple) else (value, value)
    numbers = [end for end in ends if isinstance(end, int)]
    if len(numbers) != 2:
        return ""
    first, last = numbers
    low, high = question.data["range"]
    parts = []
    if test.operator != "at_most" and first > low:
        parts.append(f"{{{question.id}: {{at_most: {first - 1}}}}}")
    if test.operator != "at_least" and last < high:
        parts.append(f"{{{question.id}: {{at_least: {last + 1}}}}}")
    return f"{{any: [{', '.join(parts)}]}}" if len(parts) == 2 else "".join(parts)


def _none(test: ConditionSyntax, question: Entry) -> str:
    """Of the options of `choices` only a `not` can say that one is missing."""
    return ""
