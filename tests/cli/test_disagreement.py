"""When the engines disagree no recommendation is given, but what must be done first is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from otseula.cli.main import run
from otseula.logic.conditions import Answers, Evaluation, Truth
from otseula.logic.truth import Specification
from tests.cli.running import FIXED, RULES, case_file
from tests.cli.test_privacy import _signals  # noqa: F401  # a fixture


@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize("words", [[], ["--json"], ["--lang", "sv"], ["--lang", "en"]])
def test_a_disagreement(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    evaluate = Specification.evaluate

    def wrong(self: Specification, answers: Answers) -> Evaluation:
        right = evaluate(self, answers)
        return replace(right, nodes={**right.nodes, "signs": Truth.MET})

    monkeypatch.setattr(Specification, "evaluate", wrong)
    case = case_file(tmp_path, {"acute_danger": True, "danger_signs": []})
    record, output = tmp_path / "record.json", tmp_path / "sheet"
    files = ["--record", str(record), "--output", str(output)]
    code = run(["screen", str(case), "--rules", str(RULES), *words, *files])
    said = capfd.readouterr()
    assert code == 3
    assert said.out == ""
    language = words[-1] if "--lang" in words else "fi"
    expected = {
        "fi": ("SOITA-HETI", "KERRO-POLIISILLE", "Tee ilmoitus."),
        "sv": ("RING-GENAST", "BERÄTTA-FÖR-POLISEN", "Gör en anmälan."),
        "en": ("CALL-NOW", "TELL-THE-POLICE", "Notify."),
    }[language]
    for words_said in (*expected, FIXED[language]):
        assert words_said in said.err
    assert not record.exists()
    assert not output.exists()
