"""Screening many cases: their values checked one by one, all else a chunk at a time on lanes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from otseula.errors import CaseError
from otseula.logic.conditions import Answers, Truth
from otseula.logic.lane_rows import LaneRows
from otseula.screening.assemble import Assembler
from otseula.screening.case import CheckedCase
from otseula.screening.casefile import Case
from otseula.screening.given import Given, given
from otseula.screening.recommendation import Recommendation

#: Cases evaluated in one run of the lanes. Measured: fewer than some hundred take longer each,
#: more no less.
CHUNK = 1_024

_Result = Recommendation | CaseError


def screened(
    cases: Iterable[Mapping[str, Any] | Case],
    assembler_on: Callable[[date], Assembler],
    as_of: date | None,
    default_day: date,
    *,
    yield_errors: bool,
) -> Iterator[_Result]:
    """The recommendations in the order of the cases; reads at most CHUNK cases ahead. A refused
    case is raised in its turn, or yielded."""
    waiting = iter(cases)
    runs: dict[int, _Run] = {}
    while chunk := list(islice(waiting, CHUNK)):
        for position, case in enumerate(chunk):
            one = given(case, None, as_of, lambda: default_day)
            assembler = assembler_on(one.day)
            if id(assembler) not in runs:
                runs[id(assembler)] = _Run(assembler)
            runs[id(assembler)].take(position, one)
        found = dict(each for run in runs.values() for each in run.results())
        for position in range(len(chunk)):
            result = found[position]
            if isinstance(result, CaseError) and not yield_errors:
                raise result
            yield result


class _Run:
    """The cases of a chunk that one period screens."""

    def __init__(self, assembler: Assembler) -> None:
        self._assembler = assembler
        self._compiled = assembler.compiled
        self._open = dict.fromkeys(assembler.compiled.applies_order, Truth.UNKNOWN)
        self._taken: list[tuple[int, Given, CheckedCase]] = []
        self._refused: list[tuple[int, CaseError]] = []

    def take(self, position: int, one: Given) -> None:
        """Checks a case but for contradictions, which the lanes find for a whole chunk."""
        checked: CheckedCase | CaseError | None = None
        if one.judgement is None and not one.problems:
            checked = self._compiled.plain.checked(one.answers)
        if checked is None:
            checked = self._checked(one, lambda answers: self._open)
        if isinstance(checked, CheckedCase):
            self._taken.append((position, one, checked))
            return
        # Once more: its contradictions are told with its other problems.
        all_found = self._checked(one)
        refused = all_found if isinstance(all_found, CaseError) else checked
        self._refused.append((position, refused))

    def results(self) -> Iterator[tuple[int, _Result]]:
        """What was found for each case taken, by its position."""
        yield from self._refused
        lanes, taken = self._compiled.lanes, self._taken
        self._refused, self._taken = [], []
        result = lanes.evaluate_many([case.answers for _, _, case in taken])
        rows = LaneRows(result)
        for lane, (position, one, case) in enumerate(taken):
            if result.contradictory and result.contradictory >> lane & 1:
                yield position, self._contradiction(one, case)
            else:
                evaluated = partial(rows.evaluation, lane)
                yield (
                    position,
                    self._assembler.recommendation_of_many(case, evaluated, one.day),
                )

    def _contradiction(self, one: Given, case: CheckedCase) -> CaseError:
        # A mapping that answers otherwise when asked again is held to its first answers.
        for asked in (one, replace(one, answers=case.answers)):
            refused = self._checked(asked)
            if isinstance(refused, CaseError):
                return refused
        raise AssertionError("the lanes contradict themselves")

    def _checked(
        self, one: Given, applies: Callable[[Answers], Mapping[str, Truth]] | None = None
    ) -> CheckedCase | CaseError:
        try:
            return one.checked(self._compiled, applies)
        except CaseError as refused:
            return refused
