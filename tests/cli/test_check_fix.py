"""`otseula check --fix` and `--diff`: what is said, what is written, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.rulebase.rulefiles import write

TEXT = "{fi: k, sv: k, en: k}"
RULES = f"""questions:
  - {{id: a, type: boolean, text: {TEXT}}}
  - {{id: b, type: boolean, text: {TEXT}}}
criteria:
  - {{id: t, text: {TEXT}, when: {{any: [a, b, a]}}}}
"""
MENDED = RULES.replace("[a, b, a]", "[a, b]")
#: Something that no program can write.
MORE = "notices: [{id: n, text: {fi: k}}]\n"


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "Korjattu: 1"), ("sv", "Rättat: 1"), ("en", "Mended: 1")]
)
def test_says_what_was_mended_and_what_remains(language: str, said: str, tmp_path: Path) -> None:
    path = write(tmp_path, {"x.yaml": RULES + MORE}) / "x.yaml"
    result = run("check", "--fix", "--lang", language, str(tmp_path))
    assert result.code == 1
    assert said in result.out
    assert f"{path}:5:{RULES.splitlines()[4].rindex('a]') + 1} OTS806" in result.out
    assert f"{path}:6:" in result.out
    assert path.read_text() == MENDED + MORE


def test_exit_code_0_when_nothing_remains(tmp_path: Path) -> None:
    path = write(tmp_path, {"x.yaml": RULES}) / "x.yaml"
    assert run("check", str(tmp_path)).code == 1
    assert run("check", "--fix", str(tmp_path)).code == 0
    assert path.read_text() == MENDED


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, {"x.yaml": RULES}) / "x.yaml"
    for words in (["--diff"], ["--fix", "--diff"]):
        result = run("check", *words, "--lang", "en", str(tmp_path))
        assert result.code == 1
        assert [line[:1] for line in result.out.splitlines()] == [*"-+@   -+"]
        assert "-  - {id: t" in result.out
        assert "Nothing was changed" in result.err
        assert path.read_text() == RULES
    path.write_text(MENDED)
    again = run("check", "--diff", str(tmp_path))
    assert (again.code, again.out) == (0, "")


def test_json_holds_what_remains_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": RULES + MORE})
    result = run("check", "--fix", "--format", "json", str(tmp_path))
    assert [each["code"] for each in json.loads(result.out)["findings"]] == ["OTS801"]
    assert "Korjattu: 1" in result.err


def test_a_file_left_alone_is_named(tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"y.yaml": RULES}) / "y.yaml"
    (tmp_path / "rules").mkdir()
    link = tmp_path / "rules" / "x.yaml"
    link.symlink_to(elsewhere)
    for words in (["--fix"], ["--diff"]):
        result = run("check", *words, "--lang", "sv", str(tmp_path / "rules"))
        assert f"{link}: lämnades orörd" in result.said
    assert elsewhere.read_text() == RULES


@pytest.mark.parametrize(
    "words",
    [["--fix"], ["--fix", "bundled"], ["--diff"], ["--diff", "--format", "json", "."]],
)
def test_refused(words: list[str]) -> None:
    result = run("check", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err
