"""What goes wrong at the worst moment costs neither the result, nor the answers, nor what is
urgent, nor the fixed line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from otseula.cli import asked, showing
from otseula.cli.main import run as run_here
from otseula.cli.outcome import Stop
from otseula.cli.rescue import tell_urgent, went_wrong
from otseula.cli.wishes import Wishes
from otseula.errors import CaseError
from otseula.logic.conditions import Answers, Evaluation
from otseula.logic.lanes import Lanes
from otseula.screening.rulebase import load
from tests.cli.running import FIXED, RULES, case_file, environment, run
from tests.cli.test_privacy import _signals  # noqa: F401  # a fixture


def test_an_engine_that_fails_on_an_answer_does_not_lose_what_the_answer_calls_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    interview = load(RULES).interview()
    evaluate = Lanes.evaluate

    def failing(self: Lanes, answers: Answers) -> Evaluation:
        if answers.get("acute_danger") is True:
            raise RuntimeError("010190-999W")
        return evaluate(self, answers)

    monkeypatch.setattr(Lanes, "evaluate", failing)
    with pytest.raises(RuntimeError) as caught:
        interview.answer("acute_danger", True)
    assert went_wrong(caught.value)
    tell_urgent(interview, "fi")
    said = capsys.readouterr().err
    assert "SOITA-HETI" in said
    assert FIXED["fi"] in said
    assert "010190" not in said


def test_a_fault_elsewhere_tells_the_actions_too(capsys: pytest.CaptureFixture[str]) -> None:
    interview = load(RULES).interview({"acute_danger": True})
    tell_urgent(interview, "en")
    said = capsys.readouterr().err
    assert "CALL-NOW" in said
    assert "TELL-THE-POLICE" in said  # not decided yet


@pytest.mark.parametrize("error", [Stop(2), CaseError(()), KeyboardInterrupt()])
def test_what_ends_a_questionnaire_in_order_is_no_fault(error: BaseException) -> None:
    assert not went_wrong(error)


def _disk_full(path: object, text: str) -> None:
    raise OSError(28, "No space left on device", str(path))


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("otseula.screening.private_file.write_private", _disk_full)


def _wishes(save: str) -> Wishes:
    plain = dict.fromkeys(("case", "output", "as_of", "record", "replay"))
    flags = dict.fromkeys(("ask", "long", "full", "plain"), False)
    return Wishes(save=save, format="sheet", language="fi", rules=(), **plain, **flags)


@pytest.mark.usefixtures("full_disk")
def test_answers_that_cannot_be_kept_do_not_hide_what_ended_the_questionnaire(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    interview = load(RULES).interview({"acute_danger": True})
    asked._saved(_wishes(str(tmp_path / "Matti")), interview, None)  # raises nothing
    said = capsys.readouterr().err
    assert "--save" in said
    assert "Matti" not in said


@pytest.mark.usefixtures("_signals", "full_disk")
@pytest.mark.parametrize("option", ["--save", "--record", "--output"])
@pytest.mark.parametrize("form", ["sheet", "json", "markdown", "html"])
def test_a_file_that_cannot_be_written_does_not_hide_what_is_urgent(
    option: str, form: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    words = [str(case), "--rules", str(RULES), "--format", form, option, str(tmp_path / "new")]
    assert run_here(["screen", *words]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert "SOITA-HETI" in said.err
    assert "KERRO-POLIISILLE" not in said.err  # not met
    assert option in said.err
    assert FIXED["fi"] in said.err


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize("form", ["sheet", "json", "markdown", "html"])
def test_what_a_person_answered_is_shown_where_its_file_cannot_be_written(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wishes = replace(_wishes(""), save=None, output=str(tmp_path / "new"), format=form)
    result = load(RULES).screen({"acute_danger": True})
    with pytest.raises(Stop):
        showing.show_result(wishes, result, interactive=True)
    said = capsys.readouterr()
    assert "SOITA-HETI" in said.out
    assert FIXED["fi"] in said.err


@pytest.mark.usefixtures("_signals")
def test_a_result_that_cannot_be_shown_leaves_what_is_urgent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise ValueError("010190-999W")

    monkeypatch.setattr("otseula.present.render", broken)
    case = case_file(tmp_path, {"acute_danger": True})
    assert run_here(["screen", str(case), "--rules", str(RULES)]) == 3
    said = capfd.readouterr()
    assert "SOITA-HETI" in said.err
    assert "010190" not in said.err


@pytest.mark.parametrize("form", ["sheet", "json"])
def test_where_nobody_reads_the_result_the_fixed_line_is_still_told(
    form: str, tmp_path: Path
) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    reader, writer = os.pipe()
    os.close(reader)
    words = ["screen", str(case), "--rules", str(RULES), "--format", form]
    done = subprocess.run(
        [sys.executable, "-m", "otseula", *words],
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(),
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert done.stderr.decode().count(FIXED["fi"]) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_result_that_no_disk_takes_leaves_what_is_urgent(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "otseula", "screen", str(case), "--rules", str(RULES)],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert "SOITA-HETI" in done.stderr.decode()


@pytest.mark.parametrize("asked", ["complete_bash", "bash_complete", "source_zsh", "x"])
def test_no_variable_turns_a_screening_into_a_completion(asked: str, tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    result = run("screen", case, "--rules", RULES, _OTSEULA_COMPLETE=asked)
    assert result.code == 0
    assert "SOITA-HETI" in result.out


@pytest.mark.skipif(sys.platform == "win32", reason="a directory in use cannot be removed there")
def test_it_works_where_the_working_directory_is_gone(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    gone = tmp_path / "gone"
    gone.mkdir()
    program = 'cd "$1" && rmdir "$1" && shift && exec "$@"'
    for rules in ([], ["--rules", str(RULES)]):
        gone.mkdir(exist_ok=True)
        words = [sys.executable, "-m", "otseula", "screen", str(case), *rules]
        done = subprocess.run(
            ["/bin/sh", "-c", program, "sh", str(gone), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(),
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()


def test_a_replay_that_differs_tells_the_fixed_line_beside_json(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": True})
    record = tmp_path / "record.json"
    assert run("screen", case, "--rules", RULES, "--record", record).code == 0
    data = json.loads(record.read_text("utf-8"))
    data["eligibility"]["at_least"] = "recommended"
    record.write_text(json.dumps(data), "utf-8")
    result = run("screen", "--replay", record, "--rules", RULES, "--json")
    assert result.code == 1
    assert json.loads(result.out)["same"] is False
    assert FIXED["fi"] in result.err
