"""Which entries of a rule base no vignette tries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import otseula
from otseula.authoring.vignettes.coverage import coverage_of
from otseula.authoring.vignettes.run import run_vignettes
from tests.authoring.small_rulebase import small, vignette

ALL_YES = {"danger": True, "age": 9, "tried": True}
ALL_NO = {"danger": False, "age": 3, "tried": False}
RULES = ("act", "advise", "recommend")
TRUTHS = ("met", "not_met")
EVERYTHING_IN_FORCE = {"call", "tell", "team", "line", "note"}


@pytest.mark.parametrize(
    ("cases", "uncovered"),
    [
        (
            [],
            {(n, t) for n in ("school_age", "never_covered", "hard") for t in TRUTHS}
            | {(rule, "met") for rule in RULES}
            | {(entry, "in_force") for entry in EVERYTHING_IN_FORCE},
        ),
        (
            [ALL_YES],
            {("school_age", "not_met"), ("never_covered", "met"), ("hard", "not_met")},
        ),
        ([ALL_YES, ALL_NO], {("never_covered", "met")}),
        ([ALL_YES, ALL_NO, {"age": 21}], set()),
        # What is not decided is neither met nor not met, nor in force.
        (
            [{"age": 9}],
            {("school_age", "not_met"), ("never_covered", "met")}
            | {("hard", truth) for truth in TRUTHS}
            | {(rule, "met") for rule in RULES}
            | {(entry, "in_force") for entry in EVERYTHING_IN_FORCE},
        ),
        # A case that is refused shows nothing.
        (
            [{"age": 99}, ALL_YES],
            {("school_age", "not_met"), ("never_covered", "met"), ("hard", "not_met")},
        ),
    ],
)
def test_uncovered(cases: list[dict[str, object]], uncovered: set[tuple[str, str]]) -> None:
    results = run_vignettes(small(), [vignette(answers, {"safety": []}) for answers in cases])
    coverage = coverage_of(small().content, results)
    assert {(entry.id, entry.lacks) for entry in coverage.uncovered} == uncovered
    # 2 criteria and 1 situation, twice each; 3 rules; 5 consequences.
    assert coverage.total == 2 * 3 + 3 + 5
    assert coverage.covered == coverage.total - len(uncovered)


def test_counts_by_list_and_places() -> None:
    coverage = coverage_of(small().content, run_vignettes(small(), small().content.vignettes))
    assert dict(coverage.counts) == {
        "criteria": (3, 4),
        "situations": (2, 2),
        "rules": (3, 3),
        "safety_actions": (1, 1),
        "duties": (1, 1),
        "expertise": (1, 1),
        "channels": (1, 1),
        "notices": (1, 1),
    }
    (lacking,) = coverage.uncovered
    assert (lacking.list, lacking.id, lacking.lacks) == ("criteria", "never_covered", "met")
    assert lacking.place.file.endswith("rulebase.yaml") and lacking.place.line == 9


VERSIONS = """\
questions: [{id: age, type: integer, range: [0, 22], text: {fi: Ikä?}}]
criteria:
  - {id: young, text: {fi: nuori}, when: {age: {at_most: 9}}, valid_to: 2025-12-31}
  - {id: young, text: {fi: nuori}, when: {age: {at_most: 12}}, valid_from: 2026-01-01}
"""


def test_an_entry_with_two_versions_counts_once_on_whichever_day_it_is_shown(
    tmp_path: Path,
) -> None:
    (tmp_path / "versions.yaml").write_text(VERSIONS, "utf-8")
    rulebase = otseula.load(tmp_path, engines=("lanes",))
    before, after = date(2025, 6, 1), date(2026, 6, 1)
    cases = [
        vignette({"age": 11}, {"truth": {"young": "not_met"}}, as_of=before),
        vignette({"age": 11}, {"truth": {"young": "met"}}, as_of=after),
    ]
    results = run_vignettes(rulebase, cases)
    assert [result.passed for result in results] == [True, True]
    assert dict(coverage_of(rulebase.content, results[:1]).counts)["criteria"] == (1, 2)
    assert dict(coverage_of(rulebase.content, results).counts)["criteria"] == (2, 2)
