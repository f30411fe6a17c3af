"""Checking a case against the questions of one period: closed vocabulary, strict types, no
contradictions. Every problem at once, and nothing of what was refused in any of them.

Pointers: `/answers/<id>` for the value of a known question, `/answers/<id>/<index>` (from 0) for
a member of its list, `/answers/*<n>` for the n-th entry (from 1) where its key is unknown; the
same under `/judgement`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from otseula.errors import Problem
from otseula.frozen import dataclass
from otseula.logic.conditions import Answers, Truth, Value
from otseula.rulebase.model import Period, Question
from otseula.screening.allowed import near_name, same_name, suggestion
from otseula.screening.answer_value import Report, checked_value
from otseula.screening.case_problems import Places, problem, refusal
from otseula.screening.contradictions import Contradiction, contradictions
from otseula.screening.foreign import MAX_ENTRIES, is_mapping, pairs_of, shape_in, text_of
from otseula.screening.guard import shape_of
from otseula.screening.judgement import checked_judgement
from otseula.screening.recommendation import Judgement
from otseula.text import Text

#: Unknown keys for which a known name is looked for; the rest are only reported.
_MAX_SUGGESTIONS = 50


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """`answers` by question id in author order; what was null is left out, a list is a tuple in
    option order with `dont_know` last. Its repr shows nothing of the case."""

    answers: Answers = field(repr=False)
    judgement: Judgement | None = field(default=None, repr=False)


def check_case(
    period: Period,
    answers: object,
    judgement: object = None,
    *,
    applies: Callable[[Answers], Mapping[str, Truth]],
    places: Places | None = None,
    problems: Iterable[Problem] = (),
) -> CheckedCase:
    """The case, checked. `applies` gives whether each question that has an `applies_when`
    applies (an engine's Evaluation.applies); `places` and `problems` come from a case file
    (casefile.Case). Raises CaseError with every problem, PrivacyError where one identifies."""
    check = _Check(period, places)
    values = check.answers(answers)
    for found in contradictions(period, values, applies):
        check.contradiction(found)
    checked = checked_judgement(period, judgement, check.report_judgement)
    everything = (*problems, *check.in_order())
    if everything:
        raise refusal(everything)
    ordered = {name: values[name] for name in period.questions if name in values}
    return CheckedCase(ordered, checked)


class _Check:
    """Collects the problems of one case; used once."""

    def __init__(self, period: Period, places: Places | None) -> None:
        self._questions = period.questions
        self._names = {name: question.text for name, question in period.questions.items()}
        self._places = places
        self._found: list[tuple[int, Problem]] = []
        self._position: dict[str, int] = {}
        self._suggestions = 0

    def in_order(self) -> list[Problem]:
        """The problems in the order of the entries they are about."""
        return [found for _, found in sorted(self._found, key=lambda pair: pair[0])]

    def answers(self, answers: object) -> dict[str, Value]:
        """The values that are right; reports the rest."""
        if not is_mapping(answers):
            shape = shape_in(answers)
            code = "identifying-text" if shape else "answers-not-a-mapping"
            self._report(0, code, "/answers", shape=shape or "")
            return {}
        pairs = pairs_of(answers)
        if pairs is None:
            self._report(0, "unreadable-mapping", "/answers")
            return {}
        if len(pairs) > MAX_ENTRIES:
            self._report(MAX_ENTRIES + 1, "too-many-entries", "/answers", limit=MAX_ENTRIES)
        values: dict[str, Value] = {}
        for position, (key, value) in enumerate(pairs[:MAX_ENTRIES], 1):
            name = text_of(key)
            question = self._questions.get(name) if name is not None else None
            if question is None:
                self._unknown(position, name, value)
            elif question.id in self._position:
                pointer = f"/answers/*{position}"
                self._report(position, "question-answered-twice", pointer, question=question.id)
            else:
                self._position[question.id] = position
                checked = checked_value(question, value, self._reporter(position, question))
                if checked is not None:
                    values[question.id] = checked
        return values

    def contradiction(self, found: Contradiction) -> None:
        """Reports a value on a question that does not apply."""
        self._report(
            self._position[found.question],
            "contradiction",
            f"/answers/{found.question}",
            question=found.question,
            others=", ".join(found.others),
        )

    def report_judgement(self, code: str, below: str = "", **fill: Text | str | int) -> None:
        """Reports a problem of the judgement; it stands after those of the answers."""
        self._report(MAX_ENTRIES + 2, code, f"/judgement{below}", **fill)

    def _unknown(self, position: int, name: str | None, value: object) -> None:
        pointer = f"/answers/*{position}"
        meant = same_name(name, self._names) if name is not None else None
        shape = shape_of(name) if name is not None and meant is None else None
        if shape is not None:
            self._report(position, "identifying-key", pointer, position=position, shape=shape)
        else:
            if name is not None and meant is None and self._suggestions < _MAX_SUGGESTIONS:
                meant = near_name(name, self._names)
            self._suggestions += 1
            fill = {"position": position, "suggestion": suggestion(meant)}
            self._report(position, "unknown-question", pointer, **fill)
        shape = shape_in(value)
        if shape is not None:
            self._report(position, "identifying-text", pointer, shape=shape)

    def _reporter(self, position: int, question: Question) -> Report:
        def report(code: str, below: str = "", **fill: Text | str | int) -> None:
            pointer = f"/answers/{question.id}{below}"
            self._report(position, code, pointer, question=question.id, **fill)

        return report

    def _report(self, at: int, code: str, pointer: str, /, **fill: Text | str | int) -> None:
        self._found.append((at, problem(code, pointer, self._places, **fill)))
