"""Many cases, from columns and from mappings: who is measured, and how."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from statistics import median
from typing import Any, Literal

import numpy as np

from tests.benchmarks.peers.column_cases import ColumnCases, column_cases
from tests.benchmarks.peers.measuring import Measured, Race
from tests.benchmarks.peers.runners import not_installed
from tests.benchmarks.peers.table import Role
from tests.benchmarks.peers.verify import DiffersError
from tests.benchmarks.peers.workload import CASES

MILLION = 1_000_000
ROUNDS = 7
#: Cases of a slow entrant, the first of the same million. DuckDB needs more than two of its
#: groups of rows to use two threads.
_LOOP, _PEER, _DUCKDB = 20_000, 2_000, 250_000
RULES = (20, 100, 500)


@dataclass(frozen=True, slots=True)
class Many:
    """`module` has what makes it ready, and `truths` or `counts`, which read what it keeps."""

    name: str
    role: Role
    given: Literal["columns", "mappings"]
    module: str
    build: str
    reads: str
    count: int = MILLION

    def cases(self, rules: int) -> int:
        """How many it gets; DuckDB takes seconds for 500 rules."""
        return _DUCKDB // 4 if self.name.startswith("DuckDB") and rules > 100 else self.count


OTSEULA_COLUMNS = Many(
    "otseula, screen_columns", "otseula", "columns", "otseula_columns", "build", "truths"
)
OTSEULA_DICTS = Many(
    "otseula, lanes, chunks as in screen_many",
    "otseula",
    "mappings",
    "dict_cases",
    "in_chunks",
    "chunk_truths",
    _LOOP,
)
NUMPY = ("numpy, whole columns", "numpy, blocks", "numpy, blocks of packed bits")
ENTRANTS = (
    OTSEULA_COLUMNS,
    *(
        Many(name, "floor", "columns", "numpy_columns", build, "truths")
        for name, build in zip(NUMPY, ("whole", "blocks", "packed"), strict=True)
    ),
    Many("polars", "floor", "columns", "polars_columns", "build", "truths"),
    Many("DuckDB, counts only", "floor", "columns", "duckdb_columns", "build", "counts", _DUCKDB),
    Many(
        "generated Python over columns",
        "floor",
        "columns",
        "dict_cases",
        "over_columns",
        "each_truths",
        _LOOP,
    ),
    OTSEULA_DICTS,
    Many(
        "otseula, lanes, chunks of 4 096",
        "otseula",
        "mappings",
        "dict_cases",
        "in_wide_chunks",
        "chunk_truths",
        _LOOP,
    ),
    Many(
        "otseula, screen_many",
        "otseula",
        "mappings",
        "dict_cases",
        "screen_many",
        "screened_truths",
        _PEER,
    ),
    Many("generated Python", "floor", "mappings", "dict_cases", "generated", "each_truths", _LOOP),
    Many("polars", "floor", "mappings", "dict_cases", "frame_of_dicts", "frame_truths", _LOOP),
    Many(
        "ZEN, one array expression", "peer", "mappings", "dict_cases", "zen", "each_truths", _PEER
    ),
    Many("CEL (Rust)", "peer", "mappings", "dict_cases", "cel", "each_truths", _PEER),
)


def label(entrant: Many) -> str:
    """What it is called in a race."""
    return f"{entrant.name}, from {entrant.given}"


def race(rules: int, rounds: int = ROUNDS, told: Callable[[str], None] = lambda _: None) -> Race:
    """All that run here, held to the specification, then timed in turns."""
    cases = column_cases(rules, MILLION)
    running: dict[str, Callable[[], Any]] = {}
    absent: dict[str, str] = {}
    for entrant in ENTRANTS:
        told(f"many cases, {rules} rules: {label(entrant)}")
        try:
            running[label(entrant)] = ready(entrant, cases.part(entrant.cases(rules)))
        except ImportError as missing:
            absent[label(entrant)] = not_installed(missing)
    told(f"many cases, {rules} rules: {rounds} rounds of {len(running)}")
    seconds: dict[str, list[float]] = {name: [] for name in running}
    for _ in range(rounds):
        for name, run in running.items():
            seconds[name].append(_timed(run))
    measured = {
        label(e): Measured(
            label(e), e.role, [s / e.cases(rules) for s in seconds[label(e)]], e.cases(rules), CASES
        )
        for e in ENTRANTS
        if label(e) in running
    }
    return Race(str(rules), measured, absent)


def ready(entrant: Many, cases: ColumnCases) -> Callable[[], Any]:
    """What runs it once, held to the specification first; ImportError where it is not there."""
    module = import_module(f"tests.benchmarks.peers.{entrant.module}")
    run: Callable[[], Any] = getattr(module, entrant.build)(cases)
    reads = getattr(module, entrant.reads)
    expected = np.array(cases.work.truths[:CASES]).T
    if entrant.reads == "counts":
        said = reads(getattr(module, entrant.build)(cases.part(CASES))())
        expected = expected.sum(axis=1)
    else:
        said = reads(run(), CASES)
    if not np.array_equal(said, expected):
        raise DiffersError(f"{label(entrant)}: differs from the specification")
    return run


def _timed(run: Callable[[], Any]) -> float:
    """Seconds on the wall or of CPU, whichever are fewer: CPU for what runs in one thread and
    may be interrupted, the wall for what runs in several."""
    wall, cpu = time.perf_counter(), time.process_time()
    kept = run()
    taken = min(time.perf_counter() - wall, time.process_time() - cpu)
    del kept
    return taken


def fastest_numpy(measured: Race) -> Measured:
    """The hand-written numpy that was fastest here, by the median of its rounds."""
    there = [measured.measured[f"{name}, from columns"] for name in NUMPY]
    return min(there, key=lambda each: median(each.seconds))
