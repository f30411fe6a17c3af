"""Versions and periods."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from otseula.logic.conditions import QuestionTest
from otseula.rulebase.spans import gaps
from tests.rulebase.rulefiles import GROUND, findings, load, write

VERSIONS = """
parameters:
  - {id: p, value: 5, valid_to: 2025-12-31}
  - {id: p, value: 7, valid_from: 2026-01-01}
criteria:
  - {id: x, text: {fi: Vanha}, when: {age: {at_least: $p}}, valid_to: 2026-06-30}
  - {id: x, text: {fi: Uusi}, when: {age: {is: $p}}, valid_from: 2026-07-01}
"""


def test_each_period_has_one_version_of_everything(tmp_path: Path) -> None:
    content = load(tmp_path, {"ground.yaml": GROUND, "x.yaml": VERSIONS})
    assert [(p.start, p.end) for p in content.periods] == [
        (None, date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), None),
    ]
    for day, text, test in (
        (date(2025, 12, 31), "Vanha", QuestionTest("age", "at_least", 5)),
        (date(2026, 1, 1), "Vanha", QuestionTest("age", "at_least", 7)),
        (date(2026, 6, 30), "Vanha", QuestionTest("age", "at_least", 7)),
        (date(2026, 7, 1), "Uusi", QuestionTest("age", "is", 7)),
        (date.max, "Uusi", QuestionTest("age", "is", 7)),
    ):
        period = content.on(day)
        assert period.criteria["x"].text.fi == text
        assert period.conditions.nodes["x"] == test
    assert len(content.items["criteria"]) == 3


def test_first_and_last_days_of_the_calendar(tmp_path: Path) -> None:
    text = "notices: [{id: x, text: {fi: X}, valid_from: 0001-01-01, valid_to: 9999-12-31}]"
    assert len(load(tmp_path, {"ground.yaml": GROUND, "x.yaml": text}).periods) == 1


def test_situations_are_those_of_the_day(tmp_path: Path) -> None:
    text = "situations: [{id: new, text: {fi: X}, when: crit, valid_from: 2026-01-01}]"
    content = load(tmp_path, {"ground.yaml": GROUND, "x.yaml": text})
    before, after = (p.conditions.nodes["advise"] for p in content.periods)
    assert len(before.parts) == 1
    assert len(after.parts) == 2


def test_the_areas_of_a_yta_are_those_of_the_day(tmp_path: Path) -> None:
    text = (
        "areas:\n"
        "  - {id: hill, yta: east, text: {fi: X}}\n"
        "  - {id: lake, text: {fi: X}, valid_to: 2025-12-31}\n"
        "  - {id: lake, yta: east, text: {fi: X}, valid_from: 2026-01-01}\n"
        "channels: [{id: c, text: {fi: X}, areas: [east, north]}]"
    )
    content = load(tmp_path, {"ground.yaml": GROUND, "x.yaml": text})
    areas = [period.channels["c"].areas for period in content.periods]
    assert areas == [("hill", "north"), ("hill", "lake", "north")]


def test_a_channel_that_lapses_leaves_its_rule(tmp_path: Path) -> None:
    text = (
        "channels: [{id: gone, text: {fi: X}, valid_to: 2026-12-31}]\n"
        "rules: [{id: r, when: crit, then: {channels: [chan, gone]}, because: {fi: X}}]"
    )
    content = load(tmp_path, {"ground.yaml": GROUND, "x.yaml": text})
    assert content.on(date(2026, 12, 31)).rules["r"].then.channels == ("chan", "gone")
    assert content.on(date(2027, 1, 1)).rules["r"].then.channels == ("chan",)


def test_one_cause_in_many_periods_is_one_finding(tmp_path: Path) -> None:
    days = "".join(
        f"  - {{id: n{i}, text: {{fi: X}}, valid_from: 2026-01-{i:02}}}\n" for i in range(1, 29)
    )
    text = "notices:\n" + days + "criteria:\n  - {id: x, text: {fi: X}, when: {age: 5}}\n"
    write(tmp_path, {"ground.yaml": GROUND, "x.yaml": text})
    assert findings(tmp_path) == [("OTS414", "x.yaml", 31, 40)]


def test_days_on_which_a_name_is_missing_are_told(tmp_path: Path) -> None:
    text = (
        "criteria:\n  - {id: x, text: {fi: X}, when: y, valid_to: 2027-12-31}\n"
        "  - {id: y, text: {fi: Y}, when: crit, valid_from: 2026-01-01, valid_to: 2026-06-30}\n"
        "  - {id: y, text: {fi: Y}, when: crit, valid_from: 2026-08-01}\n"
    )
    from otseula.errors import RuleBaseError
    from otseula.rulebase.load import load_content

    try:
        load_content(write(tmp_path, {"ground.yaml": GROUND, "x.yaml": text}))
    except RuleBaseError as error:
        [diagnostic] = error.diagnostics
    assert diagnostic.code == "OTS429"
    assert "… – 2025-12-31, 2026-07-01 – 2026-07-31" in diagnostic.message.fi


def test_too_many_days_of_change(tmp_path: Path) -> None:
    def days(count: int) -> str:
        first = date(2026, 1, 1)
        return "notices:\n" + "".join(
            f"  - {{id: n{i}, text: {{fi: X}}, valid_from: {first + timedelta(days=i)}}}\n"
            for i in range(count)
        )

    write(tmp_path, {"ground.yaml": GROUND, "x.yaml": days(401)})
    assert findings(tmp_path) == [("OTS306", "x.yaml", 2, 10)]
    assert len(load(tmp_path, {"x.yaml": days(400)}).periods) == 401


_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple))


@given(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple), _SPANS)
def test_gaps_are_the_days_that_nothing_covers(
    needed: tuple[int, int], covered: list[tuple[int, int]]
) -> None:
    days = {d for low, high in covered for d in range(low, high + 1)}
    missing = {d for low, high in gaps(needed, covered) for d in range(low, high + 1)}
    assert missing == set(range(needed[0], needed[1] + 1)) - days
