"""What is to be said of mutants that no vignette notices.

A mutant whose condition comes to the same in every possible case of every period is equivalent:
its diagram is that of the original. Of every other there is a case that tells the two apart; it
is put to an expert, who answers it without being told what the rule base answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from otseula.authoring.diff.case import DecidingCase, deciding_case
from otseula.authoring.diff.drawn import Joint
from otseula.authoring.mutants.above import below
from otseula.authoring.mutants.made import Mutant
from otseula.authoring.mutants.redrawn import Redrawn
from otseula.logic.diagram import TooLargeError
from otseula.rulebase.model import Period


@dataclass(frozen=True, slots=True)
class Survivor:
    """Mutants of one entry that mean the same. `status`:

    - `equivalent`: the condition comes to the same in every possible case (so say the diagrams),
      and so does all that reads it
    - `open`: `case` tells it apart in `period`, with no answer to spare; None where none could be
      confirmed. `follows`: whether more than the entry itself can differ: something that reads it
    - `too_large`: its conditions hang together too closely for diagrams"""

    status: str
    mutants: tuple[Mutant, ...]
    period: Period = field(repr=False)
    case: DecidingCase | None = None
    follows: bool = False

    @property
    def first(self) -> Mutant:
        """The mutant that it is told by."""
        return self.mutants[0]


def judged(mutants: Iterable[Mutant], redrawn: Mapping[int, Redrawn]) -> tuple[Survivor, ...]:
    """The mutants, those of one entry that mean the same together, in their order."""
    by_item: dict[int, list[Mutant]] = {}
    for mutant in mutants:
        by_item.setdefault(id(mutant.item), []).append(mutant)
    return tuple(each for held in by_item.values() for each in _of_item(held, redrawn))


def _of_item(mutants: Sequence[Mutant], redrawn: Mapping[int, Redrawn]) -> list[Survivor]:
    last = redrawn[max(mutants[0].conditions)].period
    try:
        compared = _Compared(mutants, redrawn)
        found: list[Survivor] = []
        for mutant in mutants:
            alike = next(
                (n for n, each in enumerate(found) if compared.same(each.first, mutant)), None
            )
            if alike is None:
                found.append(compared.judged(mutant))
            else:
                found[alike] = replace(found[alike], mutants=(*found[alike].mutants, mutant))
    except (TooLargeError, RecursionError):
        return [Survivor("too_large", (mutant,), last) for mutant in mutants]
    return found


class _Compared:
    """The mutants of one entry, drawn beside it in every period that they are in force in."""

    def __init__(self, mutants: Sequence[Mutant], redrawn: Mapping[int, Redrawn]) -> None:
        self._name = mutants[0].id
        self._redrawn = redrawn
        self._keys = {id(mutant): f"{at} mutant" for at, mutant in enumerate(mutants)}
        self._joint: dict[int, Joint] = {}
        for number in self._telling(mutants):
            redrawn[number].renew()
            self._joint[number] = self._drawn(number, mutants)

    def _telling(self, mutants: Sequence[Mutant]) -> Iterator[int]:
        """The last period, and of the others those in which what the entry or its mutants stand
        on is another."""
        told: list[object] = []
        for number in sorted({n for m in mutants for n in m.conditions}, reverse=True):
            conditions = self._redrawn[number].period.conditions
            changes = [mutant.conditions.get(number) for mutant in mutants]
            start = [conditions.nodes[self._name], *(each for each in changes if each is not None)]
            stands_on = start[0], changes, below(conditions, start)
            if stands_on not in told:
                told.append(stands_on)
                yield number

    def _drawn(self, number: int, mutants: Sequence[Mutant]) -> Joint:
        redrawn = self._redrawn[number]
        own = redrawn.drawing.nodes[self._name]
        roots = {(0, self._name): own}
        for mutant in mutants:
            condition = mutant.conditions.get(number)
            root = own if condition is None else redrawn.root(condition)
            roots[0, self._key(mutant)] = roots[1, self._key(mutant)] = root
        return redrawn.joint(roots)

    def _key(self, mutant: Mutant) -> str:
        return self._keys[id(mutant)]

    def same(self, one: Mutant, other: Mutant) -> bool:
        """Whether two mutants mean the same in every period, and so does all that reads them."""
        names = self._key(one), self._key(other)
        return all(j.goals[1, names[0]] == j.goals[1, names[1]] for j in self._joint.values())

    def judged(self, mutant: Mutant) -> Survivor:
        """What is to be said of one."""
        names = self._name, self._key(mutant)
        unlike = [n for n, j in self._joint.items() if j.goals[0, names[0]] != j.goals[1, names[1]]]
        apart = [n for n in unlike if not self._joint[n].same(*names)]
        # Where `known` is read, the entry may come to the same in every case and what reads it
        # not: of it is asked too. Without `known` whatever is unlike is apart.
        follows = any(self._follows(mutant, number) for number in unlike)
        if not apart and not follows:
            return Survivor("equivalent", (mutant,), self._redrawn[max(self._joint)].period)
        period = self._redrawn[(apart or unlike)[0]].period
        case = self._case(mutant, apart[0]) if apart else None
        return Survivor("open", (mutant,), period, case, follows)

    def _case(self, mutant: Mutant, number: int) -> DecidingCase | None:
        redrawn, roots = self._redrawn[number], self._joint[number].goals
        both = {
            (0, self._name): roots[0, self._name],
            (1, self._name): roots[1, self._key(mutant)],
        }
        sides = redrawn.side, redrawn.side_of(mutant, number)
        return deciding_case(sides, redrawn.joint(both), (self._name, self._name))

    def _follows(self, mutant: Mutant, number: int) -> bool:
        """Whether something that reads it differs in some case."""
        redrawn = self._redrawn[number]
        again = redrawn.redrawing(self._name, mutant.conditions[number])
        was = redrawn.drawing
        for name in redrawn.above.of(self._name):
            if name == self._name:
                continue
            pair = (
                (was.nodes[name], again.node(name))
                if name in was.nodes
                else (was.applies[name], again.applies(name))
            )
            if not redrawn.joint({(0, name): pair[0], (1, name): pair[1]}).same(name, name):
                return True
        return False
