"""How long the command takes from nothing, against importing the libraries it stands on.

Both are whole processes, taken in turns, so that a machine that slows down slows both; the bar
is on the ratio of their medians.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
IMPORTS = [sys.executable, "-c", "import typer, rich, yaml, jsonschema"]
SCREEN = [sys.executable, "-m", "otseula", "screen", str(ROOT / "docs/examples/case.yaml")]
RUNS = 9
BAR = 3.0


def test_screening_the_example_case_takes_at_most_three_times_the_imports(
    slack: float, tmp_path: Path
) -> None:
    # Compiled modules and the rule base's cache as an installed command has them, but in a
    # place of this test's own.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {"imports": [], "screen": []}
    for run in range(RUNS + 1):
        for name, command in (("imports", IMPORTS), ("screen", SCREEN)):
            started = time.perf_counter()
            subprocess.run(
                command, env=environment, cwd=ROOT, check=True, capture_output=True, timeout=60
            )
            if run:  # the first run fills the caches
                times[name].append(time.perf_counter() - started)
    imports, screen = (statistics.median(times[name]) for name in ("imports", "screen"))
    print(f"imports {imports:.3f} s, screen {screen:.3f} s, ratio {screen / imports:.2f}")
    assert screen / imports <= BAR * slack
