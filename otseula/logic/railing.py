"""A rule base's conditions as pairs of rails in one network."""

from __future__ import annotations

from graphlib import TopologicalSorter

from otseula.logic.atoms import Atoms, Pair
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Known,
    Not,
    QuestionTest,
    Ref,
    walk,
)
from otseula.logic.network import Network


class Railing:
    """The rails of every node and of every question's `applies_when`.

    `nodes` and `applies` map names to pairs. `contradictory` is the rail of "some question has a
    value though it does not apply".
    """

    def __init__(self, conditions: ConditionSet) -> None:
        self.atoms = Atoms()
        self.network = Network()
        self.nodes: dict[str, Pair] = dict.fromkeys(conditions.nodes, Pair(0, 0))
        self.applies: dict[str, Pair] = {
            q.id: Pair(0, 0) for q in conditions.questions.values() if q.applies_when is not None
        }
        for name in _dependency_order(conditions):
            if name in self.nodes:
                self.nodes[name] = self.pair(conditions.nodes[name])
            elif (applies_when := conditions.questions[name].applies_when) is not None:
                self.applies[name] = self.pair(applies_when)
        self.contradictory = self.network.disj(
            self.network.conj((self.atoms.has_value(question), pair.not_met))
            for question, pair in self.applies.items()
        )

    def pair(self, condition: Condition) -> Pair:
        """The rails of a condition whose names are already in the network."""
        network = self.network
        match condition:
            case Ref(name):
                return self.nodes[name]
            case QuestionTest(question):
                return self._unless_not_applicable(question, self.atoms.test(condition))
            case Known(question):
                known = Pair(self.atoms.has_value(question), self.atoms.dont_know(question))
                return self._unless_not_applicable(question, known)
            case Not(part):
                return self.pair(part).exchanged()
            case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
                pairs = [self.pair(part) for part in parts]
                met = [pair.met for pair in pairs]
                not_met = [pair.not_met for pair in pairs]
        match condition:
            case AllOf():
                return Pair(network.conj(met), network.disj(not_met))
            case AnyOf():
                return Pair(network.disj(met), network.conj(not_met))
            case AtLeast(count):
                # Not met when fewer than count can still be: n - count + 1 are not met.
                return Pair(
                    network.at_least(count, met),
                    network.at_least(len(parts) - count + 1, not_met),
                )

    def _unless_not_applicable(self, question: str, test: Pair) -> Pair:
        """Where the question has no value, `applies_when` speaks: not met if it is."""
        applies = self.applies.get(question)
        if applies is None:
            return test
        silent = self.network.conj((self.atoms.without(question), applies.not_met))
        return Pair(test.met, self.network.disj((test.not_met, silent)))


def _dependency_order(conditions: ConditionSet) -> list[str]:
    """Names and questions, each after what it reads."""
    uses: dict[str, set[str]] = {name: _reads(c) for name, c in conditions.nodes.items()}
    for question in conditions.questions.values():
        uses[question.id] = _reads(question.applies_when) if question.applies_when else set()
    return list(TopologicalSorter(uses).static_order())


def _reads(condition: Condition) -> set[str]:
    return {
        part.name if isinstance(part, Ref) else part.question
        for part in walk(condition)
        if isinstance(part, Ref | QuestionTest | Known)
    }
