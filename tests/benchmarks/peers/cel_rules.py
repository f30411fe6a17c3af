"""CEL, by its Rust implementation (common-expression-language) and by cel-python: all rules as
one list expression, compiled once."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.peers.infix import CEL
from tests.benchmarks.peers.workload import Workload


def _text(workload: Workload) -> str:
    return f"[{', '.join(CEL.written(tree) for tree in workload.rules.trees.values())}]"


def rust(workload: Workload) -> Any:
    import cel

    return cel.compile(_text(workload)).execute


def python(workload: Workload) -> Any:
    """By its interpreter: cel-python 0.5.0 cannot transpile these conditions to Python."""
    import celpy

    environment = celpy.Environment()
    program = environment.program(environment.compile(_text(workload)))
    return lambda case: list(map(bool, program.evaluate(celpy.json_to_cel(case))))
