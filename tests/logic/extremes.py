"""Conditions at the edges of what must load and run, with cases worked out by counting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    Truth,
)

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN


@dataclass(frozen=True)
class Extreme:
    """The node `probe`, and its truth in some cases."""

    conditions: ConditionSet
    cases: tuple[tuple[Answers, Truth], ...]


def _yes(number: int) -> QuestionTest:
    return QuestionTest(f"q{number}", "is", True)


def _booleans(count: int) -> dict[str, QuestionDomain]:
    return {f"q{i}": QuestionDomain(f"q{i}", "boolean") for i in range(count)}


def _answers(yes: int, no: int, total: int) -> Answers:
    """`yes` times yes, then dont_know or nothing in turn, then `no` times no."""
    answers: dict[str, bool | str] = {f"q{i}": True for i in range(yes)}
    answers |= {f"q{i}": "dont_know" for i in range(yes, total - no, 2)}
    answers |= {f"q{i}": False for i in range(total - no, total)}
    return answers


def counting(count: int, total: int) -> Extreme:
    """At least `count` of `total` questions."""
    probe = AtLeast(count, tuple(_yes(i) for i in range(total)))
    cases = [
        (_answers(yes, no, total), _truth(count, yes, total - no))
        for yes in {0, 1, count - 1, count, total}
        for no in {0, 1, total - count, total - count + 1, total}
        if yes + no <= total
    ]
    return Extreme(ConditionSet(_booleans(total), {"probe": probe}), tuple(cases))


def _truth(count: int, met: int, met_or_unknown: int) -> Truth:
    return MET if met >= count else NOT_MET if met_or_unknown < count else UNKNOWN


def _wide_any() -> Extreme:
    """One of 200 pairs."""
    pairs = tuple(AllOf((_yes(i), _yes(i + 200))) for i in range(200))
    return Extreme(
        ConditionSet(_booleans(400), {"probe": AnyOf(pairs)}),
        (
            ({}, UNKNOWN),
            ({"q137": True, "q337": True}, MET),
            ({f"q{i}": False for i in range(200)}, NOT_MET),
            ({f"q{i}": True for i in range(200)}, UNKNOWN),
            ({f"q{i}": True for i in range(400)}, MET),
            ({f"q{i}": False for i in range(200) if i != 99}, UNKNOWN),
        ),
    )


def _long_all() -> Extreme:
    """All of 300 questions."""
    everything: Condition = AllOf(tuple(_yes(i) for i in range(300)))
    yes = {f"q{i}": True for i in range(300)}
    return Extreme(
        ConditionSet(_booleans(300), {"probe": everything, "opposite": Not(Ref("probe"))}),
        (
            ({}, UNKNOWN),
            (yes, MET),
            (yes | {"q299": False}, NOT_MET),
            (yes | {"q0": "dont_know"}, UNKNOWN),
            ({"q150": False}, NOT_MET),
        ),
    )


def _all_of_anys() -> Extreme:
    """A product of 30 sums of four: 4 to the 30th alternatives if it were written out."""
    sums = tuple(AnyOf(tuple(_yes(4 * i + j) for j in range(4))) for i in range(30))
    first = {f"q{4 * i}": True for i in range(30)}
    return Extreme(
        ConditionSet(_booleans(120), {"probe": AllOf(sums)}),
        (
            ({}, UNKNOWN),
            (first, MET),
            ({**first, "q8": False}, UNKNOWN),
            ({f"q{i}": False for i in (8, 9, 10, 11)}, NOT_MET),
        ),
    )


def _long_chain() -> Extreme:
    """400 names, each the opposite of the one before."""
    nodes: dict[str, Condition] = {"n0": _yes(0)}
    nodes |= {f"n{i}": Not(Ref(f"n{i - 1}")) for i in range(1, 401)}
    nodes["probe"] = Ref("n400")
    cases = (({}, UNKNOWN), ({"q0": True}, MET), ({"q0": False}, NOT_MET))
    return Extreme(ConditionSet(_booleans(1), nodes), cases)


def _chain_of_applies_when() -> Extreme:
    """300 questions, each asked only when the one before is yes; the first stands last."""
    questions = {
        f"q{i}": QuestionDomain(f"q{i}", "boolean", applies_when=_yes(i - 1) if i else None)
        for i in reversed(range(300))
    }
    yes = {f"q{i}": True for i in range(300)}
    return Extreme(
        ConditionSet(questions, {"probe": _yes(299), "known": Known("q299")}),
        (
            ({}, UNKNOWN),
            (yes, MET),
            ({"q0": False}, NOT_MET),
            ({"q0": "dont_know"}, UNKNOWN),
            ({**{f"q{i}": True for i in range(150)}, "q150": False}, NOT_MET),
            ({"q298": False}, NOT_MET),
            ({"q298": True}, UNKNOWN),
        ),
    )


def _deep() -> Extreme:
    """60 levels: all and any in turn, each beside one more question."""
    condition: Condition = _yes(0)
    for level in range(1, 61):
        kind = AllOf if level % 2 else AnyOf
        condition = kind((condition, _yes(level)))
    cases = (
        ({}, UNKNOWN),
        ({"q60": True}, MET),
        ({"q60": False, "q59": False}, NOT_MET),
        ({f"q{i}": i % 2 == 1 for i in range(61)}, NOT_MET),
        ({f"q{i}": i % 2 == 1 for i in range(61)} | {"q0": True}, MET),
    )
    return Extreme(ConditionSet(_booleans(61), {"probe": condition}), cases)


EXTREMES: Mapping[str, Callable[[], Extreme]] = {
    "14_of_24": lambda: counting(14, 24),
    "32_of_64": lambda: counting(32, 64),
    "1_of_64": lambda: counting(1, 64),
    "63_of_64": lambda: counting(63, 64),
    "64_of_64": lambda: counting(64, 64),
    "5_of_64": lambda: counting(5, 64),
    "wide_any": _wide_any,
    "long_all": _long_all,
    "all_of_anys": _all_of_anys,
    "long_chain": _long_chain,
    "chain_of_applies_when": _chain_of_applies_when,
    "deep": _deep,
}
