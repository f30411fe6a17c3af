"""Random pairs of condition sets that differ by an edit, and every case of both written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from random import Random

from otseula.authoring.diff.shared import Shared, shared_questions
from otseula.authoring.diff.sides import Side
from otseula.logic.conditions import (
    DONT_KNOW,
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Known,
    Not,
    QuestionDomain,
    QuestionTest,
    Truth,
    Value,
    walk,
)
from otseula.logic.truth import Specification
from tests.logic.random_conditions import _Maker, contradictions, random_conditions
from tests.logic.test_completions import _deciding_first, completions, values_of, without_known

MOST = 60


def random_pair(random: Random) -> tuple[ConditionSet, ConditionSet]:
    """Two small condition sets; one or two edits apart."""
    old = new = random_conditions(random, random.randint(1, 4))
    for _ in range(random.randint(1, 2)):
        new = _edited(random, new)
    return (old, new) if random.random() < 0.5 else (new, old)


def _edited(random: Random, of: ConditionSet) -> ConditionSet:
    questions, nodes = dict(of.questions), dict(of.nodes)
    name = random.choice([*nodes])
    match random.choice(["node", "node", "node", "applies", "option", "range", "gone"]):
        case "node":
            nodes[name] = _turned(random, nodes[name], of)
        case "applies":
            asked = random.choice([*questions.values()])
            if asked.applies_when is None:
                return of
            edited = random.choice([None, _turned(random, asked.applies_when, of)])
            questions[asked.id] = replace(asked, applies_when=edited)
            if _circular(ConditionSet(questions, nodes)):
                return of
        case "option":
            lists = [q for q in questions.values() if q.options]
            if not lists:
                return of
            asked = random.choice(lists)
            questions[asked.id] = replace(asked, options=(*asked.options, "z"))
            kind = "one_of" if asked.type == "choice" else "includes_any"
            test = QuestionTest(asked.id, kind, ("z", asked.options[0]))
            nodes[name] = AnyOf((nodes[name], test))
        case "range":
            numbers = [q for q in questions.values() if q.range]
            if numbers:
                asked = random.choice(numbers)
                low, high = asked.range
                questions[asked.id] = replace(asked, range=(low, high + random.randint(1, 3)))
        case "gone":
            questions["more"] = QuestionDomain("more", "boolean")
            test = QuestionTest("more", "is", True)
            nodes[name] = random.choice([AllOf, AnyOf])((nodes[name], test))
    edited = ConditionSet(questions, nodes)
    return of if _circular(edited) else edited


def _turned(random: Random, condition: Condition, of: ConditionSet) -> Condition:
    parts = getattr(condition, "parts", ())
    if parts and random.random() < 0.6:
        at = random.randrange(len(parts))
        edited = (*parts[:at], _turned(random, parts[at], of), *parts[at + 1 :])
        return replace(condition, parts=edited)
    match condition:
        case AllOf(parts):
            return AnyOf(parts)
        case AnyOf(parts) if random.random() < 0.5:
            return AllOf(parts)
        case AnyOf(parts):
            return AnyOf((*parts[::-1], parts[0]))  # the same, written otherwise
        case AtLeast(count, parts):
            return AtLeast(max(1, min(len(parts), count + random.choice([-1, 1]))), parts)
        case Not(part):
            return random.choice([part, Not(Not(condition))])
        case QuestionTest(question=question):
            maker = _Maker(random)
            return maker.test(of.questions[question])
        case Known(question):
            return AnyOf((condition, condition))
    return AllOf((condition, condition))


def _circular(of: ConditionSet) -> bool:
    try:
        Specification(of)
        _deciding_first(of)
    except ValueError:
        return True
    return False


def sides_of(old: ConditionSet, new: ConditionSet) -> tuple[tuple[Side, Side], Shared]:
    """As `compare` makes them of periods."""
    shared = shared_questions(old.questions, new.questions, {})
    sides = tuple(
        Side(
            ConditionSet(
                each.questions,
                {
                    **each.nodes,
                    **{
                        f"applies {q.id}": q.applies_when or AllOf(())
                        for q in each.questions.values()
                    },
                },
            ),
            ids,
        )
        for each, ids in zip((old, new), shared.ids, strict=True)
    )
    return (sides[0], sides[1]), shared


def every_case(of: tuple[ConditionSet, ConditionSet], shared: Shared) -> Iterator[dict[str, Value]]:
    """Every answer to every question that both know, by shared names; `dont_know` where a
    condition reads whether the question is known."""
    read = {
        part.question
        for each in of
        for condition in (
            *each.nodes.values(),
            *(q.applies_when for q in each.questions.values() if q.applies_when),
        )
        for part in walk(condition)
        if isinstance(part, Known)
    }
    values = [
        [*values_of(domain), *([DONT_KNOW] if name in read else [])]
        for name, domain in shared.domains.items()
    ]
    size = 1
    for each in values:
        size *= len(each)
    if size <= MOST:
        for picked in product(*values):
            yield dict(zip(shared.domains, picked, strict=True))


def settled(side: Side, answers: Mapping[str, Value]) -> dict[str, Truth]:
    """What is the same in every completion, by trying every one."""
    own = {name: answers[which] for name, which in side.ids.items()}
    if DONT_KNOW not in own.values():
        plain = Specification(side.conditions)
        if not contradictions(plain, own):
            return dict(plain.evaluate(own).nodes)
    stored = without_known(side.conditions, own)
    found = [nodes for _, nodes in completions(stored, own)]
    together: dict[str, Truth] = {}
    for name in side.conditions.nodes:
        truths = {nodes[name] for nodes in found}
        together[name] = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
    return together
