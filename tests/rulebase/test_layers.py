"""A local rule base over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from otseula.rulebase.load import load_content
from tests.rulebase.rulefiles import GROUND, findings, write


def _two(tmp_path: Path, upper: str, lower: str = GROUND) -> list[Path]:
    return [
        write(tmp_path / "lower", {"ground.yaml": lower}),
        write(tmp_path / "upper", {"x.yaml": upper}),
    ]


def test_replaces_stands_in_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    upper = (
        'rulebase: {version: "9"}\nquestions:\n'
        "  - {id: school, replaces: school, type: boolean, text: {fi: Uusi}}\n"
        "  - {id: extra, type: boolean, text: {fi: Lisä}}\n"
    )
    content = load_content(*_two(tmp_path, upper))
    [period] = content.periods
    assert list(period.questions) == [
        "danger", "parted", "age", "length", "school", "forms", "role", "extra",
    ]  # fmt: skip
    assert period.questions["school"].type == "boolean"
    assert [period.questions[name].layer for name in ("age", "school", "extra")] == [0, 1, 1]
    assert [(layer.name, layer.version) for layer in content.layers] == [
        ("lower", "1"), ("upper", "9"),
    ]  # fmt: skip


def test_replaces_takes_the_place_of_every_version(tmp_path: Path) -> None:
    lower = GROUND + (
        "deviation_reasons:\n  - {id: d, text: {fi: A}, valid_to: 2026-01-01}\n"
        "  - {id: d, text: {fi: B}, valid_from: 2026-01-02}\n"
    )
    upper = (
        "deviation_reasons:\n  - {id: d, replaces: d, text: {fi: C}, valid_to: 2026-05-01}\n"
        "  - {id: d, replaces: d, text: {fi: D}, valid_from: 2026-05-02}\n"
    )
    content = load_content(*_two(tmp_path, upper, lower))
    assert [p.deviation_reasons["d"].text.fi for p in content.periods] == ["C", "D"]


def test_withdraw_removes(tmp_path: Path) -> None:
    upper = "withdraw: [advise, channels.chan]\n"
    [period] = load_content(*_two(tmp_path, upper)).periods
    assert "advise" not in period.rules
    assert "chan" not in period.channels
    assert "chan" in period.notices


def test_what_is_withdrawn_may_not_be_named(tmp_path: Path) -> None:
    found = findings(*_two(tmp_path, "withdraw: [channels.chan]\n"))
    assert [code for code, *_ in found] == ["OTS312"]


def test_a_withdrawn_id_is_free(tmp_path: Path) -> None:
    upper = "withdraw: [role]\ncriteria: [{id: role, text: {fi: X}, when: crit}]\n"
    [period] = load_content(*_two(tmp_path, upper)).periods
    assert "role" in period.criteria
    assert "role" not in period.questions


def test_vignettes_of_a_lower_layer_do_not_keep_what_an_upper_one_takes(tmp_path: Path) -> None:
    """They would make `withdraw` and `replaces` useless over the bundled rule base, whose
    vignettes name nearly everything in it. What they then miss, `otseula test` tells."""
    lower = GROUND + (
        "vignettes: [{id: v, as_of: 2026-12-01, answers: {role: worker},"
        " expect: {channels_include: [chan], truth: {advise: unknown}}}]\n"
    )
    taken = "withdraw: [role, channels.chan, advise]\n"
    assert findings(*_two(tmp_path, taken, lower)) == []
    later = "channels: [{id: chan, replaces: chan, text: {fi: X}, valid_from: 2027-01-01}]\n"
    assert findings(*_two(tmp_path, later, lower)) == []
    own = taken + lower[lower.index("vignettes:") :].replace("id: v", "id: w")
    assert {code for code, *_ in findings(*_two(tmp_path, own, lower))} == {"OTS701", "OTS702"}


def test_safety_can_be_added_to(tmp_path: Path) -> None:
    upper = (
        "safety_actions: [{id: more, order: 2, text: {fi: X}}]\n"
        "rules:\n  - {id: also, when: danger, then: {safety: [act, more], duties: [duty]},"
        " because: {fi: X}}\n"
    )
    [period] = load_content(*_two(tmp_path, upper)).periods
    assert "also" in period.rules


def test_nothing_that_safety_stands_on_can_be_taken(tmp_path: Path) -> None:
    lower = GROUND + "deviation_reasons: [{id: free, text: {fi: X}}]\n"
    lower = lower.replace("when: danger", "when: {any: [danger, deep]}").replace(
        "criteria: [", "criteria: [{id: deep, text: {fi: X}, when: deeper}, "
        "{id: deeper, text: {fi: X}, when: danger}, "
    )  # fmt: skip
    for protected in ("danger", "deep", "deeper", "acute", "act", "duty", "must", "length",
                      "months"):  # fmt: skip
        found = findings(*_two(tmp_path, f"withdraw: [{protected}]\n", lower))
        assert [code for code, *_ in found] == ["OTS606"], protected
    for free in ("free", "advise"):
        assert findings(*_two(tmp_path, f"withdraw: [{free}]\n", lower)) == [], free


def test_three_layers_and_the_hash_of_each(tmp_path: Path) -> None:
    lower, middle = _two(tmp_path, "expertise: [{id: expert, replaces: expert, text: {fi: B}}]\n")
    top = write(
        tmp_path / "top", {"x.yaml": "expertise: [{id: expert, replaces: expert, text: {fi: C}}]"}
    )
    content = load_content(lower, middle, top)
    assert content.periods[0].expertise["expert"].text.fi == "C"
    assert content.layers[0].hash == load_content(lower).layers[0].hash
    assert len({layer.hash for layer in content.layers} | {content.hash}) == 4
    assert [code for code, *_ in findings(middle, lower)] == ["OTS603", "OTS602"]


def test_the_same_directory_twice_is_found_item_by_item(tmp_path: Path) -> None:
    lower = write(tmp_path / "lower", {"ground.yaml": GROUND})
    assert {code for code, *_ in findings(lower, lower)} == {"OTS603"}


@pytest.mark.parametrize(
    ("when", "refused"),
    [
        ("{any: situations}", False),
        ("{at_least: 1, of: situations}", False),
        ("{none: situations}", True),
        ("{all: situations}", True),
        ("{not: {any: situations}}", True),
        ("{none: [{any: situations}]}", True),
        ("{not: {all: situations}}", False),
        ("{none: [{none: situations}]}", False),
        ("chain", False),
        ("{not: chain}", True),
        ("{chain: false}", True),
        ("{not: {chain: false}}", False),
        ("danger", False),
    ],
)
def test_a_new_situation_may_not_turn_off_a_safety_rule(
    when: str, refused: bool, tmp_path: Path
) -> None:
    lower = f"""
questions: [{{id: danger, type: boolean, always_ask: true, text: {{fi: A}}}}]
situations: [{{id: first, text: {{fi: A}}, when: danger}}]
safety_actions: [{{id: act, order: 1, text: {{fi: A}}}}]
expertise: [{{id: expert, text: {{fi: A}}}}]
rules:
  - {{id: chain, when: {{any: situations}}, then: {{expertise: [expert]}}, because: {{fi: A}}}}
  - {{id: safe, when: {when}, then: {{safety: [act]}}, because: {{fi: A}}}}
"""
    upper = "situations: [{id: second, text: {fi: B}, when: {danger: false}}]\n"
    found = findings(*_two(tmp_path, upper, lower))
    assert [code for code, *_ in found] == (["OTS608"] if refused else [])


def test_a_local_action_does_not_stand_before_those_of_mortal_danger(tmp_path: Path) -> None:
    upper = "safety_actions: [{id: own, order: 0, text: {fi: A}}]\n"
    found = findings(*_two(tmp_path, upper))
    assert [code for code, *_ in found] == ["OTS207"]
