"""The YAML language server on shipped and broken files. It runs where `make editor-test` has
installed it, and never in CI: it is what editors use, not a part of otseula."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.reader import read_document
from tests.authoring.editor.server import Server

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[3]
PROGRAM = HERE / "node_modules/yaml-language-server/bin/yaml-language-server"
TABLE = read_document((HERE / "table.yaml").read_bytes()).plain()
MARK = "«"


def _why_not() -> str:
    if os.environ.get("CI"):
        return "the YAML language server is not a part of CI"
    if shutil.which("node") is None:
        return "node is not installed"
    return "" if PROGRAM.exists() else "no YAML language server: run `make editor-test`"


pytestmark = pytest.mark.skipif(bool(_why_not()), reason=_why_not())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(PROGRAM, ROOT) as running:
        yield running


def _shown(case: dict[str, Any]) -> tuple[Path, str, int, int]:
    """The file, its text with the first line of the shipped one, and the place of the mark."""
    path = ROOT / case["file"]
    first = path.read_text(encoding="utf-8").splitlines()[0]
    before, _, after = case["text"].partition(MARK)
    line = before.count("\n") + 2
    column = len(before) - before.rfind("\n")
    return path, f"{first}\n{before}{after}", line, column


@pytest.mark.parametrize("case", TABLE["completion"], ids=lambda case: case["it"])
def test_completes(server: Server, case: dict[str, Any]) -> None:
    path, text, line, column = _shown(case)
    server.show(path, text)
    offered = server.completion(path, line, column)
    for name, words in case["offers"].items():
        assert name in offered, f"{name} is not among {list(offered)}"
        assert words in offered[name]
    assert not set(case.get("not", ())) & set(offered)


@pytest.mark.parametrize("case", TABLE["hover"], ids=lambda case: case["it"])
def test_explains(server: Server, case: dict[str, Any]) -> None:
    path, text, line, column = _shown(case)
    server.show(path, text)
    shown = server.hover(path, line, column)
    assert case["shows"] in shown
    assert case.get("not", "\0") not in shown


@pytest.mark.parametrize("case", TABLE["diagnostics"], ids=lambda case: case["it"])
def test_finds(server: Server, case: dict[str, Any]) -> None:
    """Exactly one thing, at its place."""
    path, text, line, column = _shown(case)
    found = server.show(path, text)
    starts = [each["range"]["start"] for each in found]
    assert [(at["line"] + 1, at["character"] + 1) for at in starts] == [(line, column)], found
    assert case["says"] in found[0]["message"]


@pytest.mark.parametrize("name", [name for name, _ in bundled_files()])
def test_finds_nothing_in_a_shipped_file(server: Server, name: str) -> None:
    path = ROOT / name
    assert server.show(path, path.read_text(encoding="utf-8")) == []


def test_a_schema_made_again_is_taken_up_at_once(server: Server, tmp_path: Path) -> None:
    """An editor tells the server of files that change: the expert need not start it again."""
    from otseula.authoring.editor.schema import named_schema
    from otseula.authoring.editor.writing import keep
    from otseula.rulebase.load import load_content

    rules = tmp_path / "rules"
    rules.mkdir()
    schema = tmp_path / "rules.schema.json"
    written = "questions: [{id: known_before, type: boolean, text: {fi: Onko?}}]\n"
    (rules / "a.yaml").write_text(written)
    keep(schema, named_schema(load_content(rules)))
    using = tmp_path / "using.yaml"
    text = (
        "# yaml-language-server: $schema=rules.schema.json\n"
        "criteria: [{id: c, text: {fi: a}, when: known_after}]\n"
    )
    assert "OTS421" in server.show(using, text)[0]["message"]
    (rules / "a.yaml").write_text(written.replace("known_before", "known_after"))
    keep(schema, named_schema(load_content(rules)))
    server.changed_on_disk(schema)
    assert server.published(using) == []
