"""Nothing that was refused is ever repeated: as a file name, a key, a value, an option, a record
that was tampered with, or hanging on an error of otseula itself."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from otseula.cli.main import run as run_here
from otseula.screening.rulebase import RuleBase
from tests.cli.running import RULES, Result, run, run_many
from tests.screening.privacy import NO_SHAPE, REFUSED_EXAMPLES, assert_absent

#: Words that otseula says of its own accord, whatever was typed.
_OUR_WORDS = {"112", "kyllä", "dont_know", ""}
SECRETS = [s for s in dict.fromkeys([*REFUSED_EXAMPLES, *NO_SHAPE]) if s not in _OUR_WORDS]

#: Where on a command line something may be typed by mistake; {s} is the secret.
_PLACES = [
    ["screen", "{s}"],
    ["screen", "-", "{s}"],
    ["screen", "--{s}"],
    ["screen", "-", "--rules", "{s}"],
    ["screen", "-", "--as-of", "{s}"],
    ["screen", "-", "--format", "{s}"],
    ["screen", "-", "--lang", "{s}"],
    ["screen", "-", "--json={s}"],
    ["screen", "-", "--output", "/nowhere/{s}"],
    ["screen", "-", "--save", "/nowhere/{s}"],
    ["screen", "-", "--record", "/nowhere/{s}"],
    ["screen", "--replay", "/nowhere/{s}"],
    ["{s}"],
    ["-{s}"],
    ["explain", "{s}"],
    ["explain", "-", "{s}"],
    ["explain", "-", "--output", "/nowhere/{s}"],
    ["questions", "--rules", "{s}"],
    ["schema", "{s}"],
    ["check", "{s}"],
    ["check", "--explain", "{s}"],
    ["test", "{s}"],
]


def _absent(secrets: list[str], result: Result) -> None:
    for secret in secrets:
        assert_absent(secret, result.out, "stdout")
        assert_absent(secret, result.err, "stderr")


def test_on_the_command_line() -> None:
    pairs = [(secret, _PLACES[n % len(_PLACES)]) for n, secret in enumerate(SECRETS)]
    pairs += [(secret, place) for secret in SECRETS[::30] for place in _PLACES]
    lines = [[word.replace("{s}", secret) for word in place] for secret, place in pairs]
    for (secret, place), result in zip(pairs, run_many(lines), strict=True):
        _absent([secret], result)
        assert result.code == 2, place
        assert "Traceback" not in result.said


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_in_a_case(tmp_path: Path, language: str) -> None:
    """As key, value, list member, judgement, day and key of the case, in JSON and in YAML."""
    answers = {secret: secret for secret in SECRETS}
    answers |= {"danger_signs": SECRETS, "school": SECRETS[0], "acute_danger": SECRETS[1]}
    judgement = {"deviates": SECRETS[2], "reason": SECRETS[3]}
    case = {"answers": answers, "judgement": judgement, "as_of": SECRETS[4], SECRETS[5]: SECRETS[6]}
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in answers.items()]
    lines += [f"{key}: {json.dumps(value)}" for key, value in case.items() if key != "answers"]
    text = "\n".join(["answers:", *lines[:-1], f"{json.dumps(SECRETS[5])}: x"])
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    words = ["--rules", str(RULES), "--lang", language, "--record", str(tmp_path / "record")]
    files = [tmp_path / "case.json", tmp_path / "case.yaml"]
    for result in run_many([["screen", file, *words] for file in files]):
        assert result.code == 2
        assert result.out == ""
        assert result.err.count("/answers/*") >= len(SECRETS)
        _absent(SECRETS, result)
    assert not (tmp_path / "record").exists()


def test_in_a_case_that_breaks_off(tmp_path: Path) -> None:
    """What a parser would quote when it cannot go on."""
    lines, files = [], []
    for number, secret in enumerate(SECRETS[::12]):
        for suffix, text in (
            ("yaml", f"answers:\n  area: {secret}: {secret}\n   x: [{secret}\n"),
            ("json", f'{{"answers": {{"{secret}": {secret}}}}}'),
        ):
            files.append((secret, tmp_path / f"{number}.{suffix}"))
            files[-1][1].write_text(text, encoding="utf-8")
            lines.append(["screen", files[-1][1], "--rules", RULES])
    for (secret, _), result in zip(files, run_many(lines), strict=True):
        assert result.code == 2
        _absent([secret], result)


def test_in_a_record_that_was_tampered_with(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    case = b'{"answers": {"acute_danger": true, "school": "none"}}'
    assert run("screen", "-", "--rules", RULES, "--record", record, typed=case).code == 0
    data = json.loads(record.read_text(encoding="utf-8"))
    tampered: list[dict[str, Any]] = [
        data | {"safety": [{"id": s, "truth": "met", "text": {"fi": s}} for s in SECRETS]},
        data | {"items": {s: s for s in SECRETS}},
        data | {"eligibility": {"at_least": SECRETS[0], "at_most": SECRETS[1]}},
        data | {"channels": SECRETS, "notices": {s: s for s in SECRETS}, SECRETS[2]: 1},
        data | {"answers": {"school": SECRETS[0], SECRETS[1]: True}},
        data | {"as_of": SECRETS[3]},
        data | {"judgement": {"deviates": "up", "reason": SECRETS[0]}},
    ]
    files = []
    for number, each in enumerate(tampered):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(each), encoding="utf-8")
    lines = [
        ["screen", "--replay", file, "--rules", RULES, *m]
        for file in files
        for m in ([], ["--json"])
    ]
    for result in run_many(lines):
        assert result.code in (1, 2)
        _absent(SECRETS, result)


@pytest.fixture
def _signals() -> Iterator[None]:
    numbers = (signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize("kind", [ValueError, KeyError, OSError, RecursionError, MemoryError])
def test_on_an_error_of_otseula_itself(
    kind: type[Exception],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    secret = "Matti Meikäläinen 010190-999W"
    case = tmp_path / f"{secret}.json"
    case.write_text('{"answers": {}}', encoding="utf-8")

    def broken(*_: object, **__: object) -> None:
        try:
            raise kind(secret)
        except kind as error:
            raise kind(secret, {secret: secret}) from error

    monkeypatch.setattr(RuleBase, "screen", broken)
    code = run_here(["screen", str(case), "--rules", str(RULES), "--lang", "en"])
    said = capfd.readouterr()
    assert code == 3
    assert said.out == ""
    lines = said.err.splitlines()
    assert "There is a fault in OT-seula (at otseula.cli.screen:" in lines[0]
    assert "112" in said.err
    assert len(lines) <= 3
    assert_absent(secret, said.err)
    assert "Traceback" not in said.err
