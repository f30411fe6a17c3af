"""Random rule bases and cases from a seed: all operators, shared names, chains of applies_when."""

from __future__ import annotations

from random import Random

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
    Ref,
    Truth,
    walk,
)
from otseula.logic.truth import Specification

OPTIONS = tuple("abcdefgh")


def random_conditions(random: Random, questions: int | None = None) -> ConditionSet:
    """Mostly small ones, a few up to 300 questions."""
    if questions is None:
        smallest, largest = random.choices(
            [(1, 8), (9, 30), (31, 90), (300, 300)], [60, 35, 4.6, 0.4]
        )[0]
        questions = random.randint(smallest, largest)
    nodes = random.randint(1, max(2, questions))
    maker = _Maker(random)
    kinds = ["question"] * questions + ["node"] * nodes
    random.shuffle(kinds)
    for kind in ["question", *kinds]:
        maker.question() if kind == "question" else maker.node()
    shuffled = list(maker.questions.items())
    random.shuffle(shuffled)
    return ConditionSet(dict(shuffled), _reordered(random, maker.nodes))


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.questions: dict[str, QuestionDomain] = {}
        self.nodes: dict[str, Condition] = {}
        # Some rule bases lean on names, some on applies_when, some are flat.
        self.deepest = random.randint(1, 6)
        self.names = random.choice([0.1, 0.3, 0.6])
        self.conditional = random.choice([0.0, 0.3, 0.8])
        self.wide = random.choice([3, 3, 5, 24])

    def question(self) -> None:
        random, name = self.random, f"q{len(self.questions)}"
        kind = random.choice(["boolean", "choice", "choices", "integer"])
        applies_when = None
        if self.questions and random.random() < self.conditional:
            applies_when = self.condition(random.randint(0, 2))
        options = OPTIONS[: random.randint(1, 6)] if kind in ("choice", "choices") else ()
        low = random.randint(-3, 5)
        span = (low, low + random.randint(0, 9)) if kind == "integer" else None
        self.questions[name] = QuestionDomain(name, kind, options, span, applies_when)

    def node(self) -> None:
        self.nodes[f"n{len(self.nodes)}"] = self.condition(self.deepest)

    def condition(self, depth: int) -> Condition:
        random = self.random
        if depth == 0 or random.random() < 0.25:
            return self.leaf()
        match random.choices(["all", "any", "not", "none", "of"], [3, 3, 1, 1, 2])[0]:
            case "all":
                return AllOf(self.parts(depth))
            case "any":
                return AnyOf(self.parts(depth))
            case "not":
                return Not(self.condition(depth - 1))
            case "none":
                return Not(AnyOf(self.parts(depth)))
        parts = self.parts(depth)
        return AtLeast(random.randint(1, len(parts)), parts)

    def parts(self, depth: int) -> tuple[Condition, ...]:
        random = self.random
        if random.random() < 0.05 and self.wide > 5:
            return tuple(self.leaf() for _ in range(random.randint(2, self.wide)))
        count = random.randint(1, 3 if depth > 2 else min(self.wide, 5))
        parts = [self.condition(depth - 1) for _ in range(count)]
        if random.random() < 0.1:
            parts.append(random.choice(parts))
        return tuple(parts)

    def leaf(self) -> Condition:
        random = self.random
        if self.nodes and random.random() < self.names:
            return Ref(f"n{random.randrange(len(self.nodes))}")
        # Often a recent question, so that applies_when makes chains.
        newest = random.random() < 0.3
        number = len(self.questions) - 1 if newest else random.randrange(len(self.questions))
        question = self.questions[f"q{number}"]
        if random.random() < 0.1:
            return Known(question.id)
        return self.test(question)

    def test(self, question: QuestionDomain) -> QuestionTest:
        random, name = self.random, question.id
        match question.type:
            case "boolean":
                return QuestionTest(name, "is", random.random() < 0.7)
            case "choice":
                return QuestionTest(name, "one_of", self.some(question.options))
            case "choices":
                operator = random.choice(["includes", "includes_any", "includes_all"])
                options = self.some(question.options)
                return QuestionTest(
                    name, operator, options[0] if operator == "includes" else options
                )
        low, high = sorted(random.choices(range(question.range[0], question.range[1] + 1), k=2))
        operator = random.choice(["at_least", "at_most", "between", "is"])
        return QuestionTest(name, operator, (low, high) if operator == "between" else low)

    def some(self, options: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.random.sample(options, self.random.randint(1, len(options))))


def _reordered(random: Random, nodes: dict[str, Condition]) -> dict[str, Condition]:
    """Another order in which each name stands after the names its own condition uses; what an
    applies_when in it uses may come later."""
    uses = {n: {p.name for p in walk(c) if isinstance(p, Ref)} for n, c in nodes.items()}
    ordered: dict[str, Condition] = {}
    waiting = list(nodes)
    random.shuffle(waiting)
    for first in waiting:
        stack = [first]
        while stack:
            missing = sorted(uses[stack[-1]] - ordered.keys())
            if missing:
                stack.extend(missing)
            else:
                name = stack.pop()
                ordered[name] = nodes[name]
    return ordered


def random_value(random: Random, question: QuestionDomain, dont_know: float = 0.15):
    if random.random() < dont_know:
        unknown = (DONT_KNOW, (DONT_KNOW,)) if question.type == "choices" else (DONT_KNOW,)
        return random.choice(unknown)
    match question.type:
        case "boolean":
            return random.random() < 0.5
        case "choice":
            return random.choice(question.options)
        case "integer":
            return random.randint(*question.range)
    marked = [option for option in question.options if random.random() < 0.4]
    if marked and random.random() < 0.3:
        marked.append(DONT_KNOW)
    random.shuffle(marked)
    return tuple(marked)


def random_answers(random: Random, conditions: ConditionSet, consistent: bool = False):
    """Partial answers; `consistent` ones have no value on a question that does not apply."""
    share, dont_know = random.choice([0.15, 0.5, 0.9, 1.0]), random.choice([0.0, 0.15, 0.5])
    answers = {
        name: random_value(random, question, dont_know)
        for name, question in conditions.questions.items()
        if random.random() < share
    }
    if consistent:
        specification = Specification(conditions)
        while wrong := contradictions(specification, answers):
            for question in wrong:
                del answers[question]
    return answers


def contradictions(specification: Specification, answers) -> list[str]:
    """The questions that have a value though they do not apply."""
    applies = specification.evaluate(answers).applies
    return [
        question
        for question, truth in applies.items()
        if truth is Truth.NOT_MET and answers.get(question) not in (None, DONT_KNOW, (DONT_KNOW,))
    ]
