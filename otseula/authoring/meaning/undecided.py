"""Where a condition stays unknown though every answer would give the same.

What a screening says is Kleene's truth, part by part: `{any: [q, {q: false}]}` is unknown while `q`
is. Here both rails of it (met, and not met) are drawn over whether each question is known and over
its value, beside what is settled in the same cases; where the two differ, an answer is asked for in
vain. A question that is known is one that applies; the others were answered `dont_know`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from otseula.authoring.meaning.drawn import Meaning, fixed
from otseula.logic.coding import codings_of
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
    Truth,
    Value,
    walk,
)
from otseula.logic.diagram import ALWAYS, NEVER
from otseula.logic.truth import Specification

#: The two rails of a condition: where it is met, and where it is not met.
Rails = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A case that shows it: the answers given, the questions and names that are open and read, and
    what every completion comes to."""

    answers: Mapping[str, Value]
    open: tuple[str, ...]
    truth: Truth


def undecided(conditions: ConditionSet, name: str, limit: int) -> Undecided | None:
    """A case in which the named condition (or the `applies_when` of that question) is unknown and
    yet settled, if what does it stands within this one condition: with every name in it taken for a
    question of its own. Raises TooLargeError."""
    bound = _bound(conditions, name)
    if BothLogics(_alone(conditions, bound), limit).nowhere("it"):
        return None
    # what the names mean may rule the case out, or make another one of it
    return BothLogics(_reached(conditions, name), limit).case(name)


def with_condition(conditions: ConditionSet, name: str, condition: Condition) -> ConditionSet:
    """The same with another condition under this name."""
    questions, nodes = dict(conditions.questions), dict(conditions.nodes)
    if name in nodes:
        nodes[name] = condition
    else:
        questions[name] = replace(questions[name], applies_when=condition)
    return ConditionSet(questions, nodes)


def _bound(conditions: ConditionSet, name: str) -> Condition:
    if name in conditions.nodes:
        return conditions.nodes[name]
    applies_when = conditions.questions[name].applies_when
    assert applies_when is not None
    return applies_when


def _alone(conditions: ConditionSet, bound: Condition) -> ConditionSet:
    """The condition as `it`, with a question in place of each name and of each `applies_when`."""
    questions: dict[str, QuestionDomain] = {}

    def taken(condition: Condition) -> Condition:
        match condition:
            case Ref(name):
                return _yes(f"truth {name}", questions)
            case Not(part):
                return Not(taken(part))
            case AllOf(parts) | AnyOf(parts):
                return type(condition)(tuple(map(taken, parts)))
            case AtLeast(count, parts):
                return AtLeast(count, tuple(map(taken, parts)))
        domain = conditions.questions[condition.question]
        if domain.applies_when is not None:
            domain = replace(domain, applies_when=_yes(f"applies {domain.id}", questions))
        questions[domain.id] = domain
        return condition

    it = taken(bound)
    return ConditionSet(questions, {"it": it})


def _yes(name: str, questions: dict[str, QuestionDomain]) -> Condition:
    questions[name] = QuestionDomain(name, "boolean")
    return QuestionTest(name, "is", True)


def _reached(conditions: ConditionSet, name: str) -> ConditionSet:
    """What the name hangs on."""
    seen: set[str] = set()
    todo = [name]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        if at in conditions.nodes or conditions.questions[at].applies_when is not None:
            for part in walk(_bound(conditions, at)):
                if isinstance(part, Ref):
                    todo.append(part.name)
                elif isinstance(part, QuestionTest | Known):
                    todo.append(part.question)
    return ConditionSet(
        {n: domain for n, domain in conditions.questions.items() if n in seen},
        {n: condition for n, condition in conditions.nodes.items() if n in seen},
    )


class BothLogics:
    """Kleene's rails beside what is settled."""

    def __init__(self, conditions: ConditionSet, limit: int) -> None:
        self.conditions = conditions
        reading = {f"known {name}": Known(name) for name in conditions.questions}
        codings = codings_of(ConditionSet(conditions.questions, {**conditions.nodes, **reading}))
        self.meaning = Meaning(conditions, limit, codings)
        self.diagram = self.meaning.diagram
        self.rails: dict[str, Rails] = {}
        for name in self.meaning.drawing.steps():
            self.rails[name] = self._of(_bound(conditions, name))

    def nowhere(self, name: str) -> bool:
        """Whether what is settled is always decided too."""
        return self.where(name) == (NEVER, NEVER)

    def case(self, name: str) -> Undecided | None:
        """One with few answers."""
        for where, truth in zip(self.where(name), (Truth.MET, Truth.NOT_MET), strict=True):
            if where != NEVER:
                answers = self._answers(where)
                return Undecided(answers, self._open(name, answers), truth)
        return None

    def where(self, name: str) -> Rails:
        """The cases in which it is unknown, and settled as met or as not met."""
        diagram, rails = self.diagram, self.rails[name]
        met, not_met = (
            diagram.all_of((self._cases, settled, diagram.negated(decided)))
            for settled, decided in zip(
                self.meaning.rails(self.meaning.named(name)), rails, strict=True
            )
        )
        return met, not_met

    @cached_property
    def _cases(self) -> int:
        """Those in which every question that is known applies."""
        return self.diagram.all_of(
            self.diagram.either(self.diagram.negated(self._known(name)), self.rails[name][0])
            for name, domain in self.conditions.questions.items()
            if domain.applies_when is not None
        )

    def _known(self, question: str) -> int:
        known = self.meaning.drawing.codings[question].known
        assert known is not None
        return self.diagram.node(known, NEVER, ALWAYS)

    def _of(self, condition: Condition) -> Rails:
        diagram = self.diagram
        match condition:
            case Ref(name):
                return self.rails[name]
            case Not(part):
                return self._of(part)[::-1]
            case AllOf(parts):
                met, not_met = self._each(parts)
                return diagram.all_of(met), diagram.any_of(not_met)
            case AnyOf(parts):
                met, not_met = self._each(parts)
                return diagram.any_of(met), diagram.all_of(not_met)
            case AtLeast(count, parts):
                met, not_met = self._each(parts)
                too_many = len(parts) - count + 1
                return diagram.at_least(count, met), diagram.at_least(too_many, not_met)
            case Known(question):
                known = self._known(question)
                return known, diagram.negated(known)
        known, value = self._known(condition.question), self.meaning.drawing.tested(condition)
        out = self.rails.get(condition.question, (ALWAYS, NEVER))[1]
        return diagram.both(known, value), diagram.either(
            diagram.both(known, diagram.negated(value)), diagram.both(diagram.negated(known), out)
        )

    def _each(self, parts: Sequence[Condition]) -> tuple[list[int], list[int]]:
        pairs = [self._of(part) for part in parts]
        return [met for met, _ in pairs], [not_met for _, not_met in pairs]

    def _answers(self, where: int) -> dict[str, Value]:
        """Of a case among these, with nothing known that need not be."""
        codings = self.meaning.drawing.codings

        def narrowed(setting: Mapping[int, int]) -> int:
            found = where
            for variable, value in setting.items():
                found = fixed(self.diagram, found, variable, value)
            return found

        answers: dict[str, Value] = {}
        for name, coding in codings.items():
            assert coding.known is not None
            if narrowed({coding.known: 0}) != NEVER:
                where = narrowed({coding.known: 0})
                continue
            where = narrowed({coding.known: 1})
            for value, setting in coding.kinds:
                values = zip(coding.variables, setting, strict=True)
                chosen = narrowed({v: s for v, s in values if s is not None})
                if chosen != NEVER:
                    answers[name], where = value, chosen
                    break
            else:
                marked: list[str] = []
                options = self.conditions.questions[name].options
                for variable, option in zip(coding.variables, options, strict=True):
                    off = narrowed({variable: 0})
                    where = off if off != NEVER else narrowed({variable: 1})
                    marked += [option] if off == NEVER else []
                answers[name] = tuple(marked)
        return answers

    def _open(self, name: str, answers: Mapping[str, Value]) -> tuple[str, ...]:
        """What the condition itself reads and is not known."""
        truths = Specification(self.conditions).evaluate(answers)
        found: dict[str, None] = {}
        for part in walk(_bound(self.conditions, name)):
            if isinstance(part, Ref) and truths.nodes[part.name] is Truth.UNKNOWN:
                found[part.name] = None
            elif (
                isinstance(part, QuestionTest | Known)
                and part.question not in answers
                and truths.applies.get(part.question) is not Truth.NOT_MET
            ):
                found[part.question] = None
        return (*found,)
