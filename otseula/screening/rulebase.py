"""The public rule base: what one screens with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from otseula.errors import CaseError
from otseula.logic.engines import chosen_engines
from otseula.logic.lanes import Lanes
from otseula.logic.lockstep import Disagreement
from otseula.rulebase.bundled import BUNDLED, Bundled
from otseula.rulebase.cache import bundled_content
from otseula.rulebase.model import Content, Period, Question
from otseula.screening.assemble import Assembler, assembler
from otseula.screening.casefile import Case
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.day import given_day, today
from otseula.screening.disagreement import engine_disagreement
from otseula.screening.given import given
from otseula.screening.recommendation import Recommendation

if TYPE_CHECKING:
    import pyarrow

    from otseula.screening.interview import Interview


def load(*layers: Path | str | Bundled, engines: Iterable[str] | None = None) -> RuleBase:
    """The bundled rule base, or exactly the directories given, each over the one before it;
    `otseula.BUNDLED` among them stands for the bundled one. `engines`: by default all that run
    here, of "lanes", "specification" and "durable-rules".

    Raises RuleBaseError with every finding; ValueError for an engine that does not run here.
    """
    if layers in ((), (BUNDLED,)):
        return RuleBase(bundled_content(), engines)
    # Imported here: the bundled rule base comes from a cache without the loader.
    from otseula.rulebase.load import load_content

    return RuleBase(load_content(*layers), engines)


class RuleBase:
    """A loaded rule base, safe to share between threads. Made by `otseula.load()`."""

    __slots__ = ("_compiled", "_content", "_engines")

    def __init__(self, content: Content, engines: Iterable[str] | None = None) -> None:
        self._content = content
        # An engine that does not run here is told at once. Nothing is compiled yet: that would
        # need a day, and `otseula test` never reads the clock.
        self._engines = chosen_engines(engines)
        self._compiled: dict[int, tuple[CompiledPeriod, Assembler, Assembler]] = {}

    @property
    def content(self) -> Content:
        """Everything loaded: layers, sources, items of every period, vignettes."""
        return self._content

    @property
    def hash(self) -> str:
        """The content hash over all versions of all items."""
        return self._content.hash

    @property
    def engines(self) -> tuple[str, ...]:
        """The names of the engines that `screen` runs."""
        return self._engines

    def period(self, as_of: date | None = None) -> Period:
        """The rule base as it stands on a day, by default today in Finland."""
        return self._on(given_day(as_of) or today())[0].period

    def screen(
        self,
        answers: Mapping[str, Any] | Case,
        *,
        judgement: Mapping[str, Any] | None = None,
        as_of: date | None = None,
    ) -> Recommendation:
        """The recommendation for one case: a mapping from question ids to answers, or what
        `otseula.load_case` gave. `as_of` goes before the case's own day; without either it is
        today in Finland.

        Raises CaseError with every problem (PrivacyError where something identifies), and
        EngineDisagreement where the engines do not agree.
        """
        case = given(answers, judgement, as_of, today)
        compiled, assembler_, _ = self._on(case.day)
        checked = case.checked(compiled)
        disagreement = None
        try:
            evaluation = compiled.lockstep.evaluate(checked.answers)
        except Disagreement as found:
            disagreement = found
        if disagreement is not None:
            raise engine_disagreement(disagreement, self._content, compiled, checked.answers)
        return assembler_.recommendation(checked, evaluation, case.day)

    def screen_many(
        self,
        cases: Iterable[Mapping[str, Any] | Case],
        *,
        on_error: Literal["raise", "yield"] = "raise",
        as_of: date | None = None,
    ) -> Iterator[Recommendation | CaseError]:
        """The recommendations of many cases, in their order, on lanes alone; up to 1 024 cases
        are read ahead. With `on_error="yield"` the CaseError of a refused case stands in its
        place."""
        # Imported here, as below: one screening needs none of it, and should start quickly.
        from otseula.screening.many import screened

        if on_error not in ("raise", "yield"):
            raise ValueError('on_error is "raise" or "yield"')
        as_of = given_day(as_of)
        yield_errors = on_error == "yield"
        return screened(
            cases, lambda day: self._on(day)[2], as_of, today(), yield_errors=yield_errors
        )

    def screen_columns(
        self,
        table: object,
        *,
        on_error: Literal["raise", "mark"] = "raise",
        as_of: date | None = None,
    ) -> pyarrow.Table:
        """The truths of many cases that stand in columns: whatever offers itself as an Arrow
        table (`__arrow_c_stream__`), with a column for each question and a row for each case;
        null is not asked. Out comes a pyarrow Table with a row for each row and a column of
        booleans for each criterion, situation, rule and consequence; null is unknown.

        Raises CaseError as `screen` does, of the first 100 refused rows; with `on_error="mark"`
        the column `case.refused` marks these instead. Raises ImportError without the extra
        `otseula[columns]`."""
        if on_error not in ("raise", "mark"):
            raise ValueError('on_error is "raise" or "mark"')
        compiled, _, _ = self._on(given_day(as_of) or today())
        return compiled.columns.screen(table, mark=on_error == "mark")

    def next_question(
        self,
        answers: Mapping[str, Any],
        *,
        full: bool = False,
        as_of: date | None = None,
    ) -> Question | None:
        """The question to ask next, or None where no answer could change anything. Pure, for
        services that keep the answers themselves. With `full` every question that applies.
        Raises CaseError as `screen` does."""
        from otseula.screening.order import next_question

        case = given(answers, None, as_of, today)
        compiled, _, _ = self._on(case.day)
        return next_question(compiled, case.checked(compiled).answers, full=full)

    def interview(
        self,
        answers: Mapping[str, Any] | Case | None = None,
        *,
        full: bool = False,
        as_of: date | None = None,
    ) -> Interview:
        """A questionnaire that begins with these answers. Raises CaseError as `screen` does."""
        from otseula.screening.interview import Interview

        case = given({} if answers is None else answers, None, as_of, today)
        compiled, _, _ = self._on(case.day)
        checked = case.checked(compiled)
        return Interview(
            self, compiled, checked.answers, case.day, full=full, judgement=case.judgement
        )

    def case_schema(
        self, *, answers_only: bool = False, as_of: date | None = None
    ) -> dict[str, Any]:
        """The JSON Schema of a case file, or of the mapping that `screen` takes."""
        from otseula.screening.caseschema import case_schema

        return case_schema(self.period(as_of), answers_only=answers_only)

    def _on(self, day: date) -> tuple[CompiledPeriod, Assembler, Assembler]:
        """What is compiled for a day, its assembler, and that of `screen_many`."""
        period = self._content.on(day)
        found = self._compiled.get(id(period))
        if found is None:
            # Two threads may both compile; either result is right and the first is kept.
            # A lock here could stay held in a forked child.
            layers = self._content.layers
            bundled = bool(layers) and not any(layer.local for layer in layers)
            compiled = compile_period(period, self._engines, keep=bundled)
            lockstep = assembler(self._content, compiled, compiled.lockstep.names)
            lanes = assembler(self._content, compiled, (Lanes.name,))
            found = self._compiled.setdefault(id(period), (compiled, lockstep, lanes))
        return found


__all__ = ["BUNDLED", "RuleBase", "load", "today"]
