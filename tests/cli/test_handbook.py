"""The command `handbook`: formats, languages, files, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.authoring.handbook.snapshots import BASE
from tests.cli.running import run, run_many

DAY = ("--as-of", "2026-12-01")
TITLES = {"fi": "OT-seulan käsikirja", "sv": "OT-sållets handbok", "en": "The OT-seula handbook"}
FORMS = {
    "fi": "OT-seulan kysymyslomake",
    "sv": "OT-sållets frågeformulär",
    "en": "The OT-seula questionnaire",
}


def small(where: Path, text: str = BASE) -> Path:
    where.mkdir()
    (where / "base.yaml").write_text(text, "utf-8")
    return where


def test_formats_and_languages(tmp_path: Path) -> None:
    base = small(tmp_path / "base")
    wanted = [(lang, format) for lang in TITLES for format in ("markdown", "html")]
    results = run_many(
        [
            ["handbook", "--rules", base, *DAY, "--lang", *each[:1], "--format", each[1]]
            for each in wanted
        ]
    )
    for (language, format), result in zip(wanted, results, strict=True):
        assert (result.code, result.err) == (0, "")
        title = f"{TITLES[language]} ("
        start = f"# {title}" if format == "markdown" else "<!DOCTYPE html>"
        assert result.out.startswith(start)
        assert title in result.out
        assert result.out.endswith("\n")


def test_only_the_questionnaire(tmp_path: Path) -> None:
    base = small(tmp_path / "base")
    lines = [["handbook", "--questionnaire", "--rules", base, *DAY, "--lang", x] for x in FORMS]
    for language, result in zip(FORMS, run_many(lines), strict=True):
        assert result.code == 0
        assert result.out.startswith(f"# {FORMS[language]} (")
        assert "`danger`" in result.out
        assert "`stuck`" not in result.out


def test_what_has_changed(tmp_path: Path) -> None:
    new = small(tmp_path / "new")
    old = small(tmp_path / "old", BASE.replace("value: 6", "value: 5"))
    common = ["handbook", "--rules", new, *DAY, "--lang", "en", "--since"]
    changed, same, unknown = run_many([[*common, old], [*common, new], [*common, tmp_path / "no"]])
    assert changed.code == same.code == 0
    assert "## What has changed" in changed.out
    assert "For how long? (months): 5" in changed.out
    assert "**Nothing changes.**" in same.out
    assert unknown.code == 2
    assert unknown.out == ""
    assert "--since" in unknown.err and str(tmp_path) not in unknown.err


def test_a_file_is_written_and_never_over_another(tmp_path: Path) -> None:
    base, target = small(tmp_path / "base"), tmp_path / "book.html"
    line = ["handbook", "--rules", base, *DAY, "--format", "html", "--output", target]
    first, again = run_many([line, line])
    assert (first.code, first.out) == (0, "")
    assert "Asiakirja on kirjoitettu tiedostoon." in first.err
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert again.code == 2
    assert "--output" in again.err and "book.html" not in again.err


def test_bad_usage(tmp_path: Path) -> None:
    broken = small(tmp_path / "broken", "questions: [")
    results = run_many(
        [
            ["handbook", "--format", "pdf"],
            ["handbook", "--questionnaire", "--since", "bundled"],
            ["handbook", "--as-of", "2026-02-30"],
            ["handbook", "--rules", tmp_path / "no"],
            ["handbook", "--rules", broken],
            ["handbook", "extra"],
        ]
    )
    assert [result.code for result in results] == [2, 2, 2, 2, 2, 2]
    assert all(result.out == "" and result.err for result in results)
    assert "markdown, html" in results[0].err
    assert "base.yaml:2:1" in results[4].err


def test_the_bundled_one_is_the_same_whatever_the_hash_seed() -> None:
    texts = [
        subprocess.run(
            [sys.executable, "-m", "otseula", "handbook", "--format", "html", *DAY],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    ]
    assert texts[0] == texts[1]
    assert len(texts[0]) > 500_000


def test_help_names_every_option() -> None:
    result = run("handbook", "--help", "--lang", "en")
    assert result.code == 0
    for option in ("--format", "--output", "--questionnaire", "--since", "--rules", "--as-of"):
        assert option in result.out
