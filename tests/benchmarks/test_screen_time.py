"""What a screening takes beside the engines inside it, on the bundled rule base and all of its
vignettes: each timed in turns, so that a machine that slows down slows both (issue 6, point 3)."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import otseula
from otseula.screening.day import today
from otseula.screening.given import given
from tests.vignettes import whole

#: Lockstep over the sum of its engines; one on lanes alone, left unread, over the bare evaluation.
LOCKSTEP, UNREAD = 1.5, 5.0
ROUNDS = 9


def ratios(
    rulebase: otseula.RuleBase,
    inside: Callable[[otseula.RuleBase, otseula.Case], list[Callable[[], object]]],
) -> list[float]:
    """Of each vignette the median time of a screening over that of what stands inside it."""
    found = []
    for vignette in whole(rulebase):
        case = otseula.Case(dict(vignette.answers), as_of=vignette.as_of)
        parts = inside(rulebase, case)
        outside, bare = [], []
        for round_ in range(ROUNDS + 2):
            outer = timed(lambda case=case: rulebase.screen(case))
            inner = sum(timed(part) for part in parts)
            if round_ > 1:  # the first fill the caches
                outside.append(outer)
                bare.append(inner)
        found.append(median(outside) / median(bare))
    return found


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def engines(rulebase: otseula.RuleBase, case: otseula.Case) -> list[Callable[[], object]]:
    compiled = rulebase._on(case.as_of)[0]
    answers = given(case, None, None, today).checked(compiled).answers
    return [lambda e=engine: e.evaluate(answers) for engine in compiled.lockstep.engines]


def test_a_lockstep_screening_is_little_more_than_its_engines(slack: float) -> None:
    found = ratios(otseula.load(), engines)
    print(f"lockstep over its engines: median {median(found):.2f}, most {max(found):.2f}")
    assert median(found) <= LOCKSTEP * slack


def test_one_left_unread_is_little_more_than_the_evaluation(slack: float) -> None:
    found = ratios(otseula.load(engines=("lanes",)), engines)
    print(f"on lanes, unread, over the evaluation: median {median(found):.2f}, {max(found):.2f}")
    assert median(found) <= UNREAD * slack
