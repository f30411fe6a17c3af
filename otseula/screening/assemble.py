"""Puts a recommendation together from an evaluation that the engines agree on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from otseula.logic.conditions import Answers, Evaluation
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
    LayerInfo,
    MissingAnswer,
    Provenance,
    Recommendation,
    SafetyQuestion,
)
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
        """All that follows from one case."""
        period, answers = self.compiled.period, case.answers
        settled = self.compiled.settled(evaluation, answers)
        consequences = Consequences(self.content, self.compiled, settled)
        explainer = Explainer(self.content, self.compiled, settled)
        question_states = states(period.questions, answers, evaluation)
        missing = missing_questions(self.compiled, settled)
        return Recommendation(
            eligibility=eligibility(period, settled),
            truth=MappingProxyType(evaluation.nodes),
            situations=explainer.situations(),
            safety=consequences.safety(),
            duties=consequences.duties(),
            expertise=consequences.expertise(),
            channels=offered_channels(consequences),
            notices=consequences.notices(),
            questions=MappingProxyType(question_states),
            safety_questions=tuple(
                SafetyQuestion(name, period.questions[name].text, question_states[name])
                for name in self.compiled.safety_questions
            ),
            missing=tuple(
                MissingAnswer(name, state, period.questions[name].text)
                for state in OPEN
                for name in missing
                if question_states[name] == state
            ),
            as_of=as_of,
            judgement=case.judgement,
            provenance=self.provenance,
            area=self._option(answers, AREA, chosen(answers, AREA)),
            service_area=self._option(answers, SERVICE_AREA, location(answers, SERVICE_AREA)),
            role=self._option(answers, ROLE, chosen(answers, ROLE)),
            area_texts=MappingProxyType({name: a.text for name, a in period.areas.items()}),
            yta_areas=_yta_areas(period),
            explainer=explainer,
            reasoner=Reasoner(self.content, self.compiled, settled),
        )

    def _option(
        self, answers: Answers, question: str, option: str | None
    ) -> tuple[str, Text] | None:
        """The option and its text. A service area taken over from the area has the area's."""
        questions = self.compiled.period.questions
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
