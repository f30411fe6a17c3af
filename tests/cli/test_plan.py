"""The command `plan`: its report in two formats and three languages, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otseula.authoring.plan.words import WORDS
from tests.cli.running import RULES, run, run_many

EITHER = """
questions:
  - {id: a, type: boolean, text: {fi: Onko A?, sv: Är A?, en: Is A?}}
  - {id: b, type: boolean, text: {fi: Onko B?, sv: Är B?, en: Is B?}}
situations:
  - {id: s, text: {fi: Tilanne, sv: Läge, en: The situation}, when: {any: [a, b]}}
"""
LONGER = EITHER.replace("any: [a, b]", "any: [a, {all: [b, c]}]").replace(
    "situations:",
    "  - {id: c, type: boolean, text: {fi: Onko C?, sv: Är C?, en: Is C?}}\nsituations:",
)
QUICK = ("--draws", "40", "--as-of", "2026-12-01")


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    old, new = (tmp_path_factory.mktemp(name) for name in ("old", "new"))
    (old / "r.yaml").write_text(EITHER, encoding="utf-8")
    (new / "r.yaml").write_text(LONGER, encoding="utf-8")
    return old, new


def test_text_in_three_languages(bases: tuple[Path, Path]) -> None:
    lines = [["plan", bases[0], *QUICK, "--lang", language] for language in ("fi", "sv", "en")]
    for language, result in zip(("fi", "sv", "en"), run_many(lines), strict=True):
        assert result.code == 0, result.err
        assert WORDS["working"].in_language(language) in result.err
        for key in ("worst", "situations", "most_asked", "no_vignettes", "none_met"):
            for other in ("fi", "sv", "en"):
                assert (WORDS[key].in_language(other) in result.out) is (other == language), key
        assert {"fi": "Onko A?", "sv": "Är A?", "en": "Is A?"}[language] in result.out
        assert {"fi": "Tilanne", "sv": "Läge", "en": "The situation"}[language] in result.out
        assert "\n    2  " in result.out
        assert ("1.5" in result.out or "1.4" in result.out or "1.6" in result.out) is (
            language == "en"
        )


def test_json(bases: tuple[Path, Path]) -> None:
    first, again, other = run_many(
        [
            ["plan", bases[0], *QUICK, "--format", "json"],
            ["plan", bases[0], *QUICK, "--format", "json", "--lang", "sv"],
            ["plan", bases[0], *QUICK, "--format", "json", "--seed", "1"],
        ]
    )
    assert first.out == again.out != other.out
    data = json.loads(first.out)
    assert (data["contract"], data["draws"], data["seed"]) == (1, 40, 0)
    assert data["as_of"] == "2026-12-01"
    assert 1 < data["everyone"]["mean"] < 2
    assert data["everyone"]["n"] == 40
    assert data["vignettes"] == dict.fromkeys(("mean", "margin", "middle", "longest")) | {"n": 0}
    assert data["worst"]["answers"].keys() == {"a", "b"}
    assert [each["id"] for each in data["situations"]] == ["s"]
    assert data["situations"][0]["chance"] == 0.75
    assert data["none_met"]["drawn"]["mean"] == 2.0
    assert data["questions"][0]["text"]["en"] == "Is A?"
    assert data["questions"][0]["share"] == 1.0
    assert "change" not in data


def test_against(bases: tuple[Path, Path]) -> None:
    old, new = bases
    text, data, same = run_many(
        [
            ["plan", new, "--against", old, *QUICK, "--lang", "en"],
            ["plan", new, "--against", old, *QUICK, "--format", "json"],
            ["plan", new, "--against", new, *QUICK, "--lang", "en"],
        ]
    )
    assert (text.code, data.code, same.code) == (0, 0, 0)
    assert "Certain upper bound 2 → 3" in text.out
    assert "New questions (share of the respondents)\n   " in text.out
    assert " %  c: Is C?" in text.out
    assert ")  The situation\n" in text.out
    moved = json.loads(data.out)["change"]
    assert moved["everyone"]["difference"] > 0
    assert moved["new"] == {"questions": ["c"], "situations": []}
    assert moved["gone"] == {"questions": [], "situations": []}
    assert moved["before"]["worst"]["at_most"] == 2
    assert "The length of the questionnaire does not change." in same.out


def test_a_rule_base_with_vignettes_and_safety() -> None:
    result = run("plan", RULES, *QUICK, "--lang", "en")
    assert result.code == 0, result.err
    assert "always asked 2.0" in result.out


REFUSED = [
    (["--draws", "0"], "1–100000"),
    (["--draws", "many"], "1–100000"),
    (["--draws", "²"], "1–100000"),
    (["--draws", "-4"], "1–100000"),
    (["--seed", "9" * 40], "0–1000000000"),
    (["--format", "junit"], "text, json"),
    (["--lang", "de"], "fi, sv, en"),
    (["--as-of", "Matti"], "vvvv-kk-pp"),
    (["nowhere"], "hakemistoa"),
    (["--against", "nowhere"], "hakemistoa"),
]


def test_what_is_refused(tmp_path: Path) -> None:
    results = run_many([["plan", *words] for words, _ in REFUSED])
    for (words, told), result in zip(REFUSED, results, strict=True):
        assert (result.code, result.out) == (2, ""), words
        assert told in result.err
        typed = words[-1]
        assert typed in ("0", "-4", "junit", "de") or typed not in result.err


def test_errors_of_a_rule_base_are_told_as_check_tells_them(
    tmp_path: Path, bases: tuple[Path, Path]
) -> None:
    (tmp_path / "r.yaml").write_text(
        "situations: [{id: s, text: {fi: S}, when: nobody}]\n", "utf-8"
    )
    new, old, checked = run_many(
        [
            ["plan", tmp_path],
            ["plan", bases[0], "--against", tmp_path],
            ["check", tmp_path],
        ]
    )
    for result in (new, old):
        assert (result.code, result.out) == (1, "")
        line = result.err.splitlines()[0]
        assert "r.yaml:1:" in line
        assert line in checked.out


def test_help_in_three_languages() -> None:
    lines = [["plan", "--help", "--lang", language] for language in ("fi", "sv", "en")]
    told = [result.out for result in run_many(lines)]
    assert all("--against OLD" in each for each in told)
    assert len({*told}) == 3


def test_every_text_is_there_in_three_languages() -> None:
    for key, text in WORDS.items():
        assert not text.fallbacks, key
        assert len({text.fi, text.sv, text.en}) == 3, key
