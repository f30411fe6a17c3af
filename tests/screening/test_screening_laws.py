"""Laws of a screening, on the bundled rule base and on random ones, with random partial cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest

import otseula
from otseula import CaseError, Recommendation, RuleBase, Truth
from otseula.logic.conditions import DONT_KNOW, Known, walk
from otseula.logic.lanes import Lanes
from otseula.logic.truth import Specification
from otseula.rulebase.model import LEVELS
from otseula.screening.channels import AREA, ROLE, SERVICE_AREA
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.missing import questions_to_come
from otseula.screening.reach import open_below
from tests.logic.random_conditions import random_conditions
from tests.screening.cases import consistent, plain, random_case, value_of
from tests.screening.random_bases import random_base

DAY = date(2026, 12, 1)
KINDS = ("safety", "duties", "expertise", "channels", "notices", "situations")
CONTEXT = {AREA, SERVICE_AREA, ROLE}


@dataclass(frozen=True)
class Try:
    """One rule base and one case of it."""

    rulebase: RuleBase
    answers: dict[str, Any]
    random: Random

    def screen(self, answers: dict[str, Any]) -> Recommendation:
        return self.rulebase.screen(answers, as_of=DAY)


@pytest.fixture(scope="module")
def bundled() -> RuleBase:
    return otseula.load(engines=("lanes",))


def tries(bundled: RuleBase, count: int) -> Iterator[Try]:
    """Half on the bundled rule base, half on random ones, a few cases on each of these."""
    base = bundled
    for seed in range(count):
        random = Random(seed)
        if seed % 2 and seed % 8 == 1:
            base = random_base(random, random_conditions(random, random.randint(2, 25)))
        rulebase = base if seed % 2 and base is not bundled else bundled
        yield Try(rulebase, random_case(random, rulebase.period(DAY)), random)


def in_force(result: Recommendation) -> dict[str, Any]:
    """Everything that follows, without what it follows from."""
    found: dict[str, Any] = {
        kind: {(each.id, each.truth) for each in getattr(result, kind)} for kind in KINDS
    }
    found["usable"] = {(each.id, each.usable) for each in result.channels}
    found["eligibility"] = (result.eligibility.at_least, result.eligibility.at_most)
    return found


def met(result: Recommendation) -> set[tuple[str, str]]:
    return {
        (kind, each.id)
        for kind in KINDS
        for each in getattr(result, kind)
        if each.truth is Truth.MET
    }


def changes(attempt: Try, unasked: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """The case with one answer more to a question that was not asked, or whose answer was not
    known; not to one that does not apply, nor before one that decides whether it does: its value
    would count although nobody asked that one."""
    result = attempt.screen(attempt.answers)
    waiting = _waiting(attempt)
    wanted = "not_asked" if unasked else "dont_know"
    for name, question in attempt.rulebase.period(DAY).questions.items():
        asked = unasked or attempt.answers.get(name) == DONT_KNOW
        if result.questions[name] == wanted and asked and name not in waiting:
            value = value_of(attempt.random, question, 0.5, 0.2 if unasked else 0.0)
            yield name, attempt.answers | {name: value}


def _waiting(attempt: Try) -> set[str]:
    """The questions of which one that was not asked decides whether they apply."""
    period = attempt.rulebase.period(DAY)
    conditions, answers = period.conditions, plain(attempt.answers)
    evaluation = Specification(conditions).evaluate(answers)
    return {
        name
        for name, question in conditions.questions.items()
        if question.applies_when is not None
        and any(
            each not in answers
            for each in open_below([question.applies_when], conditions, evaluation, answers)
        )
    }


@cache
def _compiled(rulebase: RuleBase) -> CompiledPeriod:
    return compile_period(rulebase.period(DAY), (Lanes.name,))


def _to_come(attempt: Try) -> set[str]:
    compiled, answers = _compiled(attempt.rulebase), plain(attempt.answers)
    settled = compiled.settled(compiled.lanes.evaluate(answers), answers)
    return {*questions_to_come(compiled, settled)}


def test_only_missing_answers_change_what_follows(bundled: RuleBase) -> None:
    tried = 0
    for attempt in tries(bundled, 240):
        before = attempt.screen(attempt.answers)
        missing = {each.id for each in before.missing} | CONTEXT
        for unasked in (True, False):
            for name, more in changes(attempt, unasked):
                if name in missing or (not unasked and _known(attempt.rulebase, name)):
                    continue
                try:
                    after = attempt.screen(more)
                except CaseError:
                    continue  # a value elsewhere would no longer apply
                tried += 1
                assert in_force(after) == in_force(before), name
    assert tried > 500


def _known(rulebase: RuleBase, question: str) -> bool:
    """Whether `known` looks at the question: it alone tells dont_know from a value."""
    conditions = rulebase.period(DAY).conditions
    every = [*conditions.nodes.values(), *(q.applies_when for q in conditions.questions.values())]
    return any(part == Known(question) for each in every if each for part in walk(each))


def test_what_hangs_on_a_question_is_told_with_its_text(bundled: RuleBase) -> None:
    """The sheet takes the texts of these questions from `missing` and `safety_questions`."""
    for attempt in tries(bundled, 120):
        result = attempt.screen(attempt.answers)
        missing = {each.id for each in result.missing}
        assert set(result.eligibility.hinges_on) <= missing
        for kind in KINDS[:-1]:
            for each in getattr(result, kind):
                assert set(each.hinges_on) <= missing, each.id
                assert bool(each.hinges_on) == (each.truth is Truth.UNKNOWN), each.id


def test_context_matters_to_channels_alone(bundled: RuleBase) -> None:
    for attempt in tries(bundled, 60):
        before = in_force(attempt.screen(attempt.answers))
        for name, more in changes(attempt, True):
            if name in CONTEXT:
                after = in_force(attempt.screen(more))
                for part in before.keys() - {"channels", "usable"}:
                    assert after[part] == before[part], (name, part)


def test_one_answer_more_takes_nothing_back(bundled: RuleBase) -> None:
    tried = 0
    for attempt in tries(bundled, 160):
        before, to_come = attempt.screen(attempt.answers), _to_come(attempt)
        for name, more in changes(attempt, True):
            try:
                after = attempt.screen(more)
            except CaseError:
                continue
            tried += 1
            low, high = after.eligibility.at_least, after.eligibility.at_most
            assert LEVELS.index(low) >= LEVELS.index(before.eligibility.at_least)
            assert LEVELS.index(high) <= LEVELS.index(before.eligibility.at_most)
            lost = met(before) - met(after)
            # Where the professional works decides which channels there are at all.
            assert all(kind == "channels" and name in CONTEXT for kind, _ in lost), (name, lost)
            could = {(kind, each.id) for kind in KINDS for each in getattr(before, kind)}
            new = {(kind, each.id) for kind in KINDS for each in getattr(after, kind)} - could
            assert all(kind == "channels" and name == SERVICE_AREA for kind, _ in new), (name, new)
            gained = {each.id for each in after.missing} - to_come
            assert not gained, (name, gained)
    assert tried > 500


def test_the_order_of_answers_does_not_matter(bundled: RuleBase) -> None:
    for attempt in tries(bundled, 60):
        shuffled = list(attempt.answers.items())
        attempt.random.shuffle(shuffled)
        other = {n: v[::-1] if isinstance(v, list) else v for n, v in shuffled}
        assert attempt.screen(other).to_dict() == attempt.screen(attempt.answers).to_dict()


def complete(attempt: Try) -> dict[str, Any]:
    """An underlying case with an answer to every question, applying or not."""
    random = attempt.random
    bad, unknown = random.choice([0.1, 0.4]), random.choice([0.0, 0.2])
    questions = attempt.rulebase.period(DAY).questions
    return {name: value_of(random, question, bad, unknown) for name, question in questions.items()}


def test_the_interview_finds_what_asking_everything_finds(bundled: RuleBase) -> None:
    shorter = 0
    for attempt in tries(bundled, 80):
        truth, results, lengths = complete(attempt), [], []
        for full in (False, True):
            interview = attempt.rulebase.interview(full=full, as_of=DAY)
            at_most = interview.progress().at_most
            while (question := interview.next()) is not None:
                assert question.id not in interview.answers
                answers = interview.answers
                asked_by_services = attempt.rulebase.next_question(answers, full=full, as_of=DAY)
                assert asked_by_services == question
                answered = interview.answer(question.id, truth[question.id])
                assert (answered.set_aside, answered.taken_up) == ((), ())
                progress = interview.progress()
                assert progress.at_most < at_most, question.id
                assert progress.answered == len(answers) + 1
                at_most = progress.at_most
            assert at_most == 0
            results.append(interview.result())
            lengths.append(len(interview.answers))
            not_asked = {m.id for m in results[-1].missing if m.state == "not_asked"}
            assert not not_asked, not_asked
        assert in_force(results[0]) == in_force(results[1])
        states = results[1].questions
        assert "not_asked" not in states.values()
        shorter += lengths[0] < lengths[1]
    assert shorter > 25


def test_an_interview_is_the_same_wherever_it_begins(bundled: RuleBase) -> None:
    for attempt in tries(bundled, 60):
        interview = attempt.rulebase.interview(attempt.answers, as_of=DAY)
        assert interview.answers == attempt.rulebase.interview(interview.answers).answers
        assert interview.set_aside == ()
        assert interview.undo() is None
        assert interview.result().to_dict() == attempt.screen(attempt.answers).to_dict()


def test_changed_answers_set_aside_take_up_and_undo(bundled: RuleBase) -> None:
    """A long random walk; after each step the interview holds what a fresh one would, after each
    undo exactly what it held before."""
    set_aside = taken_up = 0
    for attempt in tries(bundled, 60):
        random, period = attempt.random, attempt.rulebase.period(DAY)
        interview = attempt.rulebase.interview(attempt.answers, as_of=DAY)
        snapshots = [_state(interview)]
        for _ in range(25):
            if random.random() < 0.25:
                undone = interview.undo()
                assert (undone is None) == (len(snapshots) == 1)
                if undone is not None:
                    snapshots.pop()
                assert _state(interview) == snapshots[-1]
                continue
            question = random.choice(list(period.questions.values()))
            before = _state(interview)
            answered = interview.answer(question.id, value_of(random, question, 0.4, 0.15))
            after = _state(interview)
            snapshots.append(after)
            back = set(before["set_aside"]) & after["answers"].keys()
            assert set(answered.taken_up) == back - {question.id}
            gone = (set(before["answers"]) | {question.id}) - after["answers"].keys()
            assert set(answered.set_aside) == gone
            # What is in force has no contradiction, and leaves out nothing that could stand.
            assert consistent(period, after["answers"]) == after["answers"]
            assert {a.id for a in answered.new_safety} == (
                set(after["safety"]) - set(before["safety"])
            )
            set_aside += len(answered.set_aside)
            taken_up += len(answered.taken_up)
        while interview.undo() is not None:
            snapshots.pop()
        assert len(snapshots) == 1
        assert _state(interview) == snapshots[0]
    assert set_aside > 50
    assert taken_up > 15


def _state(interview: otseula.Interview) -> dict[str, Any]:
    return {
        "answers": dict(interview.answers),
        "order": list(interview.answers),
        "set_aside": interview.set_aside,
        "next": interview.next(),
        "progress": interview.progress(),
        "safety": [action.id for action in interview.safety],
    }


def test_what_was_set_aside_counts_again_as_if_never_gone() -> None:
    rulebase = otseula.load()
    interview = rulebase.interview(as_of=DAY)
    for name, value in {
        "separation_status": "separated",
        "custody_dispute": True,
        "serious_distrust": True,
        "alienation_claim": True,
    }.items():
        assert interview.answer(name, value).set_aside == ()
    before = interview.result().to_dict()
    answered = interview.answer("separation_status", "none")
    assert answered.set_aside == ("custody_dispute", "serious_distrust", "alienation_claim")
    assert interview.set_aside == answered.set_aside
    assert interview.result().to_dict()["questions"]["custody_dispute"] == "not_applicable"
    # Answered while it does not apply: kept, and said to be set aside.
    assert interview.answer("custody_dispute", False).set_aside == ("custody_dispute",)
    undone = interview.undo()
    assert (undone.question, undone.set_aside) == ("custody_dispute", ("custody_dispute",))
    answered = interview.answer("separation_status", "planned")
    assert answered.taken_up == ("custody_dispute", "serious_distrust", "alienation_claim")
    assert interview.undo().set_aside == answered.taken_up
    assert interview.undo().taken_up == answered.taken_up
    assert interview.result().to_dict() == before


@pytest.mark.parametrize("value", [None, "oikeastaan", 3, ["x"], {}, object()])
@pytest.mark.parametrize("name", ["acute_danger", "custody_dispute"])
def test_a_refused_answer_changes_nothing(name: str, value: object) -> None:
    interview = otseula.load(engines=("lanes",)).interview({"child_protection_need": True})
    before = _state(interview)
    with pytest.raises(CaseError) as caught:
        interview.answer(name, value)
    assert [problem.pointer for problem in caught.value.problems] == [f"/answers/{name}"]
    assert "oikeastaan" not in str(caught.value)
    assert _state(interview) == before
    assert interview.undo() is None


def test_an_unknown_question_is_refused_without_repeating_it() -> None:
    interview = otseula.load(engines=("lanes",)).interview()
    for name in ("salainen_nimi", "010190-999K"):
        with pytest.raises(CaseError) as caught:
            interview.answer(name, True)
        assert name not in repr(caught.value.problems)
    assert interview.answers == {}


def test_an_interview_keeps_the_judgement_of_its_case() -> None:
    rulebase = otseula.load(engines=("lanes",))
    case = replace(otseula.parse_case(b'{"answers": {}}'), judgement={"agrees": True})
    assert rulebase.interview(case).result().judgement.agrees
    reason = next(iter(rulebase.period().deviation_reasons))
    other = rulebase.interview(case).result({"deviates": "up", "reason": reason})
    assert other.judgement.deviates == "up"


@pytest.mark.parametrize("answers", [[], "", 0, False, ()])
def test_an_interview_takes_no_other_thing_for_answers(answers: Any) -> None:
    with pytest.raises(CaseError):
        otseula.load(engines=("lanes",)).interview(answers)
