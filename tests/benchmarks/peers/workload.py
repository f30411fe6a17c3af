"""What every engine is given: rules twice (otseula's own form, and neutral trees), and complete
cases. The same from the same seed, on every machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from otseula.logic.conditions import (
    AllOf,
    Answers,
    AnyOf,
    Condition,
    ConditionSet,
    Not,
    QuestionDomain,
    QuestionTest,
    Truth,
    Value,
)
from otseula.logic.truth import Specification
from tests.benchmarks.peers.neutral import neutral
from tests.benchmarks.peers.shipped import shipped_cases, shipped_conditions
from tests.benchmarks.peers.tree import FactValue, Rules

SEED = 20_261_122
#: 60 facts of three kinds.
BOOLEANS, CHOICES, INTEGERS = 30, 15, 15
CASES = 200
#: How often a boolean is true, in one case and the next.
SHARES = (0.2, 0.5, 0.1, 0.3)


@dataclass(frozen=True)
class Workload:
    """`cases` as otseula gets them, `facts` the same as peers get them; `truths` what the
    specification says of the first cases, by position: the truth of each rule, in order."""

    name: str
    conditions: ConditionSet
    rules: Rules
    cases: Sequence[Answers]
    facts: Sequence[Mapping[str, FactValue]]
    truths: Sequence[tuple[bool, ...]]


@cache
def workload(name: str) -> Workload:
    """`shipped`, or a number of synthetic rules."""
    if name == "shipped":
        conditions = shipped_conditions()
        return _whole(name, conditions, shipped_cases(conditions, CASES, SEED))
    conditions = synthetic(int(name))
    return _whole(name, conditions, [case_of(conditions, number) for number in range(CASES)])


def _whole(name: str, conditions: ConditionSet, cases: Sequence[Answers]) -> Workload:
    specification, rules = Specification(conditions), neutral(conditions)
    truths = []
    for case in cases:
        said = specification.evaluate(case).nodes.values()
        if Truth.UNKNOWN in said:
            raise AssertionError("a case of the workload is not complete")
        truths.append(tuple(truth is Truth.MET for truth in said))
    return Workload(name, conditions, rules, cases, [rules.facts_of(c) for c in cases], truths)


def synthetic(rules: int, seed: int = SEED) -> ConditionSet:
    """Rules of 2 to 6 tests, nested. More rules begin with the same ones as fewer."""
    questions = {q.id: q for q in _questions(Random(f"{seed} questions"))}
    names = list(questions.values())
    return ConditionSet(
        questions, {f"r{at}": _rule(Random(f"{seed} {at}"), names) for at in range(rules)}
    )


def _questions(random: Random) -> list[QuestionDomain]:
    return [
        *(QuestionDomain(f"b{at}", "boolean") for at in range(BOOLEANS)),
        *(
            QuestionDomain(f"c{at}", "choice", tuple("abcdef"[: random.randint(3, 6)]))
            for at in range(CHOICES)
        ),
        *(
            QuestionDomain(f"n{at}", "integer", range=(0, random.choice([5, 18, 40, 100])))
            for at in range(INTEGERS)
        ),
    ]


def _rule(random: Random, questions: Sequence[QuestionDomain]) -> Condition:
    rule = _nested(random, random.sample(questions, random.randint(2, 6)))
    # A negated whole rule would be met by most cases, as hardly any real rule is.
    return rule.part if isinstance(rule, Not) else rule


def _nested(random: Random, asked: Sequence[QuestionDomain]) -> Condition:
    """All, any or their negation over some tests and smaller conditions."""
    if len(asked) == 1:
        test = _test(random, asked[0])
        return Not(test) if random.random() < 0.05 else test
    cuts = sorted(random.sample(range(1, len(asked)), min(len(asked) - 1, random.randint(1, 3))))
    pieces = zip([0, *cuts], [*cuts, len(asked)], strict=True)
    parts = tuple(_nested(random, asked[start:stop]) for start, stop in pieces)
    whole = AllOf(parts) if random.random() < 0.75 else AnyOf(parts)
    return Not(whole) if random.random() < 0.1 else whole


def _test(random: Random, question: QuestionDomain) -> QuestionTest:
    match question.type:
        case "boolean":
            return QuestionTest(question.id, "is", random.random() < 0.8)
        case "choice":
            options = tuple(random.sample(question.options, random.randint(1, 2)))
            return QuestionTest(question.id, "one_of", options)
    assert question.range is not None
    low, high = sorted(random.randint(*question.range) for _ in range(2))
    operator, operand = random.choice(
        [("at_least", max(low, 1)), ("at_most", low), ("between", (low, high))]
    )
    return QuestionTest(question.id, operator, operand)


def case_of(conditions: ConditionSet, number: int, seed: int = SEED) -> Answers:
    """One complete case; some people say yes to more than others, and those who evaluate only
    the first few cases get some of each."""
    random = Random(f"{seed} case {number}")
    share = SHARES[number % len(SHARES)]
    return {q.id: _value(random, q, share) for q in conditions.questions.values()}


def _value(random: Random, question: QuestionDomain, share: float) -> Value:
    match question.type:
        case "boolean":
            return random.random() < share
        case "choice":
            return random.choice(question.options)
    assert question.range is not None
    return random.randint(*question.range)
