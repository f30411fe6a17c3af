"""Which files are a rule base, and what is said of those that cannot be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula.errors import RuleBaseError
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.files import RuleFile
from otseula.rulebase.load import load_content
from tests.rulebase.rulefiles import GROUND, findings, load, write

RULE = "  - {id: %s, when: crit, then: {notices: [note]}, because: {fi: X}}\n"


def test_author_order_is_by_path_then_by_place(tmp_path: Path) -> None:
    content = load(
        tmp_path,
        {
            "b.yaml": "criteria:\n  - {id: third, text: {fi: X}, when: parted}\n",
            "a/z.yaml": "criteria:\n  - {id: first, text: {fi: X}, when: parted}\n"
            "  - {id: second, text: {fi: X}, when: third}\n",
            "a/ground.yaml": GROUND.replace("id: crit,", "id: zeroth,").replace("crit,", "zeroth,"),
            ".hidden/x.yaml": "nonsense",
            "README.md": "no rule file",
        },
    )
    assert list(content.periods[0].criteria) == ["zeroth", "first", "second", "third"]


def test_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert findings(tmp_path / "missing") == [("OTS121", "missing", 1, 1)]
    assert findings(tmp_path / "bare") == [("OTS122", "bare", 1, 1)]


def test_a_file_is_a_layer_of_its_own(tmp_path: Path) -> None:
    """`otseula test FILE` names one."""
    write(tmp_path, {"lower/ground.yaml": GROUND, "lower/bad.yaml": "x", "one.yaml": "criteria: x"})
    assert findings(tmp_path / "lower" / "ground.yaml") == []
    assert findings(tmp_path / "one.yaml") == [("OTS120", "one.yaml", 1, 11)]


def test_a_bundled_rule_base_without_files_is_no_rule_base(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("otseula.rulebase.files.bundled_files", list)
    assert findings() == [("OTS122", "bundled", 1, 1)]


def test_misnamed_files_are_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"ground.yaml": GROUND, "more.yml": "rules: []", "OTHER.YAML": "rules: []"})
    assert findings(tmp_path) == [("OTS123", "OTHER.YAML", 1, 1), ("OTS123", "more.yml", 1, 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in directories")
def test_what_is_no_file(tmp_path: Path) -> None:
    write(tmp_path, {"ground.yaml": GROUND})
    (tmp_path / "directory.yaml").mkdir()
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert findings(tmp_path) == [
        ("OTS102", "directory.yaml", 1, 1),
        ("OTS101", "gone.yaml", 1, 1),
        ("OTS102", "pipe.yaml", 1, 1),
    ]


def test_large_deep_tabbed_and_foreign_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "ground.yaml": GROUND,
            "deep.yaml": b"criteria: " + b"[" * 100_000,
            "large.yaml": b"# x\n" * 13_000_000,
            "latin.yaml": "criteria: [] # ä".encode("latin-1"),
            "many.yaml": b"criteria: [" + b"a," * 100_000 + b"]",
            "tab.yaml": b"criteria:\n\t- a\n",
        },
    )
    assert findings(tmp_path) == [
        ("OTS110", "deep.yaml", 1, 74),
        ("OTS103", "large.yaml", 1, 1),
        ("OTS104", "latin.yaml", 1, 16),
        ("OTS111", "many.yaml", 1, 200008),
        ("OTS106", "tab.yaml", 2, 1),
    ]


def test_a_file_that_cannot_be_read_makes_no_names_unknown(tmp_path: Path) -> None:
    text = "criteria:\n  - {id: x, text: {fi: X}, when: elsewhere}\nrules:\n" + RULE % "y"
    write(tmp_path, {"broken.yaml": "criteria: [", "x.yaml": text})
    assert {code for code, *_ in findings(tmp_path)} == {"OTS109"}


def test_places_are_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "rules", {"deep/x.yaml": "criteria: {}"})
    monkeypatch.chdir(tmp_path)
    for given_path in (Path("rules"), tmp_path / "rules", Path("../") / tmp_path.name / "rules"):
        with pytest.raises(RuleBaseError) as caught:
            load_content(given_path)
        assert str(caught.value.diagnostics[0].place) == "rules/deep/x.yaml:1:11"
    monkeypatch.chdir("/")
    with pytest.raises(RuleBaseError) as caught:
        load_content(tmp_path / "rules")
    assert Path(caught.value.diagnostics[0].place.file).name == "x.yaml"


def test_the_error_says_everything_and_hangs_on_to_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": "criteria: [", "y.yaml": "%"})
    with pytest.raises(RuleBaseError) as caught:
        load_content(tmp_path)
    assert str(caught.value).count("OTS1") == 2
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None


def _load_bytes(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Loads one file's bytes without touching the disk; only RuleBaseError may come out."""

    def files(_: object, __: Findings) -> list[RuleFile]:
        return [RuleFile("x.yaml", data)]

    monkeypatch.setattr("otseula.rulebase.load.layer_files", files)
    try:
        load_content("nowhere")
    except RuleBaseError as error:
        assert error.diagnostics
        for diagnostic in error.diagnostics:
            assert diagnostic.message.fi
            assert diagnostic.hint.fi
            assert diagnostic.place.file == "x.yaml"


_WORDS = [
    "null", "true", "1", "-1", "1.5", "[]", "{}", "''", '"\\0"', "$months", "situations", "crit",
    "dont_know", "0001-01-01", "9999-12-31", "all", "not: x", "{a: b}", "[[a]]", "x" * 300, "{0}",
    "*a", "&a", "!b", "---", "%", "\t", "- - -", "? :", "044 717 8571", "9" * 400,
]  # fmt: skip


@given(data=st.data())
def test_a_damaged_file_gives_findings_and_nothing_else(data: st.DataObject) -> None:
    text = GROUND
    for _ in range(data.draw(st.integers(1, 4), "damages")):
        start = data.draw(st.integers(0, len(text)), "start")
        end = data.draw(st.integers(start, min(len(text), start + 40)), "end")
        text = text[:start] + data.draw(st.sampled_from(["", *_WORDS]), "with") + text[end:]
    with pytest.MonkeyPatch.context() as patch:
        _load_bytes(patch, text.encode())


@given(data=st.data())
def test_a_value_of_another_kind_gives_findings_and_nothing_else(data: st.DataObject) -> None:
    """Each value of a valid file replaced by something whole, so that the checks are reached."""
    import yaml

    tree = yaml.safe_load(GROUND)
    parent, key = tree, data.draw(st.sampled_from(sorted(tree)), "list")
    while isinstance(parent[key], dict | list) and parent[key] and data.draw(st.booleans(), "in"):
        parent = parent[key]
        keys = sorted(parent) if isinstance(parent, dict) else list(range(len(parent)))
        key = data.draw(st.sampled_from(keys), "key")
    values = [None, True, 0, -1, 1.5, "", "x", "crit", "danger", "$two", "situations", "2026-01-01",
              [], {}, [[]], ["crit"], {"x": 1}, {"crit": False}, {"all": ["crit"]},
              {"all": "situations"}, {"at_least": 1, "of": ["crit", "sit"]}, [0, 5]]  # fmt: skip
    parent[key] = data.draw(st.sampled_from(values), "value")
    with pytest.MonkeyPatch.context() as patch:
        _load_bytes(patch, yaml.safe_dump(tree, allow_unicode=True).encode())


def test_long_chains_and_wide_conditions_load(tmp_path: Path) -> None:
    chain = "criteria:\n  - {id: c0, text: {fi: X}, when: parted}\n" + "".join(
        f"  - {{id: c{i}, text: {{fi: X}}, when: {{not: c{i - 1}}}}}\n" for i in range(1, 2_000)
    )
    many = ", ".join(["c1999"] * 64)
    wide = f"  - {{id: wide, text: {{fi: X}}, when: {{at_least: 64, of: [{many}]}}}}\n"
    nested = "  - {id: nested, text: {fi: X}, when: %s}\n" % ("{not: " * 58 + "c0" + "}" * 58)
    content = load(tmp_path, {"ground.yaml": GROUND, "x.yaml": chain + wide + nested})
    nodes = list(content.periods[0].conditions.nodes)
    assert nodes.index("c0") < nodes.index("c1000") < nodes.index("c1999") < nodes.index("wide")


def test_a_long_circle_is_found(tmp_path: Path) -> None:
    circle = "criteria:\n" + "".join(
        f"  - {{id: c{i}, text: {{fi: X}}, when: c{(i + 1) % 3000}}}\n" for i in range(3000)
    )
    write(tmp_path, {"ground.yaml": GROUND, "x.yaml": circle})
    assert findings(tmp_path) == [("OTS430", "x.yaml", 2, 35)]
