"""Screening many cases: checked one by one, evaluated on lanes a chunk at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from otseula.errors import CaseError
from otseula.logic.conditions import Evaluation
from otseula.screening.assemble import Assembler
from otseula.screening.case import CheckedCase
from otseula.screening.casefile import Case
from otseula.screening.given import given
from otseula.screening.recommendation import Recommendation

#: Cases evaluated in one run of the lanes.
CHUNK = 256


def screened(
    cases: Iterable[Mapping[str, Any] | Case],
    assembler_on: Callable[[date], Assembler],
    as_of: date | None,
    default_day: date,
    *,
    yield_errors: bool,
) -> Iterator[Recommendation | CaseError]:
    """The recommendations in the order of the cases; reads at most CHUNK cases ahead. A refused
    case is raised in its turn, or yielded."""
    waiting = iter(cases)
    while chunk := list(islice(waiting, CHUNK)):
        checked = [_checked(case, assembler_on, as_of, default_day) for case in chunk]
        evaluations = _evaluations(checked)
        for position, (case, day, assembler) in enumerate(checked):
            if isinstance(case, CheckedCase):
                yield assembler.recommendation(case, evaluations[position], day)
            elif yield_errors:
                yield case
            else:
                raise case


_Checked = tuple[CheckedCase | CaseError, date, Assembler]


def _checked(
    case: Mapping[str, Any] | Case,
    assembler_on: Callable[[date], Assembler],
    as_of: date | None,
    default_day: date,
) -> _Checked:
    one = given(case, None, as_of, lambda: default_day)
    assembler = assembler_on(one.day)
    try:
        checked: CheckedCase | CaseError = one.checked(assembler.compiled)
    except CaseError as refused:
        checked = refused
    return checked, one.day, assembler


def _evaluations(chunk: list[_Checked]) -> dict[int, Evaluation]:
    """The evaluation of each case that was not refused, by its position; one run for each
    period."""
    runs: dict[int, list[int]] = {}
    for position, (case, _, assembler) in enumerate(chunk):
        if isinstance(case, CheckedCase):
            runs.setdefault(id(assembler), []).append(position)
    evaluations: dict[int, Evaluation] = {}
    for positions in runs.values():
        lanes = chunk[positions[0]][2].compiled.lanes
        cases = [case for case, _, _ in (chunk[p] for p in positions)]
        result = lanes.evaluate_many([c.answers for c in cases if isinstance(c, CheckedCase)])
        evaluations |= {p: result.evaluation(lane) for lane, p in enumerate(positions)}
    return evaluations
