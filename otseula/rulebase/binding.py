"""A condition as written -> the terms of otseula.logic.conditions, with the questions and
parameters of one period. Names are followed no further than one step: a chain of names may be
hundreds long, one condition is at most 64 deep."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from otseula.errors import Place
from otseula.logic.conditions import (
    DONT_KNOW,
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Known,
    Not,
    QuestionTest,
    Ref,
)
from otseula.rulebase.diagnostics import Findings, nearest
from otseula.rulebase.entries import Entry
from otseula.rulebase.syntax import ConditionSyntax
from otseula.text import Text

#: What authors write for yes and no where YAML 1.2 has true and false.
_YES_AND_NO = frozenset({"yes", "no", "on", "off", "kyllä", "ei", "ja", "nej", "True", "False"})


@dataclass(slots=True)
class Binder:
    """Binds the conditions of one period. A name that is not there gives None and no finding:
    otseula.rulebase.names has told of it."""

    named: Mapping[str, Entry]
    parameters: Mapping[str, Entry]
    situations: Sequence[str]
    findings: Findings

    def bind(self, syntax: ConditionSyntax) -> Condition | None:
        """The condition, or None where something in it is wrong; every part is looked at."""
        return _FORMS[syntax.form](self, syntax)

    def _name(self, syntax: ConditionSyntax) -> Condition | None:
        entry = self.named.get(syntax.name)
        if entry is None:
            return None
        if entry.list != "questions":
            return Ref(syntax.name)
        kind = entry.data.get("type")
        if kind == "boolean":
            return QuestionTest(syntax.name, "is", True)
        if kind is not None:
            self.findings.add(
                "OTS424", syntax.place, name=syntax.name, allowed=_ALLOWED[kind], kind=kind
            )
        return None

    def _known(self, syntax: ConditionSyntax) -> Condition | None:
        entry = self.named.get(syntax.name)
        return Known(syntax.name) if entry is not None and entry.list == "questions" else None

    def _not(self, syntax: ConditionSyntax) -> Condition | None:
        part = self.bind(syntax.parts[0])
        return None if part is None else Not(part)

    def _all(self, syntax: ConditionSyntax) -> Condition | None:
        parts = self._parts(syntax)
        return AllOf(parts) if parts else None

    def _any(self, syntax: ConditionSyntax) -> Condition | None:
        parts = self._parts(syntax)
        return AnyOf(parts) if parts else None

    def _none(self, syntax: ConditionSyntax) -> Condition | None:
        parts = self._parts(syntax)
        return Not(AnyOf(parts)) if parts else None

    def _of(self, syntax: ConditionSyntax) -> Condition | None:
        parts = self._parts(syntax)
        count = self._number(syntax.value)
        length = len(self.situations) if syntax.name else len(syntax.parts)
        if count is None or not length:
            return None
        if not 1 <= count <= length:
            place = syntax.value_place or syntax.place
            self.findings.add("OTS426", place, count=count, length=length)
            return None
        return AtLeast(count, parts) if parts else None

    def _parts(self, syntax: ConditionSyntax) -> tuple[Condition, ...] | None:
        if syntax.name:
            return tuple(Ref(name) for name in self.situations)
        parts = [self.bind(part) for part in syntax.parts]
        bound = tuple(part for part in parts if part is not None)
        return bound if len(bound) == len(parts) else None

    def _test(self, syntax: ConditionSyntax) -> Condition | None:
        entry = self.named.get(syntax.name)
        if entry is None:
            return None
        if entry.list != "questions":
            if isinstance(syntax.value, bool):
                return Ref(syntax.name) if syntax.value else Not(Ref(syntax.name))
            self.findings.add("OTS425", _value_place(syntax), name=syntax.name)
            return None
        kind = entry.data.get("type")
        return None if kind is None else _TESTS[kind](self, syntax, entry)

    def _boolean(self, syntax: ConditionSyntax, question: Entry) -> Condition | None:
        if isinstance(syntax.value, bool):
            return QuestionTest(question.id, "is", syntax.value)
        if syntax.value in _YES_AND_NO and not syntax.operator:
            self.findings.add("OTS428", _value_place(syntax), word=str(syntax.value))
            return None
        return self._wrong_test(syntax, question)

    def _choice(self, syntax: ConditionSyntax, question: Entry) -> Condition | None:
        if syntax.operator or isinstance(syntax.value, int):
            return self._wrong_test(syntax, question)
        options = self._options(syntax, question)
        return None if options is None else QuestionTest(question.id, "one_of", options)

    def _choices(self, syntax: ConditionSyntax, question: Entry) -> Condition | None:
        if syntax.operator not in ("includes", "includes_any", "includes_all"):
            return self._wrong_test(syntax, question)
        options = self._options(syntax, question)
        if options is None:
            return None
        operand = options[0] if syntax.operator == "includes" else options
        return QuestionTest(question.id, syntax.operator, operand)

    def _integer(self, syntax: ConditionSyntax, question: Entry) -> Condition | None:
        if not syntax.operator and type(syntax.value) is int:
            place = _value_place(syntax)
            self.findings.add("OTS414", place, name=question.id, number=syntax.value)
            return None
        if syntax.operator not in ("at_least", "at_most", "between", "is"):
            return self._wrong_test(syntax, question)
        several = isinstance(syntax.value, tuple)
        written = syntax.value if isinstance(syntax.value, tuple) else (syntax.value,)
        places = syntax.value_places if several else (_value_place(syntax),)
        numbers = [
            self._threshold(value, question, place)
            for value, place in zip(written, places, strict=True)
        ]
        if None in numbers:
            return None
        bound = tuple(number for number in numbers if number is not None)
        if len(bound) == 1:
            return QuestionTest(question.id, syntax.operator, bound[0])
        low, high = bound
        if low > high:
            self.findings.add("OTS417", _value_place(syntax), low=low, high=high)
            return None
        return QuestionTest(question.id, "between", (low, high))

    def _threshold(self, value: object, question: Entry, place: Place) -> int | None:
        number = self._number(value)
        limits = question.data.get("range")
        if number is None or limits is None:
            return None
        low, high = limits
        if low <= number <= high:
            return number
        self.findings.add(
            "OTS416", place, number=number, name=question.id, low=low, high=high
        )  # fmt: skip
        return None

    def _number(self, value: object) -> int | None:
        if isinstance(value, int):
            return value
        parameter = self.parameters.get(str(value)[1:])
        number = None if parameter is None else parameter.data.get("value")
        return number if isinstance(number, int) else None

    def _options(self, syntax: ConditionSyntax, question: Entry) -> tuple[str, ...] | None:
        several = isinstance(syntax.value, tuple)
        written = syntax.value if isinstance(syntax.value, tuple) else (syntax.value,)
        places = syntax.value_places if several else (_value_place(syntax),)
        options = tuple(option["id"] for option in question.data.get("options", ()))
        if not options:
            return None
        whole = True
        for name, place in zip(written, places, strict=True):
            if name in options:
                continue
            whole = False
            if name == DONT_KNOW:
                self.findings.add("OTS427", place, name=question.id)
                continue
            near = nearest(str(name), options)
            self.findings.add(
                "OTS415", place, option=str(name), name=question.id, allowed=options, near=near
            )
        return tuple(map(str, written)) if whole else None

    def _wrong_test(self, syntax: ConditionSyntax, question: Entry) -> Condition | None:
        kind = question.data["type"]
        self.findings.add(
            "OTS413", _value_place(syntax), name=question.id, kind=kind, allowed=_ALLOWED[kind]
        )
        return None


def _value_place(syntax: ConditionSyntax) -> Place:
    return syntax.value_place or syntax.place


_Form = Callable[[Binder, ConditionSyntax], Condition | None]
_FORMS: dict[str, _Form] = {
    "all": Binder._all,
    "any": Binder._any,
    "none": Binder._none,
    "not": Binder._not,
    "of": Binder._of,
    "name": Binder._name,
    "test": Binder._test,
    "known": Binder._known,
}
_Test = Callable[[Binder, ConditionSyntax, Entry], Condition | None]
_TESTS: dict[str, _Test] = {
    "boolean": Binder._boolean,
    "choice": Binder._choice,
    "choices": Binder._choices,
    "integer": Binder._integer,
}
#: How each type of question is tested.
_ALLOWED = {
    "boolean": Text("true, false"),
    "choice": Text(
        "vaihtoehto tai [vaihtoehtoja]",
        "ett alternativ eller [alternativ]",
        "an option or [options]",
    ),
    "choices": Text(
        "{includes: vaihtoehto}, {includes_any: [vaihtoehtoja]}, {includes_all: [vaihtoehtoja]}",
        "{includes: alternativ}, {includes_any: [alternativ]}, {includes_all: [alternativ]}",
        "{includes: option}, {includes_any: [options]}, {includes_all: [options]}",
    ),
    "integer": Text("{at_least: n}, {at_most: n}, {between: [a, b]}, {is: n}"),
}
