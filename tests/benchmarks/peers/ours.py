"""otseula's engines, three-valued, with the truth of every named node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from otseula.logic.conditions import Answers
from otseula.logic.durable import Durable
from otseula.logic.lanes import Lanes
from otseula.logic.truth import Specification
from tests.benchmarks.peers.shipped import AS_OF, shipped_rulebase
from tests.benchmarks.peers.workload import Workload

Evaluate = Callable[[Answers], Any]


def lanes(workload: Workload) -> Evaluate:
    return _nodes(Lanes(workload.conditions))


def specification(workload: Workload) -> Evaluate:
    return _nodes(Specification(workload.conditions))


def durable(workload: Workload) -> Evaluate:
    """durable-rules behind otseula's own guarded adapter."""
    return _nodes(Durable(workload.conditions))


def _nodes(engine: Any) -> Evaluate:
    evaluate = engine.evaluate
    return lambda case: evaluate(case).nodes


def screen_on_lanes(_: Workload) -> Evaluate:
    """A whole screening of the bundled rule base: the case is checked, the recommendation is
    made and left unread but for its truths."""
    return _screen("lanes")


def screen_in_lockstep(_: Workload) -> Evaluate:
    return _screen()


def _screen(*engines: str) -> Evaluate:
    screen = shipped_rulebase(*engines).screen
    return lambda case: screen(_lists(case), as_of=AS_OF).truth


def _lists(case: Answers) -> dict[str, Any]:
    return {name: list(v) if isinstance(v, tuple) else v for name, v in case.items()}
