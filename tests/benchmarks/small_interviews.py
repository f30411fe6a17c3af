"""Random rule bases small enough for the exact optimum, and everyone who could answer them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from itertools import combinations
from math import prod
from operator import and_, or_
from random import Random

from otseula.logic.conditions import (
    AllOf,
    AnyOf,
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
from otseula.logic.truth import value_meets
from tests.logic.random_conditions import OPTIONS, _Maker
from tests.logic.test_completions import values_of

#: The people that may differ, at most: as many as 10 yes-or-no questions have answers, twice.
MOST_PEOPLE = 2048


@dataclass(frozen=True)
class Small:
    """Three goals, each a node of the same name. `priors`
    as in YAML; a cost of 1, no theme and nothing private in the plain ones."""

    conditions: ConditionSet
    goals: tuple[str, ...]
    priors: dict[str, dict[str, float]]
    costs: dict[str, float]
    themes: dict[str, str | None]
    private: frozenset[str]

    def chance(self, question: str, value: Value) -> float:
        """How often a question is answered with a value."""
        domain, prior = self.conditions.questions[question], self.priors[question]
        if domain.type == "integer":
            low, high = domain.range
            return 1 / (high + 1 - low)
        if domain.type == "choices":
            chance = 1.0
            for option in domain.options:
                chance *= prior[option] if option in value else 1 - prior[option]
            return chance
        return prior[str(value).lower()]


class _SmallMaker(_Maker):
    """Booleans mostly, and of the others few values."""

    def question(self) -> None:
        random, name = self.random, f"q{len(self.questions)}"
        kind = random.choice(["boolean"] * 6 + ["choice", "choice", "choices", "integer"])
        applies_when = None
        if self.questions and random.random() < self.conditional:
            applies_when = self.condition(random.randint(0, 2))
        options = {"choice": OPTIONS[: random.randint(2, 4)], "choices": OPTIONS[:2]}.get(kind, ())
        low = random.randint(-3, 5)
        span = (low, low + random.randint(1, 3)) if kind == "integer" else None
        self.questions[name] = QuestionDomain(name, kind, options, span, applies_when)


def small(seed: int, *, told: bool) -> Small:
    """The rule base of a seed; `told`: with themes, costs and private questions."""
    random = Random(seed)
    bearing = random.randint(5, 9)
    while True:
        found = _tried(random, told, bearing)
        if found is not None:
            return found


def _tried(random: Random, told: bool, bearing: int) -> Small | None:
    maker = _SmallMaker(random)
    maker.deepest, maker.names = random.randint(2, 4), random.choice([0.1, 0.3])
    maker.conditional = random.choice([0.0, 0.15, 0.3])
    kinds = ["question"] * random.randint(bearing - 1, 9) + ["node"] * random.randint(2, 8)
    random.shuffle(kinds)
    for kind in ["question", *kinds]:
        maker.question() if kind == "question" else maker.node()
    names = list(maker.questions)
    random.shuffle(names)
    questions = {name: maker.questions[name] for name in names}
    size = prod(len(values_of(domain)) for domain in questions.values())
    for _ in range(20 * (size <= MOST_PEOPLE)):
        goals = {f"goal{at}": maker.condition(maker.deepest) for at in range(3)}
        conditions = ConditionSet(questions, maker.nodes | goals)
        if size << len(_read_known(conditions)) > MOST_PEOPLE:
            continue
        if _worth_asking(conditions, tuple(goals), bearing):
            break
    else:
        return None
    even = random.random() < 0.3
    priors = {n: _prior(random, d, even) for n, d in conditions.questions.items()}
    names = list(conditions.questions)
    themes = {n: random.choice("xyz") if told else None for n in names}
    costs = {n: random.choice([1.0, 1.0, 2.0, 4.0]) if told else 1.0 for n in names}
    private = frozenset(n for n in names if told and random.random() < 0.1)
    return Small(conditions, tuple(goals), priors, costs, themes, private)


def _prior(random: Random, domain: QuestionDomain, even: bool) -> dict[str, float]:
    names = ("true", "false") if domain.type == "boolean" else domain.options
    weights = [1.0 if even else random.uniform(0.1, 1.0) for _ in names]
    if domain.type == "choices":
        return {n: 0.5 if even else w * 0.8 for n, w in zip(names, weights, strict=True)}
    return {n: w / sum(weights) for n, w in zip(names, weights, strict=True)}


def _worth_asking(conditions: ConditionSet, goals: tuple[str, ...], bearing: int) -> bool:
    """Whether each goal is open, and enough questions bear on one."""
    if len(_reached(conditions, goals)) < bearing:
        return False  # soon seen
    world = World.of(conditions, goals)
    found = sum(world.matters(name, world.everyone) for name in conditions.questions)
    return found >= bearing and all(0 < holds < world.everyone for holds in world.goals)


def _reached(conditions: ConditionSet, goals: Iterable[str]) -> set[str]:
    todo: list[Condition] = [Ref(goal) for goal in goals]
    seen: set[str] = set()
    while todo:
        for part in walk(todo.pop()):
            name = getattr(part, "name", getattr(part, "question", ""))
            if name and name not in seen:
                seen.add(name)
                domain = conditions.questions.get(name)
                below = conditions.nodes[name] if domain is None else domain.applies_when
                todo += [below] if below is not None else []
    return seen & conditions.questions.keys()


@dataclass(frozen=True)
class World:
    """Everyone who could be asked, a bit each: `told[q][value]` would answer so, `goals[i]` are
    those for whom goal i holds, `applies[q]` those to whom q applies. Where a condition asks
    whether a question is known there are also people who would not know, whatever is true.
    `others[q]`: how many places on those stand who differ in nothing but q, and from whom on."""

    everyone: int
    told: dict[str, dict[Value, int]]
    goals: tuple[int, ...]
    applies: dict[str, int]
    others: dict[str, list[tuple[int, int]]]

    @classmethod
    def of(cls, conditions: ConditionSet, goals: tuple[str, ...]) -> World:
        domains = conditions.questions
        read = sorted(_read_known(conditions))
        sizes = [len(values_of(domain)) for domain in domains.values()] + [2] * len(read)
        everyone = (1 << prod(sizes)) - 1
        having: dict[str, dict[Value, int]] = {}
        knowing: dict[str, int] = {}
        others: dict[str, list[tuple[int, int]]] = {}
        step = 1  # of those who differ in one thing alone, how far the next is
        for name, domain in domains.items():
            values = values_of(domain)
            turns = everyone // ((1 << step * len(values)) - 1) * ((1 << step) - 1)
            having[name] = {value: turns << step * at for at, value in enumerate(values)}
            others[name] = [(step * at, turns) for at in range(1, len(values))]
            step *= len(values)
        for name in read:
            knowing[name] = everyone // ((1 << step * 2) - 1) * ((1 << step) - 1)
            others[name].append((step, knowing[name]))
            step *= 2
        for_whom = _ForWhom(conditions, everyone, having, knowing)
        told = {
            name: {value: who & knowing.get(name, everyone) for value, who in values.items()}
            for name, values in having.items()
        }
        applies = {name: for_whom.applies(name) for name in domains}
        return cls(everyone, told, tuple(for_whom.node(goal) for goal in goals), applies, others)

    def matters(self, question: str, who: int) -> bool:
        """Whether two of these people who differ in the question alone differ in a goal."""
        return any(
            ((goal >> step) ^ goal) & first & who
            for goal in self.goals
            for step, first in self.others[question]
        )


def _read_known(conditions: ConditionSet) -> set[str]:
    applies = [d.applies_when for d in conditions.questions.values() if d.applies_when]
    every = [*conditions.nodes.values(), *applies]
    return {p.question for c in every for p in walk(c) if isinstance(p, Known)}


class _ForWhom:
    """For whom a condition holds, plainly: all is known of everyone."""

    def __init__(self, conditions, everyone, having, knowing) -> None:
        self.conditions, self.everyone = conditions, everyone
        self.having, self.knowing = having, knowing
        self.applies, self.node = cache(self._applies), cache(self._node)

    def _applies(self, question: str) -> int:
        condition = self.conditions.questions[question].applies_when
        return self.everyone if condition is None else self.holds(condition)

    def _node(self, name: str) -> int:
        return self.holds(self.conditions.nodes[name])

    def holds(self, condition: Condition) -> int:
        match condition:
            case Ref(name):
                return self.node(name)
            case Not(part):
                return self.everyone ^ self.holds(part)
            case Known(question):
                return self.knowing[question] & self.applies(question)
            case QuestionTest(question=question):
                values = self.having[question].items()
                met = [who for value, who in values if value_meets(condition, value) is Truth.MET]
                return reduce(or_, met, 0) & self.applies(question)
        parts = [self.holds(part) for part in condition.parts]
        match condition:
            case AllOf():
                return reduce(and_, parts, self.everyone)
            case AnyOf():
                return reduce(or_, parts, 0)
        groups = combinations(parts, condition.count)
        return reduce(or_, (reduce(and_, group) for group in groups), 0)
