"""`--benchmark` (make bench) holds the bars themselves; without it bounds three times as wide."""

import pytest

SLACK = 3.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--benchmark", action="store_true", help="hold the bars themselves")


@pytest.fixture
def slack(request: pytest.FixtureRequest) -> float:
    return 1.0 if request.config.getoption("--benchmark", default=False) else SLACK
