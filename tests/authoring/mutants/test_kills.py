"""The fast way finds just what screening each vignette with each mutant finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from otseula.authoring.mutants.kills import mutated, trials
from otseula.authoring.mutants.made import Mutant, mutants_of
from otseula.authoring.mutants.redrawn import periods_drawn
from otseula.authoring.vignettes.run import run_vignettes
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content, Vignette
from otseula.screening.rulebase import RuleBase
from tests.authoring.mutants.made_up import loaded, random_files, random_vignettes


def slow(content: Content, mutant: Mutant, vignettes: tuple[Vignette, ...]) -> dict[str, set[str]]:
    """By origin the vignettes of which something came true, and no longer does."""
    held = {
        result.id: {difference.key for difference in result.differences}
        for result in run_vignettes(RuleBase(content, ("lanes",)), vignettes)
    }
    found: dict[str, set[str]] = {}
    results = run_vignettes(RuleBase(mutated(content, mutant), ("lanes",)), vignettes)
    for vignette, result in zip(vignettes, results, strict=True):
        if {difference.key for difference in result.differences} - held[result.id]:
            found.setdefault(vignette.origin, set()).add(result.id)
    return found


def fast(
    content: Content, mutants: tuple[Mutant, ...], vignettes: tuple[Vignette, ...]
) -> dict[Mutant, dict[str, str]]:
    found: dict[Mutant, dict[str, str]] = {mutant: {} for mutant in mutants}
    for trial in trials(content, vignettes, periods_drawn(content.periods, mutants)):
        for mutant, by_origin in trial.killers(mutants):
            found[mutant] = by_origin | found[mutant]
    return found


def agree(content: Content, mutants: tuple[Mutant, ...], vignettes: tuple[Vignette, ...]) -> int:
    """Compares; how many mutants were killed."""
    found = fast(content, mutants, vignettes)
    for mutant in mutants:
        expected = slow(content, mutant, vignettes)
        assert found[mutant].keys() == expected.keys(), (mutant, expected)
        for origin, name in found[mutant].items():
            assert name in expected[origin], (mutant, expected)
    return sum(bool(by) for by in found.values())


@pytest.mark.parametrize("seed", range(3))
def test_on_random_rule_bases(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    killed = gated = total = 0
    for number in range(9):
        content = loaded(tmp_path / str(number), random_files(random))
        vignettes = random_vignettes(random, content, 8)
        mutants = mutants_of(content)
        killed += agree(content, mutants, vignettes)
        total += len(mutants)
        gated += any(q.applies_when for q in content.periods[0].questions.values())
    assert gated
    assert 0 < killed < total


def test_on_a_sample_of_the_bundled_rule_base() -> None:
    content = load_content()
    random = Random(11)
    mutants = tuple(random.sample(mutants_of(content), 4))
    vignettes = tuple(random.sample(content.vignettes, 30))
    agree(content, mutants, vignettes)


def test_an_expectation_that_failed_before_kills_nothing(tmp_path: Path) -> None:
    random = Random(4)
    content = loaded(tmp_path, random_files(random))
    mutants = mutants_of(content)
    base = RuleBase(content, ("lanes",))
    right, wrong = [], []
    turned = {"met": "not_met", "not_met": "unknown", "unknown": "met"}
    for vignette in random_vignettes(random, content, 8):
        truths = base.screen(vignette.answers, as_of=vignette.as_of).truth
        told = {name: truth.value for name, truth in truths.items()}
        right.append(replace(vignette, expect={"truth": told}))
        other = {name: turned[truth] for name, truth in told.items()}
        wrong.append(replace(vignette, expect={"truth": other}))
    assert any(fast(content, mutants, tuple(right)).values())
    assert not any(fast(content, mutants, tuple(wrong)).values())
