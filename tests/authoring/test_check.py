"""What `otseula check` finds beyond loading: each lint at its place, and a near miss."""

from __future__ import annotations

import inspect
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from otseula.authoring.check import all_lints, check, linted
from otseula.authoring.checked import Checked
from otseula.rulebase.bundled import BUNDLED
from otseula.rulebase.diagnostics import codes
from otseula.rulebase.load import load_draft
from otseula.rulebase.reader import read_document
from tests.rulebase.rulefiles import marked, write

CASES: list[dict[str, Any]] = read_document(
    Path(__file__).with_name("lints.yaml").read_bytes()
).plain()
LONG = "x" * 161


def found(directory: Path, text: str, *, bundled: bool) -> list[tuple[str, int, int]]:
    write(directory, {"x.yaml": text.replace("LONG", LONG)})
    loaded = load_draft(directory)
    assert loaded.content is not None, loaded.findings.diagnostics()
    layers = tuple(replace(layer, local=not bundled) for layer in loaded.layers)
    diagnostics = linted(Checked(loaded.draft, layers))
    if not bundled:
        assert diagnostics == check(directory)
    assert {d.severity for d in diagnostics} <= {"error"}
    return [(d.code, d.place.line, d.place.column) for d in diagnostics]


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case["expect"]) or "none")
def test_finds_exactly_this_and_here(case: dict[str, Any], tmp_path: Path) -> None:
    bundled = case.get("bundled", False)
    text, places = marked(case["text"])
    expected = [(code, *place) for code, place in zip(case["expect"], places, strict=True)]
    assert found(tmp_path, text, bundled=bundled) == expected
    for name in ("fix", "fix2"):
        if name in case:
            wrong, right = case[name]
            assert wrong in text
            text = text.replace(wrong, right)
    assert found(tmp_path, text, bundled=bundled) == []


def test_160_characters_are_not_too_many(tmp_path: Path) -> None:
    text = (
        "questions:\n"
        "  - {id: q, type: boolean, help: {fi: H, sv: H, en: H}, text: {fi: %s, sv: K, en: K}}\n"
    )
    assert found(tmp_path, text % ("x" * 160), bundled=True) == []
    assert [code for code, *_ in found(tmp_path, text % ("x" * 161), bundled=True)] == ["OTS802"]


def test_every_lint_has_a_code_a_row_and_a_page() -> None:
    tabled = {code for case in CASES for code in case["expect"]}
    assert tabled == all_lints().keys() == {code for code in codes() if code[3] == "8"}
    for lint in all_lints().values():
        page = inspect.getdoc(lint) or ""
        assert [part for part in ("What:", "Why:", "Avoid:", "Prefer:") if part not in page] == []


def test_the_message_names_the_languages_that_are_missing(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": "notices: [{id: n, text: {fi: X}}]"})
    [diagnostic] = check(tmp_path)
    assert "ruotsi, englanti" in diagnostic.message.fi
    assert "svenska, engelska" in diagnostic.message.in_language("sv")
    assert "Swedish, English" in diagnostic.message.in_language("en")
    assert '{fi: "…", sv: "…", en: "…"}' in diagnostic.hint.fi


def test_loading_comes_first_and_goes_on_without(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": "notices: [{id: n, text: {fi: X}}, {id: m}]"})
    assert [d.code for d in check(tmp_path)] == ["OTS202"]
    write(tmp_path, {"x.yaml": "notices: [{id: n, text: {fi: X}}]"})
    assert load_draft(tmp_path).content is not None


def test_an_upper_layer_is_checked_in_the_place_of_what_it_replaces(tmp_path: Path) -> None:
    lower = write(tmp_path / "lower", {"x.yaml": "notices: [{id: n, text: {fi: X}}]"})
    upper = "notices: [{id: n, replaces: n, text: {fi: X, sv: X, en: X}}]"
    assert check(lower, write(tmp_path / "upper", {"y.yaml": upper})) == ()


def test_the_bundled_rule_base_is_clean() -> None:
    assert check() == check(BUNDLED) == ()
