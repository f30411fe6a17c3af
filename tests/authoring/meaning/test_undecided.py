"""Undecided though every answer gives the same: held against every case written out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from random import Random

import pytest

from otseula.authoring.meaning.drawn import LIMIT
from otseula.authoring.meaning.undecided import BothLogics, Undecided, undecided
from otseula.logic.conditions import DONT_KNOW, ConditionSet, Truth, Value
from otseula.logic.diagram import NEVER, TooLargeError
from otseula.logic.truth import Specification
from tests.logic.random_conditions import random_conditions
from tests.logic.test_completions import completions, values_of, without_known

#: Cases of one rule base at most.
MOST = 100


def _bases(seed: int) -> Iterator[ConditionSet]:
    random = Random(seed)
    while True:
        conditions = random_conditions(random, random.randint(1, 4))
        if prod(len(values_of(q)) + 1 for q in conditions.questions.values()) <= MOST:
            yield conditions


def _cases(conditions: ConditionSet) -> Iterator[tuple[dict[str, Value], dict[str, Truth]]]:
    """Each case in which what has a value applies, and the truth of every node in it."""
    specification = Specification(conditions)
    values = [[*values_of(domain), DONT_KNOW] for domain in conditions.questions.values()]
    for picked in product(*values):
        case = dict(zip(conditions.questions, picked, strict=True))
        found = specification.evaluate(case)
        applies = [found.applies.get(n, Truth.MET) for n, v in case.items() if v != DONT_KNOW]
        if set(applies) <= {Truth.MET}:
            yield case, dict(found.nodes)


def _completed(conditions: ConditionSet, case: dict[str, Value], name: str) -> set[Truth]:
    stored = without_known(conditions, case)
    return {truths[name] for _, truths in completions(stored, case)}


def _confirm(conditions: ConditionSet, name: str, found: Undecided) -> None:
    case = {**dict.fromkeys(conditions.questions, DONT_KNOW), **found.answers}
    assert Specification(conditions).evaluate(case).nodes[name] is Truth.UNKNOWN
    assert _completed(conditions, case, name) == {found.truth}
    assert found.open
    assert not {*found.open} & {*found.answers}


def test_every_case_shows_the_same() -> None:
    shown = alone = 0
    for conditions, _ in zip(_bases(3), range(60), strict=False):
        both = BothLogics(conditions, LIMIT)
        found: dict[str, set[Truth]] = {name: set() for name in conditions.nodes}
        for case, truths in _cases(conditions):
            for name, truth in truths.items():
                if truth is Truth.UNKNOWN:
                    completed = _completed(conditions, case, name)
                    found[name] |= completed if len(completed) == 1 else set()
        for name, truths in found.items():
            pairs = zip(both.where(name), (Truth.MET, Truth.NOT_MET), strict=True)
            assert {truth for where, truth in pairs if where != NEVER} == truths, (conditions, name)
            case = both.case(name)
            assert (case is None) is (not truths)
            if case is not None:
                _confirm(conditions, name, case)
                shown += 1
            told = undecided(conditions, name, LIMIT)
            if told is not None:
                _confirm(conditions, name, told)
                alone += 1
    assert shown > alone > 10


def test_too_large_is_never_silence() -> None:
    conditions = next(_bases(4))
    with pytest.raises(TooLargeError):
        undecided(conditions, next(iter(conditions.nodes)), 3)
