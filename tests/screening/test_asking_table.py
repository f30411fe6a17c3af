"""What is asked and in which order: asking_table.yaml, row by row, through the public door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import otseula
from otseula import RuleBase
from otseula.logic.conditions import Answers, Value
from otseula.logic.lanes import Lanes
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.interview import Interview
from otseula.screening.order import next_question, remaining_questions
from tests.screening.cases import plain
from tests.screening.small_bases import loaded
from tests.screening.test_screening_laws import DAY, complete, tries

_TABLE = yaml.safe_load(Path(__file__).with_name("asking_table.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RuleBase]:
    return {
        name: loaded(tmp_path_factory.mktemp(name), base) for name, base in _TABLE["bases"].items()
    }


@pytest.mark.parametrize("row", _TABLE["interviews"], ids=lambda row: row["name"])
def test_what_is_asked(row: dict[str, Any], bases: dict[str, RuleBase]) -> None:
    rulebase = bases[row["base"]]
    interview = rulebase.interview()
    assert _asked(rulebase, interview, row["says"]) == row["asked"]
    for name, value in row.get("changed", {}).items():
        interview.answer(name, value)
        assert _asked(rulebase, interview, row["says"]) == row["then"]


def _asked(rulebase: RuleBase, interview: Interview, says: dict[str, Any]) -> list[str]:
    found = []
    while (question := interview.next()) is not None:
        found.append(question.id)
        at_most = interview.progress().at_most
        interview.answer(question.id, says.get(question.id, False))
        assert interview.progress().at_most < at_most
        # It hangs on the answers alone, not on the order they were given in.
        answers = [*interview.answers.items()]
        Random(len(answers)).shuffle(answers)
        assert rulebase.next_question(dict(answers)) == interview.next()
    return found


def test_where_nothing_can_be_looked_up_all_is_found_too() -> None:
    """As in a rule base whose conditions hang together too closely for diagrams."""
    shorter = 0
    for attempt in tries(otseula.load(), 40):
        compiled = compile_period(attempt.rulebase.period(DAY), (Lanes.name,))
        silent = replace(compiled, exact=compiled.exact.silent())
        truth = plain(complete(attempt))
        walks = [_walked(silent, truth, full=full) for full in (False, True)]
        evaluations = [silent.lanes.evaluate(answers) for answers in walks]
        goals = [silent.settled(e, a).truths for e, a in zip(evaluations, walks, strict=True)]
        assert goals[0] == goals[1]
        assert not remaining_questions(silent, walks[0], evaluations[0])
        shorter += len(walks[0]) < len(walks[1])
    assert shorter > 10


def _walked(compiled: CompiledPeriod, truth: Answers, *, full: bool) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    while (question := next_question(compiled, answers, full=full)) is not None:
        assert question.id not in answers
        answers[question.id] = truth[question.id]
    return answers
