"""The smallest change of the answers given that turns something: every one, then every two."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from otseula.logic.conditions import Value
from otseula.logic.hitting import bits
from otseula.logic.verdicts import Given, Judge
from otseula.screening.other_values import Other

#: Changes of two answers that are told at most.
MOST_TOLD = 5
#: What-if cases in one run.
_WIDEST = 60_000
#: What-if cases of two changes that are tried at most; beyond them only one answer is changed.
_MOST_PAIRS = 240_000


class Candidate(NamedTuple):
    """Another answer to a question."""

    question: str
    other: Other


#: The lanes in which something turned, of so many, with these answers in them.
Turned = Callable[[Judge, int, Sequence[Given]], int]


def single_changes(
    judge: Judge, turned: Turned, candidates: Sequence[Candidate]
) -> tuple[tuple[Candidate, ...], ...]:
    """One change for each question of which some other answer turns it: the nearest."""
    given = [(each.question, each.other.value, 1 << at) for at, each in enumerate(candidates)]
    mask = turned(judge, len(candidates), given)
    found: dict[str, Candidate] = {}
    for at in bits(mask):
        each = candidates[at]
        if each.question not in found:
            found[each.question] = _widened(each, [candidates[i] for i in bits(mask)])
    return tuple((each,) for each in found.values())


def double_changes(
    judge: Judge,
    turned: Turned,
    candidates: Sequence[Candidate],
    first: Collection[str],
    urgent: Collection[str],
) -> tuple[tuple[tuple[Candidate, ...], ...], bool]:
    """Changes of two questions, one of them among the `first`; no more than MOST_TOLD, those with
    an `urgent` question before others. False beside them where there were too many to try."""
    count = len(candidates)
    heads = [at for at, each in enumerate(candidates) if each.question in first]
    if len(heads) * count > _MOST_PAIRS:
        return (), False
    found: dict[frozenset[str], tuple[Candidate, ...]] = {}
    for some in _parts(heads, max(1, _WIDEST // max(1, count))):
        mask = turned(judge, len(some) * count, list(_grid(some, candidates)))
        for lane in bits(mask):
            one, other = candidates[some[lane // count]], candidates[lane % count]
            pair = frozenset((one.question, other.question))
            if len(pair) == 2 and pair not in found:
                found[pair] = (one, other)
    order = {each.question: at for at, each in enumerate(candidates)}
    told = [tuple(sorted(each, key=lambda one: order[one.question])) for each in found.values()]
    told.sort(
        key=lambda each: (
            all(one.question not in urgent for one in each),
            [order[one.question] for one in each],
        )
    )
    return tuple(told[:MOST_TOLD]), True


def _grid(heads: Sequence[int], candidates: Sequence[Candidate]) -> Iterator[Given]:
    """Lane i * n + j changes the i-th head and the j-th candidate; where these are of one
    question the lane holds the head's."""
    count = len(candidates)
    row = (1 << count) - 1
    column = sum(1 << (i * count) for i in range(len(heads)))
    of_question: dict[str, int] = {}
    first: dict[int, int] = {}
    for i, at in enumerate(heads):
        first[at] = row << (i * count)
        name = candidates[at].question
        of_question[name] = of_question.get(name, 0) | first[at]
    for j, each in enumerate(candidates):
        rest = (column << j) & ~of_question.get(each.question, 0)
        yield each.question, each.other.value, rest | first.get(j, 0)


def _parts(items: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _widened(one: Candidate, turning: Sequence[Candidate]) -> Candidate:
    """The same over all the numbers beside it that turn it too."""
    if one.other.last is None:
        return one
    first, last = int(_number(one.other.value)), one.other.last
    spans = sorted(
        (int(_number(each.other.value)), each.other.last or 0)
        for each in turning
        if each.question == one.question
    )
    for low, high in spans:
        if low == last + 1:
            last = high
    for low, high in reversed(spans):
        if high == first - 1:
            first = low
    return Candidate(one.question, Other(first, last))


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value
