"""How often each answer is expected, for choosing what to ask; never for what is concluded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from otseula.logic.coding import Coding
from otseula.logic.conditions import QuestionDomain

#: No answer is taken to be impossible, nor certain.
_LEAST = 0.001
#: How often a question that a condition asks to be `known` gets a value.
_KNOWN = 0.95


@dataclass(frozen=True, slots=True)
class Askable:
    """A question as something to ask. `kinds` is how often each kind of value in its coding is
    given (empty for `choices`), `chance` how often each variable is on: in a chain, where no
    earlier one of it is. `cost` is what asking takes; a `private` one waits for all others."""

    id: str
    coding: Coding
    kinds: tuple[float, ...]
    chance: Mapping[int, float]
    cost: float = 1.0
    theme: str | None = None
    private: bool = False

    def values(self, live: Mapping[int, object]) -> list[tuple[float, tuple[tuple[int, int], ...]]]:
        """The answers as far as the live variables tell them apart: how often each is given, and
        what it sets. A value is known."""
        known = () if self.coding.known not in live else ((self.coding.known, 1),)
        found: dict[tuple[tuple[int, int], ...], float] = {}
        for weight, setting in self._settings(live):
            key = (*setting, *known)
            found[key] = found.get(key, 0.0) + weight
        return [(weight, key) for key, weight in found.items()]

    def _settings(
        self, live: Mapping[int, object]
    ) -> Iterator[tuple[float, tuple[tuple[int, int], ...]]]:
        own = self.coding.variables
        if self.kinds:
            for weight, (_, setting) in zip(self.kinds, self.coding.kinds, strict=True):
                fixed = zip(own, setting, strict=True)
                yield weight, tuple((v, s) for v, s in fixed if s is not None and v in live)
            return
        marks = [v for v in own if v in live]
        for setting in product((0, 1), repeat=len(marks)):
            weight = 1.0
            for v, s in zip(marks, setting, strict=True):
                weight *= self.chance[v] if s else 1 - self.chance[v]
            yield weight, tuple(zip(marks, setting, strict=True))


def askable(
    domain: QuestionDomain,
    coding: Coding,
    prior: Mapping[str, float] | None = None,
    *,
    cost: float = 1.0,
    theme: str | None = None,
    private: bool = False,
) -> Askable:
    """`prior`: how often each option is given (`true` and `false` of a boolean). What it leaves
    out shares the rest evenly; without it all values, and in `choices` yes and no of each option,
    are taken to be as frequent."""
    prior = prior or {}
    chance = {} if coding.known is None else {coding.known: _KNOWN}
    if domain.type == "choices":
        for option, variable in zip(domain.options, coding.variables, strict=True):
            chance[variable] = min(max(prior.get(option, 0.5), _LEAST), 1 - _LEAST)
        return Askable(domain.id, coding, (), chance, cost, theme, private)
    kinds = _frequencies(domain, coding, prior)
    rest = 1.0
    for weight, variable in zip(kinds, coding.variables, strict=False):
        chance[variable] = weight / rest
        rest -= weight
    return Askable(domain.id, coding, kinds, chance, cost, theme, private)


def _frequencies(
    domain: QuestionDomain, coding: Coding, prior: Mapping[str, float]
) -> tuple[float, ...]:
    if domain.type == "integer":
        assert domain.range is not None
        starts = [int(str(kind)) for kind, _ in coding.kinds]
        ends = [*starts[1:], domain.range[1] + 1]
        return _shared([float(end - start) for start, end in zip(starts, ends, strict=True)])
    names = [str(kind).lower() if domain.type == "boolean" else kind for kind, _ in coding.kinds]
    told = [prior.get(str(name)) for name in names]
    rest = max(0.0, 1.0 - sum(p for p in told if p is not None))
    untold = rest / max(1, told.count(None))
    return _shared([untold if p is None else p for p in told])


def _shared(weights: Sequence[float]) -> tuple[float, ...]:
    raised = [max(weight / (sum(weights) or 1.0), _LEAST) for weight in weights]
    return tuple(weight / sum(raised) for weight in raised)
