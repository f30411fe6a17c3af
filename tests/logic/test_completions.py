"""Settled and mattering, against every completion written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from graphlib import TopologicalSorter
from itertools import product
from random import Random

import pytest

from otseula.logic.completions import Completions
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
    Value,
    walk,
)
from otseula.logic.diagram import TooLargeError
from otseula.logic.truth import Specification
from tests.logic.random_conditions import random_answers, random_conditions, random_value

#: Completions of one case that are written out at most.
MOST = 200


def values_of(domain: QuestionDomain) -> list[Value]:
    if domain.type == "boolean":
        return [True, False]
    if domain.type == "choice":
        return list(domain.options)
    if domain.type == "integer":
        assert domain.range is not None
        return list(range(domain.range[0], domain.range[1] + 1))
    marks = product(*[((), (option,)) for option in domain.options])
    return [sum(each, ()) for each in marks]


def completions(
    conditions: ConditionSet, answers: Answers
) -> Iterator[tuple[dict[str, Value], dict[str, Truth]]]:
    """Every completion: the values in force (a question that does not apply has none; one that
    was given is set aside), and the truth of every node."""
    specification = Specification(conditions)
    names = _deciding_first(conditions)
    options = []
    for name in names:
        domain, value = conditions.questions[name], answers.get(name)
        if value is None or value in (DONT_KNOW, (DONT_KNOW,)):
            options.append(values_of(domain))
        elif isinstance(value, tuple) and DONT_KNOW in value:
            marked = {*value} - {DONT_KNOW}
            wide = [v for v in values_of(domain) if isinstance(v, tuple) and marked <= {*v}]
            options.append(wide)
        else:
            options.append([value])
    seen = set()
    for picked in product(*options):
        full: dict[str, Value] = {}
        for name, value in zip(names, picked, strict=True):
            applies = specification.evaluate(full).applies.get(name, Truth.MET)
            if applies is Truth.MET:
                full[name] = value
        key = tuple(sorted(full.items(), key=lambda pair: pair[0]))
        if key not in seen:
            seen.add(key)
            yield full, dict(specification.evaluate(full).nodes)


def _deciding_first(conditions: ConditionSet) -> list[str]:
    """The questions, each after those that decide whether it applies."""
    uses = {}
    for name, domain in conditions.questions.items():
        todo, reached = [domain.applies_when] if domain.applies_when else [], set()
        while todo:
            for part in walk(todo.pop()):
                if isinstance(part, Ref):
                    todo.append(conditions.nodes[part.name])
                elif isinstance(part, QuestionTest | Known):
                    reached.add(part.question)
        uses[name] = reached
    return list(TopologicalSorter(uses).static_order())


def without_known(conditions: ConditionSet, answers: Answers) -> ConditionSet:
    """The same with each `known` as what it says of these answers: of a question that was not
    asked it may still become either, whatever the value, as it may be answered `dont_know`."""

    def plain(condition: Condition) -> Condition:
        match condition:
            case Known(question):
                value = answers.get(question)
                if value is None:
                    return QuestionTest(f"known {question}", "is", True)
                applies_when = conditions.questions[question].applies_when
                if value in (DONT_KNOW, (DONT_KNOW,)):
                    return AnyOf(())
                return AllOf(()) if applies_when is None else plain(applies_when)
            case Not(part):
                return Not(plain(part))
            case AllOf(parts):
                return AllOf(tuple(plain(part) for part in parts))
            case AnyOf(parts):
                return AnyOf(tuple(plain(part) for part in parts))
            case AtLeast(count, parts):
                return AtLeast(count, tuple(plain(part) for part in parts))
        return condition

    read = {
        part.question
        for each in (
            *conditions.nodes.values(),
            *(q.applies_when for q in conditions.questions.values() if q.applies_when),
        )
        for part in walk(each)
        if isinstance(part, Known) and part.question not in answers
    }
    questions = {
        name: replace(q, applies_when=plain(q.applies_when) if q.applies_when else None)
        for name, q in conditions.questions.items()
    }
    for name in read:
        applies = questions[name].applies_when
        questions[f"known {name}"] = QuestionDomain(f"known {name}", "boolean", (), None, applies)
    return ConditionSet(questions, {n: plain(c) for n, c in conditions.nodes.items()})


@pytest.mark.parametrize("seed", range(150))
def test_settled_and_mattering_are_exact(seed: int) -> None:
    random = Random(seed)
    stored = random_conditions(random, random.randint(1, 5))
    goals = {name: [name] for name in stored.nodes}
    exact = Completions(stored, goals)
    for _ in range(6):
        answers = random_answers(random, stored, consistent=True)
        conditions = without_known(stored, answers)
        size = 1
        for name, domain in conditions.questions.items():
            if name not in answers or DONT_KNOW in (answers[name], *_as_tuple(answers[name])):
                size *= len(values_of(domain))
        if size > MOST:
            continue
        remaining = exact.given(answers)
        found = list(completions(conditions, answers))
        for name in conditions.nodes:
            truths = {nodes[name] for _, nodes in found}
            assert truths <= {Truth.MET, Truth.NOT_MET}
            wanted = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
            assert remaining.settled(name) is wanted, (seed, name)
            turning = mattering(conditions, found, answers, name)
            assert remaining.matters([name]) == {q.removeprefix("known ") for q in turning}


@pytest.mark.parametrize("seed", range(200))
def test_an_answer_to_what_does_not_matter_changes_nothing(seed: int) -> None:
    random = Random(f"irrelevant {seed}")
    conditions = random_conditions(random, random.randint(2, 9))
    exact = Completions(conditions, {name: [name] for name in conditions.nodes})
    for _ in range(6):
        answers = random_answers(random, conditions, consistent=True)
        remaining = exact.given(answers)
        truths = {name: remaining.settled(name) for name in conditions.nodes}
        for name, truth in truths.items():
            matters = remaining.matters([name])
            assert bool(matters) is (truth is Truth.UNKNOWN)
            for question in conditions.questions.keys() - answers - matters:
                value = random_value(random, conditions.questions[question], 0.2)
                assert exact.given({**answers, question: value}).settled(name) is truth, question


@pytest.mark.parametrize("seed", range(100))
def test_what_is_settled_stays_so(seed: int) -> None:
    random = Random(f"stays {seed}")
    conditions = random_conditions(random, random.randint(2, 9))
    exact = Completions(conditions, {name: [name] for name in conditions.nodes})
    specification = Specification(conditions)
    answers: dict[str, Value] = {}
    before = dict.fromkeys(conditions.nodes, Truth.UNKNOWN)
    names = list(conditions.questions)
    random.shuffle(names)
    for name in names:
        value = random_value(random, conditions.questions[name], 0.2)
        answers[name] = value
        remaining = exact.given(answers)
        truths = {node: remaining.settled(node) for node in conditions.nodes}
        kleene = specification.evaluate(answers).nodes
        for node, truth in truths.items():
            assert before[node] in (Truth.UNKNOWN, truth)
            if all(remaining.applies(name) for name in answers):
                assert Truth.UNKNOWN in (kleene[node], truth) or kleene[node] is truth
        before = truths


def mattering(
    conditions: ConditionSet,
    found: list[tuple[dict[str, Value], dict[str, Truth]]],
    answers: Answers,
    node: str,
) -> set[str]:
    """The questions on which two completions that differ in nothing else, but for what then no
    longer applies, give the node another truth."""
    turning = set()
    for question in conditions.questions:
        for one, nodes in found:
            for other, others in found:
                if nodes[node] is others[node] or question not in {*one, *other}:
                    continue
                same = all(one[q] == other[q] for q in one.keys() & other.keys() if q != question)
                if (
                    same
                    and one.get(question) != other.get(question)
                    and question in one
                    and question in other
                ):
                    turning.add(question)
    return turning


def _as_tuple(value: Value) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def test_a_rule_base_that_hangs_together_too_closely_is_told() -> None:
    conditions = random_conditions(Random(3), 30)
    with pytest.raises(TooLargeError):
        Completions(conditions, {name: [name] for name in conditions.nodes}, limit=20)
