"""The catalogue of what the documents name: each item is in the rule base or left out for a
reason, and each situation, channel and expertise is named by some document."""

from __future__ import annotations

import dataclasses
import importlib.util
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from otseula.errors import Place
from otseula.rulebase.cache import bundled_content
from otseula.rulebase.model import Channel, Review, SourceRef
from otseula.text import Text
from tests.docs.pages import ROOT

SCRIPT = ROOT / "docs/coverage_table.py"


def script() -> ModuleType:
    """The generator: docs/ is no package, so it is loaded from its file."""
    spec = importlib.util.spec_from_file_location("coverage_table", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


table = script()
CATALOGUE = table.entries()
CONTENT = bundled_content()


def test_every_item_is_in_the_rule_base_or_left_out() -> None:
    known = table.index(CONTENT)
    for entry in CATALOGUE:
        assert bool(entry.ids) != bool(entry.left_out), f"{entry.id}: ids or left_out, one of them"
        assert not entry.left_out or len(entry.left_out) >= 20, f"{entry.id}: is that a reason?"
        assert [each for each in entry.ids if each not in known] == [], entry.id
        assert len(set(entry.ids)) == len(entry.ids), entry.id


def test_what_is_only_recalled_is_in_no_rule() -> None:
    recalled = [entry for entry in CATALOGUE if entry.mark == "recall"]
    assert recalled
    assert [entry.id for entry in recalled if entry.ids] == []


@pytest.mark.parametrize("name", table.BACKED)
def test_everything_has_a_document_behind_it(name: str) -> None:
    named = {each for entry in CATALOGUE for each in entry.ids}
    items = CONTENT.items[name]
    assert items
    assert sorted({item.id for item in items} - named) == []


def test_every_area_has_a_document_behind_it() -> None:
    named = {each for entry in CATALOGUE for each in entry.ids}
    assert sorted({a.id for a in CONTENT.items["areas"] if a.yta} - named) == []


def test_no_item_stands_twice() -> None:
    for key in (lambda e: e.id, lambda e: (e.document, e.line, e.words)):
        assert [found for found, times in Counter(map(key, CATALOGUE)).items() if times > 1] == []


def test_the_fields_of_an_item() -> None:
    for entry in CATALOGUE:
        assert entry.document == "domain.md" or entry.document.startswith("seeds/00"), entry.id
        assert isinstance(entry.line, int) and entry.line >= 1, entry.id
        assert 1 <= len(entry.words.split()) <= 6, entry.id
        assert entry.mark in table.MARKS, entry.id
        assert entry.kind in table.KINDS, entry.id
        assert entry.what, entry.id


def test_every_document_is_there() -> None:
    """None of the six was forgotten, nor a part of the long one."""
    lines = {e.document: [] for e in CATALOGUE}
    for entry in CATALOGUE:
        lines[entry.document].append(entry.line)
    assert [name[:9] for name in lines] == [*(f"seeds/00{n}" for n in range(5)), "domain.md"]
    for first, last in ((24, 53), (61, 86), (93, 99), (143, 154), (162, 188), (235, 253)):
        assert any(first <= line <= last for line in lines["domain.md"])


def test_the_table_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def entry_of(**fields: object) -> object:
    plain = {
        "id": "one",
        "document": "seeds/000_ab.txt",
        "line": 2,
        "words": "two words",
        "what": "jotain",
        "mark": "seed",
        "kind": "route",
        "ids": ("own_area_services",),
    }
    return table.Entry(**(plain | fields))


@pytest.mark.parametrize(
    ("line", "words", "found"),
    [
        (2, "two words", True),
        (2, "two  words", True),
        (2, "words here", True),
        (1, "two words", False),
        (2, "Two words", False),
        (0, "two words", False),
        (3, "two words", False),
    ],
)
def test_words_must_stand_on_their_line(tmp_path: Path, line: int, words: str, found: bool) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/000_ab.txt").write_text("one\n**two**   words here\n", encoding="utf-8")
    wrong = list(table.misplaced([entry_of(line=line, words=words)], tmp_path))
    assert len(wrong) == (0 if found else 1)
    assert all(f"seeds/000_ab.txt:{line}: one:" in each for each in wrong)


def test_a_row_tells_where_it_went() -> None:
    text = table.page([entry_of(what="a < b | c")], CONTENT)
    row = next(each for each in text.splitlines() if each.startswith("| 2 |"))
    assert "a &lt; b \\| c (palvelu tai kanava, lähtöasiakirja)" in row
    assert "(`own_area_services`)" in row and "päätelty" in row and "luonnos" in row
    back = next(each for each in text.splitlines() if each.endswith("| seeds/000:2 |"))
    assert "(`own_area_services`)" in back


def test_a_row_tells_why_it_was_left_out() -> None:
    text = table.page([entry_of(ids=(), left_out="Hankkeen historiaa.")], CONTENT)
    assert "*Jätetty pois.* Hankkeen historiaa." in text
    assert "sääntökannassa 0, jätetty pois syystä 1" in text


def test_an_unknown_id_makes_no_table() -> None:
    with pytest.raises(KeyError, match="no_such_thing"):
        table.page([entry_of(ids=("no_such_thing",))], CONTENT)


def test_basis_and_status() -> None:
    channel = Channel(id="c", text=Text("c"), place=Place("f", 1, 1))
    sourced, inferred = SourceRef("a", "sourced"), SourceRef("b", "inferred")
    for refs, told in (
        ((), "–"),
        ((sourced,), "lähteestä"),
        ((inferred, inferred), "päätelty"),
        ((sourced, inferred), "osin päätelty"),
    ):
        assert table._basis(dataclasses.replace(channel, source=refs)) == told
    assert table._status(channel) == "luonnos"
    ended = dataclasses.replace(channel, valid_to=date(2023, 12, 31))
    assert table._status(ended) == "luonnos, päättyy 2023-12-31"
    reviewed = dataclasses.replace(channel, review=Review("owner", date(2026, 11, 1), "ab"))
    assert table._status(reviewed) == "tarkistettu 2026-11-01"


@pytest.mark.parametrize("arguments", [["--documents"], ["--wrong"], ["--check", "more"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert table.main(arguments) == 2
    assert "usage" in capsys.readouterr().err
