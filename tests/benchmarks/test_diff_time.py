"""`otseula diff` of a one-line edit of the shipped rule base: under 5 s of CPU time with
`--benchmark`, else within three times that."""

from __future__ import annotations

import resource
import shutil
from pathlib import Path

import pytest

from tests.cli.running import run

ROOT = Path(__file__).parents[2]
BAR = 5.0


def test_a_one_line_edit(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    for part in ("criteria", "rules"):
        shutil.copytree(ROOT / part, tmp_path / part)
    parameters = tmp_path / "criteria" / "parameters.yaml"
    text = parameters.read_text("utf-8")
    parameters.write_text(text.replace("value: 24", "value: 30", 1), "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = run("diff", "bundled", tmp_path, "--as-of", "2026-12-01")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert result.code == 1, result.err
    assert "conflict_duration_months): 24" in result.out
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    full = request.config.getoption("--benchmark", default=False)
    assert spent < BAR * (1 if full else 3)
