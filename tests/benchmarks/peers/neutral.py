"""From otseula's conditions to trees that every peer can be told.

On a complete case, in which every question that applies has a value, otseula's three values are
two, and a question that does not apply makes each test on it not met: its fact then holds a value
that no test of it is met by.
"""

from __future__ import annotations

from collections.abc import Mapping

from otseula.logic.conditions import (
    AllOf,
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
from tests.benchmarks.peers.tree import All, Count, Fact, FactValue, No, Rules, Some, Test, Tree


def neutral(conditions: ConditionSet) -> Rules:
    """The same conditions, on complete cases."""
    written: dict[str, Tree] = {}
    facts = {name: _fact(domain) for name, domain in conditions.questions.items()}
    for name, condition in conditions.nodes.items():
        written[name] = _written(condition, conditions, written)
    return Rules(facts, written)


def _fact(domain: QuestionDomain) -> Fact:
    low = domain.range[0] if domain.range else 0
    absent: Mapping[str, FactValue] = {
        "boolean": False,
        "choice": "",
        "choices": [],
        "integer": low - 1,
    }
    conditional = domain.applies_when is not None
    return Fact(
        domain.id, domain.type, domain.options, absent[domain.type] if conditional else None
    )


def _written(condition: Condition, of: ConditionSet, named: Mapping[str, Tree]) -> Tree:
    match condition:
        case Ref(name):
            return named[name]
        case Not(part):
            return No(_written(part, of, named))
        case QuestionTest():
            return _test(condition, of, named)
        case Known(question):
            raise NotImplementedError(f"known: {question}; no shipped condition asks for it")
    parts = tuple(_written(part, of, named) for part in condition.parts)
    if len(parts) == 1:
        return parts[0]
    match condition:
        case AllOf():
            return All(parts)
        case AnyOf():
            return Some(parts)
        case AtLeast(count):
            return Count(count, parts)


def _test(test: QuestionTest, of: ConditionSet, named: Mapping[str, Tree]) -> Tree:
    domain, fact, operand = of.questions[test.question], test.question, test.operand
    match domain.type, test.operator, operand:
        case "boolean", "is", True:
            return Test(fact, "yes")
        case "boolean", "is", False:
            # An absent boolean is False, so that whether it applies must be asked as well.
            return _where_it_applies(Test(fact, "no"), domain, of, named)
        case "choice", "one_of", tuple(options):
            return Test(fact, "one_of", options)
        case "integer", "at_least", int(least):
            return Test(fact, "at_least", least)
        case "integer", "at_most", int(most):
            return _where_it_applies(Test(fact, "at_most", most), domain, of, named)
        case "integer", ("between" | "is"), _:
            low, high = operand if isinstance(operand, tuple) else (operand, operand)
            return All((Test(fact, "at_least", low), Test(fact, "at_most", high)))
        case "choices", "includes", str(option):
            return Test(fact, "has", option)
        case "choices", ("includes_any" | "includes_all"), tuple(options):
            tests = tuple(Test(fact, "has", option) for option in options)
            kind = Some if test.operator == "includes_any" else All
            return tests[0] if len(tests) == 1 else kind(tests)
    raise NotImplementedError(f"{test.operator} on {domain.type}")


def _where_it_applies(
    test: Test, domain: QuestionDomain, of: ConditionSet, named: Mapping[str, Tree]
) -> Tree:
    if domain.applies_when is None:
        return test
    return All((_written(domain.applies_when, of, named), test))
