"""The command `diff`: directories, revisions, cases, its formats, and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import RULES, at_terminal, run, run_many

DAY = ("--as-of", "2026-12-01")
QUICK = (*DAY, "--draws", "0")


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The rule base of these tests, and the same with one threshold changed."""
    old, new = (tmp_path_factory.mktemp(name) for name in ("old", "new"))
    text = (RULES / "small.yaml").read_text("utf-8")
    assert "at_least: 24" in text
    (old / "r.yaml").write_text(text, "utf-8")
    (new / "r.yaml").write_text(text.replace("at_least: 24", "at_least: 36"), "utf-8")
    return old, new


def test_a_change_and_none(bases: tuple[Path, Path]) -> None:
    old, new = bases
    changed, same, length = run_many(
        [
            ["diff", old, new, *QUICK, "--lang", "en"],
            ["diff", old, old, *QUICK, "--lang", "en"],
            ["diff", old, new, *DAY, "--draws", "4", "--lang", "en"],
        ]
    )
    assert (changed.code, same.code, length.code) == (1, 0, 1), changed.err
    assert "situation: Long dispute (long_dispute)" in changed.out
    assert "How long has the dispute lasted? (dispute_months): 24" in changed.out
    assert "Have the parents separated? (parents_separated): yes" in changed.out
    assert "before met, now not met" in changed.out
    assert "Nothing changes." in same.out
    assert "invented respondents" not in changed.out
    assert "4 invented respondents" in length.out


def test_lines_fit_the_terminal(bases: tuple[Path, Path]) -> None:
    """A word in the middle of which the line ends is hard to read."""
    long = at_terminal("diff", *bases, *QUICK, columns=200)
    narrow = at_terminal("diff", *bases, *QUICK, columns=50)
    assert max(map(len, narrow)) <= 50 < max(map(len, long))
    assert " ".join(narrow).split() == " ".join(long).split()


def test_three_languages_and_json(bases: tuple[Path, Path]) -> None:
    old, new = bases
    fi, sv, data = run_many(
        [
            ["diff", old, new, *QUICK],
            ["diff", old, new, *QUICK, "--lang", "sv"],
            ["diff", old, new, *QUICK, "--format", "json"],
        ]
    )
    assert "Kuinka kauan riita on kestänyt? (dispute_months): 24" in fi.out
    assert "Hur länge har tvisten pågått? (dispute_months): 24" in sv.out
    report = json.loads(data.out)
    assert (report["contract"], report["differs"], data.code) == (1, True, 1)
    entry = next(e for e in report["entries"] if e["id"] == "long_dispute")
    assert entry["status"] == "changed"
    assert (entry["case"]["before"], entry["case"]["after"]) == ("met", "not_met")
    answers = {row["question"]: row["answer"] for row in entry["case"]["answers"]}
    assert answers == {"parents_separated": True, "dispute_months": 24}
    assert report["length"] is None
    assert report["cases"] is None


def git(where: Path, *words: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid")
    subprocess.run(["git", *identity, *words], cwd=where, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_revisions(tmp_path: Path, bases: tuple[Path, Path]) -> None:
    top = tmp_path / "repository"
    (top / "base").mkdir(parents=True)
    git(top, "init", "-q")
    for which, base in zip(("old", "new"), bases, strict=True):
        shutil.copy(base / "r.yaml", top / "base" / "r.yaml")
        git(top, "add", "-A")
        git(top, "commit", "-qm", which)
    (top / "base" / "r.yaml").write_text("situations: [{id: s, text: {fi: S}, when: x}]\n", "utf-8")
    git(top, "commit", "-qam", "broken")
    (top / "base" / "r.yaml").write_text("untouched", "utf-8")
    lines = {
        ("HEAD~2:base", "HEAD~1:base"): 1,
        ("HEAD~2", "HEAD~2:base"): 0,
        ("HEAD~2:base", str(bases[1])): 1,
        ("HEAD~9", "HEAD"): 2,
        ("HEAD:nowhere", "HEAD"): 2,
        ("--output=x", "HEAD"): 2,
        ("HEAD:base", "HEAD~1"): 2,
    }
    for words, code in lines.items():
        result = run("diff", *words, *QUICK, "--lang", "en", cwd=top)
        assert result.code == code, (words, result.said)
        assert "Traceback" not in result.said
        assert "otseula-" not in result.said  # the temporary directory
    told = run("diff", "HEAD:base", "HEAD~1", *QUICK, cwd=top).err
    assert ":base/r.yaml:1:" in told
    assert (top / "base" / "r.yaml").read_text("utf-8") == "untouched"
    below = run("diff", "HEAD~2:./", "HEAD~1:./", *QUICK, cwd=top / "base")
    assert below.code == 1, below.said


def test_without_a_repository(tmp_path: Path, bases: tuple[Path, Path]) -> None:
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    result = run("diff", bases[0], "HEAD", *QUICK, "--lang", "en", cwd=tmp_path, **env)
    assert result.code == 2
    assert "git" in result.err
    without = run("diff", bases[0], "HEAD", *QUICK, cwd=tmp_path, PATH=str(tmp_path))
    assert without.code == 2
    assert "git puuttuu" in without.err


def test_cases(tmp_path: Path, bases: tuple[Path, Path]) -> None:
    folder = tmp_path / "Matti"
    folder.mkdir()
    (folder / "Meikäläinen.yaml").write_text(
        "answers: {parents_separated: true, dispute_months: 30}\n", "utf-8"
    )
    (folder / "b.json").write_text('{"answers": {"parents_separated": false}}', "utf-8")
    (folder / "c.yaml").write_text("answers: {name: Matti Meikäläinen}\n", "utf-8")
    old, new = bases
    both, one, none = run_many(
        [
            ["diff", old, new, *QUICK, "--cases", folder, "--lang", "en"],
            ["diff", old, new, *QUICK, "--cases", folder / "b.json", "--format", "json"],
            ["diff", old, new, *QUICK, "--cases", tmp_path / "Matti2"],
        ]
    )
    assert "The cases given: 1 of 3 get another result" in both.out
    assert "case 1: " in both.out
    assert "Neither rule base takes these: 3" in both.out
    assert json.loads(one.out)["cases"] == {"total": 1, "changed": [], "refused": []}
    assert (none.code, none.out) == (2, "")
    for result in (both, one, none):
        assert "Matti" not in result.said
        assert "Meikäläinen" not in result.said


REFUSED = [
    (["--draws", "many"], "0–10000"),
    (["--format", "junit"], "text, json"),
    (["--lang", "de"], "fi, sv, en"),
    (["--as-of", "Matti"], "vvvv-kk-pp"),
]


def test_what_is_refused(bases: tuple[Path, Path]) -> None:
    lines = [["diff", *bases, *words] for words, _ in REFUSED]
    for (words, told), result in zip(REFUSED, run_many(lines), strict=True):
        assert (result.code, result.out) == (2, ""), words
        assert told in result.err
    missing, nul = run_many([["diff", bases[0]], ["diff", bases[0], "a\0b"]])
    assert (missing.code, nul.code) == (2, 2)
    assert "NEW" in missing.err
    assert "Traceback" not in nul.said


def test_help_in_three_languages() -> None:
    lines = [["diff", "--help", "--lang", language] for language in ("fi", "sv", "en")]
    told = [result.out for result in run_many(lines)]
    assert all("--cases DIR|FILE" in each for each in told)
    assert len({*told}) == 3
