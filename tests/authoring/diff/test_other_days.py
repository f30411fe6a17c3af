"""Versions that do not hold on the day compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from otseula.authoring.diff.compare import compare
from otseula.authoring.diff.data import report_data
from otseula.authoring.diff.other_days import on_other_days
from otseula.authoring.diff.report import Report, render
from otseula.authoring.diff.results import results
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content

BASE = """questions:
  - {id: worry, type: boolean, text: {fi: Onko huoli?}}
criteria:
  - {id: c, text: {fi: Ennen}, when: worry, valid_to: 2026-12-31}
  - {id: c, text: {fi: Sitten}, when: worry, valid_from: 2027-01-01}
  - {id: always, text: {fi: Aina}, when: worry}
"""
THEN = "text: {fi: Sitten}, when: worry"


def loaded(where: Path, text: str) -> Content:
    where.mkdir()
    (where / "r.yaml").write_text(text, "utf-8")
    return load_content(where)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ((), []),
        ((THEN, "text: {fi: Sitten}, when: {not: worry}"), ["c 2027-01-01"]),
        ((THEN, "text: {fi: Toisin}, when: worry"), ["c 2027-01-01"]),
        (("{fi: Aina}, when: worry", "{fi: Aina}, when: {not: worry}"), []),
        (("valid_from: 2027-01-01", "valid_from: 2027-02-01"), ["c 2027-01-01", "c 2027-02-01"]),
        (("{fi: Ennen}, when: worry", "{fi: Ennen}, when: {not: worry}"), []),
    ],
)
def test_each_version_that_was_edited_is_told_once(
    edit: tuple[str, str] | tuple[()], told: list[str], tmp_path: Path
) -> None:
    new = BASE.replace(*edit) if edit else BASE
    assert not edit or new != BASE
    old = loaded(tmp_path / "old", BASE)
    comparison = compare(old, loaded(tmp_path / "new", new), date(2026, 12, 1))
    found = on_other_days(comparison)
    assert [f"{each.id} {each.since}" for each in found] == told
    report = Report(comparison, results(old, old, (), {}), None, None, 0, found)
    assert report.differs is bool(edit)
    assert len(report_data(report)["other_days"]) == len(told)
    for language, said in (("fi", "2027-01-01 alkaen"), ("en", "from 2027-01-01")):
        assert (said in render(report, language)) is bool(told)


def test_a_version_that_held_from_the_first_is_told_so(tmp_path: Path) -> None:
    old = loaded(tmp_path / "old", BASE)
    new = loaded(tmp_path / "new", BASE.replace("{fi: Ennen}", "{fi: Muinoin}"))
    (found,) = on_other_days(compare(old, new, date(2027, 6, 1)))
    assert (found.id, found.since) == ("c", None)
