"""The table of entrants: otseula, its peers, and the floors below all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from tests.benchmarks.peers.workload import Workload

Role = Literal["otseula", "peer", "floor"]
#: From a case to the truth of every rule: truths in the order of the rules, a mapping from
#: names to truths, or the names of those that are met.
Evaluate = Callable[[Any], Any]

_COUNTS = "it cannot count (`at_least` so many of these)"
_BEHIND = f"{_COUNTS} but by every combination; behind otseula's adapter it takes the rule base"


@dataclass(frozen=True, slots=True)
class Entrant:
    """`build` is `module:function`, from a Workload to an Evaluate. `apart`: why it runs in a
    process of its own. `not_shipped`: why it cannot take the bundled rule base."""

    name: str
    role: Role
    build: str
    apart: str = ""
    not_shipped: str = ""
    only_shipped: bool = False

    def built(self, workload: Workload) -> Evaluate:
        """Ready to evaluate; ImportError where it is not installed."""
        module, _, function = self.build.partition(":")
        builder = getattr(import_module(f"tests.benchmarks.peers.{module}"), function)
        evaluate: Evaluate = builder(workload)
        return evaluate

    def takes(self, workload: Workload) -> bool:
        if workload.name == "shipped":
            return not self.not_shipped
        return not self.only_shipped


OTSEULA = Entrant("otseula, lanes", "otseula", "ours:lanes")
FLOOR = Entrant("generated Python, two-valued", "floor", "plain_python:build")

ENTRANTS = (
    FLOOR,
    OTSEULA,
    Entrant("otseula, specification", "otseula", "ours:specification"),
    Entrant("otseula, durable-rules behind its adapter", "otseula", "ours:durable"),
    Entrant("otseula, screen() on lanes", "otseula", "ours:screen_on_lanes", only_shipped=True),
    Entrant(
        "otseula, screen() in lockstep", "otseula", "ours:screen_in_lockstep", only_shipped=True
    ),
    Entrant("ZEN, one array expression", "peer", "zen_rules:expression"),
    Entrant("ZEN, decision table", "peer", "zen_rules:table"),
    Entrant("CEL (Rust)", "peer", "cel_rules:rust"),
    Entrant(
        "durable-rules, C module",
        "peer",
        "durable_rules:raw",
        apart="a mistake in its use ends the process",
        not_shipped=_BEHIND,
    ),
    Entrant(
        "durable-rules, Host",
        "peer",
        "durable_rules:host",
        apart="it crashes with more than one live session and starts threads that never end",
        not_shipped=_BEHIND,
    ),
    Entrant(
        "CLIPS",
        "peer",
        "clips_rules:build",
        not_shipped=f"{_COUNTS} in the patterns that its network shares",
    ),
    Entrant("json-logic", "peer", "json_logic_rules:build"),
    Entrant("business-rules", "peer", "business_rules:build", not_shipped=_COUNTS),
    Entrant("rule-engine", "peer", "rule_engine_rules:build"),
    Entrant(
        "experta",
        "peer",
        "experta_rules:build",
        apart="on Python 3.10 and later it needs a patch of `collections`",
        not_shipped=f"{_COUNTS} but by a Python function",
    ),
    Entrant("cel-python", "peer", "cel_rules:python"),
)
