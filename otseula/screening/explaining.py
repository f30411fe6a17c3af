"""The reasons of one case: for any consequence, situation, level or named condition of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from functools import cached_property, partial
from typing import TypeVar

from otseula.frozen import dataclass
from otseula.logic.conditions import Truth
from otseula.logic.diagram import TooLargeError
from otseula.rulebase.model import Content
from otseula.screening.changes import Candidate, double_changes, single_changes
from otseula.screening.citations import citations
from otseula.screening.forced import Forced
from otseula.screening.goals import Goal
from otseula.screening.judged import Judged, Target
from otseula.screening.other_values import in_words
from otseula.screening.reach import open_questions
from otseula.screening.reasons import Change, Reasons, Told
from otseula.screening.states import OPEN, state_of

Found = TypeVar("Found")


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Explaining:
    """Explains what is asked of one case."""

    content: Content
    case: Judged
    #: By the nodes of what was explained: what one rule gives has the same reasons.
    found: dict[tuple[tuple[str, ...], bool], Reasons] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __call__(self, goal: Goal | str) -> Reasons:
        """All reasons of a goal, or of a criterion, situation or rule by its id. Raises KeyError
        for an id that the rule base does not have."""
        target = self.case.target(goal)
        item = target.item
        if getattr(item, "always", False):
            found = Reasons(target.kind, target.id, None, Truth.MET)
        else:
            key = target.nodes, target.turned
            if key not in self.found:
                self.found[key] = self._exactly(partial(Explaining._told, target=target))
            found = self.found[key]
        return replace(
            found,
            kind=target.kind,
            id=target.id,
            text=None if item is None else item.text,
            sources=() if item is None else citations(item, self.content),
        )

    def why(self, goal: Goal | str) -> tuple[Told, ...]:
        """The `why` of its reasons alone."""
        target = self.case.target(goal)
        found = self.found.get((target.nodes, target.turned))
        if found is not None:
            return found.why
        if getattr(target.item, "always", False) or self.case.truth(target) is Truth.UNKNOWN:
            return ()
        return self.case.tell(self._exactly(partial(Explaining._why, target=target))[0])

    def _exactly(self, asked: Callable[[Explaining], Found]) -> Found:
        """What is asked; by Kleene's logic alone where diagrams grow too large."""
        try:
            return asked(self)
        except TooLargeError:
            return asked(Explaining(self.content, self.case.without_diagrams))

    def _told(self, target: Target) -> Reasons:
        # Imported here, as below: what forces something is told without them.
        from otseula.screening.failing import failed

        case = self.case
        told = Reasons(target.kind, target.id, None, Truth.MET)
        truth = case.truth(target)
        if truth is Truth.UNKNOWN:
            missing, smallest = self._missing(target)
            told = replace(told, missing=case.tell(missing), smallest=smallest)
            first = tuple(case.answers)
        else:
            first, smallest = self._why(target)
            told = replace(told, why=case.tell(first), smallest=smallest)
            first = first if case.all_apply else tuple(case.answers)
        changes, searched = self._changes(target, truth, first)
        return replace(
            told,
            truth=truth,
            failed=tuple(failed(self.content, self._forced, target))
            if truth is Truth.NOT_MET
            else (),
            changes=changes,
            changes_searched=searched,
        )

    def _why(self, target: Target) -> tuple[tuple[str, ...], bool]:
        """The answers that force the target to be what it is settled to be."""
        return self._forced.why(target.key, target.nodes)

    @cached_property
    def _forced(self) -> Forced:
        """Which answers force what is settled."""
        return Forced(self.case)

    def _missing(self, target: Target) -> tuple[tuple[str, ...], bool]:
        from otseula.screening.open_search import settling_questions

        case, root = self.case, self.case.root(target.key)
        questions = case.compiled.period.questions
        if root is None or case.completions is None:
            conditions = case.compiled.period.conditions
            return open_questions(target.nodes, conditions, case.evaluation, case.answers), False
        open_ = [n for n in questions if state_of(n, case.answers, case.evaluation) in OPEN]
        found, sure = settling_questions(
            case.completions, case.answers, open_, root, not target.turned
        )
        return tuple(name for name in questions if name in found), sure

    def _changes(
        self, target: Target, truth: Truth, first: Sequence[str]
    ) -> tuple[tuple[tuple[Change, ...], ...], int]:
        """The smallest changes that turn it. What is settled stays so while the answers that
        force it do, so that one of these `first` must change."""
        case = self.case
        judge, turned = case.judge([target]), partial(case.turned, target, truth)
        singles = case.candidates([target], frozenset(first))
        urgent = frozenset(case.compiled.safety_questions)
        searched = 2
        found = single_changes(judge, turned, singles)
        if not found and singles:
            every = case.candidates([target])
            found, all_tried = double_changes(judge, turned, every, frozenset(first), urgent)
            searched = 2 if all_tried else 1
        told = [tuple(self._change(each) for each in one) for one in found]
        return tuple(sorted(told, key=lambda one: not any(c.safety for c in one))), searched

    def _change(self, one: Candidate) -> Change:
        question = self.case.compiled.period.questions[one.question]
        to = in_words(question, self.case.answers[one.question], one.other)
        safety = one.question in self.case.compiled.safety_questions
        return Change(question.id, question.text, to, safety)
