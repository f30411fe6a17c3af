"""How long a reason takes on the whole catalogue: CPU time over that of a plain loop beside it.
Every node of every vignette with `--benchmark`, else a slice held to three times the bar."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from statistics import median, quantiles

import otseula
from otseula.screening.goals import Goal
from otseula.screening.reasoner import Reasoner
from otseula.screening.recommendation import Recommendation
from tests.benchmarks.calibration import millisecond
from tests.vignettes import whole

#: Milliseconds of CPU, for 95 of 100: all reasons of a node from nothing, and those that every
#: `to_dict()` holds, together (47 when this was written).
BAR, DICT_BAR = 100.0, 75.0
ROUNDS = 7
STEP = 17


def _results(slack: float) -> list[Recommendation]:
    rulebase = otseula.load(engines=("lanes",))
    vignettes = whole(rulebase)[:: 1 if slack == 1 else STEP]
    results = [rulebase.screen(each.answers, as_of=each.as_of) for each in vignettes]
    rulebase.screen({}).to_dict()  # imports, and draws the diagrams
    return results


def _fresh(result: Recommendation) -> Reasoner:
    """What a recommendation begins with: nothing remembered."""
    made = result.reasoner
    assert made is not None
    return Reasoner(made.content, made.compiled, made.settled)


def _nodes(result: Recommendation) -> Iterator[float]:
    """The CPU seconds of each node."""
    compiled = _fresh(result).compiled
    for node in (*compiled.exact.goals, *compiled.period.conditions.nodes):
        reasoner = _fresh(result)
        started = time.process_time()
        reasoner(node)
        yield time.process_time() - started


def _of_dict(result: Recommendation) -> Iterator[float]:
    """The CPU seconds of the reasons that `to_dict()` holds."""
    reasoner = _fresh(result)
    started = time.process_time()
    _ = reasoner.firmness
    reasoner.why(Goal("eligibility", result.eligibility.at_least))
    for kind in ("situations", "safety", "duties", "expertise", "channels", "notices"):
        for each in getattr(result, kind):
            if each.truth is otseula.Truth.MET:
                reasoner.why(Goal(kind, each.id))
    yield time.process_time() - started


def _taken(rounds: Iterable[Iterable[float]]) -> list[float]:
    """In milliseconds of the machine that the bars were set on."""
    taken: list[float] = []
    for each in rounds:
        loops = [millisecond()]
        seconds = [*each]
        loops += [millisecond() for _ in range(2)]
        taken += [second / median(loops) for second in seconds]
    return taken


def _held(name: str, taken: list[float], bar: float) -> None:
    at_95 = quantiles(taken, n=20)[-1]
    print(f"{len(taken)} {name}: median {median(taken):.1f} ms, 95th {at_95:.1f} ms")
    assert at_95 <= bar


def test_explaining_a_node_takes_less_than_a_person_notices(slack: float) -> None:
    taken = _taken(_nodes(result) for result in _results(slack))
    assert len(taken) > 1_000
    _held("nodes", taken, BAR * slack)


def test_the_reasons_in_a_dict_cost_little(slack: float) -> None:
    results = _results(slack)
    taken = _taken(_of_dict(result) for result in results for _ in range(ROUNDS))
    _held("results", taken, DICT_BAR * slack)
