"""Which open questions an undecided condition still hangs on.

Followed through the undecided parts only: a part that is decided stays decided whatever is
answered later (design.md 3, rule 8), so nothing below it can matter. What is found is a
superset of the questions whose value can change the condition, and never misses one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from otseula.logic.conditions import (
    DONT_KNOW,
    Answers,
    Condition,
    ConditionSet,
    Evaluation,
    Known,
    QuestionTest,
    Ref,
    Truth,
    parts_of,
    walk,
)
from otseula.logic.truth import truth_of


def open_questions(
    names: Iterable[str], conditions: ConditionSet, evaluation: Evaluation, answers: Answers
) -> tuple[str, ...]:
    """The open questions below the undecided ones of the named conditions, in author order."""
    return open_below([Ref(name) for name in names], conditions, evaluation, answers)


def open_below(
    starts: Iterable[Condition], conditions: ConditionSet, evaluation: Evaluation, answers: Answers
) -> tuple[str, ...]:
    """The open questions below the undecided ones of some conditions, in author order."""
    found: set[str] = set()
    seen: set[str] = set()
    todo = list(starts)
    while todo:
        condition = todo.pop()
        if truth_of(condition, evaluation, answers) is not Truth.UNKNOWN:
            continue
        if isinstance(condition, Ref):
            if condition.name not in seen:
                seen.add(condition.name)
                todo.append(conditions.nodes[condition.name])
        elif isinstance(condition, QuestionTest | Known):
            if condition.question not in found:
                found.add(condition.question)
                applies_when = conditions.questions[condition.question].applies_when
                # A list with `dont_know` beside options is a value: it counts anyway.
                valueless = answers.get(condition.question) in (None, DONT_KNOW)
                if applies_when is not None and valueless:
                    todo.append(applies_when)
        else:
            todo.extend(parts_of(condition))
    return tuple(name for name in conditions.questions if name in found)


def deciding(
    names: Iterable[str], conditions: ConditionSet, evaluation: Evaluation, answers: Answers
) -> tuple[str, ...]:
    """The open questions that decide whether some questions apply, in author order."""
    found = [conditions.questions[name].applies_when for name in names]
    starts = [each for each in found if each is not None]
    return open_below(starts, conditions, evaluation, answers)


def cone(
    starts: Iterable[Condition], conditions: ConditionSet, *, gates: bool = False
) -> tuple[set[str], set[str]]:
    """The names and the questions that conditions reach through any chain of names; with `gates`
    also through what decides whether these questions apply."""
    names, questions = set[str](), set[str]()
    todo = list(starts)
    while todo:
        for part in walk(todo.pop()):
            if isinstance(part, Ref) and part.name not in names:
                names.add(part.name)
                todo.append(conditions.nodes[part.name])
            elif isinstance(part, QuestionTest | Known) and part.question not in questions:
                questions.add(part.question)
                applies_when = conditions.questions[part.question].applies_when
                if gates and applies_when is not None:
                    todo.append(applies_when)
    return names, questions


def conditional_below(conditions: ConditionSet) -> dict[str, frozenset[str]]:
    """For each name the questions with an `applies_when` that it reaches through any chain of
    names, and those that decide whether these apply."""
    found: dict[str, frozenset[str]] = {}

    def below(condition: Condition) -> frozenset[str]:
        reached: set[str] = set()
        for part in walk(condition):
            if isinstance(part, Ref):
                reached |= found[part.name]
            elif isinstance(part, QuestionTest | Known):
                reached |= of_question(part.question)
        return frozenset(reached)

    @cache
    def of_question(name: str) -> frozenset[str]:
        applies_when = conditions.questions[name].applies_when
        if applies_when is None:
            return frozenset()
        return named(applies_when) | {name}

    def named(condition: Condition) -> frozenset[str]:
        # A question's condition may name what stands later than another name that reads it.
        for part in walk(condition):
            if isinstance(part, Ref) and part.name not in found:
                found[part.name] = named(conditions.nodes[part.name])
        return below(condition)

    for name, condition in conditions.nodes.items():
        found[name] = named(condition)
    return found
