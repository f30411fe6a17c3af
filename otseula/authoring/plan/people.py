"""Invented respondents: an answer to every question, drawn as often as its prior says, of everyone
or of those for whom a situation is met.

The same seed, number and question give the same draw whatever else the rule base holds, so that two
rule bases are tried on the same people as far as they ask the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from otseula.logic.coding import Coding
from otseula.logic.completions import Completions
from otseula.logic.conditions import QuestionDomain, Value
from otseula.logic.diagram import ALWAYS, NEVER, Diagram, TooLargeError
from otseula.logic.odds import Askable, askable
from otseula.rulebase.model import Question
from otseula.screening.goals import Goal

_JUST_BELOW_ONE = 1 - 2**-53


@dataclass(frozen=True, slots=True)
class Among:
    """Those for whom a function of a diagram holds; the chance of each of its nodes."""

    diagram: Diagram
    function: int
    chances: Mapping[int, float]

    @property
    def chance(self) -> float:
        """How many of everyone are among them, 0 to 1."""
        return self.chances[self.function]


class People:
    """Everyone who could answer these questions."""

    def __init__(
        self,
        questions: Iterable[Question],
        domains: Mapping[str, QuestionDomain],
        codings: Mapping[str, Coding],
    ) -> None:
        self._domains = domains
        self._asked = [askable(domains[q.id], codings[q.id], q.prior) for q in questions]
        self._chance = {v: p for each in self._asked for v, p in each.chance.items()}
        # in the order of the variables, as a diagram is walked from its root
        self._steps = sorted(
            (variable, at, place)
            for at, each in enumerate(self._asked)
            for place, variable in enumerate(each.coding.variables)
        )
        self.everyone = self._among(Diagram(), ALWAYS)

    def drawn(self, seed: int, number: int, among: Among | None = None) -> dict[str, Value]:
        """One of them: a value for each question, the same for the same seed and number."""
        among = among or self.everyone
        diagram, node, chances = among.diagram, among.function, among.chances
        replies = [_Reply(seed, number, each, self._domains[each.id]) for each in self._asked]
        for variable, at, place in self._steps:
            p = self._chance[variable]
            if diagram.variable[node] != variable:
                replies[at].decide(place, p)
                continue
            on = replies[at].decide(place, p * chances[diagram.high[node]] / chances[node])
            node = diagram.high[node] if on else diagram.low[node]
        return {each.id: reply.value() for each, reply in zip(self._asked, replies, strict=True)}

    def with_situations(
        self, completions: Completions[Any], situations: Sequence[str]
    ) -> Mapping[tuple[str, bool], Among]:
        """Those for whom a situation is met, and no other (True) or whatever else is (False); by
        ("", True) those for whom none is. Without those there cannot be, and without all that
        diagrams cannot hold."""
        # whoever is drawn has a value for everything
        known = {c.known: 1 for c in completions.codings.values() if c.known is not None}
        goals = [completions.goals[Goal("situations", name)] for name in situations]
        diagram, met = completions.diagram.restricted(goals, known)
        found = [((name, False), f) for name, f in zip(situations, met, strict=True)]
        with suppress(TooLargeError):
            found += [((name, True), f) for name, f in _alone(diagram, situations, met)]
        return {key: self._among(diagram, f) for key, f in found if f != NEVER}

    def _among(self, diagram: Diagram, function: int) -> Among:
        chances = {NEVER: 0.0, ALWAYS: 1.0}
        for number in diagram.below([function]):
            p = self._chance[diagram.variable[number]]
            low, high = chances[diagram.low[number]], chances[diagram.high[number]]
            chances[number] = p * high + (1 - p) * low
        return Among(diagram, function, chances)


def _alone(diagram: Diagram, names: Sequence[str], met: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Where each holds and no other does, and by "" where none does."""
    none_before, none_after = [ALWAYS], [ALWAYS]
    for f in met:
        none_before.append(diagram.both(none_before[-1], diagram.negated(f)))
    for f in reversed(met):
        none_after.append(diagram.both(none_after[-1], diagram.negated(f)))
    yield "", none_before[-1]
    for at, (name, f) in enumerate(zip(names, met, strict=True)):
        others = diagram.both(none_before[at], none_after[len(met) - 1 - at])
        yield name, diagram.both(f, others)


class _Reply:
    """What one person answers to one question. An even number in [0, 1) for the question, or for
    each option of a `choices` question, decides its variables one after the other; what a decision
    leaves of the number is even again, and decides the next."""

    def __init__(self, seed: int, number: int, asked: Askable, domain: QuestionDomain) -> None:
        self._asked, self._domain = asked, domain
        self._key = f"{seed}/{number}/{asked.id}"
        self._left = _even(self._key)
        self._on: set[int] = set()

    def decide(self, place: int, chance: float) -> bool:
        """Whether the variable at a place is on, which it is so often."""
        if not self._asked.kinds:
            on = _even(f"{self._key}/{self._domain.options[place]}") < chance
        elif any(at < place for at in self._on):
            return False  # the value is an earlier one, and nothing reads this variable
        else:
            on = self._left < chance
            left = self._left / chance if on else (self._left - chance) / (1 - chance)
            self._left = min(left, _JUST_BELOW_ONE)
        if on:
            self._on.add(place)
        return on

    def value(self) -> Value:
        """The answer, when everything has been decided."""
        if not self._asked.kinds:
            return tuple(self._domain.options[place] for place in sorted(self._on))
        kinds = [kind for kind, _ in self._asked.coding.kinds]
        at = min(self._on, default=len(kinds) - 1)
        kind = kinds[at]
        if self._domain.range is None:
            return kind
        # any number of the interval: no condition tells them apart
        starts = [*(int(str(each)) for each in kinds), self._domain.range[1] + 1]
        return starts[at] + int(self._left * (starts[at + 1] - starts[at]))


def _even(key: str) -> float:
    """A number in [0, 1), as even as a hash is, and the same everywhere."""
    return (int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 11) / (1 << 53)
