"""The handbook's own words: three languages, the same blanks, none unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import otseula.authoring.handbook
from otseula.authoring.handbook.words import TABLES

PACKAGE = Path(otseula.authoring.handbook.__file__).parent
WORDS = {key: text for table in TABLES for key, text in table.items()}


def test_no_key_stands_twice() -> None:
    assert len(WORDS) == sum(map(len, TABLES))


@pytest.mark.parametrize("key", WORDS)
def test_three_languages_with_the_same_blanks(key: str) -> None:
    text = WORDS[key]
    assert text.sv and text.en
    blanks = [sorted(re.findall(r"{(\w+)}", each)) for each in (text.fi, text.sv, text.en)]
    assert blanks[0] == blanks[1] == blanks[2]


def test_every_key_is_used() -> None:
    """Named in the code, or made there of a prefix and a name of the rule language."""
    code = "".join(
        path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "words"
    )
    made = set(re.findall(r'f"(\w+_){', code))
    unused = [
        key
        for key in WORDS
        if not re.search(rf"""["']{key}["']""", code)
        and not any(key.startswith(prefix) for prefix in made)
    ]
    assert unused == []
