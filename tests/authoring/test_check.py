"""What `otseula check` finds beyond loading: each lint at its place, and a near miss."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import otseula
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
LONG = "k" * 161
DAY = date(2026, 11, 22)
#: The codes of what conditions mean. Their rows look at them alone, and the other rows at the rest.
MEANING = {f"OTS8{number}" for number in range(20, 40)}


def found(
    directory: Path, text: str, *, bundled: bool = False, meaning: bool = False
) -> list[tuple[str, int, int]]:
    write(directory, {"x.yaml": text.replace("LONG", LONG)})
    loaded = load_draft(directory)
    assert loaded.content is not None, loaded.findings.diagnostics()
    layers = tuple(replace(layer, local=not bundled) for layer in loaded.layers)
    diagnostics = linted(replace(Checked.of(loaded, DAY), layers=layers))
    if not bundled:
        assert diagnostics == check(directory, day=DAY)
    assert {d.severity for d in diagnostics} <= {"error"}
    return [
        (d.code, d.place.line, d.place.column)
        for d in diagnostics
        if (d.code in MEANING) is meaning
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case["expect"]) or "none")
def test_finds_exactly_this_and_here(case: dict[str, Any], tmp_path: Path) -> None:
    how = {key: case.get(key, False) for key in ("bundled", "meaning")}
    text, places = marked(case["text"])
    expected = [(code, *place) for code, place in zip(case["expect"], places, strict=True)]
    assert found(tmp_path, text, **how) == expected
    for name in ("fix", "fix2", "fix3", "fix4", "fix5"):
        if name in case:
            wrong, right = case[name]
            assert wrong in text
            text = text.replace(wrong, right)
    assert found(tmp_path, text, **how) == []


def test_160_characters_are_not_too_many(tmp_path: Path) -> None:
    text = (
        "questions:\n"
        "  - {id: q, type: boolean, help: {fi: H, sv: H, en: H}, text: {fi: %s, sv: K, en: K}}\n"
    )
    assert found(tmp_path, text % ("k" * 160), bundled=True) == []
    assert [code for code, *_ in found(tmp_path, text % ("k" * 161), bundled=True)] == ["OTS802"]


def test_every_lint_has_a_code_a_row_and_a_page() -> None:
    # What is too large for diagrams no row can show: see test_meaning.py.
    tabled = {"OTS830", *(code for case in CASES for code in case["expect"])}
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


def test_what_a_layer_takes_out_may_leave_something_below_without_use(tmp_path: Path) -> None:
    text = "{fi: X, sv: X, en: X}"
    lower = f"""
questions: [{{id: q, type: boolean, text: {text}}}]
notices: [{{id: n, text: {text}}}]
rules: [{{id: r, because: {text}, when: q, then: {{notices: [n]}}}}]
"""
    rule = f"{{id: s, because: {text}, when: q, then: {{eligibility: advice}}}}"
    upper = f"withdraw: [r]\nrules: [{rule}]\n"
    first = write(tmp_path / "lower", {"x.yaml": lower})
    assert check(first) == check(first, write(tmp_path / "upper", {"y.yaml": upper})) == ()
    more = upper + f"notices: [{{id: m, text: {text}}}]\n"
    [found] = check(first, write(tmp_path / "more", {"y.yaml": more}))
    assert (found.code, found.place.line, found.place.column) == ("OTS804", 3, 16)


@pytest.mark.parametrize(
    ("test", "form"),
    [
        ("b", "{b: false}"),
        ("{b: false}", "{b: true}"),
        ("{n: {at_least: 3}}", "{n: {at_most: 2}}"),
        ("{n: {at_most: 3}}", "{n: {at_least: 4}}"),
        ("{n: {is: 3}}", "{any: [{n: {at_most: 2}}, {n: {at_least: 4}}]}"),
        ("{n: {between: [0, 3]}}", "{n: {at_least: 4}}"),
        ("{c: x}", "{c: [y, z]}"),
        ("{c: [x, z]}", "{c: y}"),
        ("{n: {at_least: $p}}", "{all: [<the applies_when of n>, {not: …}]}"),
        ("{m: {includes: x}}", "{all: [<the applies_when of m>, {not: …}]}"),
    ],
)
def test_the_positive_form_is_told_and_holds(tmp_path: Path, test: str, form: str) -> None:
    """Written in place of the negation, it is met for exactly the answers for which the test is
    not met, and by nobody who was not asked."""
    options = "[{id: x, text: {fi: X}}, {id: y, text: {fi: Y}}, {id: z, text: {fi: Z}}]"
    base = f"""
parameters: [{{id: p, value: 3}}]
questions:
  - {{id: a, type: boolean, text: {{fi: A}}}}
  - {{id: b, type: boolean, text: {{fi: B}}, applies_when: a}}
  - {{id: n, type: integer, range: [0, 9], text: {{fi: N}}, applies_when: a}}
  - {{id: c, type: choice, text: {{fi: C}}, options: {options}, applies_when: a}}
  - {{id: m, type: choices, text: {{fi: M}}, options: {options}, applies_when: a}}
criteria:
  - {{id: turned, text: {{fi: T}}, when: {{not: {test}}}}}
"""
    write(tmp_path, {"x.yaml": base})
    [found] = [d for d in check(tmp_path) if d.code == "OTS805"]
    assert found.hint.in_language("en").count(form) == 2
    if "<" in form:
        return
    write(tmp_path, {"x.yaml": base + f"  - {{id: positive, text: {{fi: P}}, when: {form}}}\n"})
    rulebase = otseula.load(tmp_path, engines=("lanes",))
    name = re.search(r"\b[bnc]\b", form).group()
    for answer in {"b": (True, False), "n": range(10), "c": ("x", "y", "z")}[name]:
        truth = rulebase.screen({"a": True, name: answer}).truth
        assert truth["turned"] == truth["positive"] != otseula.Truth.UNKNOWN
    truth = rulebase.screen({"a": False}).truth
    assert (truth["turned"], truth["positive"]) == (otseula.Truth.MET, otseula.Truth.NOT_MET)


def test_the_bundled_rule_base_is_clean() -> None:
    assert check() == check(BUNDLED) == ()
