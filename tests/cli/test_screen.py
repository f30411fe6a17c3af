"""`otseula screen` with a case: formats, files, records, encodings, pipes."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.cli.running import FIXED, RULES, case_file, environment, run, run_many

ANSWERS = {
    "acute_danger": False,
    "danger_signs": ["fear"],
    "parents_separated": True,
    "dispute_months": 30,
    "school": "none",
}


def test_formats_languages_and_files(tmp_path: Path) -> None:
    case = case_file(tmp_path, ANSWERS)
    formats = ["sheet", "markdown", "html", "json"]
    lines: list[list[str | Path]] = []
    for name in formats:
        for language in ("fi", "sv", "en"):
            shared = ["screen", case, "--rules", RULES, "--format", name, "--lang", language]
            lines += [[*shared], [*shared, "--output", tmp_path / f"{name}.{language}"]]
    results = run_many(lines)
    for (shown, written), line in zip(
        zip(results[::2], results[1::2], strict=True), lines[::2], strict=True
    ):
        name, language = str(line[5]), str(line[7])
        path = tmp_path / f"{name}.{language}"
        assert shown.code == written.code == 0
        assert written.out == ""
        assert path.read_text(encoding="utf-8") == shown.out
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert FIXED[language] in written.err
        assert (FIXED[language] in shown.err) is (name == "json")
        assert FIXED[language] in shown.said
    data = json.loads((tmp_path / "json.fi").read_text(encoding="utf-8"))
    assert data["eligibility"]["level"] == "recommended"
    assert data == json.loads((tmp_path / "json.en").read_text(encoding="utf-8"))


def test_a_case_from_stdin_in_yaml_and_json() -> None:
    texts = [json.dumps({"answers": ANSWERS}), yaml.safe_dump({"answers": ANSWERS})]
    lines = [["screen", "-", "--rules", RULES, "--json"]] * 2
    first, second = run_many(lines, [text.encode() for text in texts])
    assert first.code == second.code == 0
    assert json.loads(first.out) == json.loads(second.out)


def test_json_is_valid_by_the_schema() -> None:
    schema, shown = run_many(
        [["schema", "recommendation"], ["screen", "-", "--rules", RULES, "--json"]],
        [b"", json.dumps({"answers": ANSWERS}).encode()],
    )
    jsonschema.validate(json.loads(shown.out), json.loads(schema.out))


def test_the_day() -> None:
    case = b'{"answers": {}, "as_of": "2027-01-02"}'
    lines = [
        ["screen", "-", "--rules", RULES, "--json", *more]
        for more in ([], ["--as-of", "2028-03-04"])
    ]
    own, given = run_many(lines, [case, case])
    assert json.loads(own.out)["as_of"] == "2027-01-02"
    assert json.loads(given.out)["as_of"] == "2028-03-04"


def test_save_keeps_answers_and_no_result(tmp_path: Path) -> None:
    saved = tmp_path / "kept.yaml"
    judgement = {"deviates": "up", "reason": "knows_more"}
    case = {"answers": {**ANSWERS, "school": None}, "as_of": "2027-01-02", "judgement": judgement}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    first = run("screen", path, "--rules", RULES, "--save", saved)
    assert first.code == 0
    assert first.out.startswith("OT-seulan tulos")
    assert "yhdistelmä voi paljastaa perheen" in first.err
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    kept = yaml.safe_load(saved.read_text(encoding="utf-8"))
    answers = {name: value for name, value in ANSWERS.items() if name != "school"}
    assert kept == {"answers": answers, "as_of": "2027-01-02", "judgement": judgement}
    assert run("screen", saved, "--rules", RULES).out == first.out


def test_record_and_replay(tmp_path: Path) -> None:
    case, record = case_file(tmp_path, ANSWERS), tmp_path / "record.json"
    sheet = run("screen", case, "--rules", RULES, "--record", record)
    assert sheet.code == 0
    assert "yhdistelmä voi paljastaa perheen" in sheet.err
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    text = record.read_text(encoding="utf-8")
    assert json.loads(text)["answers"] == ANSWERS
    assert "case.json" not in text
    assert str(tmp_path) not in text

    same = run("screen", "--replay", record, "--rules", RULES)
    assert same.code == 0
    assert same.out == sheet.out

    edited = tmp_path / "edited"
    edited.mkdir()
    rules = (RULES / "small.yaml").read_text(encoding="utf-8")
    changed = rules.replace("{at_least: 24}", "{at_least: 48}").partition("vignettes:")[0]
    (edited / "small.yaml").write_text(changed, encoding="utf-8")
    base = ["screen", "--replay", record, "--rules", edited]
    as_text, as_json, as_html, to_file, english = run_many(
        [
            base,
            [*base, "--json"],
            [*base, "--format", "html"],
            [*base, "--output", tmp_path / "sheet"],
            [*base, "--lang", "en"],
        ]
    )
    for result in (as_text, as_json, as_html, to_file, english):
        assert result.code == 1
    before, _, after = as_text.out.partition("Nyt:")
    assert "OT-yhteydenottoa suositellaan" in before
    assert "OT-neuvonta" in after
    assert "long_dispute" in as_text.out
    assert "OT-seulan tulos" in as_text.out
    data = json.loads(as_json.out)
    assert data["same"] is False
    assert data["recorded"]["at_least"] == "recommended"
    assert data["now"]["eligibility"]["at_least"] == "advice"
    assert "long_dispute" in data["changed"]
    assert data["gone"] == 0
    assert as_html.out.lower().startswith("<!doctype html>")
    assert "long_dispute" in as_html.err
    assert (tmp_path / "sheet").exists()

    recorded = json.loads(text)
    recorded["items"]["once_a_rule"] = "0" * 12
    recorded["eligibility"]["at_most"] = "advice"
    fewer = tmp_path / "fewer.json"
    fewer.write_text(json.dumps(recorded), encoding="utf-8")
    told = run("screen", "--replay", fewer, "--rules", RULES)
    assert told.code == 1
    assert "Käytöstä poistuneita kohtia: 1" in told.out
    assert "once_a_rule" not in told.out
    assert "In the record:" in english.out


@pytest.mark.parametrize("name", ["sheet", "markdown", "html", "json"])
def test_a_terminal_without_the_letters(name: str, tmp_path: Path) -> None:
    case = case_file(tmp_path, {})
    words = ["screen", case, "--format", name, "--long"]
    result = run(*words, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.code == 0
    assert result.said.isascii()
    assert "112" in result.said
    if name == "json":
        assert json.loads(result.out) == json.loads(run(*words).out)
    else:
        assert "valiton vaara" in result.said.lower() or "&#228;" in result.said


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    case = case_file(tmp_path, ANSWERS)
    for words in (
        "screen {} --rules {}",
        "questions --rules {1}",
        "screen {} --rules {} --json",
        "--help",
    ):
        line = f"{sys.executable} -m otseula {words.format(case, RULES)} | true"
        done = subprocess.run(
            ["/bin/sh", "-c", line], capture_output=True, env=environment(), check=False
        )
        said = done.stderr.decode()
        assert "Traceback" not in said
        assert "Error" not in said
        # of a screening at most the fixed line, which its reader may not have waited for
        assert said == "" or (words.startswith("screen") and said.count("\n") == 1)


def test_a_file_holds_no_colour_unless_forced(tmp_path: Path) -> None:
    case = case_file(tmp_path, ANSWERS)
    assert "\x1b" not in run("screen", case, "--rules", RULES).out
    assert "\x1b[" in run("screen", case, "--rules", RULES, FORCE_COLOR="1").out
    assert "\x1b" not in run("screen", case, "--rules", RULES, FORCE_COLOR="1", NO_COLOR="1").out
    output = tmp_path / "sheet"
    assert run("screen", case, "--rules", RULES, "--output", output, FORCE_COLOR="1").code == 0
    assert "\x1b" not in output.read_text(encoding="utf-8")


def test_the_width_of_the_terminal(tmp_path: Path) -> None:
    case = case_file(tmp_path, ANSWERS)
    narrow = run("screen", case, "--rules", RULES, COLUMNS="40")
    assert max(map(len, narrow.out.splitlines())) <= 40


def test_layers(tmp_path: Path) -> None:
    local = tmp_path / "local"
    local.mkdir()
    (local / "more.yaml").write_text(
        "questions:\n  - {id: local_question, type: boolean, text: {fi: Paikallinen?}}\n",
        encoding="utf-8",
    )
    case = case_file(tmp_path, {"local_question": True, "acute_danger": False})
    over_small, over_bundled, alone = run_many(
        [
            ["screen", case, "--rules", RULES, "--rules", local, "--json"],
            ["screen", case, "--rules", "bundled", "--rules", local, "--json"],
            ["screen", case, "--rules", local, "--json"],
        ]
    )
    assert over_small.code == over_bundled.code == 0
    assert [each["name"] for each in json.loads(over_bundled.out)["rulebase"]["layers"]] == [
        "bundled",
        "local",
    ]
    assert alone.code == 2  # exactly the directories given


def test_json_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    case = case_file(tmp_path, ANSWERS)
    script = (
        "import sys; from otseula.cli.main import run; "
        f"run(['screen', {str(case)!r}, '--rules', {str(RULES)!r}, '--json']); "
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    loaded = set(done.stderr.split())
    for name in ("rich", "otseula.cli.questionnaire", "otseula.authoring.vignettes.report"):
        assert name not in loaded
