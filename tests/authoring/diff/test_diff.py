"""What is told of an edit: hand-made pairs, their cases, and the report in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.authoring.diff.compare import Comparison, compare
from otseula.authoring.diff.data import report_data
from otseula.authoring.diff.report import Report, render
from otseula.authoring.diff.results import corpus_of, results, vignettes_of
from otseula.authoring.diff.words import WORDS
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content
from otseula.screening.casefile import Case
from otseula.screening.rulebase import RuleBase

TABLE = yaml.safe_load(Path(__file__).with_name("table.yaml").read_text("utf-8"))
ROWS = {row["name"]: row for row in TABLE["rows"]}
DAY = date(2026, 12, 1)


def loaded(where: Path, text: str) -> Content:
    where.mkdir()
    (where / "r.yaml").write_text(text, "utf-8")
    return load_content(where)


def edited(row: dict[str, Any]) -> str:
    text: str = TABLE["base"]
    for before, after in row["edit"]:
        assert before in text, before
        text = text.replace(before, after)
    return text


def pair(tmp_path: Path, name: str) -> tuple[Content, Content]:
    new = edited(ROWS[name])
    return loaded(tmp_path / "old", TABLE["base"]), loaded(tmp_path / "new", new)


@pytest.mark.parametrize("name", ROWS)
def test_what_is_told(name: str, tmp_path: Path) -> None:
    row, (old, new) = ROWS[name], pair(tmp_path, name)
    comparison = compare(old, new, DAY)
    entries = {f"{entry.list}.{entry.id}": entry for entry in comparison.entries}
    told = {key: e.status for key, e in entries.items() if e.status not in ("same", "plain")}
    assert told == row["told"]
    fields = {key: [f.name for f in e.fields] for key, e in entries.items() if e.fields}
    assert fields == row.get("fields", {})
    assert {k: e.before for k, e in entries.items() if e.before} == row.get("renamed", {})
    for key, questions in row.get("narrowed", {}).items():
        assert [*entries[key].questions] == questions
    for key, wanted in row.get("case", {}).items():
        case = entries[key].case
        assert case is not None
        assert dict(case.answers) == wanted["answers"], key
        assert [truth.value for truth in case.truths] == wanted["truths"], key
    quiet = {"same", "equivalent"}
    changes = {*row["told"].values()} - quiet or row.get("fields") or row.get("renamed")
    assert comparison.differs is bool(changes)
    screened(comparison)


def screened(comparison: Comparison) -> None:
    """Every case is one that both rule bases screen, with the truths that are told."""
    bases = RuleBase(comparison.old), RuleBase(comparison.new)
    for entry in comparison.entries:
        if entry.case is None:
            continue
        for base, given, truth, name in zip(
            bases,
            entry.case.given,
            entry.case.truths,
            (entry.before or entry.id, entry.id),
            strict=True,
        ):
            result = base.screen(dict(given), as_of=comparison.day)
            if entry.list in ("criteria", "situations", "rules"):
                assert result.truth[name] is truth, entry.id


def test_the_other_way_round_is_told_the_other_way_round(tmp_path: Path) -> None:
    old, new = pair(tmp_path, "a parameter")
    there, back = compare(old, new, DAY), compare(new, old, DAY)
    for one, other in zip(there.entries, back.entries, strict=True):
        assert one.status == other.status
        if one.case is not None:
            assert other.case is not None
            assert other.case.truths == one.case.truths[::-1]
            assert len(other.case.answers) == len(one.case.answers)


VIGNETTES = """
vignettes:
  - {id: turns, as_of: 2026-12-01, answers: {separated: true, months: 26, school: none}, expect: {}}
  - {id: stays, as_of: 2026-12-01, answers: {separated: false}, expect: {}}
  - {id: rewritten, as_of: 2026-12-01, answers: {worry: true}, expect: {}}
  - {id: removed, as_of: 2026-12-01, answers: {worry: false}, expect: {}}
"""


def with_vignettes(tmp_path: Path) -> Report:
    after = VIGNETTES.replace("answers: {worry: true}", "answers: {worry: false}")
    after = after[: after.index("  - {id: removed")]
    new = edited(ROWS["a parameter"]).replace("  - {id: worry,", "  - {id: worry, effort: 2,")
    old = loaded(tmp_path / "old", TABLE["base"] + VIGNETTES)
    now = loaded(tmp_path / "new", new + after)
    comparison = compare(old, now, DAY)
    cases = [
        Case({"separated": True, "months": 29, "school": "none"}),
        Case({"separated": True, "months": 30, "school": "none"}),
        Case({"Matti Meikäläinen": True}),
    ]
    names = comparison.renamed
    return Report(
        comparison,
        results(old, now, vignettes_of(old, now, DAY), names),
        results(old, now, corpus_of(cases, DAY), names),
        None,
        0,
    )


def test_results_of_vignettes_and_cases(tmp_path: Path) -> None:
    report = with_vignettes(tmp_path)
    assert report.vignettes.total == 5  # one written otherwise stands for two
    assert [each.id for each in report.vignettes.turned] == ["turns"]
    (turned,) = report.vignettes.turned
    assert {key: tuple(t.value for t in truths) for key, truths in turned.items.items()} == {
        ("situations", "hard"): ("met", "not_met"),
        ("notices", "ask"): ("met", "unknown"),
    }
    assert turned.before.levels == ("advice", "advice")
    assert turned.after.levels == ("basic_services_first", "advice")
    assert report.corpus is not None
    assert [each.id for each in report.corpus.turned] == ["1"]
    assert report.corpus.refused == ("3",)
    told = render(report, "fi") + str(report_data(report))
    assert "Matti" not in told


def test_a_question_that_is_gone_refuses_its_vignette(tmp_path: Path) -> None:
    new = TABLE["base"].replace("[hard, worry]", "[hard]").replace("when: worry", "when: hard")
    start = new.index("  - {id: worry")
    new = new[:start] + new[new.index("\n", start) + 1 :]
    old, now = loaded(tmp_path / "old", TABLE["base"] + VIGNETTES), loaded(tmp_path / "new", new)
    found = results(old, now, vignettes_of(old, now, DAY), {})
    refused = [each.id for each in found.turned if each.after.levels is None]
    assert refused == ["rewritten", "removed"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_report_in_words(language: str, tmp_path: Path) -> None:
    told = render(with_vignettes(tmp_path), language)
    for key in ("changed", "case", "settings", "situations"):
        assert WORDS[key].in_language(language) in told, key
    question = {"fi": "Montako kuukautta?", "sv": "Månader?", "en": "Months?"}[language]
    assert f"{question} (months): 24\n" in told
    assert "value 24 → 30" in told
    assert "(separated): " + {"fi": "kyllä", "sv": "ja", "en": "yes"}[language] in told


@pytest.mark.parametrize("name", ROWS)
def test_the_report_of_every_edit(name: str, tmp_path: Path) -> None:
    old, new = pair(tmp_path, name)
    comparison = compare(old, new, DAY)
    report = Report(comparison, results(old, new, (), {}), None, None, 0)
    told = render(report, "en")
    assert ("Nothing changes." in told) is not report.differs
    data = report_data(report)
    assert data["differs"] is report.differs
    statuses = {f"{e['list']}.{e['id']}": e["status"] for e in data["entries"]}
    assert statuses.items() >= ROWS[name]["told"].items()


def test_too_large_is_told_and_counts_as_a_change(tmp_path: Path) -> None:
    old, new = pair(tmp_path, "written otherwise")
    comparison = compare(old, new, DAY, limit=3)
    statuses = {entry.status for entry in comparison.entries}
    assert "not_compared" in statuses
    assert "equivalent" not in statuses
    assert comparison.differs
    assert "NOT COMPARED" in render(
        Report(comparison, results(old, new, (), {}), None, None, 0), "en"
    )


def test_every_text_is_there_in_three_languages() -> None:
    for key, text in WORDS.items():
        assert not text.fallbacks, key
