"""Runs every engine on random rule bases and cases, and counts what they differ on."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from otseula.logic.engines import build_engines
from otseula.logic.lanes import Lanes
from tests.logic.random_conditions import contradictions, random_answers, random_conditions


@dataclass
class Tally:
    pairs: int = 0
    node_evaluations: int = 0
    decided: int = 0
    contradictory: int = 0
    disagreements: list[str] = field(default_factory=list)


def compare(seed: int, cases: int, tally: Tally) -> None:
    """One random rule base by `cases` random cases, each evaluated by every engine by itself
    and by lanes all at once. A pair is one rule base with one case."""
    random = Random(seed)
    conditions = random_conditions(random)
    engines = build_engines(conditions)
    lanes, specification = engines[0], engines[1]
    assert isinstance(lanes, Lanes)
    answers = [random_answers(random, conditions, consistent=i % 4 == 0) for i in range(cases)]
    many = lanes.evaluate_many(answers)
    changed = lanes.what_if(answers[0], [dict.fromkeys(answers[0]) | a for a in answers])
    for number, case in enumerate(answers):
        expected = specification.evaluate(case)
        said = {engine.name: engine.evaluate(case) for engine in engines}
        said["lanes, many"] = many.evaluation(number)
        said["lanes, what if"] = changed.evaluation(number)
        tally.pairs += 1
        tally.node_evaluations += len(said) * (len(expected.nodes) + len(expected.applies))
        tally.decided += sum(truth.value != "unknown" for truth in expected.nodes.values())
        for name, evaluation in said.items():
            if evaluation != expected:
                differing = [n for n, t in expected.nodes.items() if evaluation.nodes.get(n) != t]
                tally.disagreements.append(f"seed {seed} case {number} {name}: {differing[:5]}")
        wrong = bool(contradictions(specification, case))
        tally.contradictory += wrong
        if bool(many.contradictory >> number & 1) != wrong:
            tally.disagreements.append(f"seed {seed} case {number}: contradictory")
