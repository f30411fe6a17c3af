"""How long choosing the next question takes on the whole catalogue: CPU time over that of a plain
loop beside it, in rounds. Everyone with `--benchmark`, else a slice held to three times the bar."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import quantiles

import pytest

import otseula
from otseula.logic.conditions import DONT_KNOW, Answers, Value
from otseula.rulebase.model import Question
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.order import next_question
from tests.benchmarks.calibration import millisecond
from tests.benchmarks.walks import Person
from tests.vignettes import whole

#: Milliseconds of CPU, for 95 choices of 100.
BAR = 50.0
ROUNDS = 7
STEP = 9

Saying = Callable[[Question], Value]


def _vignettes(rulebase: otseula.RuleBase) -> Iterator[tuple[CompiledPeriod, Saying]]:
    for vignette in whole(rulebase):
        person = Person.of(rulebase, vignette)
        yield person.compiled, person.says


def _unsure(rulebase: otseula.RuleBase) -> Iterator[tuple[CompiledPeriod, Saying]]:
    """People of whom much is open: who know little, or not which themes there are, or say that
    there are none, or all of them."""
    compiled = rulebase._on(rulebase.content.vignettes[0].as_of)[0]
    options = compiled.period.questions["themes_present"].options
    every = tuple(option.id for option in options if option.id != DONT_KNOW)
    for seed in range(15):
        for themes in (DONT_KNOW, (), every, None):
            unknown = (0.95, 0.6, 0.2)[seed % 3]
            yield compiled, _anyone(Random(f"{seed} {themes}"), unknown, themes)


def _anyone(random: Random, unknown: float, themes: Value | None) -> Saying:
    def says(question: Question) -> Value:
        if question.id == "themes_present" and themes is not None:
            return themes
        if random.random() < unknown:
            return DONT_KNOW
        if question.range is not None:
            return random.randint(*question.range)
        options = [option.id for option in question.options if option.id != DONT_KNOW]
        if question.type == "choices":
            return tuple(option for option in options if random.random() < 0.2)
        return random.choice(options) if options else random.random() < 0.3

    return says


@pytest.mark.parametrize("people", [_vignettes, _unsure], ids=["vignettes", "unsure"])
def test_a_choice_takes_less_than_a_person_notices(
    people: Callable[[otseula.RuleBase], Iterator[tuple[CompiledPeriod, Saying]]],
    slack: float,
) -> None:
    rulebase = otseula.load()
    everyone = [*people(rulebase)][:: 1 if slack == 1 else STEP]
    for compiled, _ in everyone:
        next_question(compiled, {})
        assert compiled.exact.completions is not None  # drawn once, not for each choice
    taken: list[float] = []
    for round_ in range(ROUNDS):
        of_round: list[float] = []
        loops = [millisecond()]
        for compiled, says in everyone[round_::ROUNDS]:
            of_round += _choices(compiled, says)
            loops.append(millisecond())
        taken += [each / sorted(loops)[len(loops) // 2] for each in of_round]
    at_95 = quantiles(taken, n=20)[-1]
    print(f"{len(taken)} choices: median {quantiles(taken, n=2)[0]:.1f} ms, 95th {at_95:.1f} ms")
    assert len(taken) > 100
    assert at_95 <= BAR * slack


def _choices(compiled: CompiledPeriod, says: Saying) -> Iterator[float]:
    """The CPU seconds of each choice after the questions that are always asked."""
    answers: dict[str, Value] = {}
    while True:
        question, took = _timed(compiled, answers)
        if question is None or not question.always_ask:
            yield took
        if question is None:
            return
        answers[question.id] = says(question)


def _timed(compiled: CompiledPeriod, answers: Answers) -> tuple[Question | None, float]:
    started = time.process_time()
    question = next_question(compiled, answers)
    return question, time.process_time() - started
