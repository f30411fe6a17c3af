"""From the author's YAML form of a condition to the terms the engines read, for tests only.

The real binder belongs to `otseula.rulebase`; this one trusts its input and knows nothing of
places, periods or layers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from otseula.logic.conditions import (
    AllOf,
    Answers,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Known,
    Not,
    QuestionDomain,
    QuestionTest,
    Ref,
)


@dataclass
class _Names:
    types: Mapping[str, str]
    parameters: Mapping[str, int] = field(default_factory=dict)

    def number(self, written: Any) -> int:
        return self.parameters[written[1:]] if isinstance(written, str) else written

    def condition(self, form: Any) -> Condition:
        if isinstance(form, str):
            return QuestionTest(form, "is", True) if form in self.types else Ref(form)
        if "of" in form:
            return AtLeast(self.number(form["at_least"]), self.parts(form["of"]))
        [(key, value)] = form.items()
        if key == "all":
            return AllOf(self.parts(value))
        if key == "any":
            return AnyOf(self.parts(value))
        if key == "none":
            return Not(AnyOf(self.parts(value)))
        if key == "not":
            return Not(self.condition(value))
        if key == "known":
            return Known(value)
        if key not in self.types:
            return Ref(key) if value else Not(Ref(key))
        return self.test(key, value)

    def parts(self, forms: list[Any]) -> tuple[Condition, ...]:
        return tuple(self.condition(form) for form in forms)

    def test(self, question: str, value: Any) -> QuestionTest:
        if self.types[question] == "boolean":
            return QuestionTest(question, "is", value)
        if self.types[question] == "choice":
            options = (value,) if isinstance(value, str) else tuple(value)
            return QuestionTest(question, "one_of", options)
        [(operator, operand)] = value.items()
        if self.types[question] == "choices":
            operand = operand if isinstance(operand, str) else tuple(operand)
        elif operator == "between":
            operand = tuple(map(self.number, operand))
        else:
            operand = self.number(operand)
        return QuestionTest(question, operator, operand)


def condition_set(fragment: Mapping[str, Any], **more: Any) -> ConditionSet:
    """The fragment's questions and criteria, and `more` criteria by id."""
    names = _Names(
        {q["id"]: q["type"] for q in fragment["questions"]},
        {p["id"]: p["value"] for p in fragment.get("parameters", [])},
    )
    questions = {
        q["id"]: QuestionDomain(
            q["id"],
            q["type"],
            tuple(q.get("options", ())),
            tuple(q["range"]) if "range" in q else None,
            names.condition(q["applies_when"]) if "applies_when" in q else None,
        )
        for q in fragment["questions"]
    }
    nodes = {c["id"]: names.condition(c["when"]) for c in fragment.get("criteria", [])}
    nodes |= {name: names.condition(form) for name, form in more.items()}
    return ConditionSet(questions, nodes)


def checked(answers: Mapping[str, Any]) -> Answers:
    """Answers as the engines get them: lists as tuples."""
    return {q: tuple(v) if isinstance(v, list) else v for q, v in answers.items()}
