"""Every entrant against the specification: an answer that differs is an error."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from otseula.logic.conditions import Truth
from tests.benchmarks.peers.table import Evaluate
from tests.benchmarks.peers.workload import Workload


class DiffersError(AssertionError):
    """An entrant and the specification do not agree on a complete case."""


def truths(answer: Any, names: Sequence[str]) -> tuple[bool, ...]:
    """What an entrant said, in the order of the rules; see `table.Evaluate`."""
    if isinstance(answer, Mapping):
        return tuple(_is_met(answer[name]) for name in names)
    if isinstance(answer, set | frozenset):
        if unknown := answer - set(names):
            raise DiffersError(f"it names rules that are not there: {sorted(unknown)[:5]}")
        return tuple(name in answer for name in names)
    if len(answer) != len(names):
        raise DiffersError(f"it gives {len(answer)} truths of {len(names)} rules")
    return tuple(map(_is_met, answer))


def _is_met(truth: object) -> bool:
    if truth is Truth.UNKNOWN or truth is None:
        raise DiffersError("it calls a rule unknown on a complete case")
    return truth is Truth.MET if isinstance(truth, Truth) else bool(truth)


def verify(name: str, evaluate: Evaluate, workload: Workload, cases: Collection[Any]) -> None:
    """Holds what an entrant says of the first cases to what the specification says of them."""
    names = list(workload.rules.trees)
    for at, (case, expected) in enumerate(zip(cases, workload.truths, strict=False)):
        said = truths(evaluate(case), names)
        if said != expected:
            wrong = [n for n, a, b in zip(names, said, expected, strict=True) if a != b]
            raise DiffersError(
                f"{name}, {workload.name} rules, case {at}: differs from the specification on "
                f"{len(wrong)} of {len(names)}: {', '.join(wrong[:5])}"
            )
