"""`otseula schema rulebase`: the general schema, or one that knows a rule base's names."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import RULES, run_many

_BASE = "questions: [{id: asked, type: boolean, text: {fi: Onko?}}]\n"


def test_knows_names_where_a_rule_base_is_given() -> None:
    general, named = run_many([["schema", "rulebase"], ["schema", "rulebase", "--rules", RULES]])
    assert "danger_signs" not in general.out
    assert "test_of_danger_signs" in json.loads(named.out)["$defs"]


def test_writes_a_file_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    line = ["schema", "rulebase", "--rules", RULES, "--output", file]
    printed, *written = run_many([line[:-2], *([*line, "--lang", "en"] for _ in range(2))])
    for result in written:
        assert (result.code, result.out) == (0, "")
        assert result.err == "The schema is written to the file.\n"
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(printed.out)


def test_writes_over_nothing_else(tmp_path: Path) -> None:
    notes = tmp_path / "notes-of-somebody.txt"
    notes.write_text("kept")
    kinds = ["rulebase", "case", "recommendation", "explanation"]
    lines = [["schema", kind, "--output", notes, "--lang", "en"] for kind in kinds]
    missing = tmp_path / "no-such-directory" / "schema.json"
    *refused, nowhere = run_many([*lines, ["schema", "rulebase", "--output", missing]])
    for result in refused:
        assert result.code == 2
        assert "is no JSON Schema" in result.err
        assert "notes" not in result.err
    assert notes.read_text() == "kept"
    assert nowhere.code == 2
    assert "no-such-directory" not in nowhere.err


def test_a_rule_base_with_an_error_gives_no_schema(tmp_path: Path) -> None:
    """Else the names of a file that is being written would be unknown in all the others."""
    rules, file = tmp_path / "rules", tmp_path / "schema.json"
    rules.mkdir()
    (rules / "a.yaml").write_text(_BASE)
    line = ["schema", "rulebase", "--rules", rules, "--output", file]
    (good,) = run_many([line])
    before = file.read_bytes()
    (rules / "a.yaml").write_text(_BASE + "criteria: [{id: c, text: {fi: a}, when: askde}]\n")
    (bad,) = run_many([line])
    assert (good.code, bad.code) == (0, 2)
    assert "OTS421" in bad.err
    assert file.read_bytes() == before
