"""Where one part of a condition decides alone: in one case, and in any possible case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otseula.authoring.meaning.drawn import Meaning
from otseula.authoring.meaning.needless import Part, Path
from otseula.errors import Place
from otseula.logic.conditions import (
    AllOf,
    Answers,
    AtLeast,
    Condition,
    Evaluation,
    Not,
    Ref,
    Truth,
    parts_of,
)
from otseula.logic.diagram import ALWAYS, Diagram
from otseula.logic.truth import truth_of


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part where it stands, by its name as written. `turned`: it speaks against the condition,
    under an odd number of `not` and `none`."""

    name: str
    place: Place
    turned: bool


def deciding(
    condition: Condition, evaluation: Evaluation, answers: Answers, path: Path = ()
) -> Iterator[tuple[Path, Truth]]:
    """The parts that decide alone in a case, of any depth, and their truth."""
    truth = truth_of(condition, evaluation, answers)
    if truth is Truth.UNKNOWN:
        return
    yield path, truth
    parts = parts_of(condition)
    truths = [truth_of(part, evaluation, answers) for part in parts]
    if Truth.UNKNOWN in truths:  # a sibling, or the part itself
        return
    met = truths.count(Truth.MET)
    for number, part in enumerate(parts):
        if met - (truths[number] is Truth.MET) == _met_beside(condition):
            yield from deciding(part, evaluation, answers, (*path, number))


def _met_beside(condition: Condition) -> int:
    """How many of the other parts of a group are met where one decides alone."""
    match condition:
        case AllOf(parts):
            return len(parts) - 1
        case AtLeast(count, _):
            return count - 1
    return 0


def can_decide(meaning: Meaning, condition: Condition, path: Path) -> frozenset[Truth]:
    """Which truths the part at the end of a path has in some possible case in which it decides
    alone. Raises TooLargeError."""
    diagram, where = meaning.diagram, ALWAYS
    for number in path:
        parts = parts_of(condition)
        beside = [meaning.drawing.of(part) for n, part in enumerate(parts) if n != number]
        where = diagram.both(where, _exactly(diagram, _met_beside(condition), beside))
        condition = parts[number]
    met = meaning.drawing.of(condition)
    cases = {Truth.MET: met, Truth.NOT_MET: diagram.negated(met)}
    return frozenset(t for t, f in cases.items() if not meaning.never(diagram.both(where, f)))


def _exactly(diagram: Diagram, count: int, parts: Sequence[int]) -> int:
    if count == len(parts):
        return diagram.all_of(parts)
    if not count:
        return diagram.negated(diagram.any_of(parts))
    more = diagram.at_least(count + 1, parts)
    return diagram.both(diagram.at_least(count, parts), diagram.negated(more))


def leaves(part: Part, path: Path = (), *, turned: bool = False) -> Iterator[tuple[Path, Leaf]]:
    """The parts of a condition that have none themselves, with the way to each as bound."""
    inner = part.bound
    if part.syntax.form == "none" and isinstance(inner, Not):
        inner, path, turned = inner.part, (*path, 0), not turned
    turned ^= part.syntax.form == "not"
    if part.parts:
        for number, each in enumerate(part.parts):
            yield from leaves(each, (*path, number), turned=turned)
    elif parts_of(inner) and part.syntax.form != "test":  # over the word `situations`
        for number, of_word in enumerate(parts_of(inner)):
            assert isinstance(of_word, Ref)
            place = next(iter(part.syntax.value_places), part.place)
            yield (*path, number), Leaf(of_word.name, place, turned)
    else:  # a test whose value is false is one part, though it is bound as a `not`
        yield path, Leaf(part.name, part.place, turned)
