"""Why a node has its truth: the simplest honest tree, down to the questions.

Says the truth of each part, never an answer: "met" of a question's test is what the reader, who
has the case, can check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from otseula.frozen import dataclass
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Known,
    Not,
    QuestionTest,
    Ref,
    Truth,
    parts_of,
    truth_of_any,
    walk,
)
from otseula.logic.truth import truth_of
from otseula.rulebase.model import Content, Criterion, Item, Rule, Situation
from otseula.screening.citations import citations
from otseula.screening.compiled import KINDS, CompiledPeriod
from otseula.screening.goals import Goal
from otseula.screening.recommendation import CriterionTruth, Explanation, SituationTruth
from otseula.screening.settled import Settled

#: Says nothing of what was asked for: it may have been typed by a person.
NO_SUCH_NODE = "no criterion, situation, rule or consequence has this id"

_OPERATORS = {AllOf: "all", AnyOf: "any", Not: "not", AtLeast: "at_least"}
_KINDS = {Criterion: "criterion", Situation: "situation", Rule: "rule"}


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains one case. Holds its answers, so it stays within the process; `told` keeps what
    was explained, as a sheet asks for the same reasons several times until it fits."""

    content: Content
    compiled: CompiledPeriod
    settled: Settled = field(repr=False)
    told: dict[str, Explanation] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, node: str) -> Explanation:
        """The explanation of a criterion, situation, rule or consequence; KeyError for another
        id. A name that stands in several places has the one explanation in all of them."""
        if node not in self.told:
            self.told[node] = self._explained(node)
        return self.told[node]

    def _explained(self, node: str) -> Explanation:
        if node in self.settled.evaluation.nodes:
            return self._named([node])[node]
        for kind in KINDS:
            items = self.compiled.items(kind)
            if node in items:
                return self._consequence(kind, items[node])
        raise KeyError(NO_SUCH_NODE)

    def situations(self) -> tuple[SituationTruth, ...]:
        """Every situation with the truth of what its condition names."""
        return tuple(
            SituationTruth(
                item.id,
                item.text,
                self.settled.truths[Goal("situations", item.id)],
                tuple(self._criteria(item.id)),
                citations(item, self.content),
                item.review is not None,
            )
            for item in self.compiled.period.situations.values()
        )

    def _criteria(self, node: str) -> list[CriterionTruth]:
        """The criteria named directly in a node's condition, and the questions it tests. What is
        tested in several ways is met where one test is, and not met where none can be."""
        truths: dict[str, set[Truth]] = {}
        for part in walk(self.compiled.period.conditions.nodes[node]):
            if isinstance(part, Ref | QuestionTest | Known):
                name = part.name if isinstance(part, Ref) else part.question
                truth = truth_of(part, self.settled.evaluation, self.settled.answers)
                truths.setdefault(name, set()).add(truth)
        return [
            CriterionTruth(name, item.text, truth_of_any(found), citations(item, self.content))
            for name, found in truths.items()
            for item in [self._item(name)]
        ]

    def _consequence(self, kind: str, item: Item) -> Explanation:
        rules = self.compiled.givers[kind].get(item.id, ())
        explained = self._named(rules)
        return Explanation(
            kind=kind,
            truth=self.compiled.consequence(kind, item, self.settled),
            id=item.id,
            text=item.text,
            parts=tuple(explained[rule] for rule in rules),
            sources=citations(item, self.content),
        )

    def _named(self, names: list[str] | tuple[str, ...]) -> dict[str, Explanation]:
        """The explanations of names and of all below them: each made once, after those that it
        uses, so that neither a long chain of names nor a shared one costs more than its size."""
        nodes = self.compiled.period.conditions.nodes
        below: set[str] = set()
        todo = list(names)
        while todo:
            name = todo.pop()
            if name not in below:
                below.add(name)
                todo.extend(part.name for part in walk(nodes[name]) if isinstance(part, Ref))
        made: dict[str, Explanation] = {}
        for name in nodes:  # in dependency order
            if name in below:
                item = self._item(name)
                made[name] = Explanation(
                    kind=_KINDS[type(item)],
                    truth=self.settled.evaluation.nodes[name],
                    id=name,
                    text=item.text,
                    parts=(self._part(nodes[name], made),),
                    sources=citations(item, self.content),
                )
        return made

    def _part(self, condition: Condition, made: Mapping[str, Explanation]) -> Explanation:
        if isinstance(condition, Ref):
            return made[condition.name]
        truth = truth_of(condition, self.settled.evaluation, self.settled.answers)
        if isinstance(condition, QuestionTest | Known):
            item = self._item(condition.question)
            return Explanation(kind="question", truth=truth, id=item.id, text=item.text)
        return Explanation(
            kind=_OPERATORS[type(condition)],
            truth=truth,
            count=condition.count if isinstance(condition, AtLeast) else None,
            parts=tuple(self._part(part, made) for part in parts_of(condition)),
        )

    def _item(self, name: str) -> Item:
        period = self.compiled.period
        tables = (period.questions, period.criteria, period.situations, period.rules)
        return next(table[name] for table in tables if name in table)
