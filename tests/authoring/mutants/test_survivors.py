"""What is said of survivors, held to every case of small rule bases written out."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from otseula.authoring.diff.compare import with_goals
from otseula.authoring.mutants.above import below
from otseula.authoring.mutants.made import Mutant, changed, mutants_of
from otseula.authoring.mutants.questions import answers_of, question
from otseula.authoring.mutants.redrawn import periods_drawn
from otseula.authoring.mutants.survivors import judged
from otseula.logic.conditions import ConditionSet, Truth
from otseula.logic.truth import Specification
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content
from tests.authoring.diff.pairs import every_case, settled, sides_of
from tests.authoring.mutants.made_up import loaded, random_files


def differs(content: Content, mutant: Mutant) -> tuple[bool, bool]:
    """Whether the entry, and whether anything else, comes to something else in some case."""
    period = content.periods[0]
    old = with_goals(period)
    new = ConditionSet(old.questions, {**old.nodes, mutant.id: mutant.conditions[0]})
    sides, shared = sides_of(old, new)
    own = others = False
    cases = 0
    for case in every_case((old, new), shared):
        one, other = (settled(side, case) for side in sides)
        own = own or one[mutant.id] is not other[mutant.id]
        names = (name for name in one if name != mutant.id)
        others = others or any(one[name] is not other[name] for name in names)
        cases += 1
    assert cases
    return own, others


@pytest.mark.parametrize("seed", range(2))
def test_verdicts_are_those_of_every_case(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    seen = {"equivalent": 0, "open": 0, "nothing_follows": 0, "together": 0}
    for number in range(9):
        content = loaded(tmp_path / str(number), random_files(random, 2))
        mutants = mutants_of(content)
        survivors = judged(mutants, periods_drawn(content.periods, mutants))
        assert {m for each in survivors for m in each.mutants} == set(mutants)
        for survivor in survivors:
            seen[survivor.status] += 1
            seen["together"] += len(survivor.mutants) > 1
            for mutant in survivor.mutants:
                own, others = differs(content, mutant)
                assert (own or others) is (survivor.status == "open"), mutant
                assert others is survivor.follows, mutant
            seen["nothing_follows"] += survivor.status == "open" and not survivor.follows
    assert all(seen.values()), seen


def test_each_case_tells_it_apart_and_has_no_answer_to_spare() -> None:
    content = load_content(vignettes=False)
    mutants = tuple(Random(2).sample(mutants_of(content), 40))
    for survivor in judged(mutants, periods_drawn(content.periods, mutants)):
        if survivor.status == "equivalent":
            continue
        assert survivor.case is not None
        number = content.periods.index(survivor.period)
        answers = answers_of(survivor)
        for mutant in survivor.mutants:
            conditions = changed(survivor.period, mutant.id, mutant.conditions[number])
            assert differ(survivor.period.conditions, conditions, mutant.id, answers)
            gates = (survivor.period.conditions.questions[name].applies_when for name in answers)
            opening = below(survivor.period.conditions, [gate for gate in gates if gate])
            for name in answers.keys() - opening.keys():
                fewer = {other: value for other, value in answers.items() if other != name}
                assert not differ(
                    survivor.period.conditions, conditions, mutant.id, fewer, survivor.case.truths
                )
        told = question(survivor)
        assert told.fi and told.sv and told.en


def differ(
    one: ConditionSet,
    other: ConditionSet,
    name: str,
    answers: dict[str, object],
    as_: tuple[Truth, Truth] | None = None,
) -> bool:
    """Whether the specification tells the two apart, and in this way."""
    truths = tuple(Specification(each).evaluate(answers).nodes[name] for each in (one, other))
    return truths[0] is not truths[1] if as_ is None else truths == as_


def test_what_is_too_large_for_diagrams_is_told_as_such(tmp_path: Path) -> None:
    content = loaded(tmp_path, random_files(Random(1), 3))
    mutants = mutants_of(content)
    survivors = judged(mutants, periods_drawn(content.periods, mutants, limit=3))
    assert {each.status for each in survivors} == {"too_large"}
    assert sum(len(each.mutants) for each in survivors) == len(mutants)
