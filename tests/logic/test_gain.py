"""The expected gain, against every setting of the variables written out."""

from __future__ import annotations

from itertools import product
from math import log2
from random import Random

import pytest

from otseula.logic.completions import Completions
from otseula.logic.diagram import ALWAYS, Diagram
from otseula.logic.gain import gains
from otseula.logic.odds import Askable, askable
from tests.logic.random_conditions import random_conditions


@pytest.mark.parametrize("seed", range(60))
def test_gains_are_exact_but_for_choices_and_known(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, random.randint(1, 4))
    exact = Completions(conditions, {name: [name] for name in conditions.nodes})
    questions = [
        askable(domain, exact.codings[name], _prior(random, domain.options))
        for name, domain in conditions.questions.items()
    ]
    chance = {v: p for each in questions for v, p in each.chance.items()}
    if len(chance) > 10:
        return
    for goal in exact.goals.values():
        found = gains(exact.diagram, [goal], questions, chance)
        for question in questions:
            gain = _gain(exact.diagram, goal, question, chance)
            if question.kinds and question.coding.known is None:
                assert found[question.id] == pytest.approx(gain, abs=1e-9)
            assert found[question.id] >= -1e-9


def _prior(random: Random, options: tuple[str, ...]) -> dict[str, float]:
    return {name: random.uniform(0.05, 0.9 / len(options)) for name in options}


def _gain(diagram: Diagram, goal: int, question: Askable, chance: dict[int, float]) -> float:
    variables = sorted(chance)
    total = {True: 0.0, False: 0.0}
    after: dict[tuple[int, ...], list[float]] = {}
    for bits in product((0, 1), repeat=len(variables)):
        at = dict(zip(variables, bits, strict=True))
        weight = 1.0
        for v, bit in at.items():
            weight *= chance[v] if bit else 1 - chance[v]
        f = goal
        while f > ALWAYS:
            f = (diagram.high if at[diagram.variable[f]] else diagram.low)[f]
        own = [at[v] for v in question.coding.variables]
        kind = (own.index(1) if 1 in own else len(own),)
        after.setdefault(kind, [0.0, 0.0])[f] += weight
        total[bool(f)] += weight
    return _bits(total[True]) - sum((n + y) * _bits(y / (n + y)) for n, y in after.values())


def _bits(p: float) -> float:
    return sum(-q * log2(q) for q in (p, 1 - p) if q > 1e-15)
