"""One RuleBase for long, for many threads and for forked children (issue point 3)."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random
from threading import Barrier
from typing import Any

import pytest

import otseula
from tests.screening.cases import random_case
from tests.screening.small_bases import loaded
from tests.vignettes import whole

DAY = date(2026, 12, 1)
ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_short_soak() -> None:
    """`python -m tests.soak` runs the long one."""
    found = run("-m", "tests.soak", "3000")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3000 screenings with lanes, specification" in found.stdout
    assert "within the limits" in found.stdout


def _read(result: otseula.Recommendation) -> None:
    result.to_dict()
    result.explain("level_test")
    for name in result.truth:
        result.reasons(name)


def _asked(rulebase: otseula.RuleBase) -> otseula.Interview:
    interview = rulebase.interview(as_of=DAY)
    while (question := interview.next()) is not None and len(interview.answers) < 10:
        interview.answer(question.id, "dont_know")
        interview.progress()
        interview.why()
    return interview


def test_what_is_read_is_freed_at_once() -> None:
    """Nothing goes round in circles: a service would hold megabytes until they are collected."""
    rulebase = otseula.load()
    several = whole(rulebase)[:12:3]
    for again in (False, True):
        gc.collect()
        gc.disable()
        try:
            for vignette in several:
                _read(rulebase.screen(vignette.answers, as_of=vignette.as_of))
            _read(_asked(rulebase).result())
            # The first time modules are imported, which leaves some.
            assert not again or gc.collect() == 0
        finally:
            gc.enable()


def test_a_leak_would_be_found() -> None:
    from tests.soak import Soak

    def measured(grown_mb: float, threads_after: int) -> bool:
        return Soak(3000, 1500, 1.0, 80.0, grown_mb, 1, threads_after, ("lanes",)).passed

    assert measured(4.9, 1)
    assert not measured(5.0, 1)
    assert not measured(0.0, 2)


def test_eight_threads_find_what_one_finds() -> None:
    rulebase = otseula.load()
    random = Random(6)
    cases = [random_case(random, rulebase.period(DAY)) for _ in range(25)]
    alone = [rulebase.screen(case, as_of=DAY).to_dict() for case in cases]
    barrier = Barrier(8)

    def work(seed: int) -> list[tuple[int, dict[str, Any]]]:
        order = list(range(len(cases)))
        Random(seed).shuffle(order)
        barrier.wait()
        return [(n, rulebase.screen(cases[n], as_of=DAY).to_dict()) for n in order]

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(work, range(8)):
            for number, result in found:
                assert result == alone[number]


def test_threads_may_compile_the_same_period_at_once(tmp_path: Path) -> None:
    base = """
questions: [{id: a, type: boolean, text: {fi: a}}]
expertise: [{id: e, text: {fi: e}}]
rules:
  - {id: r, when: a, then: {expertise: [e]}, because: {fi: r}, valid_from: 2030-01-01}
"""
    rulebase = loaded(tmp_path, base)
    barrier = Barrier(8)

    def work(_: int) -> list[str]:
        barrier.wait()
        return [e.id for e in rulebase.screen({"a": True}, as_of=date(2030, 1, 1)).expertise]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [["e"]] * 8


FORKED = """
import json, os, sys, threading
from datetime import date
import otseula

day, case = date(2026, 12, 1), {"acute_danger": True, "violence_forms": ["stalking"]}
rulebase = otseula.load()
before = rulebase.screen(case, as_of=day).to_dict()
children = []
for number in range(4):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            results = [rulebase.screen(case, as_of=day).to_dict() for _ in range(20)]
            same = all(each == before for each in results)
            # a period that the parent has not compiled, and a rule base of its own
            rulebase.screen(case, as_of=date(2020, 1, 1))
            same = same and otseula.load().screen(case, as_of=day).to_dict() == before
            os.write(write, b"1" if same else b"0")
        finally:
            os._exit(0)
    os.close(write)
    children.append((child, read))
after = [rulebase.screen(case, as_of=day).to_dict() == before for _ in range(20)]
said = []
for child, read in children:
    said.append(os.read(read, 1).decode())
    os.waitpid(child, 0)
print(json.dumps({"children": said, "parent": all(after), "threads": threading.active_count()}))
"""


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="no fork here")
def test_forked_children_work() -> None:
    found = run("-c", FORKED)
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout) == {"children": ["1"] * 4, "parent": True, "threads": 1}
