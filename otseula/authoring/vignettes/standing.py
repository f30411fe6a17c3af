"""How a question stands that is missing, or not, against what a vignette expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from otseula.authoring.vignettes.expectations import Difference
from otseula.screening.compiled import KINDS
from otseula.screening.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Standing:
    """How a question stands: answered, dont_know, not_asked or not_applicable; `missing` where its
    answer can still change the result, and `could_change` the levels and consequences it could."""

    id: str
    state: str
    missing: bool
    could_change: tuple[str, ...]


def standing(recommendation: Recommendation | None, difference: Difference) -> tuple[Standing, ...]:
    """Of each question that is missing, or not, against what was expected; none of one that is
    not there on that day."""
    if recommendation is None:
        return ()
    missing = {question.id for question in recommendation.missing}
    return tuple(
        Standing(
            name,
            recommendation.questions[name],
            name in missing,
            tuple(_could_change(recommendation, name)),
        )
        for name in difference.questions
        if name in recommendation.questions
    )


def _could_change(recommendation: Recommendation, question: str) -> Iterator[str]:
    eligibility = recommendation.eligibility
    if question in eligibility.hinges_on:
        yield eligibility.at_most
    for kind in KINDS:
        for each in getattr(recommendation, kind):
            if question in each.hinges_on:
                yield each.id
