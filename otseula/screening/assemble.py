"""Puts a recommendation together from an evaluation that the engines agree on, as it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from otseula.frozen import dataclass
from otseula.logic.conditions import Evaluation, Truth
from otseula.rulebase.model import Content, Item, Period
from otseula.screening.case import CheckedCase
from otseula.screening.channels import (
    AREA,
    ROLE,
    SERVICE_AREA,
    chosen,
    location,
    offered_channels,
)
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.consequences import Consequences
from otseula.screening.eligibility import eligibility
from otseula.screening.explanation import Explainer
from otseula.screening.missing import missing_questions
from otseula.screening.reasoner import Reasoner
from otseula.screening.recommendation import (
    Action,
    ChannelOffered,
    Consequence,
    Eligibility,
    Judgement,
    LayerInfo,
    MissingAnswer,
    NoticeGiven,
    Provenance,
    Recommendation,
    SafetyQuestion,
    SituationTruth,
    recommendation_found_by,
)
from otseula.screening.settled import Settled
from otseula.screening.states import OPEN, states
from otseula.text import Text


@dataclass(frozen=True, slots=True)
class Assembler:
    """What does not change from case to case within one period."""

    content: Content
    compiled: CompiledPeriod
    provenance: Provenance

    def recommendation(
        self, case: CheckedCase, evaluation: Evaluation, as_of: date
    ) -> Recommendation:
        """All that follows from one case, each part found when it is first read."""
        following = Following(self, case, evaluation, as_of)
        return recommendation_found_by(following.__getattribute__)

    def recommendation_of_many(
        self, case: CheckedCase, evaluated: Callable[[], Evaluation], as_of: date
    ) -> Recommendation:
        """The same for one case of many, the evaluation found with the first part."""
        return recommendation_found_by(_Later(self, case, evaluated, as_of))


class _Later:
    """What follows from one case of many, made with its first part. One small object: of a
    million recommendations kept, the garbage collector looks at each."""

    __slots__ = ("_following", "_parts")

    def __init__(
        self,
        assembler: Assembler,
        case: CheckedCase,
        evaluated: Callable[[], Evaluation],
        as_of: date,
    ) -> None:
        self._parts = assembler, case, evaluated, as_of
        self._following: Following | None = None

    def __call__(self, name: str) -> object:
        # Two threads may both make it; they make the same.
        if self._following is None:
            assembler, case, evaluated, as_of = self._parts
            self._following = Following(assembler, case, evaluated(), as_of)
        return getattr(self._following, name)


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Following:
    """What follows from one case: each field of its recommendation, by its name."""

    assembler: Assembler
    case: CheckedCase = field(repr=False)
    evaluation: Evaluation = field(repr=False)
    as_of: date

    @property
    def eligibility(self) -> Eligibility:
        return eligibility(self._period, self._settled)

    @property
    def truth(self) -> Mapping[str, Truth]:
        return MappingProxyType(self.evaluation.nodes)

    @property
    def situations(self) -> tuple[SituationTruth, ...]:
        return self.explainer.situations()

    @property
    def safety(self) -> tuple[Action, ...]:
        return self._consequences.safety()

    @property
    def duties(self) -> tuple[Action, ...]:
        return self._consequences.duties()

    @property
    def expertise(self) -> tuple[Consequence, ...]:
        return self._consequences.expertise()

    @property
    def channels(self) -> tuple[ChannelOffered, ...]:
        return offered_channels(self._consequences)

    @property
    def notices(self) -> tuple[NoticeGiven, ...]:
        return self._consequences.notices()

    @cached_property
    def questions(self) -> Mapping[str, str]:
        found = states(self._period.questions, self.case.answers, self.evaluation)
        return MappingProxyType(found)

    @property
    def safety_questions(self) -> tuple[SafetyQuestion, ...]:
        return tuple(
            SafetyQuestion(name, self._period.questions[name].text, self.questions[name])
            for name in self._compiled.safety_questions
        )

    @property
    def missing(self) -> tuple[MissingAnswer, ...]:
        found = missing_questions(self._compiled, self._settled)
        return tuple(
            MissingAnswer(name, state, self._period.questions[name].text)
            for state in OPEN
            for name in found
            if self.questions[name] == state
        )

    @property
    def judgement(self) -> Judgement | None:
        return self.case.judgement

    @property
    def provenance(self) -> Provenance:
        return self.assembler.provenance

    @property
    def area(self) -> tuple[str, Text] | None:
        return self._option(AREA, chosen(self.case.answers, AREA))

    @property
    def service_area(self) -> tuple[str, Text] | None:
        return self._option(SERVICE_AREA, location(self.case.answers, SERVICE_AREA))

    @property
    def role(self) -> tuple[str, Text] | None:
        return self._option(ROLE, chosen(self.case.answers, ROLE))

    @property
    def area_texts(self) -> Mapping[str, Text]:
        return MappingProxyType({name: a.text for name, a in self._period.areas.items()})

    @property
    def yta_areas(self) -> tuple[tuple[Text, tuple[str, ...]], ...]:
        return _yta_areas(self._period)

    @cached_property
    def explainer(self) -> Explainer:
        return Explainer(self.assembler.content, self._compiled, self._settled)

    @cached_property
    def reasoner(self) -> Reasoner:
        return Reasoner(self.assembler.content, self._compiled, self._settled)

    @property
    def _compiled(self) -> CompiledPeriod:
        return self.assembler.compiled

    @property
    def _period(self) -> Period:
        return self.assembler.compiled.period

    @cached_property
    def _settled(self) -> Settled:
        return self._compiled.settled(self.evaluation, self.case.answers)

    @cached_property
    def _consequences(self) -> Consequences:
        return Consequences(self.assembler.content, self._compiled, self._settled)

    def _option(self, question: str, option: str | None) -> tuple[str, Text] | None:
        """The option and its text. A service area taken over from the area has the area's."""
        questions = self._period.questions
        for asked in (question, AREA):
            for known in questions[asked].options if asked in questions else ():
                if known.id == option:
                    return known.id, known.text
        return None


def _yta_areas(period: Period) -> tuple[tuple[Text, tuple[str, ...]], ...]:
    """The name of each YTA and its areas."""
    return tuple(
        (yta.text, tuple(area.id for area in period.areas.values() if area.yta == yta.id))
        for yta in period.ytas.values()
    )


def assembler(content: Content, compiled: CompiledPeriod, engines: tuple[str, ...]) -> Assembler:
    """The assembler of one period; `engines` are those that evaluate for it."""
    items: list[Item] = [
        item
        for table in (
            compiled.period.criteria,
            compiled.period.situations,
            compiled.period.rules,
            compiled.period.safety_actions,
            compiled.period.duties,
            compiled.period.expertise,
            compiled.period.channels,
            compiled.period.notices,
            compiled.period.parameters,
        )
        for item in table.values()
    ]
    reviewed = bool(items) and all(item.review is not None for item in items)
    layers = tuple(
        LayerInfo(layer.name, layer.version, layer.hash, layer.local) for layer in content.layers
    )
    status = "reviewed" if reviewed else "draft"
    return Assembler(content, compiled, Provenance(layers, content.hash, status, engines))
