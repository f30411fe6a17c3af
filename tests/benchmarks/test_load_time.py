"""How long the shipped rule base takes to load, against libyaml parsing the same files.

Taken in turns, so that a machine that slows down slows all; the bars are on the ratios of the
shortest times.
"""

import time
from collections.abc import Callable, Mapping

import pytest
import yaml

from otseula.rulebase import cache
from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.load import load_content

RUNS = 5


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, float]:
    """The shortest time of each, in seconds."""
    files = [held.read_bytes() for _, held in bundled_files() if held.name.endswith(".yaml")]
    assert len(files) > 50

    def parse() -> None:
        for data in files:
            yaml.load(data, Loader=yaml.CSafeLoader)

    times: dict[str, list[float]] = {}
    ways: Mapping[str, Callable[[], object]] = {
        "parse": parse,
        "load": load_content,
        "cached": cache.bundled_content,
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.pycache_prefix", str(tmp_path_factory.mktemp("kept")))
        cache.refresh()
        for _ in range(RUNS):
            for name, way in ways.items():
                started = time.perf_counter()
                way()
                times.setdefault(name, []).append(time.perf_counter() - started)
    return {name: min(each) for name, each in times.items()}


@pytest.mark.parametrize(("name", "bar"), [("load", 4.0), ("cached", 1.0)])
def test_loading_takes_little_more_than_parsing(
    name: str, bar: float, least: Mapping[str, float], slack: float
) -> None:
    ratio = least[name] / least["parse"]
    print(f"parse {least['parse']:.3f} s, {name} {least[name]:.3f} s, ratio {ratio:.2f}")
    assert ratio <= bar * slack
