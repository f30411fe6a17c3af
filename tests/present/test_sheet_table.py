"""The sheet of each example, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from otseula.present import render
from tests.present.examples import EXAMPLES
from tests.present.reading import squeezed

ROWS = yaml.safe_load(Path(__file__).with_name("sheet_table.yaml").read_text(encoding="utf-8"))
KEYS = {"example", "language", "says", "never", "first", "long", "order"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['example']}-{row['language']}")
def test_row(row: dict) -> None:
    assert not row.keys() - KEYS
    found = EXAMPLES[row["example"]]()
    lines = render(found, "sheet", row["language"]).splitlines()
    short, first = squeezed("\n".join(lines)), squeezed("\n".join(lines[:20]))
    long = squeezed(render(found, "sheet", row["language"], long=True))
    assert [text for text in row.get("first", ()) if text not in first] == []
    assert [text for text in row.get("says", ()) if text not in short] == []
    assert [text for text in row.get("never", ()) if text in short] == []
    assert [text for text in row.get("long", ()) if text in short or text not in long] == []
    places = [short.find(text) for text in row.get("order", ())]
    assert -1 not in places and places == sorted(places)


def test_every_example_is_in_the_table() -> None:
    assert EXAMPLES.keys() - {row["example"] for row in ROWS} == {"hostile"}
