"""What `otseula check` prints for code scanning, and what `--strict` makes of a warning."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from otseula.authoring.meaning.drawn import Meanings
from otseula.cli import check as command
from otseula.cli.outcome import DONE, FINDINGS
from otseula.errors import Place
from otseula.rulebase.diagnostics import codes, describe
from tests.authoring.meaning.test_meaning import too_large
from tests.cli.running import run

#: A file of OASIS, sarif-schema-2.1.0.json, which is not ours to ship.
OFFICIAL = "OTSEULA_SARIF_SCHEMA"


def _object(**required: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": required,
        "required": [*required],
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


_WORDS = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 1}
_MESSAGE = _object(text=_WORDS)
_PLACE = _object(
    artifactLocation=_object(uri={"type": "string", "pattern": "^[!#-;=?-Z_a-z~%]+$"}),
    region=_object(startLine=_COUNT, startColumn=_COUNT),
)
_RULE = _object(id=_WORDS, name=_WORDS, shortDescription=_MESSAGE, help=_MESSAGE)
#: What otseula writes, as sections 3.13 to 3.49 of SARIF 2.1.0 allow it.
SARIF = {
    **_object(
        version={"const": "2.1.0"},
        runs=_list(
            _object(
                tool=_object(
                    driver=_object(
                        name={"const": "otseula"},
                        rules=_list(
                            _object(
                                id=_WORDS, name=_WORDS, shortDescription=_MESSAGE, help=_MESSAGE
                            )
                        ),
                    )
                ),
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                results=_list(
                    _object(
                        ruleId=_WORDS,
                        level={"enum": ["none", "note", "warning", "error"]},
                        message=_MESSAGE,
                        locations=_list(_object(physicalLocation=_PLACE)),
                    )
                ),
            )
        ),
    )
}
SARIF["properties"]["$schema"] = {"type": "string", "format": "uri"}


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Of nothing found, of a finding of a lint, and of a broken file with an odd name."""
    texts = {
        "clean.yaml": "notices: [{id: n, text: {fi: N, sv: N, en: N}}]\n",
        "lint.yaml": "notices: [{id: n, text: {fi: TODO, sv: N, en: N}}]\n",
        "rikki, ä%.yaml": "notices: [{id: n}]\ncriteria: [{id: c, text: {fi: C}, when: d}]\n",
    }
    found = []
    for name, text in texts.items():
        directory = tmp_path_factory.mktemp("rules")
        (directory / name).write_text(text, encoding="utf-8")
        found.append(json.loads(run("check", directory, "--format", "sarif").out))
    return found


def test_sarif_has_the_form_of_the_standard(logs: list[dict[str, Any]]) -> None:
    for log in logs:
        jsonschema.validate(log, SARIF)
        [each] = log["runs"]
        named = [rule["id"] for rule in each["tool"]["driver"]["rules"]]
        assert named == sorted({result["ruleId"] for result in each["results"]})
    assert [len(log["runs"][0]["results"]) for log in logs] == [0, 1, 2]


def test_sarif_validates_against_the_official_schema(logs: list[dict[str, Any]]) -> None:
    path = os.environ.get(OFFICIAL)
    if not path:
        pytest.skip(f"{OFFICIAL} does not name the file of OASIS, sarif-schema-2.1.0.json")
    schema = json.loads(Path(path).read_text(encoding="utf-8"))
    for log in logs:
        jsonschema.validate(log, schema)


def test_every_code_can_be_told_to_code_scanning() -> None:
    for code in codes():
        for language in ("fi", "sv", "en"):
            rule = command._sarif_rule(code, language)
            assert rule["id"] == code
            assert all(rule[name]["text"].strip() for name in ("shortDescription", "help"))


@pytest.mark.parametrize(
    ("severities", "strict", "code"),
    [
        ((), True, DONE),
        (("warning",), False, DONE),
        (("warning",), True, FINDINGS),
        (("warning", "error"), False, FINDINGS),
    ],
)
def test_a_warning_is_an_error_where_it_is_strict(
    severities: tuple[str, ...],
    strict: bool,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = Place("x.yaml", 1, 1)
    found = tuple(replace(describe("OTS403", place, {}), severity=each) for each in severities)
    monkeypatch.setattr(command, "diagnostics", lambda _: found)
    assert command.check([], "json", None, strict) == code
    told = [each["severity"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert told == (["error"] * len(found) if strict else list(severities))


def test_what_was_not_checked_is_a_warning_and_strict_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    too_large(tmp_path, clean=True)
    monkeypatch.setattr("otseula.authoring.checked.Meanings", partial(Meanings, limit=400))
    for strict, expected in ((False, (DONE, ["warning"])), (True, (FINDINGS, ["error"]))):
        code = command.check([str(tmp_path)], "json", None, strict)
        found = [each["severity"] for each in json.loads(capsys.readouterr().out)["findings"]]
        assert (code, found) == expected
    command.check([str(tmp_path)], "text", None, strict=False, lang="en")
    assert "OTS830 (warning) " in capsys.readouterr().out
