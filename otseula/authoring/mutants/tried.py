"""What a vignette comes to, of what it expects only: no reason and no text of a recommendation is
put together that nobody would read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import cast

from otseula.authoring.mutants.redrawn import Redrawn
from otseula.authoring.vignettes.expectations import differences
from otseula.errors import CaseError
from otseula.logic.completions import Completions
from otseula.logic.conditions import Answers, Evaluation, Truth
from otseula.logic.drawing import Drawn
from otseula.rulebase.model import LEVELS, Channel, Vignette
from otseula.screening.case import CheckedCase
from otseula.screening.channels import serves
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.given import given
from otseula.screening.goals import Goal
from otseula.screening.missing import missing_questions
from otseula.screening.recommendation import Recommendation
from otseula.screening.settled import Exact, Settled


@dataclass(frozen=True, slots=True)
class Tried:
    """A vignette that was screened, and what it expected that came true. `fixed` are the
    variables of the period's diagrams that its answers decide; `ways`, of goals that are open,
    two settings of the others: with one it is met, with the other not."""

    vignette: Vignette
    case: CheckedCase
    evaluation: Evaluation
    settled: Mapping[Goal, Truth]
    fixed: Mapping[int, int]
    held: frozenset[str]
    ways: dict[Goal, tuple[Mapping[int, int], ...]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A consequence or a situation, as far as an expectation looks at it."""

    id: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class _Levels:
    at_least: str
    at_most: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Has the names of a Recommendation that expectations read. `settled`: every goal; `missing`
    is found out when it is asked for."""

    compiled: CompiledPeriod
    tried: Tried
    truth: Mapping[str, Truth]
    settled: Mapping[Goal, Truth]
    exact: Exact

    @property
    def eligibility(self) -> _Levels:
        """The level at least and at most."""
        return _Levels(self._highest(Truth.MET), self._highest(Truth.MET, Truth.UNKNOWN))

    @property
    def safety(self) -> tuple[_Shown, ...]:
        """The safety actions."""
        return self._of("safety")

    @property
    def duties(self) -> tuple[_Shown, ...]:
        """The duties."""
        return self._of("duties")

    @property
    def expertise(self) -> tuple[_Shown, ...]:
        """The expertise."""
        return self._of("expertise")

    @property
    def notices(self) -> tuple[_Shown, ...]:
        """The notices."""
        return self._of("notices")

    @property
    def channels(self) -> tuple[_Shown, ...]:
        """The channels that serve the area of the case."""
        return self._of("channels")

    @property
    def situations(self) -> tuple[_Shown, ...]:
        """The situations."""
        names = self.compiled.period.situations
        return tuple(_Shown(name, self.settled[Goal("situations", name)]) for name in names)

    @property
    def missing(self) -> tuple[_Shown, ...]:
        """The missing questions."""
        case = self.tried.case
        applies = self.tried.evaluation.applies
        settled = Settled(self.exact, Evaluation(self.truth, applies), case.answers)
        found = missing_questions(replace(self.compiled, exact=self.exact), settled)
        return tuple(_Shown(name, Truth.UNKNOWN) for name in found)

    def _of(self, kind: str) -> tuple[_Shown, ...]:
        return tuple(
            _Shown(item.id, self._truth(kind, item.id, getattr(item, "always", False)))
            for item in self.compiled.items(kind).values()
            if not isinstance(item, Channel) or serves(item, self.tried.case.answers)
        )

    def _truth(self, kind: str, name: str, always: bool) -> Truth:
        return Truth.MET if always else self.settled.get(Goal(kind, name), Truth.NOT_MET)

    def _highest(self, *wanted: Truth) -> str:
        levels = reversed(LEVELS[1:])
        return next(
            (e for e in levels if self.settled[Goal("eligibility", e)] in wanted), LEVELS[0]
        )


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Trying:
    """Screens vignettes of one period as it is."""

    compiled: CompiledPeriod
    redrawn: Redrawn

    def tried(self, vignette: Vignette) -> Tried | None:
        """What a vignette comes to; None where its answers are refused."""
        assert vignette.as_of is not None
        day = vignette.as_of
        try:
            case = given(vignette.answers, None, day, lambda: day).checked(self.compiled)
        except CaseError:
            return None
        evaluation = self.compiled.lanes.evaluate(case.answers)
        settled = self.compiled.settled(evaluation, case.answers).truths
        fixed = self._fixed(case.answers)
        tried = Tried(vignette, case, evaluation, settled, fixed, frozenset())
        given_ = Outcome(self.compiled, tried, evaluation.nodes, settled, self.compiled.exact)
        keys = (each.key for each in differences(vignette.expect, cast(Recommendation, given_)))
        return replace(tried, held=frozenset(_keys(vignette)).difference(keys))

    def _fixed(self, answers: Answers) -> dict[int, int]:
        """The variables of the diagrams that answers decide."""
        return {
            v: s for q, value in answers.items() for v, s in self._drawn.fixed_by(q, value).items()
        }

    @cached_property
    def _drawn(self) -> Completions[str]:
        drawing = self.redrawn.drawing
        drawn: Drawn[str] = Drawn(
            drawing.diagram, self.redrawn.codings, {}, drawing.applies, {}, {}
        )
        return Completions(self.compiled.period.conditions, {}, drawn_before=drawn)


def _keys(vignette: Vignette) -> Iterator[str]:
    """What a vignette expects, as differences name it."""
    for key, expected in vignette.expect.items():
        if isinstance(expected, Mapping) and key == "truth":
            yield from (f"truth.{name}" for name in expected)
        else:
            yield key


def fails(tried: Tried, keys: Iterable[str]) -> bool:
    """Whether one of the keys, of what differs, held."""
    return any(key in tried.held or key in _WHOLE for key in keys)


#: What fails of a vignette as a whole: nothing that it expected came true.
_WHOLE = frozenset({"case", "engines"})
