"""`otseula explain`: its formats, its exit codes, and what it never says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from otseula.screening.schemas import explanation_schema
from tests.cli.running import FIXED, RULES, case_file, run, run_many

ANSWERS: dict[str, Any] = {
    "acute_danger": False,
    "danger_signs": ["threat"],
    "parents_separated": True,
    "dispute_months": 30,
}
LANGUAGES = ("fi", "sv", "en")
TITLES = {"fi": "OT-seulan perustelut", "sv": "OT-sållets motivering", "en": "OT-seula reasons"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_file(tmp_path_factory.mktemp("explain"), ANSWERS)


def words(case: Path | str, *more: str | Path) -> list[str | Path]:
    return ["explain", case, "--rules", RULES, *more]


def test_everything_in_each_language(case: Path) -> None:
    for language, result in zip(
        LANGUAGES, run_many(words(case, "--lang", name) for name in LANGUAGES), strict=True
    ):
        assert result.code == 0
        assert result.out.startswith(TITLES[language])
        assert FIXED[language] in result.out
        assert result.err == ""
        assert max(map(len, result.out.splitlines())) <= 80


def test_one_node_by_its_id(case: Path) -> None:
    listed = json.loads(run(*words(case, "--json")).out)["reasons"]
    assert {"safety", "eligibility"} <= {each["kind"] for each in listed}
    results = run_many(words(case, each["id"], "--json") for each in listed)
    for each, result in zip(listed, results, strict=True):
        assert result.code == 0
        (told,) = json.loads(result.out)["reasons"]
        assert told["truth"] == each["truth"]
        # an id that stands in several lists is of the first of them
        assert told == each or told["kind"] != each["kind"]
    (text,) = run_many([words(case, listed[0]["id"])])
    assert text.code == 0
    assert len(text.out.splitlines()) > 5


def test_json_is_valid_and_holds_no_answer(case: Path) -> None:
    validator = Draft202012Validator(explanation_schema())
    plain, node = run_many([words(case, "--json"), words(case, "recommended", "--format", "json")])
    for result in (plain, node):
        assert result.code == 0
        assert [e.message for e in validator.iter_errors(json.loads(result.out))] == []
        assert FIXED["fi"] in result.err  # the line stands in every format
    questions = [
        each
        for reasons in json.loads(plain.out)["reasons"]
        for key in ("why", "missing")
        for each in reasons[key]
    ]
    assert questions
    assert all(each.keys() == {"id", "text", "state"} for each in questions)


def test_the_schema_is_printed() -> None:
    result = run("schema", "explanation")
    assert result.code == 0
    assert json.loads(result.out) == explanation_schema()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_id_that_is_none_is_not_repeated(case: Path, language: str) -> None:
    near, far = run_many(
        [
            words(case, "recomended", "--lang", language),
            words(case, "Matti Meikäläinen", "--lang", language),
        ]
    )
    assert (near.code, far.code) == (2, 2)
    assert "recommended" in near.err
    assert "recomended" not in near.said
    assert "Matti" not in far.said
    for result in (near, far):
        assert result.out == ""
        assert FIXED[language] in result.err


def test_a_wrong_id_does_not_keep_what_is_urgent(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    (met,) = [
        each
        for each in json.loads(run(*words(case, "--json")).out)["reasons"]
        if each["kind"] == "safety" and each["truth"] == "met"
    ][:1]
    assert met["text"]["fi"][:20] in " ".join(run(*words(case, "nothing")).err.split())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--format", "sheet"], "text, json"),
        (["--json", "--format", "text"], "--json"),
        (["--as-of", "later"], "vvvv-kk-pp"),
        (["--lang", "xx"], "fi, sv, en"),
        (["--output", "/nowhere/at/all"], "--output"),
    ],
)
def test_bad_usage(case: Path, more: list[str], said: str) -> None:
    result = run(*words(case, *more))
    assert result.code == 2
    assert said in result.err
    assert FIXED["fi"] in result.err or "xx" in more


def test_a_refused_case_is_refused_as_by_screen(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": "maybe", "dispute_months": 999})
    screened, explained = run_many([["screen", case, "--rules", RULES], words(case)])
    assert explained.code == screened.code == 2
    assert explained.err == screened.err


def test_from_the_input_and_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "why.txt"
    typed = json.dumps({"answers": ANSWERS}).encode()
    result = run(*words("-", "--output", target), typed=typed)
    assert result.code == 0
    assert result.out == ""
    assert FIXED["fi"] in result.err
    assert target.read_text("utf-8").startswith(TITLES["fi"])
    assert target.stat().st_mode & 0o077 == 0
    again = run(*words("-", "--output", target), typed=typed)
    assert again.code == 2


def test_plain_draws_nothing(case: Path) -> None:
    drawn, plain = run_many([words(case), words(case, "--plain")])
    assert "─" in drawn.out
    assert not {"─", "•", "\x1b"} & set(plain.out)


def test_help_in_each_language() -> None:
    results = run_many(["explain", "--help", "--lang", name] for name in LANGUAGES)
    for result in results:
        assert result.code == 0
        assert "CASE" in result.out
        assert "NODE" in result.out
