"""What conditions mean, found out in two other ways: every case written out, and z3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from random import Random
from typing import Any

import z3

from otseula.authoring.meaning.drawn import Meaning
from otseula.logic.conditions import (
    DONT_KNOW,
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
    walk,
)
from otseula.logic.truth import Specification
from tests.logic.random_conditions import contradictions, random_conditions
from tests.logic.test_completions import completions, values_of, without_known

#: Cases of one rule base that are written out at most.
MOST = 120


def small_bases(seed: int) -> Iterator[ConditionSet]:
    """Random rule bases, without end, of which every case can be written out."""
    random = Random(seed)
    while True:
        conditions = random_conditions(random, random.randint(1, 4))
        if prod(len(each) for each in _answers(conditions).values()) <= MOST:
            yield conditions


def _answers(conditions: ConditionSet) -> dict[str, list[Any]]:
    """The answers to each question; `dont_know` where a condition looks for it."""
    known = known_in(conditions)
    return {
        name: values_of(domain) + ([DONT_KNOW] if name in known else [])
        for name, domain in conditions.questions.items()
    }


def known_in(conditions: ConditionSet) -> set[str]:
    """The questions of which a condition reads whether they are known."""
    gates = [q.applies_when for q in conditions.questions.values() if q.applies_when]
    return {
        part.question
        for condition in (*conditions.nodes.values(), *gates)
        for part in walk(condition)
        if isinstance(part, Known)
    }


def every_case(conditions: ConditionSet) -> Iterator[tuple[Answers, dict[str, Truth]]]:
    """Each case in which everything has been asked, and what is settled of every node in it."""
    answers, specification = _answers(conditions), Specification(conditions)
    for picked in product(*answers.values()):
        case: Answers = dict(zip(answers, picked, strict=True))
        if DONT_KNOW not in picked and not contradictions(specification, dict(case)):
            yield case, dict(specification.evaluate(case).nodes)  # its only completion
            continue
        plain = without_known(conditions, case)
        found = [truths for _, truths in completions(plain, case)]
        yield case, {name: _settled([each[name] for each in found]) for name in conditions.nodes}


def _settled(truths: list[Truth]) -> Truth:
    return truths[0] if len(set(truths)) == 1 else Truth.UNKNOWN


class Solver:
    """The same conditions as formulas of z3, written down from the rules of the language."""

    def __init__(self, conditions: ConditionSet) -> None:
        self.conditions = conditions
        self.values: dict[str, Any] = {}
        self.known = {name: z3.Bool(f"known {name}") for name in conditions.questions}
        self.limits: list[Any] = []
        for name, domain in conditions.questions.items():
            self.values[name] = self._variable(name, domain)
        self.rails = {
            name: (self._settled(f), self._settled(z3.Not(f)))
            for name in conditions.nodes
            for f in [self._formula(Ref(name))]
        }

    def never(self, name: str) -> bool:
        return self._unsatisfiable(self.rails[name][0])

    def always(self, name: str) -> bool:
        return self._unsatisfiable(z3.Not(self.rails[name][0]))

    def same(self, name: str, other: str) -> bool:
        (f, g), (h, i) = self.rails[name], self.rails[other]
        return self._unsatisfiable(z3.Or(f != h, g != i))

    def implies(self, name: str, other: str) -> bool:
        return self._unsatisfiable(z3.And(self.rails[name][0], z3.Not(self.rails[other][0])))

    def _unsatisfiable(self, formula: Any) -> bool:
        solver = z3.Solver()
        solver.add(*self.limits, formula)
        return solver.check() == z3.unsat

    def _variable(self, name: str, domain: QuestionDomain) -> Any:
        if domain.type == "boolean":
            return z3.Bool(name)
        if domain.type == "choices":
            return {option: z3.Bool(f"{name} {option}") for option in domain.options}
        number = z3.Int(name)
        low, high = domain.range or (0, len(domain.options) - 1)
        self.limits.append(z3.And(low <= number, number <= high))
        return number

    def _settled(self, formula: Any) -> Any:
        for name in known_in(self.conditions):
            domain = self.conditions.questions[name]
            each = [z3.substitute(formula, *self._fixed(name, v)) for v in values_of(domain)]
            formula = z3.If(self.known[name], formula, z3.And(each))
        return formula

    def _fixed(self, name: str, value: Any) -> list[tuple[Any, Any]]:
        domain, variable = self.conditions.questions[name], self.values[name]
        if domain.type == "choices":
            return [(mark, z3.BoolVal(option in value)) for option, mark in variable.items()]
        if domain.type == "choice":
            return [(variable, z3.IntVal(domain.options.index(value)))]
        return [(variable, z3.BoolVal(value) if value in (True, False) and domain.type == "boolean"
                 else z3.IntVal(value))]  # fmt: skip

    def _formula(self, condition: Condition) -> Any:
        match condition:
            case Ref(name):
                return self._formula(self.conditions.nodes[name])
            case Not(part):
                return z3.Not(self._formula(part))
            case AllOf(parts):
                return z3.And([self._formula(part) for part in parts])
            case AnyOf(parts):
                return z3.Or([self._formula(part) for part in parts])
            case AtLeast(count, parts):
                return z3.Sum([z3.If(self._formula(part), 1, 0) for part in parts]) >= count
            case Known(question):
                return z3.And(self.known[question], self._applies(question))
        return z3.And(self._test(condition), self._applies(condition.question))

    def _applies(self, question: str) -> Any:
        applies_when = self.conditions.questions[question].applies_when
        return z3.BoolVal(True) if applies_when is None else self._formula(applies_when)

    def _test(self, test: QuestionTest) -> Any:
        value, operand = self.values[test.question], test.operand
        options = (operand,) if isinstance(operand, str) else operand
        match test.operator:
            case "is":
                return value == operand
            case "one_of":
                known = self.conditions.questions[test.question].options
                return z3.Or([value == known.index(option) for option in options])
            case "at_least":
                return value >= operand
            case "at_most":
                return value <= operand
            case "between":
                return z3.And(operand[0] <= value, value <= operand[1])
            case "includes_all":
                return z3.And([value[option] for option in options])
        return z3.Or([value[option] for option in options])


@dataclass(frozen=True)
class Compared:
    """How much was compared, and how often the answer was yes: what is never yes shows little."""

    pairs: int
    never: int
    always: int
    same: int
    implied: int
    known: int


def compare(seed: int, pairs: int) -> Compared:
    """Holds the diagrams to every case and to z3, until so many pairs have been compared."""
    counts = dict.fromkeys(("pairs", "never", "always", "same", "implied", "known"), 0)
    for conditions in small_bases(seed):
        if len(conditions.nodes) < 2:
            continue  # no pair
        meaning, solver = Meaning(conditions), Solver(conditions)
        cases = [settled for _, settled in every_case(conditions)]
        names = list(conditions.nodes)[-4:]
        counts["known"] += bool(known_in(conditions))
        for name in names:
            f = meaning.named(name)
            never = all(case[name] is not Truth.MET for case in cases)
            always = all(case[name] is Truth.MET for case in cases)
            assert meaning.never(f) == solver.never(name) == never, (conditions, name)
            assert meaning.always(f) == solver.always(name) == always, (conditions, name)
            counts["never"] += never
            counts["always"] += always
            for other in names[: names.index(name)]:
                g = meaning.named(other)
                same = all(case[name] is case[other] for case in cases)
                implied = all(case[other] is Truth.MET for case in cases if case[name] is Truth.MET)
                assert meaning.same(f, g) == solver.same(name, other) == same, conditions
                assert meaning.implies(f, g) == solver.implies(name, other) == implied, conditions
                counts["pairs"] += 1
                counts["same"] += same
                counts["implied"] += implied
        if counts["pairs"] >= pairs:
            return Compared(**counts)
    raise AssertionError("small_bases has no end")
