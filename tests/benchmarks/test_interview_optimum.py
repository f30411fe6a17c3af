"""The next question is chosen nearly as well as it can be: against the exact optimum of random
rule bases. All 400 with `--benchmark`, which also holds docs/interview.md to what it says."""

from __future__ import annotations

import pytest

from otseula.logic.truth import Specification
from tests.benchmarks.interview_table import SEEDS, costs, ratios, table
from tests.benchmarks.small_interviews import World, small
from tests.benchmarks.ways_to_ask import optimum
from tests.docs.pages import ROOT

AVERAGE, WORST = 1.03, 1.20
SLICE = 30


@pytest.mark.parametrize("told", [False, True], ids=["plain", "with themes and costs"])
def test_the_choice_is_near_the_optimum(told: bool, request: pytest.FixtureRequest) -> None:
    full = request.config.getoption("--benchmark", default=False)
    rows = [costs(seed, told=told) for seed in (SEEDS if full else SEEDS[:SLICE])]
    found = table(rows, "expected cost" if told else "expected questions")
    print(f"\n{found}")
    of_optimum = ratios(rows, "**otseula**")
    assert min(of_optimum) > 1 - 1e-9, "nothing is better than the optimum"
    assert sum(of_optimum) / len(rows) <= AVERAGE
    assert max(of_optimum) <= WORST
    for way in ("mention count", "author order, Kleene stop", "ask everything"):
        others = ratios(rows, way)
        assert sum(others) > sum(of_optimum)
        assert min(others) > 1 - 1e-9
    if full:
        page = (ROOT / "docs/interview.md").read_text(encoding="utf-8")
        assert found in page, "out of date: run python docs/interview_table.py"


@pytest.mark.parametrize("seed", range(12))
def test_questions_that_cannot_matter_never_help(seed: int) -> None:
    base = small(seed, told=False)
    world = World.of(base.conditions, base.goals)
    assert optimum(base, world, prune=False) == pytest.approx(optimum(base, world))


@pytest.mark.parametrize("seed", range(3))
def test_everyone_is_what_the_specification_says(seed: int) -> None:
    """Of those who know whatever they are asked."""
    base = small(seed, told=False)
    world = World.of(base.conditions, base.goals)
    specification = Specification(base.conditions)
    for at in range(0, world.everyone.bit_length(), 7):
        answers = {
            name: value
            for name, values in world.told.items()
            for value, who in values.items()
            if who >> at & 1 and world.applies[name] >> at & 1
        }
        if len(answers) == sum(who >> at & 1 for who in world.applies.values()):
            nodes = specification.evaluate(answers).nodes
            for goal, holds in zip(base.goals, world.goals, strict=True):
                assert nodes[goal].value == ("met" if holds >> at & 1 else "not_met")
