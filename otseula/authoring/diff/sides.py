"""One of two rule bases that are compared: its conditions, and the specification of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from otseula.logic.conditions import (
    Answers,
    Condition,
    ConditionSet,
    Ref,
    Truth,
    Value,
)
from otseula.logic.truth import Specification
from otseula.screening.reach import cone


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Side:
    """One rule base. `conditions` hold further nodes: the goals, and `applies q` for each question
    q. `ids` are the names that its questions have among the shared ones."""

    conditions: ConditionSet
    ids: Mapping[str, str]
    _specifications: dict[str, Specification] = field(default_factory=dict)

    def in_force(self, shared: Answers) -> tuple[dict[str, Value], Mapping[str, Truth]]:
        """The answers by its own ids, of the questions that it has and that apply, and whether each
        question with an `applies_when` applies. What does not apply is set aside, as an interview
        does."""
        given = {own: shared[name] for own, name in self.ids.items() if name in shared}
        applies = self.applies(given)
        if all(applies.get(question) is not Truth.NOT_MET for question in given):
            return given, applies
        for level in self._levels:
            if any(question in given for question in level):
                earlier = {q: v for q, v in given.items() if q not in self._later[level[0]]}
                applies = self.applies(earlier)
                for question in level:
                    if applies[question] is Truth.NOT_MET:
                        given.pop(question, None)
        return given, self.applies(given)

    def applies(self, given: Answers) -> Mapping[str, Truth]:
        """Whether each question with an `applies_when` applies, from its own answers."""
        return self._specification("").evaluate(given).applies

    def truth(self, name: str, given: Answers) -> Truth:
        """What a node comes to by the specification, from its own answers."""
        return self._specification(name).evaluate(given).nodes[name]

    def _specification(self, name: str) -> Specification:
        """Of what a node reaches; of "" what decides whether questions apply."""
        if name not in self._specifications:
            nodes, questions = self.conditions.nodes, self.conditions.questions
            if name:
                start: list[Condition] = [Ref(name)]
            else:
                start = [q.applies_when for q in questions.values() if q.applies_when]
            names, reached = cone(start, self.conditions, gates=True)
            self._specifications[name] = Specification(
                ConditionSet(
                    {q: d for q, d in questions.items() if not name or q in reached},
                    {n: condition for n, condition in nodes.items() if n in names},
                )
            )
        return self._specifications[name]

    def gates(self, question: str) -> frozenset[str]:
        """The questions that decide whether a question applies, by its own ids."""
        return self._gates[question]

    def level(self, question: str) -> int:
        """0 for a question that always applies, else more than of any that decides it."""
        return next((n for n, level in enumerate(self._levels, 1) if question in level), 0)

    @cached_property
    def _gates(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for name, domain in self.conditions.questions.items():
            direct = () if domain.applies_when is None else (domain.applies_when,)
            found[name] = frozenset(cone(direct, self.conditions, gates=True)[1])
        return found

    @cached_property
    def _levels(self) -> tuple[tuple[str, ...], ...]:
        """The questions with an `applies_when`, those that decide of others first."""
        ranks: dict[str, int] = {}

        def rank(name: str) -> int:
            if name not in ranks:
                if self.conditions.questions[name].applies_when is None:
                    ranks[name] = 0
                else:
                    ranks[name] = 1 + max((rank(gate) for gate in self._gates[name]), default=0)
            return ranks[name]

        for name in self.conditions.questions:
            rank(name)
        return tuple(
            tuple(name for name in ranks if ranks[name] == level)
            for level in range(1, max(ranks.values(), default=0) + 1)
        )

    @cached_property
    def _later(self) -> Mapping[str, frozenset[str]]:
        """By the first question of a level: all of that level and of later ones."""
        return {
            level[0]: frozenset(name for later in self._levels[at:] for name in later)
            for at, level in enumerate(self._levels)
        }


def reached(side: Side, name: str) -> frozenset[str]:
    """The questions, by their shared ids, that a node reaches through any names."""
    return frozenset(side.ids[q] for q in cone([Ref(name)], side.conditions, gates=True)[1])
