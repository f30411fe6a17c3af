"""A file of vignettes with one more: what is there stays as it is, byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from otseula.authoring.mutants.accepting import (
    Answer,
    NotAppendableError,
    appended,
    entry_of,
    wrong,
)
from otseula.authoring.mutants.made import mutants_of
from otseula.authoring.mutants.redrawn import periods_drawn
from otseula.authoring.mutants.survivors import judged
from otseula.rulebase.load import load_content
from tests.authoring.mutants.made_up import loaded

LINES = ["- id: more", "  expect: {}"]


@pytest.mark.parametrize(
    "before",
    [
        "vignettes:\n- id: a\n",
        "vignettes:\n- id: a",
        "vignettes:\n    - {id: a}\n    - id: b\n      text: {fi: x}\n",
        "rulebase: {version: a}\nvignettes:\n  - id: a\n    text: |\n      two\n      lines\n",
        "# first\nvignettes:\r\n  - id: a\r\n",
        "\ufeffvignettes:\n  - id: a\n  # last words\n",
    ],
)
def test_one_more_at_the_end(before: str) -> None:
    after = appended(before.encode(), LINES)
    assert after.startswith(before)
    was, now = (yaml.safe_load(text)["vignettes"] for text in (before, after))
    assert now == [*was, {"id": "more", "expect": {}}]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "- id: a\n",
        "vignettes: []\n",
        "vignettes: [{id: a}]\n",
        "vignettes:\n  - id: a\nthemes:\n  - id: b\n",
        "vignettes:\n  - a\n",
        "vignettes:\n  - id: a\n  - id: a: b\n",
        "vignettes:\n  - id: a\n    text: {fi: [unfinished\n",
        "vignettes:\n  -\n    id: a\n",
    ],
)
def test_what_cannot_take_one_is_refused(before: str) -> None:
    with pytest.raises(NotAppendableError):
        appended(before.encode(), LINES)


def test_the_entry_says_what_was_asked_and_loads(tmp_path: Path) -> None:
    files = {
        "questions": [
            {"id": "home", "type": "choice", "text": {"fi": "Koti?"},
             "options": [{"id": o, "text": {"fi": o}} for o in ("no", "null", "own")]}
        ],
        "criteria": [
            {"id": "c", "text": {"fi": 'sanoo "ei": kyllä'}, "when": {"home": ["no", "null"]}}
        ],
    }  # fmt: skip
    content = loaded(tmp_path, files)
    mutants = mutants_of(content)
    one, other = judged(mutants, periods_drawn(content.periods, mutants))
    text = None
    for survivor, met in ((one, True), (other, False)):
        answer = Answer(met, 'johtaja "x"', date(2026, 11, 22))
        assert wrong(survivor, answer) is not met
        name, lines = entry_of(survivor, answer, {"owner_c_1"} if survivor is other else ())
        assert name == ("owner_c_2" if survivor is other else "owner_c_1")
        text = appended(None if text is None else text.encode(), lines)
    (tmp_path / "more.yaml").write_text(text or "", "utf-8")
    found = load_content(tmp_path).vignettes
    assert sorted(str(v.answers["home"]) for v in found) == ["no", "null"]
    assert {(v.origin, v.answered_by, v.answered_on) for v in found} == {
        ("owner", 'johtaja "x"', date(2026, 11, 22))
    }
