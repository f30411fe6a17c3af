"""A case that tells two conditions apart, with no answer to spare, held to the specification.

A way through the diagrams says which answers make the difference. They become a case that somebody
could have: what decides whether a question applies is answered too. The specification then
evaluates it in both rule bases, and every answer without which they still differ is left out. What
the specification does not confirm is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from otseula.authoring.diff.drawn import Joint
from otseula.authoring.diff.sides import Side, reached
from otseula.logic.conditions import Answers, Truth, Value


@dataclass(frozen=True, slots=True)
class DecidingCase:
    """`answers` by the shared names of questions; `given` what each rule base takes of them, by its
    own ids (it lacks the others, or they do not apply there); `truths` what each comes to."""

    answers: Mapping[str, Value]
    given: tuple[Mapping[str, Value], Mapping[str, Value]]
    truths: tuple[Truth, Truth]


class Cases:
    """Finds deciding cases. What is the same in every case (a channel and the one rule that gives
    it) shares one, confirmed for each."""

    def __init__(self, sides: tuple[Side, Side], drawing: Joint) -> None:
        self._sides, self._drawing = sides, drawing
        self._found: dict[tuple[int, int], DecidingCase | None] = {}

    def of(self, names: tuple[str, str]) -> DecidingCase | None:
        """A case that tells the nodes apart, from which no answer can be left out; None where none
        was confirmed. Where some answer suits only one of the rule bases it is no case of both:
        see `Shared.apart`."""
        key = self._drawing.goals[0, names[0]], self._drawing.goals[1, names[1]]
        known = self._found.get(key)
        if known is not None:
            again = _tried(self._sides, names, known.answers)
            if again is not None and len(again.answers) == len(known.answers):
                return again
        self._found[key] = deciding_case(self._sides, self._drawing, names)
        return self._found[key]


def deciding_case(
    sides: tuple[Side, Side], drawing: Joint, names: tuple[str, str]
) -> DecidingCase | None:
    """As `Cases.of`."""
    # one that is met here and not met there shows more than one that is open somewhere
    for ways in (drawing.turns, drawing.doubts):
        cases = (_of_way(sides, drawing, names, way) for way in ways(*names))
        found = [case for case in cases if case is not None]
        if found:
            return min(found, key=lambda each: (Truth.UNKNOWN in each.truths, len(each.answers)))
    return None


def _of_way(
    sides: tuple[Side, Side], drawing: Joint, names: tuple[str, str], way: Mapping[int, int]
) -> DecidingCase | None:
    whole = drawing.answers(way)
    on_way = drawing.questions(way)
    read = reached(sides[0], names[0]) | reached(sides[1], names[1])
    for wanted in (_with_gates(sides, on_way), read | _with_gates(sides, on_way)):
        answers = {name: value for name, value in whole.items() if name in wanted}
        found = _tried(sides, names, answers)
        if found is not None:
            return _smallest(sides, names, found, on_way)
    return None


def _with_gates(sides: tuple[Side, Side], questions: Iterable[str]) -> frozenset[str]:
    wanted = set(questions)
    for side in sides:
        for own, name in side.ids.items():
            if name in wanted:
                wanted |= {side.ids[gate] for gate in side.gates(own)}
    return frozenset(wanted)


def _smallest(
    sides: tuple[Side, Side], names: tuple[str, str], case: DecidingCase, last: frozenset[str]
) -> DecidingCase:
    """With no answer that could be left out; of those that decide whether others apply these go
    first, and those on the way go last."""
    levels: dict[str, int] = {}
    for side in sides:
        for own, name in side.ids.items():
            levels[name] = max(levels.get(name, 0), side.level(own))
    while True:
        before = case
        for name in sorted(case.answers, key=lambda each: (-levels[each], each in last)):
            fewer = {other: value for other, value in case.answers.items() if other != name}
            found = _tried(sides, names, fewer) if len(fewer) < len(case.answers) else None
            if found is not None and found.truths == case.truths:
                case = found
        # An answer more never un-decides what was decided: what was needed beside more answers is
        # needed now. Only where one is set aside is it not so.
        aside = any(len(given) < len(case.answers) for given in case.given)
        if case is before or not aside:
            return case


def _tried(
    sides: tuple[Side, Side], names: tuple[str, str], answers: Answers
) -> DecidingCase | None:
    """The case, if the specification tells the nodes apart there and every answer counts in one of
    the rule bases: the question is there, and known to apply."""
    used = set()
    given = []
    for side in sides:
        own, applies = side.in_force(answers)
        given.append(own)
        used |= {side.ids[q] for q in own if applies.get(q, Truth.MET) is Truth.MET}
    if len(used) < len(answers):
        return _tried(sides, names, {n: value for n, value in answers.items() if n in used})
    truths = sides[0].truth(names[0], given[0]), sides[1].truth(names[1], given[1])
    if truths[0] is truths[1]:
        return None
    return DecidingCase(answers, (given[0], given[1]), truths)
