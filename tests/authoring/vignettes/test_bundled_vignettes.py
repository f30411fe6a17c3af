"""The bundled rule base against its own cases, which were written without sight of its rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import otseula
from otseula.authoring.vignettes.coverage import coverage_of
from otseula.authoring.vignettes.report import render
from otseula.authoring.vignettes.run import VignetteResult, run_vignettes
from otseula.rulebase.model import LEVELS


@cache
def bundled() -> otseula.RuleBase:
    return otseula.load()


@cache
def results() -> tuple[VignetteResult, ...]:
    return run_vignettes(bundled(), bundled().content.vignettes)


def test_every_vignette_passes() -> None:
    failed = [result for result in results() if not result.passed]
    assert not failed, render(failed, None, "text", "en")
    assert len(results()) >= 46


def test_every_criterion_situation_rule_and_consequence_is_tried() -> None:
    coverage = coverage_of(bundled().content, results())
    assert not coverage.uncovered, render((), coverage, "text", "en")
    assert coverage.total > 0


@pytest.mark.parametrize("level", LEVELS)
def test_another_level_than_the_one_expected_fails(level: str) -> None:
    """The run can fail: every vignette that states another level tells it from this one."""
    changed = [
        replace(vignette, expect={**vignette.expect, "eligibility": level})
        for vignette in bundled().content.vignettes
        if vignette.expect.get("eligibility", level) != level
    ]
    assert changed
    assert not any(result.passed for result in run_vignettes(bundled(), changed))
