"""What mutants are made of a condition. The oracle is the loader: each mutant is what it makes of
the condition written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from otseula.authoring.mutants.made import Mutant, mutants_of
from otseula.authoring.mutants.operators import OPERATORS
from otseula.authoring.mutants.words import WORDS
from otseula.logic.conditions import AllOf, AnyOf, AtLeast, Condition, Not
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content
from tests.authoring.mutants.made_up import loaded, random_files

ROWS = yaml.safe_load((Path(__file__).parent / "operators.yaml").read_text("utf-8"))

BASE: dict[str, Any] = {
    "questions": [
        {"id": "age", "type": "integer", "range": [0, 20], "text": {"fi": "Ikä?"}},
        {"id": "tried", "type": "boolean", "text": {"fi": "Kokeiltu?"}},
        {
            "id": "home", "type": "choice", "text": {"fi": "Koti?"},
            "options": [{"id": o, "text": {"fi": o}} for o in ("own", "foster", "none")],
        },
        {
            "id": "signs", "type": "choices", "text": {"fi": "Merkit?"},
            "options": [{"id": o, "text": {"fi": o}} for o in ("x", "y", "z")],
        },
    ],
    "parameters": [{"id": "two", "value": 2}, {"id": "ten", "value": 10}],
    "criteria": [{"id": n, "text": {"fi": n}, "when": "tried"} for n in ("c1", "c2", "c3")],
    "situations": [{"id": n, "text": {"fi": n}, "when": "c1"} for n in ("s1", "s2")],
    "notices": [{"id": "note", "text": {"fi": "huomio"}}],
}  # fmt: skip


def with_condition(directory: Path, row: Mapping[str, Any], when: object) -> Content:
    """The base with one entry more, `it`, of this condition."""
    base = {name: list(entries) for name, entries in BASE.items()}
    if row.get("rule"):
        then = {"notices": ["note"]}
        base["rules"] = [{"id": "it", "when": when, "then": then, "because": {"fi": "syy"}}]
    else:
        base["criteria"].append({"id": "it", "text": {"fi": "se"}, "when": when})
    return loaded(directory, base)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_mutants_of_a_condition(row: Mapping[str, Any], tmp_path: Path) -> None:
    content = with_condition(tmp_path, row, row["when"])
    made = [mutant for mutant in mutants_of(content) if mutant.id == "it"]
    wanted = [
        with_condition(tmp_path, row, when).periods[0].conditions.nodes["it"]
        for when in row["mutants"]
    ]
    found = [_plain(mutant.conditions[0]) for mutant in made]
    assert sorted(map(repr, found)) == sorted(repr(_plain(each)) for each in wanted)


def _plain(condition: Condition) -> Condition:
    """A group of one part is that part: what is left of two may be written either way."""
    if isinstance(condition, Not):
        return Not(_plain(condition.part))
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        condition = replace(condition, parts=tuple(map(_plain, condition.parts)))
    if isinstance(condition, AllOf | AnyOf) and len(condition.parts) == 1:
        return condition.parts[0]
    return condition


def test_each_knows_where_it_is_and_what_was_changed(tmp_path: Path) -> None:
    (tmp_path / "it.yaml").write_text(
        "questions:\n"
        "  - {id: age, type: integer, range: [0, 20], text: {fi: Ikä?}}\n"
        "  - {id: tried, type: boolean, text: {fi: Kokeiltu?}}\n"
        "parameters:\n"
        "  - {id: ten, value: 10}\n"
        "criteria:\n"
        "  - id: it\n"
        "    text: {fi: se}\n"
        "    when:\n"
        "      all:\n"
        "        - age: {at_least: $ten}\n"
        "        - not: tried\n",
        "utf-8",
    )
    told = [
        (m.operator, m.place.line, m.place.column, m.what.en)
        for m in mutants_of(load_content(tmp_path))
    ]
    assert told == [
        ("all_any", 10, 7, "the word all became any"),
        ("part", 11, 11, "part dropped: {age: {at_least: $ten}}"),
        ("part", 12, 11, "part dropped: {not: tried}"),
        ("threshold", 11, 27, "the limit 10 ($ten) became 9"),
        ("threshold", 11, 27, "the limit 10 ($ten) became 11"),
        ("not", 12, 11, "the negation was dropped: {not: tried} became tried"),
    ]


def test_every_operator_has_words_in_three_languages() -> None:
    for name in OPERATORS:
        text = WORDS[name]
        assert len({text.fi, text.sv, text.en}) == 3


def test_no_mutant_is_what_it_was_made_of_and_none_is_made_twice(tmp_path: Path) -> None:
    random = Random(5)
    seen = 0
    for number in range(60):
        content = loaded(tmp_path / str(number), random_files(random))
        by_entry: dict[str, list[Mutant]] = {}
        for mutant in mutants_of(content):
            by_entry.setdefault(mutant.id, []).append(mutant)
            assert mutant.conditions[0] != content.periods[0].conditions.nodes[mutant.id]
        for held in by_entry.values():
            keys = [(m.operator, m.place, m.what) for m in held]
            assert len(keys) == len(set(keys))
            seen += len(held)
    assert seen > 500
