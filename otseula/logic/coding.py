"""Questions as binary variables, so chosen that every setting of them is a value.

One for a boolean, one for each option of a `choices` question, one fewer than there are options
of a `choice` (the first that is on is the value), one fewer than there are intervals between the
thresholds of an integer (likewise), and one more where a condition reads whether it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from otseula.frozen import dataclass
from otseula.logic.conditions import (
    DONT_KNOW,
    Condition,
    ConditionSet,
    Known,
    QuestionDomain,
    QuestionTest,
    Ref,
    Value,
    parts_of,
    walk,
)
from otseula.logic.ordering import together


@dataclass(frozen=True, slots=True)
class Coding:
    """The variables of one question. `kinds` are its values as far as any condition tells them
    apart, each with a setting of `variables` (None: either); `known` is read by `known: q`."""

    variables: tuple[int, ...]
    kinds: tuple[tuple[Value, tuple[int | None, ...]], ...]
    known: int | None


def settings(coding: Coding, domain: QuestionDomain, value: Value) -> dict[int, int]:
    """The variables that a value fixes. In a list that holds `dont_know` the unmarked options
    stay open."""
    if domain.type == "choices":
        assert isinstance(value, tuple)
        return {
            variable: int(option in value)
            for option, variable in zip(domain.options, coding.variables, strict=True)
            if option in value or DONT_KNOW not in value
        }
    for kind, setting in coding.kinds:
        if _same_kind(domain, coding, kind, value):
            return {v: s for v, s in zip(coding.variables, setting, strict=True) if s is not None}
    raise AssertionError("a checked value is of some kind")


def _same_kind(domain: QuestionDomain, coding: Coding, kind: Value, value: Value) -> bool:
    if domain.type != "integer":
        return kind == value
    assert isinstance(kind, int)
    assert isinstance(value, int)
    later = [other for other, _ in coding.kinds if isinstance(other, int) and other > kind]
    return kind <= value and all(value < other for other in later)


def codings_of(conditions: ConditionSet) -> dict[str, Coding]:
    tests: dict[str, list[QuestionTest]] = {name: [] for name in conditions.questions}
    known: set[str] = set()
    for part in _all_parts(conditions):
        if isinstance(part, QuestionTest):
            tests[part.question].append(part)
        elif isinstance(part, Known):
            known.add(part.question)
    codings, free = {}, 0
    for name, domain in conditions.questions.items():
        count, kinds = _KINDS[domain.type](domain, tests[name])
        variables = tuple(range(free, free + count))
        free += count
        of_known = free if name in known else None
        free += name in known
        codings[name] = Coding(variables, tuple(kinds), of_known)
    places = _ordering(conditions, codings, free)
    return {
        name: Coding(
            tuple(places[v] for v in coding.variables),
            coding.kinds,
            None if coding.known is None else places[coding.known],
        )
        for name, coding in codings.items()
    }


_Kinds = list[tuple[Value, tuple[int | None, ...]]]


def _first_on(values: Sequence[Value]) -> tuple[int, _Kinds]:
    """One variable for each value but the last; the first that is on names the value."""
    count = len(values) - 1
    return count, [
        (value, (0,) * at + (1,) * (at < count) + (None,) * (count - at - 1))
        for at, value in enumerate(values)
    ]


def _intervals(domain: QuestionDomain, tests: Sequence[QuestionTest]) -> tuple[int, _Kinds]:
    """The least number of each interval within which no test tells numbers apart."""
    assert domain.range is not None
    low, high = domain.range
    starts = {low}
    for test in tests:
        starts |= starts_of(test)
    return _first_on([start for start in sorted(starts) if low <= start <= high])


def starts_of(test: QuestionTest) -> set[int]:
    """The numbers that a test on an integer tells from the next lower one."""
    operand = test.operand
    ends = operand if isinstance(operand, tuple) else (operand, operand)
    first, last = int(ends[0]), int(ends[1])
    return {
        "at_least": {first},
        "at_most": {last + 1},
        "is": {first, first + 1},
        "between": {first, last + 1},
    }[test.operator]


_KINDS: Mapping[str, Callable[[QuestionDomain, Sequence[QuestionTest]], tuple[int, _Kinds]]] = {
    "boolean": lambda _, __: _first_on([True, False]),
    "choice": lambda domain, _: _first_on(list(domain.options)),
    "integer": _intervals,
    "choices": lambda domain, _: (len(domain.options), []),
}


def _all_parts(conditions: ConditionSet) -> Iterator[Condition]:
    for condition in conditions.nodes.values():
        yield from walk(condition)
    for domain in conditions.questions.values():
        if domain.applies_when is not None:
            yield from walk(domain.applies_when)


def _ordering(conditions: ConditionSet, codings: Mapping[str, Coding], count: int) -> list[int]:
    """A place for each variable: by the groups that one condition, or one part of it, reads."""
    groups: list[tuple[int, ...]] = []

    def read(condition: Condition) -> frozenset[int]:
        if isinstance(condition, Ref):
            return frozenset()
        if isinstance(condition, QuestionTest | Known):
            coding, domain = codings[condition.question], conditions.questions[condition.question]
            own = coding.variables
            if isinstance(condition, QuestionTest) and domain.type == "choices":
                marked = (
                    {condition.operand}
                    if isinstance(condition.operand, str)
                    else {*(condition.operand if isinstance(condition.operand, tuple) else ())}
                )
                own = tuple(v for o, v in zip(domain.options, own, strict=True) if o in marked)
            return frozenset(own) | ({coding.known} if coding.known is not None else set())
        found = frozenset[int]().union(*(read(part) for part in parts_of(condition)))
        if len(found) > 1:
            groups.append(tuple(found))
        return found

    for condition in conditions.nodes.values():
        read(condition)
    for name, domain in conditions.questions.items():
        if domain.applies_when is not None:
            groups.append(tuple(read(domain.applies_when) | {*codings[name].variables}))
    return together([g for g in groups if g], count)
