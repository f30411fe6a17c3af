"""The terms of a condition, bound to typed questions: what every engine reads.

Names are resolved, parameters replaced by their values and `none` written as `not` of `any`
before a condition gets here, so an engine never meets an error of the author.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from enum import Enum

from otseula.frozen import dataclass

DONT_KNOW = "dont_know"

#: A checked answer: a boolean, an option, a whole number, or the options of a `choices`
#: question. `DONT_KNOW` may stand for any of them, and beside options within a tuple.
Value = bool | int | str | tuple[str, ...]

#: The answers of one case, by question id. A question that is missing has not been asked.
Answers = Mapping[str, Value]


class Truth(Enum):
    """Met, not met, or not known from the answers given."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]


def truth_of_any(truths: Collection[Truth]) -> Truth:
    """That of "any of these"."""
    return next((t for t in (Truth.MET, Truth.UNKNOWN) if t in truths), Truth.NOT_MET)


_OPPOSITE = {
    Truth.MET: Truth.NOT_MET,
    Truth.NOT_MET: Truth.MET,
    Truth.UNKNOWN: Truth.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class AllOf:
    """Met when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Met when some part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Met when the part is not met."""

    part: Condition


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Met when at least `count` of the parts are, 1 <= count <= len(parts)."""

    count: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class QuestionTest:
    """A test on one question's value. Shapes of `operand` by `operator`:

    - `is`: a bool (boolean question) or an int (integer question)
    - `one_of`: a tuple of option ids (choice question)
    - `at_least`, `at_most`: an int; `between`: a pair of ints, both ends in
    - `includes`: an option id; `includes_any`, `includes_all`: a tuple of option ids
    """

    question: str
    operator: str
    operand: bool | int | str | tuple[str, ...] | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """Met when the question has a value."""

    question: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Another named condition: a criterion, a situation or a rule."""

    name: str


Condition = AllOf | AnyOf | Not | AtLeast | QuestionTest | Known | Ref


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The direct parts of a condition; none for a test, `known` or a name."""
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        return condition.parts
    return (condition.part,) if isinstance(condition, Not) else ()


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition and everything in it, outermost first, names not followed."""
    stack = [condition]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(parts_of(current)))


@dataclass(frozen=True, slots=True)
class QuestionDomain:
    """What the engines know of a question. `type` is boolean, choice, choices or integer;
    `options` without `dont_know`; `range` inclusive, integers only."""

    id: str
    type: str
    options: tuple[str, ...] = ()
    range: tuple[int, int] | None = None
    applies_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class ConditionSet:
    """The questions and named conditions in force on one day, without cycles.
    `nodes` is in dependency order: each name stands after the names it uses."""

    questions: Mapping[str, QuestionDomain]
    nodes: Mapping[str, Condition]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one engine says of one case: the truth of every node, and whether each question
    that has an `applies_when` applies."""

    nodes: Mapping[str, Truth]
    applies: Mapping[str, Truth] = field(default_factory=dict)
