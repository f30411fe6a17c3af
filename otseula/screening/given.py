"""A case as a caller gives it, a mapping or a `Case`, before and after it is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from otseula.errors import Problem
from otseula.frozen import dataclass
from otseula.logic.conditions import Answers, Truth
from otseula.screening.case import CheckedCase, check_case
from otseula.screening.case_problems import Places
from otseula.screening.casefile import Case
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.contradictions import contradictions
from otseula.screening.day import given_day


@dataclass(frozen=True, slots=True)
class Given:
    """The parts of a case, whichever way it was given, and the day it is screened for."""

    answers: object = field(repr=False)
    judgement: object = field(repr=False)
    day: date
    places: Places | None = field(default=None, repr=False)
    problems: tuple[Problem, ...] = ()

    def checked(
        self,
        compiled: CompiledPeriod,
        applies: Callable[[Answers], Mapping[str, Truth]] | None = None,
    ) -> CheckedCase:
        """The case, checked. `applies`: whether questions apply, by default as the lanes find.
        Raises CaseError with every problem."""
        applies = applies or compiled.applies
        if self.judgement is None and not self.problems:
            plain = compiled.plain.checked(self.answers)
            if plain is not None and not any(
                contradictions(compiled.period, plain.answers, applies)
            ):
                return plain
        return check_case(
            compiled.period,
            self.answers,
            self.judgement,
            applies=applies,
            places=self.places,
            problems=self.problems,
        )


def given(
    case: Mapping[str, Any] | Case,
    judgement: object,
    as_of: date | None,
    default_day: Callable[[], date],
) -> Given:
    """What a caller gives goes before what stands in the case; where neither says the day, it is
    `default_day()`. Raises TypeError where `as_of` is no day."""
    as_of = given_day(as_of)
    # the type is asked first: isinstance alone would run the code of a foreign `__class__`
    if not issubclass(type(case), Case) or not isinstance(case, Case):
        return Given(case, judgement, as_of or default_day())
    return Given(
        case.answers,
        case.judgement if judgement is None else judgement,
        as_of or case.as_of or default_day(),
        case.places,
        case.problems,
    )
