"""A vignette passes when all that it expects comes true, and only then."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import otseula
from otseula.authoring.vignettes.report import render
from otseula.authoring.vignettes.run import run_vignettes
from otseula.authoring.vignettes.words import WORDS
from otseula.rulebase.structure import schema
from otseula.screening.disagreement import EngineDisagreement
from tests.authoring.small_rulebase import small, vignette

ROWS = yaml.safe_load((Path(__file__).parent / "expectations.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_differences(row: Mapping[str, Any]) -> None:
    (result,) = run_vignettes(small(), [vignette(row["answers"], row["expect"])])
    told = [[d.key, d.expected.fi, d.actual.fi] for d in result.differences]
    assert told == row["differs"]
    assert result.passed is (not row["differs"])
    for difference in result.differences:
        for text in (difference.what, difference.expected, difference.actual):
            assert text.fi and text.sv and text.en


def test_every_expectation_that_the_schema_allows_can_be_compared() -> None:
    vignettes = schema()["$defs"]["vignette"]["properties"]["expect"]["properties"]
    expect = {key: [] for key in vignettes if key not in ("eligibility", "truth")}
    assert len(expect) > 20
    (result,) = run_vignettes(small(), [vignette({"danger": True}, expect)])
    assert not [each for each in result.differences if each.what == WORDS["expect"]]


def test_results_stand_in_the_order_given_and_keep_their_place() -> None:
    own = small().content.vignettes
    results = run_vignettes(small(), reversed(own))
    assert [(r.id, r.place, r.kind) for r in results] == [
        (v.id, v.place, v.kind) for v in reversed(own)
    ]
    assert all(r.passed and r.recommendation is not None for r in results)


def test_a_vignette_without_a_day_is_a_finding_and_is_not_screened() -> None:
    (result,) = run_vignettes(small(), [vignette({"age": 3}, {"safety": []}, as_of=None)])
    assert [d.key for d in result.differences] == ["as_of"]
    assert result.recommendation is None


def test_the_clock_is_never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden() -> None:
        raise AssertionError("the clock was read")

    monkeypatch.setattr("otseula.screening.rulebase.today", forbidden)
    rulebase = small()
    with pytest.raises(AssertionError, match="clock"):
        rulebase.screen({})
    assert all(result.passed for result in run_vignettes(rulebase, rulebase.content.vignettes))


@pytest.mark.parametrize(
    "answers", [{"age": 99}, {"age": "old"}, {"danger": "120190-123A"}, {"nobody": True}]
)
def test_a_refused_case_is_a_difference_that_repeats_nothing(answers: dict[str, Any]) -> None:
    results = run_vignettes(small(), [vignette(answers, {"safety": []})])
    assert [d.key for d in results[0].differences] == ["case"]
    for form in ("text", "json", "junit"):
        report = render(results, None, form)
        assert "/answers/" in report
        for refused in ("120190-123A", "nobody"):
            assert refused not in report


def test_engines_that_disagree_are_a_difference_that_names_the_nodes() -> None:
    class Torn:
        def screen(self, *_: object, **__: object) -> otseula.Recommendation:
            raise EngineDisagreement(["hard"], (), ())

    (result,) = run_vignettes(Torn(), [vignette({}, {"safety": []})])  # type: ignore[arg-type]  # raises as a RuleBase does
    assert [(d.key, d.actual.en) for d in result.differences] == [
        ("engines", "they disagree on: hard")
    ]
