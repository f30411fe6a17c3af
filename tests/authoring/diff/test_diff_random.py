"""Comparing against brute force: every case of random small pairs, in both rule bases."""

from __future__ import annotations

from random import Random

import pytest

from otseula.authoring.diff.case import DecidingCase
from otseula.authoring.diff.compare import Judge
from otseula.authoring.diff.sides import Side
from otseula.logic.conditions import DONT_KNOW
from otseula.logic.truth import Specification
from tests.authoring.diff.pairs import every_case, random_pair, settled, sides_of
from tests.logic.random_conditions import contradictions


def compared(seed: int) -> dict[str, int]:
    """Compares one pair; gives how many nodes had which status."""
    random = Random(f"diff {seed}")
    while True:
        pair = random_pair(random)
        sides, shared = sides_of(*pair)
        cases = [*every_case(pair, shared)]
        if cases:
            break
    judge = Judge(sides, shared, 100_000)
    told = [(settled(sides[0], each), settled(sides[1], each)) for each in cases]
    turned = [
        which
        for name, which in sides[1].ids.items()
        if name in pair[0].questions
        and any(
            getattr(pair[0].questions[name], field) != getattr(pair[1].questions[name], field)
            for field in ("options", "range")
        )
    ]
    counts: dict[str, int] = {}
    for name in sides[0].conditions.nodes.keys() & sides[1].conditions.nodes.keys():
        status, case, _ = judge(name, name)
        counts[status] = counts.get(status, 0) + 1
        differs = any(before[name] is not after[name] for before, after in told)
        assert status in ("same", "equivalent", "narrowed", "changed")
        if differs and status == "narrowed":
            # `dont_know` may mean an answer that only one of the two knows
            plain = (
                (before[name], after[name])
                for answers, (before, after) in zip(cases, told, strict=True)
                if all(answers[which] != DONT_KNOW for which in turned)
            )
            assert turned
            assert all(before is after for before, after in plain), (seed, name)
            continue
        dont_know = any(answers[which] == DONT_KNOW for answers in cases for which in turned)
        assert (status == "changed") is differs or dont_know, (seed, name, status)
        if case is not None:
            confirmed(sides, name, case)
        elif differs:
            # Only where the answer `dont_know` alone makes the difference may Kleene's logic, which
            # sees a condition part by part, fail to show it.
            counts["not confirmed"] = counts.get("not confirmed", 0) + 1
            for answers, (before, after) in zip(cases, told, strict=True):
                assert DONT_KNOW in answers.values() or before[name] is after[name], (seed, name)
    return counts


def confirmed(sides: tuple[Side, Side], name: str, case: DecidingCase) -> None:
    """The case is one that both rule bases take, and the specification tells them apart there."""
    truths = []
    for side, given in zip(sides, case.given, strict=True):
        specification = Specification(side.conditions)
        assert not contradictions(specification, given)
        assert all(given[own] == case.answers[side.ids[own]] for own in given)
        truths.append(specification.evaluate(given).nodes[name])
    assert (truths[0], truths[1]) == case.truths
    assert truths[0] is not truths[1]
    used = {side.ids[own] for side, given in zip(sides, case.given, strict=True) for own in given}
    assert used == case.answers.keys()


@pytest.mark.parametrize("block", range(10))
def test_what_is_told_is_so_in_every_case(block: int) -> None:
    pairs = 200
    seen: dict[str, int] = {}
    for seed in range(block * pairs, (block + 1) * pairs):
        for status, count in compared(seed).items():
            seen[status] = seen.get(status, 0) + count
    assert seen["changed"] > pairs // 5
    assert seen["equivalent"] > 0
    assert seen.get("not confirmed", 0) <= max(2, seen["changed"] // 10)


def test_too_large_is_never_told_as_equivalent() -> None:
    random = Random("too large")
    sides, shared = sides_of(*random_pair(random))
    judge = Judge(sides, shared, 3)
    status = {judge(name, name)[0] for name in sides[0].conditions.nodes}
    assert "not_compared" in status
    assert status <= {"same", "not_compared"}
