"""Questions cut into atoms: what the compiled engines see of an answer.

An atom is one distinct test of a question's value (a threshold, a set of options). It has two
rails, *met* and *not_met*; a test that is written the other way round (`at_most 5` for
`at_least 6`) is the same atom with its rails exchanged. Beside its atoms a question has rails for
having a value, for `dont_know` and for the absence of a value, cut only where something reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from otseula.logic.conditions import DONT_KNOW, Answers, QuestionTest, Value


class Pair(NamedTuple):
    """The two rails of an atom or a condition; neither on is unknown, both on never happens."""

    met: int
    not_met: int

    def exchanged(self) -> Pair:
        return Pair(self.not_met, self.met)


@dataclass(slots=True, repr=False, eq=False)  # neither is asked for
class _Cut:
    """What is read of one question. `on` remembers the rails of the values met so far."""

    atoms: dict[tuple[str, Any], Pair] = field(default_factory=dict)
    has_value: int | None = None
    dont_know: int | None = None
    without: int | None = None
    on: dict[Value | None, tuple[int, ...]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        """Without what it remembers: what is kept of a rule base holds nothing of any case."""
        return _Cut, (self.atoms, self.has_value, self.dont_know, self.without)


class Atoms:
    """Input rails, numbered from 0 in the order in which they are asked for."""

    def __init__(self) -> None:
        self.size = 0
        self._cuts: dict[str, _Cut] = {}

    def test(self, test: QuestionTest) -> Pair:
        """The rails of a test on the value alone, whatever `applies_when` says."""
        kind, operand, exchanged = _CANONICAL[test.operator](test.operand)
        atoms = self._cut(test.question).atoms
        if (kind, operand) not in atoms:
            atoms[kind, operand] = Pair(self._new(), self._new())
        pair = atoms[kind, operand]
        return pair.exchanged() if exchanged else pair

    def has_value(self, question: str) -> int:
        return self._state(question, "has_value")

    def dont_know(self, question: str) -> int:
        """On for an explicit `dont_know`."""
        return self._state(question, "dont_know")

    def without(self, question: str) -> int:
        """On while the question has no value, asked or not."""
        return self._state(question, "without")

    def questions(self) -> Iterator[str]:
        """The questions that something reads."""
        return iter(self._cuts)

    def on(self, question: str, value: Value | None) -> tuple[int, ...]:
        """The rails that an answer turns on; `None` is not asked. Values with the same rails
        cannot be told apart by any condition."""
        cut = self._cuts.get(question)
        if cut is None:
            return ()
        rails = cut.on.get(value)
        if rails is None:
            rails = _encode(cut, value)
            # The combinations of a `choices` question are too many to remember.
            if not isinstance(value, tuple):
                cut.on[value] = rails
        return rails

    def rails_of(self, question: str) -> tuple[int, ...]:
        """Every rail that is cut from a question."""
        cut = self._cuts.get(question)
        if cut is None:
            return ()
        states = (cut.has_value, cut.dont_know, cut.without)
        atoms = (rail for pair in cut.atoms.values() for rail in pair)
        return (*(rail for rail in states if rail is not None), *atoms)

    def all_on(self, answers: Answers) -> list[int]:
        """Every rail that the answers turn on."""
        rails: list[int] = []
        for question, cut in self._cuts.items():
            value = answers.get(question)
            on = cut.on.get(value)
            rails += self.on(question, value) if on is None else on
        return rails

    def _cut(self, question: str) -> _Cut:
        return self._cuts.setdefault(question, _Cut())

    def _new(self) -> int:
        self.size += 1
        return self.size - 1

    def _state(self, question: str, state: str) -> int:
        cut = self._cut(question)
        if getattr(cut, state) is None:
            setattr(cut, state, self._new())
        rail: int = getattr(cut, state)
        return rail


def _encode(cut: _Cut, value: Value | None) -> tuple[int, ...]:
    rails: list[int | None] = []
    if value is None:
        rails.append(cut.without)
    elif value in (DONT_KNOW, (DONT_KNOW,)):
        rails += cut.without, cut.dont_know
    else:
        rails.append(cut.has_value)
        for (kind, operand), pair in cut.atoms.items():
            met, not_met = _KINDS[kind](operand, value)
            if met or not_met:
                rails.append(pair.met if met else pair.not_met)
    return tuple(rail for rail in rails if rail is not None)


def _either(holds: bool) -> tuple[bool, bool]:
    return holds, not holds


def _includes_any(options: frozenset[str], marked: tuple[str, ...]) -> tuple[bool, bool]:
    met = not options.isdisjoint(marked)
    return met, not met and DONT_KNOW not in marked


def _includes_all(options: frozenset[str], marked: tuple[str, ...]) -> tuple[bool, bool]:
    met = options.issubset(marked)
    return met, not met and DONT_KNOW not in marked


# How an atom's (met, not_met) follow from a value.
_KINDS: Mapping[str, Callable[[Any, Any], tuple[bool, bool]]] = {
    "equal": lambda operand, value: _either(value == operand),
    "from": lambda least, value: _either(value >= least),
    "within": lambda ends, value: _either(ends[0] <= value <= ends[1]),
    "one_of": lambda options, value: _either(value in options),
    "includes_any": _includes_any,
    "includes_all": _includes_all,
}

# Each operator of a test as (kind of atom, operand, rails exchanged).
_CANONICAL: Mapping[str, Callable[[Any], tuple[str, Any, bool]]] = {
    "is": lambda operand: (
        ("equal", True, not operand) if isinstance(operand, bool) else ("equal", operand, False)
    ),
    "one_of": lambda options: ("one_of", frozenset(options), False),
    "at_least": lambda least: ("from", least, False),
    "at_most": lambda most: ("from", most + 1, True),
    "between": lambda ends: ("within", tuple(ends), False),
    "includes": lambda option: ("includes_any", frozenset((option,)), False),
    "includes_any": lambda options: ("includes_any", frozenset(options), False),
    "includes_all": lambda options: (
        "includes_all" if len(set(options)) > 1 else "includes_any",
        frozenset(options),
        False,
    ),
}
