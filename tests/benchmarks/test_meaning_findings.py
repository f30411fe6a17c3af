"""The long run: 40 rule bases whose findings are held to every case. tests/authoring holds a few,
and 2 000 pairs of conditions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.meaning.test_meaning_lints import hold


@pytest.fixture(autouse=True)
def _long(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--benchmark", default=False):
        pytest.skip("make bench")


def test_findings_are_what_every_case_shows(tmp_path: Path) -> None:
    counted = hold(tmp_path, seed=1, bases=40)
    assert counted.keys() >= {f"OTS8{n}" for n in range(20, 30)}, counted
