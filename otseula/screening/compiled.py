"""One period of a rule base, ready to screen: its engines, and who gives which consequence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from graphlib import TopologicalSorter
from types import MappingProxyType
from typing import TYPE_CHECKING

from otseula.frozen import dataclass
from otseula.logic.conditions import (
    Answers,
    Condition,
    Evaluation,
    Ref,
    Truth,
)
from otseula.logic.lanes import Lanes
from otseula.logic.lockstep import Lockstep
from otseula.rulebase.model import Item, Period, Rule
from otseula.screening.built import engines_of
from otseula.screening.goals import Goal, goals
from otseula.screening.plain_case import PlainCases
from otseula.screening.prepared import Prepared
from otseula.screening.reach import cone
from otseula.screening.settled import Exact, Settled

if TYPE_CHECKING:
    from otseula.screening.columnar import ColumnScreening

#: The kinds of consequence that rules name by id, as in `then` and in a Recommendation.
KINDS = ("safety", "duties", "expertise", "channels", "notices")

#: The list of a period that holds each kind.
_TABLES = MappingProxyType({kind: kind for kind in KINDS} | {"safety": "safety_actions"})


@dataclass(frozen=True, slots=True)
class CompiledPeriod:
    """`givers[kind][id]` are the rules that give a consequence; `safety_questions` the questions
    that safety and duties hang on (see `_safety_questions`), in author order; `applies_order`
    those that have an `applies_when`, each after the ones that decide it; `opening_questions` are
    always asked, not for safety, and decide whether others apply; `lanes` also answers
    every what-if; `exact` says what is settled; `plain` knows cases that
    are plainly right; `asking` what there is to ask."""

    period: Period
    lockstep: Lockstep
    lanes: Lanes
    givers: Mapping[str, Mapping[str, tuple[str, ...]]]
    exact: Exact
    safety_questions: tuple[str, ...]
    applies_order: tuple[str, ...]
    opening_questions: tuple[str, ...]
    plain: PlainCases = field(repr=False)
    asking: Prepared = field(default_factory=Prepared)
    _columns: list[ColumnScreening] = field(default_factory=list, repr=False)

    def items(self, kind: str) -> Mapping[str, Item]:
        """The items of one of KINDS that are valid in this period."""
        table: Mapping[str, Item] = getattr(self.period, _TABLES[kind])
        return table

    def settled(self, evaluation: Evaluation, answers: Answers) -> Settled:
        """What the answers settle of everything that a screening gives."""
        return Settled(self.exact, evaluation, answers)

    def consequence(self, kind: str, item: Item, settled: Settled) -> Truth:
        """Whether an item is in force: always, or by its rules in every completion."""
        if getattr(item, "always", False):
            return Truth.MET
        return settled.truths.get(Goal(kind, item.id), Truth.NOT_MET)

    @property
    def columns(self) -> ColumnScreening:
        """Screens tables; made when first asked for. Needs the extra otseula[columns]."""
        try:
            from otseula.screening.columnar import ColumnScreening
        except ImportError as missing:
            needed = "columns need pyarrow and numpy: pip install 'otseula[columns]'"
            raise ImportError(needed, name=missing.name) from missing

        # Two threads may both make it; they make the same.
        if not self._columns:
            self._columns.append(ColumnScreening(self))
        return self._columns[0]

    def applies(self, answers: Answers) -> Mapping[str, Truth]:
        """Whether each question that has an `applies_when` applies. Where the lanes fail nothing
        is known of it: the lockstep that follows tells of the failure, with what is urgent."""
        with suppress(Exception):
            return self.lanes.evaluate(answers).applies
        return dict.fromkeys(self.applies_order, Truth.UNKNOWN)


def compile_period(
    period: Period, engines: Iterable[str] | None = None, *, keep: bool = False
) -> CompiledPeriod:
    """Builds the engines for a period, by default all that run here. With `keep` its diagrams and
    what its engines are made of are kept beside the compiled code. Raises ValueError for a name
    that is no engine or does not run here."""
    built = engines_of(period, engines, keep=keep)
    lanes = next((e for e in built if isinstance(e, Lanes)), None)
    for_safety = _safety_questions(period)
    givers = {kind: _givers(period.rules, kind) for kind in KINDS}
    return CompiledPeriod(
        period,
        Lockstep(built),
        lanes or Lanes(period.conditions),
        givers,
        Exact(period, goals(period, givers), keep),
        for_safety,
        tuple(_applies_order(period)),
        _opening_questions(period, for_safety),
        PlainCases(period),
    )


def _safety_questions(period: Period) -> tuple[str, ...]:
    """The questions that a safety rule reaches, and of those always asked the ones that a duty
    rule reaches: while it is open whether a crime against the child is suspected, nothing is
    clear. None where there is no safety rule, as nothing could ever be clear there."""
    rules = period.rules.values()
    for_safety = _questions_reached(period, [Ref(rule.id) for rule in rules if rule.then.safety])
    if not for_safety:
        return ()
    for_duties = _questions_reached(period, [Ref(rule.id) for rule in rules if rule.then.duties])
    return tuple(
        name
        for name, question in period.questions.items()
        if name in for_safety or (question.always_ask and name in for_duties)
    )


def _opening_questions(period: Period, for_safety: tuple[str, ...]) -> tuple[str, ...]:
    domains = period.conditions.questions.values()
    conditions = [each.applies_when for each in domains if each.applies_when is not None]
    deciding = _questions_reached(period, conditions)
    return tuple(
        name
        for name, question in period.questions.items()
        if question.always_ask and name in deciding and name not in for_safety
    )


def _givers(rules: Mapping[str, Rule], kind: str) -> dict[str, tuple[str, ...]]:
    givers: dict[str, tuple[str, ...]] = {}
    for rule in rules.values():
        for consequence in getattr(rule.then, kind):
            givers[consequence] = (*givers.get(consequence, ()), rule.id)
    return givers


def _applies_order(period: Period) -> Iterable[str]:
    domains = period.conditions.questions
    conditional = {n: d.applies_when for n, d in domains.items() if d.applies_when is not None}
    graph = {
        n: _questions_reached(period, [c]) & conditional.keys() for n, c in conditional.items()
    }
    return TopologicalSorter(graph).static_order()


def _questions_reached(period: Period, conditions: Iterable[Condition]) -> set[str]:
    return cone(conditions, period.conditions)[1]
