"""`screen_many` over a million cases adds less than 200 MB (issue 6, point 4); without
`--benchmark` over 20 000, which take what any number takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAR = 200.0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.timeout(900)
def test_many_cases_take_little_memory(request: pytest.FixtureRequest) -> None:
    count = 1_000_000 if request.config.getoption("--benchmark", default=False) else 20_000
    found = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.many_memory", str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=800,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    print(f"{count} cases: {found.stdout.strip()} MB")
    assert float(found.stdout) < BAR
