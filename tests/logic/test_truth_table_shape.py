"""The table itself: enough rows, none missing, nothing misspelt."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from otseula.logic.conditions import Known, QuestionTest, Ref, Truth, walk
from tests.logic.table import rows, table

ROWS = rows()
TRUTHS = {truth.value for truth in Truth}
KEYS = {"id", "base", "operator", "state", "when", "answers", "expect", "why"}
OPTIONAL = {"also", "applies", "contradiction"}

OF_QUESTIONS = {
    *("is_true", "is_false", "one_of", "at_least", "at_most", "between", "is"),
    *("includes", "includes_any", "includes_all", "known"),
}
OF_LISTS = {"includes", "includes_any", "includes_all", "known"}
OF_CONDITIONS = {"all", "any", "none", "not", "of", "name", "name_false"}
ALWAYS = {"met", "not_met", "not_asked", "dont_know", "not_applicable"}
NOT_APPLYING = {"applicability_unknown", "dont_know_not_applicable", "contradiction"}
LISTS = {"empty_list", "only_dont_know", "beside_dont_know"}


def test_enough_rows_each_once() -> None:
    assert len(ROWS) >= 120
    assert [i for i, n in Counter(row.id for row in ROWS).items() if n > 1] == []
    asked = Counter(
        (repr(row.written["when"]), repr(sorted(row.answers.items(), key=str))) for row in ROWS
    )
    assert [row for row, n in asked.items() if n > 1] == []


def test_every_operator_meets_every_state() -> None:
    wanted = {
        *product(OF_QUESTIONS, ALWAYS | NOT_APPLYING),
        *product(OF_LISTS, LISTS),
        *product(OF_CONDITIONS, ALWAYS),
        ("is_true", "chain"),
        ("known", "chain"),
        ("not", "chain"),
    }
    assert wanted - {(row.written["operator"], row.written["state"]) for row in ROWS} == set()


def test_every_operator_has_every_truth() -> None:
    seen = {(row.written["operator"], row.written["expect"]) for row in ROWS}
    assert set(product(OF_QUESTIONS | OF_CONDITIONS, TRUTHS)) - seen == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_is_legal(row) -> None:
    written = row.written
    assert set(written) >= KEYS
    assert set(written) <= KEYS | OPTIONAL
    assert written["operator"] in OF_QUESTIONS | OF_CONDITIONS
    assert written["state"] in ALWAYS | NOT_APPLYING | LISTS | {"chain"}
    assert {written["expect"], *written.get("also", {}).values()} <= TRUTHS
    assert set(written.get("applies", {}).values()) <= TRUTHS
    assert written["state"] not in {"met", "not_met"} or written["expect"] == written["state"]
    assert (written["state"] == "contradiction") == ("contradiction" in written)
    assert written["why"].strip()

    questions, nodes = row.conditions.questions, row.conditions.nodes
    assert set(written.get("also", {})) <= set(nodes)
    assert all(questions[q].applies_when for q in written.get("applies", {}))
    assert set(written.get("contradiction", [])) <= set(row.answers) | set(questions)
    for part in (p for condition in nodes.values() for p in walk(condition)):
        if isinstance(part, QuestionTest | Known):
            assert part.question in questions
        if isinstance(part, Ref):
            assert part.name in nodes
    for question, value in row.answers.items():
        assert _legal(questions[question], value), question


def _legal(question, value) -> bool:
    if value == "dont_know":
        return True
    if question.type == "choices":
        return isinstance(value, tuple) and set(value) <= {*question.options, "dont_know"}
    if question.type == "choice":
        return value in question.options
    if question.type == "boolean":
        return isinstance(value, bool)
    low, high = question.range
    return type(value) is int and low <= value <= high


def test_the_fragments_are_used() -> None:
    assert set(table()["fragments"]) == {row.written["base"] for row in ROWS}
