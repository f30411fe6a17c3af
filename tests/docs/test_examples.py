"""Every fenced block in the documentation runs, or is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import Block, blocks, name_of, pages
from tests.docs.running import Page

CASES = [page for page in pages() if blocks(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", CASES, ids=name_of)
def test_every_block_of_a_page_runs(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = Page(name_of(path), tmp_path)
    for block in blocks(path.read_text(encoding="utf-8")):
        page.run(block)


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("cobol", "STOP RUN.", {}),
        ("python", "1 + 1  # → 3", {}),
        ("python", "1 / 0", {}),
        ("json", "{", {}),
        ("yaml", "questions: [{id: all, type: boolean, text: {fi: a}}]", {"alone": ""}),
        ("yaml", "questions: [{id: a, type: boolean, text: {fi: a}}]", {"expect": "OTS301"}),
        ("yaml", "answers: {no_such_question: true}", {}),
        ("console", "$ otseula --version\notseula 0.0.0", {}),
        ("console", "$ otseula screen no_such_file.yaml", {}),
        ("console", "$ make no-such-target", {}),
        ("sh", "rm -rf /", {}),
        ("diff", "-    value: 24\n+    value: 12\n", {}),
        ("diff", "-no such line\n+a line\n", {"file": "criteria/parameters.yaml", "clone": ""}),
        ("diff", "-rules:\n+rules:\n", {"file": "rules/4_routes.yaml", "clone": ""}),
        ("diff", "value: 12\n", {"file": "criteria/parameters.yaml", "clone": ""}),
        ("yaml", "  - {id: x}\n", {"append": "criteria/no_such.yaml", "clone": ""}),
        ("", "plain", {}),
    ],
)
def test_a_block_that_is_wrong_fails(
    language: str, text: str, marks: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(AssertionError, match=r"^page\.md:1: "):
        Page("page.md", tmp_path).run(Block(1, language, text.rstrip("\n") + "\n", marks))
