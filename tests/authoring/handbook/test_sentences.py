"""Conditions in words, against a table that was worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.authoring.handbook.book import Book, book_of
from otseula.authoring.handbook.names import Name, condition_of, names_in
from otseula.authoring.handbook.sentences import sentence
from otseula.rulebase.cache import bundled_content
from tests.authoring.handbook.reading import outline
from tests.authoring.handbook.snapshots import BASE, DAY, loaded

TABLE: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "sentences.yaml").read_text("utf-8")
)
ROWS = [(row, language) for row in TABLE for language in ("fi", "sv", "en") if language in row]


def with_condition(row: dict[str, Any]) -> str:
    """base.yaml with a criterion or rule `probe` of this condition."""
    if "when" in row:
        probe = {"id": "probe", "text": {"fi": "koe"}, "when": row["when"]}
        return BASE.replace(
            "criteria:\n",
            f"criteria:\n  - {yaml.safe_dump(probe, width=1000, default_flow_style=True)}",
        )
    probe = {
        "id": "probe",
        "because": {"fi": "koe"},
        "when": row["rule"],
        "then": {"notices": ["wait"]},
    }
    return BASE.replace(
        "\nrules:\n", f"\nrules:\n  - {yaml.safe_dump(probe, width=1000, default_flow_style=True)}"
    )


@pytest.mark.parametrize(("row", "language"), ROWS, ids=lambda each: str(each)[:60])
def test_a_condition_in_words(row: dict[str, Any], language: str) -> None:
    book = book_of(loaded(with_condition(row)), DAY, language)
    items = book.period.criteria if "when" in row else book.period.rules
    assert [*outline(sentence(book, items["probe"].when))] == row[language]


def test_the_names_of_a_condition() -> None:
    book = book_of(loaded(BASE), DAY, "fi")
    negative = {
        item.id: [*names_in(condition, book.period)]
        for item in (*book.period.criteria.values(), *book.period.rules.values())
        if (condition := condition_of(item)) is not None
    }
    # `none` turns round, `not` within it back again; a question keeps the sign of its test
    assert negative["only_finnish"] == [
        Name("long_absence", True),
        Name("two_signs", False),
        Name("months", True),
    ]
    assert negative["raise"] == [Name("stuck", False, True)]
    assert negative["otherwise"] == [Name("stuck", True), Name("months", False)]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_shipped_condition_names_all_that_it_names(language: str) -> None:
    """The links of a sentence are exactly the names and parameters of the condition."""
    book: Book = book_of(bundled_content(), DAY, language)
    period = book.period
    for item in (*period.criteria.values(), *period.situations.values(), *period.rules.values()):
        found = sentence(book, item.when)
        linked = {t.partition("-")[2] for t in _targets(found) if not t.startswith("#parameters")}
        named = {name.name for name in names_in(item.when, period) if not name.general}
        assert linked == named, item.id


def _targets(entry: Any) -> list[str]:
    own = [span.target for span in entry.line if span.target]
    return own + [target for below in entry.entries for target in _targets(below)]
