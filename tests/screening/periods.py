"""Small rule bases built by hand, for tests that need no loader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from otseula.errors import Place
from otseula.logic.conditions import (
    AnyOf,
    Condition,
    ConditionSet,
    QuestionDomain,
    QuestionTest,
    Ref,
)
from otseula.rulebase.model import DeviationReason, Option, Period, Question
from otseula.text import Text

HERE = Place("tests", 1, 1)


def text(word: str) -> Text:
    """A text in three languages that can be told apart."""
    return Text(f"{word} (suomeksi)", f"{word} (på svenska)", f"{word} (in English)")


def question(
    name: str, kind: str, *, options: Iterable[str] = (), range: tuple[int, int] | None = None
) -> Question:
    """A question of this type."""
    return Question(
        id=name,
        text=text(name),
        place=HERE,
        type=kind,
        options=tuple(Option(option, text(option)) for option in options),
        range=range,
    )


def period(
    questions: Iterable[Question],
    *,
    applies_when: Mapping[str, Condition] | None = None,
    nodes: Mapping[str, Condition] | None = None,
    reasons: Iterable[str] = (),
) -> Period:
    """A period of these questions, with conditions already bound."""
    listed = {one.id: one for one in questions}
    domains = {
        one.id: QuestionDomain(
            one.id,
            one.type,
            tuple(option.id for option in one.options),
            one.range,
            (applies_when or {}).get(one.id),
        )
        for one in listed.values()
    }
    return Period(
        start=None,
        end=None,
        questions=listed,
        criteria={},
        situations={},
        rules={},
        safety_actions={},
        duties={},
        expertise={},
        channels={},
        notices={},
        areas={},
        themes={},
        parameters={},
        deviation_reasons={
            name: DeviationReason(id=name, text=text(name), place=HERE) for name in reasons
        },
        conditions=ConditionSet(domains, nodes or {}),
    )


def small_period() -> Period:
    """One question of each type, and two that may not apply: `school_attendance` from the age
    of 6, `truancy_weeks` where attendance is partial or none or the school is worried (the
    criterion `school_trouble`)."""
    return period(
        [
            question("parents_separated", "boolean"),
            question("child_age", "integer", range=(0, 22)),
            question("school_attendance", "choice", options=("full", "partial", "none")),
            question("violence_forms", "choices", options=("physical", "stalking", "economic")),
            question("school_worried", "boolean"),
            question("truancy_weeks", "integer", range=(-5, 52)),
        ],
        applies_when={
            "school_attendance": QuestionTest("child_age", "at_least", 6),
            "truancy_weeks": Ref("school_trouble"),
        },
        nodes={
            "school_trouble": AnyOf(
                (
                    QuestionTest("school_attendance", "one_of", ("partial", "none")),
                    QuestionTest("school_worried", "is", True),
                )
            )
        },
        reasons=("local_service", "other_knowledge"),
    )
