"""`otseula test --mutants` and `--accept` as a person uses them."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path

import pexpect
import pytest

from otseula.rulebase.load import load_content
from tests.cli.running import environment, run_many

BASE = """\
questions:
  - {id: absent_weeks, type: integer, range: [0, 40], unit: weeks, text: {fi: Montako viikkoa poissa koulusta?, sv: Hur många veckor borta från skolan?, en: How many weeks away from school?}}
  - {id: help_tried, type: boolean, text: {fi: Onko koulun apua kokeiltu?, sv: Har skolans hjälp prövats?, en: Has the school's help been tried?}}
criteria:
  - {id: long_absence, text: {fi: poissaolo on pitkä, sv: frånvaron är lång, en: the absence is long}, when: {absent_weeks: {at_least: 10}}}
situations:
  - {id: school_stuck, text: {fi: koulunkäynti on jumissa, sv: skolgången har stannat, en: schooling is stuck}, when: {all: [long_absence, help_tried]}}
vignettes:
  - {id: eight_weeks, origin: source, as_of: 2026-12-01, answers: {absent_weeks: 8, help_tried: true}, expect: {truth: {school_stuck: not_met}}}
"""  # noqa: E501  # YAML as people write it


@pytest.fixture
def base(tmp_path: Path) -> Path:
    directory = tmp_path / "base"
    directory.mkdir()
    (directory / "base.yaml").write_text(BASE, "utf-8")
    return directory


def test_the_report(base: Path) -> None:
    text, swedish, data, enough, other, none = run_many(
        [
            ["test", base, "--mutants", "--lang", "en"],
            ["test", base, "--mutants", "--lang", "sv"],
            ["test", base, "--mutants", "--format", "json"],
            ["test", base, "--mutants", "--min-killed", "40"],
            ["test", base, "--mutants", "--min-killed", "41"],
            ["test", base, "--mutants", "--origin", "owner", "--lang", "en"],
        ]
    )
    assert (text.code, enough.code, other.code) == (1, 0, 1)
    assert "  all vignettes, 1: 2 / 5 noticed (40.0 %)" in text.out
    assert "base.yaml:5:" in text.out
    assert "How many weeks away from school? (absent_weeks): 9" in text.out
    assert "Is the criterion met or not met: the absence is long?" in text.out
    assert "Uppfylls kriteriet eller inte: frånvaron är lång?" in swedish.out
    assert "0 / 5 noticed (0.0 %)" in none.out
    report = json.loads(data.out)
    assert report["counts"]["killed"] == 2
    assert [each["case"]["answers"] for each in report["survivors"]][:2] == [
        {"absent_weeks": 9},
        {"absent_weeks": 10},
    ]
    # whoever answers must not be told what the program answers
    assert not re.search(r'"(met|not_met)"', json.dumps(report["survivors"]))


def test_what_does_not_go_together(base: Path) -> None:
    new = base / "new.yaml"
    refused = run_many(
        [
            ["test", base, "--origin", "source"],
            ["test", base, "--min-killed", "80"],
            ["test", base, "--accept", new],
            ["test", base, "--mutants", "--origin", "someone"],
            ["test", base, "--mutants", "--min-killed", "101"],
            ["test", base, "--mutants", "--format", "junit"],
            ["test", base, "--mutants", "--accept", new, "--format", "json"],
            ["test", base, "--mutants", "--accept", new, "--lang", "en"],
        ]
    )
    assert [each.code for each in refused] == [2] * len(refused)
    assert all(each.err and not each.out for each in refused)
    assert "at a terminal" in refused[-1].err
    assert not new.exists()


class Expert:
    """Someone who answers the open questions."""

    def __init__(self, base: Path, target: Path, *words: str) -> None:
        line = ["-m", "otseula", "test", str(base), "--mutants", "--accept", str(target), *words]
        self.child = pexpect.spawn(
            sys.executable, line, encoding="utf-8", timeout=30, env=environment(),
            dimensions=(50, 100),
        )  # fmt: skip
        self.child.delaybeforesend = None

    def says(self, *lines: str) -> str:
        shown = ""
        for line in lines:
            self.child.expect_exact("\r\n> ")
            shown = str(self.child.before)
            self.child.sendline(line)
        return shown

    def ends(self) -> tuple[int, str]:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, str(self.child.before)


def test_answers_become_vignettes(base: Path) -> None:
    target = base / "answers.yaml"
    expert = Expert(base, target, "--lang", "en")
    before = expert.says("an expert, tel. 040 123 4567")
    assert "Open questions: 3" in before
    shown = expert.says("school social worker", "2")
    assert "How many weeks away from school? (absent_weeks): 9" in shown
    assert "at_least" not in shown  # neither the change nor an answer of the program
    assert "became" not in shown
    shown = expert.says("2")
    assert "The rule base answers the same" in shown
    assert "THE RULE BASE ANSWERS OTHERWISE" in expert.says("perhaps")
    assert "1, 2, 3 or 4" in expert.says("3")
    code, last = expert.ends()
    assert code == 1
    assert "Answered 2, skipped 1, left 0. Answered otherwise than the rule base: 1." in last
    content = load_content(base)
    own = [v for v in content.vignettes if v.origin == "owner"]
    assert [(v.id, dict(v.answers), dict(v.expect["truth"])) for v in own] == [
        ("owner_long_absence_1", {"absent_weeks": 9}, {"long_absence": "not_met"}),
        ("owner_long_absence_2", {"absent_weeks": 10}, {"long_absence": "not_met"}),
    ]
    assert {v.answered_by for v in own} == {"school social worker"}
    assert all(isinstance(v.answered_on, date) for v in own)
    tested, checked = run_many([["test", base], ["check", base, "--lang", "en"]])
    assert tested.code == 1  # until the rule base is corrected
    assert "answers.yaml" not in checked.said


@pytest.mark.parametrize("ending", ["c", "d"])
def test_what_was_answered_is_kept_whatever_happens(base: Path, ending: str) -> None:
    target = base / "answers.yaml"
    target.write_text(
        "# by hand\nvignettes:\n- id: mine\n  as_of: 2026-12-01\n"
        "  answers: {absent_weeks: 0}\n  expect: {truth: {long_absence: not_met}}",
        "utf-8",
    )
    expert = Expert(base, target, "--plain")
    expert.says("opettaja", "2")
    expert.child.expect_exact("\r\n> ")
    expert.child.sendcontrol(ending)
    code, last = expert.ends()
    assert code == (130 if ending == "c" else 1)
    assert "Vastattu 1" in last
    assert "\x1b[" not in last
    assert target.read_text("utf-8").startswith("# by hand\nvignettes:\n- id: mine\n")
    ids = [v.id for v in load_content(base).vignettes]
    assert {"mine", "owner_long_absence_1"} <= {*ids}


def test_a_file_that_cannot_take_an_answer_is_refused_first(base: Path) -> None:
    target = base / "flow.yaml"
    target.write_text("vignettes: [{id: a}]\n", "utf-8")
    expert = Expert(base, target, "--lang", "en")
    code, last = expert.ends()
    assert code == 2
    assert "cannot be written" in last
    assert target.read_text("utf-8") == "vignettes: [{id: a}]\n"
