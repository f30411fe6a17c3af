"""questions, schema, check, test and --help."""

from __future__ import annotations

import io
import json
import string
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from otseula.cli.dialogue_words import DIALOGUE
from otseula.cli.help_words import ABOUT, HEADINGS
from otseula.cli.parameter_words import PARAMETERS
from otseula.cli.spoken import SPOKEN
from otseula.cli.terminal import fitted
from otseula.cli.words import WORDS
from otseula.text import LANGUAGES, Text
from otseula.writing import UNITS
from tests.cli.running import RULES, at_terminal, run, run_many

BROKEN = """questions:
  - {id: a, type: boolan, text: {fi: K}}
  - {id: a, type: boolean, text: {fi: K}}
"""


#: The options of `screen`, as design.md 6 lists them.
SCREEN_OPTIONS = [
    *("--ask", "--save FILE", "--json", "--format sheet|markdown|html|json", "--output FILE"),
    *("--lang fi|sv|en", "--long", "--rules DIR", "--as-of DATE", "--record FILE"),
    *("--replay FILE", "--full", "--plain"),
]


def test_check_tells_what_a_lint_finds(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("notices: [{id: n, text: {fi: H}}]\n", encoding="utf-8")
    found, screened, page = run_many(
        [
            ["check", tmp_path, "--lang", "en"],
            ["screen", "-", "--rules", tmp_path],
            ["check", "--explain", "OTS801"],
        ],
        [b"", b"answers: {}", b""],
    )
    assert found.code == 1
    assert "r.yaml:1:25 OTS801 The text is missing in this language: Swedish, English." in found.out
    assert screened.code == 0  # what is usable is used
    assert "Prefer: `text: {fi:" in page.out


def test_what_check_finds_fits_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("notices: [{id: n, text: {fi: H}}]\n", encoding="utf-8")
    place, *told = at_terminal("check", tmp_path, columns=50)
    assert place.endswith("r.yaml:1:25") or len(place) <= 50  # a path stays whole
    assert told and max(map(len, told)) <= 50


def test_questions() -> None:
    text, data, english = run_many(
        [
            ["questions", "--rules", RULES],
            ["questions", "--rules", RULES, "--json"],
            ["questions", "--rules", RULES, "--lang", "en"],
        ]
    )
    assert "Turvallisuus\n============" in text.out
    assert "acute_danger: Onko vaara nyt?" in text.out
    assert "kokonaisluku 0–240" in text.out
    assert "    threat: uhkaus" in text.out
    assert "kysytään, kun: parents_separated" in text.out
    assert text.out.count("kysytään aina kaikilta") == 2
    assert "always asked of everyone" in english.out
    assert "Onko" not in english.out
    questions = json.loads(data.out)["questions"]
    assert [each["id"] for each in questions] == [
        "acute_danger",
        "danger_signs",
        "parents_separated",
        "dispute_months",
        "school",
    ]
    assert questions[3]["range"] == [0, 240]
    assert questions[0]["text"] == {
        "fi": "Onko vaara nyt?",
        "sv": "Är faran nu?",
        "en": "Is there danger now?",
    }


def test_questions_of_the_bundled_rule_base() -> None:
    text, data = run_many([["questions"], ["questions", "--json"]])
    for question in json.loads(data.out)["questions"]:
        assert f"\n{question['id']}: " in "\n" + text.out


CONDITIONS = {
    "{all: [a, {b: false}]}": "kaikki (a; b: false)",
    "{any: [a, {not: b}]}": "jokin (a; ei b)",
    "{none: [a, b]}": "ei jokin (a; b)",
    "{at_least: 2, of: [a, b, {n: {at_least: 3}}]}": "vähintään 2 (a; b; n: at_least 3)",
    "{n: {between: [1, 2]}}": "n: between 1, 2",
    "{known: n}": "n on tiedossa",
}


def test_conditions_in_words(tmp_path: Path) -> None:
    lines = ["questions:"]
    lines += [f"  - {{id: {name}, type: boolean, text: {{fi: K}}}}" for name in "ab"]
    lines.append("  - {id: n, type: integer, range: [0, 9], text: {fi: K}}")
    lines += [
        f"  - {{id: q{number}, type: boolean, text: {{fi: K}}, applies_when: {condition}}}"
        for number, condition in enumerate(CONDITIONS)
    ]
    (tmp_path / "q.yaml").write_text("\n".join(lines), encoding="utf-8")
    shown = run("questions", "--rules", tmp_path)
    assert shown.code == 0, shown.err
    for words in CONDITIONS.values():
        assert f"kysytään, kun: {words}\n" in shown.out


def test_schemas() -> None:
    results = run_many(
        [
            ["schema", "case", "--rules", RULES],
            ["schema", "case", "--answers", "--rules", RULES],
            ["schema", "rulebase"],
            ["schema", "recommendation"],
        ]
    )
    for result in results:
        assert result.code == 0
        schema = json.loads(result.out)
        jsonschema.validators.validator_for(schema).check_schema(schema)
    answers = {"acute_danger": True, "danger_signs": ["threat"]}
    jsonschema.validate({"answers": answers}, json.loads(results[0].out))
    jsonschema.validate(answers, json.loads(results[1].out))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"shool": "full"}, json.loads(results[1].out))


def test_check_formats(tmp_path: Path) -> None:
    (tmp_path / "broken, rules.yaml").write_text(BROKEN, encoding="utf-8")
    formats = ["text", "json", "sarif", "github"]
    lines = [["check", tmp_path, "--format", name] for name in formats]
    text, data, sarif, github = run_many(lines)
    assert {each.code for each in (text, data, sarif, github)} == {1}
    findings = json.loads(data.out)["findings"]
    assert len(findings) >= 1
    first = findings[0]
    assert f"{first['file']}:{first['line']}:{first['column']} {first['code']} " in text.out
    assert first["hint"]["fi"] in text.out

    log = json.loads(sarif.out)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (sarif_run,) = log["runs"]
    assert sarif_run["tool"]["driver"]["name"] == "otseula"
    known = {rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]}
    for result, finding in zip(sarif_run["results"], findings, strict=True):
        assert result["ruleId"] == finding["code"]
        assert result["ruleId"] in known
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] == finding["line"]
        assert " " not in place["artifactLocation"]["uri"]

    for line, finding in zip(github.out.splitlines(), findings, strict=True):
        head, _, message = line[2:].partition("::")
        assert head.startswith(f"{finding['severity']} file=")
        assert "broken%2C rules.yaml" in head
        assert f"line={finding['line']},col={finding['column']},title={finding['code']}" in head
        assert message


def test_check_of_what_is_right() -> None:
    lines = [["check", RULES, "--format", name] for name in ("text", "json", "sarif", "github")]
    text, data, sarif, github = run_many([*lines])
    assert {each.code for each in (text, data, sarif, github)} == {0}
    assert json.loads(data.out) == {"findings": []}
    assert json.loads(sarif.out)["runs"][0]["results"] == []
    assert github.out == ""
    assert run("check").code == 0  # the bundled rule base


def test_check_explains_codes() -> None:
    finnish, swedish, english, small = run_many(
        [["check", "--explain", "OTS101", "--lang", name] for name in LANGUAGES]
        + [["check", "--explain", "ots701"]]
    )
    assert finnish.out.startswith("OTS101 ")
    assert len({finnish.out, swedish.out, english.out}) == 3
    assert "{" not in small.out
    assert small.code == 0


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_lines_are_broken_between_words_for_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    text = "short\n    moved in by four, and too long\n" + "x" * 40
    assert fitted(text, io.StringIO()) == text
    assert fitted(text, _Tty()) == "short\n    moved in by four, and too\n    long\n" + "x" * 40


def test_vignettes(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    text = (RULES / "small.yaml").read_text(encoding="utf-8")
    (rules / "small.yaml").write_text(
        text.replace("safety: []}", "safety: [call]}"), encoding="utf-8"
    )
    own = tmp_path / "own.yaml"
    own.write_text(
        "vignettes:\n  - {id: mine, kind: clear_no, origin: invented, as_of: 2026-12-01,\n"
        "     answers: {acute_danger: true}, expect: {safety: [call]}}\n",
        encoding="utf-8",
    )
    layer = tmp_path / "layer"
    layer.mkdir()
    (layer / "own.yaml").write_text(own.read_text(encoding="utf-8").replace("[call]", "[call_112]"))
    lines: list[list[str | Path]] = [
        ["test", RULES],
        ["test", rules],
        ["test", own, "--rules", RULES],
        ["test", rules / "small.yaml", "--rules", rules, "--format", "json"],
        ["test", rules, "--format", "junit"],
        ["test", rules, "--lang", "en"],
        ["test", RULES, own, "--format", "json"],
        ["test", "bundled", layer, "--format", "json"],
        ["test", rules, "--lang", "sv", "--coverage"],
        ["test", own, "--rules", RULES, "--coverage"],
    ]
    passed, failed, mine, part, junit, english, both, layered, listed, of_part = run_many(lines)
    assert passed.code == 0
    assert failed.code == 1
    assert "small.yaml:" in failed.out
    assert mine.code == 0, mine.said
    assert part.code == 1
    assert json.loads(part.out)["failed"] == 1
    assert ElementTree.fromstring(junit.out).get("failures") == "1"
    assert english.code == 1
    assert english.out != failed.out
    assert both.code == 0, both.said
    assert [each["id"] for each in json.loads(both.out)["vignettes"]] == ["mine"]
    assert layered.code == 0, layered.said
    tested = [each["id"] for each in json.loads(layered.out)["vignettes"]]
    assert "mine" in tested and "separation_yes_1" in tested
    # why it failed, in the reader's words, and where to look
    for why, told in (("miksi: call", failed), ("why: call", english), ("varför: call", listed)):
        assert f"{why}\n      {rules / 'small.yaml'}:" in told.out
    assert "Perusteena vastaus" in failed.out or "Esteenä" in failed.out
    assert "miksi: call" in junit.out
    explained = json.loads(part.out)["vignettes"][0]["differences"][0]["explanation"]
    assert [(each["kind"], each["id"]) for each in explained] == [("safety", "call")]
    # what is not shown to matter alone: counted, and listed where that is asked for
    assert "--coverage" in passed.out and "Delar som saknar ett fall" in listed.out
    assert "osat" not in mine.out and "Osat, joista puuttuu tapaus" in of_part.out


def test_help_in_three_languages() -> None:
    names = ["", "screen", "questions", "schema", "check", "test"]
    lines = [
        [*([name] if name else []), "--help", "--lang", lang]
        for name in names
        for lang in LANGUAGES
    ]
    for line, result in zip(lines, run_many(lines), strict=True):
        assert result.code == 0, line
        assert result.err == ""
        assert "--lang fi|sv|en" in result.out
        assert HEADINGS["usage"].in_language(line[-1]) in result.out
        if line[-1] != "fi":
            assert "näytä tämä ohje" not in result.out
    (screen,) = run_many([["screen", "--help"]])
    for option in SCREEN_OPTIONS:
        assert f"  {option}" in screen.out


def test_version() -> None:
    shown = run("--version")
    assert shown.code == 0
    assert shown.out.startswith("otseula ")


def test_a_language_before_the_command_is_heard() -> None:
    """The nearest one counts where two are given."""
    asked = ["--lang", "sv"], ["--lang=en"], ["--lang", "sv"], []
    command = ["screen", "-", "--rules", RULES]
    lines = [[*words, *command] for words in asked]
    lines[2] += ["--lang", "en"]
    lines.append(["--lang", "sv", "questions", "--rules", RULES])
    results = run_many(lines, [b"answers: {acute_danger: true}"] * len(lines))
    assert [result.code for result in results] == [0] * len(lines)
    said = ["RING-GENAST", "CALL-NOW", "CALL-NOW", "SOITA-HETI", "Har föräldrarna separerat?"]
    assert [
        word for word, result in zip(said, results, strict=True) if word not in result.out
    ] == []


def test_errors_in_the_language_asked_for() -> None:
    lines = [["screen", "--jsn", "--lang", name] for name in LANGUAGES]
    lines += [["screen", "--lang=en", "missing.yaml"], ["check", "--lang", "sv", "nowhere"]]
    finnish, swedish, english, case, rules = run_many(lines)
    assert "Tarkoititko --json?" in finnish.err
    assert "Menade du --json?" in swedish.err
    assert "Did you mean --json?" in english.err
    assert "The case file could not be read." in case.err
    assert "Regelbasens katalog" in rules.err


@pytest.mark.parametrize(
    "table", [WORDS, DIALOGUE, ABOUT, HEADINGS, PARAMETERS, UNITS], ids=lambda t: next(iter(t))
)
def test_the_words_are_whole(table: Mapping[str, Text]) -> None:
    for key, text in table.items():
        assert text.sv, key
        assert text.en, key
        fields = {
            frozenset(name for _, name, _, _ in string.Formatter().parse(text.in_language(lang)))
            for lang in LANGUAGES
        }
        assert len({f - {None} for f in fields}) == 1, key


def test_spoken_words_do_not_clash() -> None:
    for words in SPOKEN.values():
        groups = list(words.values())
        assert sum(map(len, groups)) == len(frozenset().union(*groups))


def test_the_catalogue_says_what_counts_and_in_which_unit() -> None:
    shown = run("questions", "--lang", "en").out
    assert "  Yes: violence is happening now" in shown
    assert "whole number 0–22 years" in shown
    assert "separation_status: planned, separated" in shown
    assert max(map(len, (line for line in shown.split("\n") if line.startswith("  Yes")))) <= 80
