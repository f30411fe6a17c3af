"""No false all-clear: each safety question left open, in every form of the result (issue point 5),
and a disagreement of the engines, which still tells every safety action."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import otseula
from otseula import CaseError, EngineDisagreement, Recommendation, RuleBase, Truth
from otseula.logic.conditions import Answers, Evaluation
from otseula.logic.lanes import Lanes
from otseula.logic.truth import Specification
from otseula.present.words import word
from tests.present.reading import LANGUAGES, every_output, squeezed
from tests.screening.cases import harmless
from tests.screening.privacy import chain_of

DAY = date(2026, 12, 1)
SAFETY_QUESTIONS = (
    "acute_danger",
    "child_immediate_danger",
    "emergency_signs",
    "lethal_danger_signs",
    "abduction_now",
    "abduction_signs",
    "violence_forms",
    "honour_threat_signs",
    "exploitation_signs",
    "suspected_crimes",
    "child_protection_need",
    "unborn_child_need",
)
#: Those on which a duty hangs, and no safety action.
ONLY_A_DUTY = {"child_protection_need", "unborn_child_need"}
NOT_ASKED, DONT_KNOW, PARTLY, LEFT = "not asked", "dont_know", "partly known", "left before it"


@pytest.fixture(scope="module")
def rulebase() -> RuleBase:
    return otseula.load()


@pytest.fixture(scope="module")
def safe(rulebase: RuleBase) -> dict[str, Any]:
    return harmless(rulebase.period(DAY))


def test_the_safety_questions_are_these(rulebase: RuleBase, safe: dict[str, Any]) -> None:
    result = rulebase.screen(safe, as_of=DAY)
    assert tuple(q.id for q in result.safety_questions) == SAFETY_QUESTIONS
    assert {q.state for q in result.safety_questions} == {"answered"}


def left_open(rulebase: RuleBase, safe: dict[str, Any], name: str, how: str) -> Recommendation:
    """The harmless case with one safety question left open in this way."""
    if how == LEFT:
        interview = rulebase.interview(as_of=DAY)
        while (question := interview.next()).id != name:
            interview.answer(question.id, safe[question.id])
        return interview.result()
    others = {key: value for key, value in safe.items() if key != name}
    given = {NOT_ASKED: {}, DONT_KNOW: {name: "dont_know"}, PARTLY: {name: ["dont_know"]}}[how]
    return rulebase.screen(others | given, as_of=DAY)


def ways(rulebase: RuleBase) -> Iterator[tuple[str, str]]:
    for name in SAFETY_QUESTIONS:
        for how in (NOT_ASKED, DONT_KNOW, LEFT):
            yield name, how
        if rulebase.period(DAY).questions[name].type == "choices":
            yield name, PARTLY


def test_an_open_safety_question_is_told_and_nothing_is_clear(
    rulebase: RuleBase, safe: dict[str, Any]
) -> None:
    tried = 0
    for name, how in ways(rulebase):
        result = left_open(rulebase, safe, name, how)
        state = "not_asked" if how in (NOT_ASKED, LEFT) else "dont_know"
        states = {question.id: question.state for question in result.safety_questions}
        assert states[name] == state
        assert result.questions[name] == state
        assert name in {each.id for each in result.missing}
        open_actions = [a for a in (*result.safety, *result.duties) if name in a.hinges_on]
        assert open_actions, name
        assert {action.truth for action in open_actions} == {Truth.UNKNOWN}
        question = rulebase.period(DAY).questions[name].text
        told = json.dumps(result.to_dict(), ensure_ascii=False)
        open_in_json = {q["id"]: q["state"] for q in json.loads(told)["safety_questions"]}
        assert open_in_json[name] == state
        for language in LANGUAGES:
            clear, text = word("all_clear", language), question.in_language(language)
            assert text in told
            assert clear not in told
            for form, output in every_output(result, language).items():
                assert squeezed(text) in output, (name, how, language, form)
                assert clear not in output, (name, how, language, form)
                tried += 1
    assert tried == (12 * 3 + 7) * 3 * 6


def test_all_clear_where_all_is_answered_harmlessly(
    rulebase: RuleBase, safe: dict[str, Any]
) -> None:
    result = rulebase.screen(safe, as_of=DAY)
    assert (result.safety, result.missing) == ((), ())
    assert result.eligibility.level == "basic_services_first"
    for language in LANGUAGES:
        for form, output in every_output(result, language).items():
            assert word("all_clear", language) in output, (language, form)


def test_none_is_clear_where_any_safety_action_is_met(
    rulebase: RuleBase, safe: dict[str, Any]
) -> None:
    period = rulebase.period(DAY)
    for name in SAFETY_QUESTIONS:
        if name in ONLY_A_DUTY:
            continue
        question = period.questions[name]
        bad = True if question.type == "boolean" else [question.options[0].id]
        result = rulebase.screen(safe | {name: bad}, as_of=DAY)
        assert result.safety
        assert result.safety[0].truth is Truth.MET
        for language in LANGUAGES:
            for output in every_output(result, language).values():
                assert word("all_clear", language) not in output
                assert squeezed(result.safety[0].text.in_language(language)) in output


# --- engines that do not agree -----------------------------------------------------------------

SECRET: dict[str, Any] = {
    "violence_forms": ["stalking"],
    "separation_status": "separated",
    "custody_dispute": True,
    "substance_use": ["injecting", "out_of_control"],
}
#: No text of the rule base holds these words: they could come from the case alone.
MARKS = ("violence_forms", "'stalking'", "'separated'", "injecting", "out_of_control")


def lie(monkeypatch: pytest.MonkeyPatch, engine: type, says: dict[str, Truth]) -> None:
    """Makes one engine say something else of some nodes."""
    real = engine.evaluate

    def evaluate(self: Any, answers: Answers) -> Evaluation:
        found = real(self, answers)
        return Evaluation({**found.nodes, **says}, found.applies)

    monkeypatch.setattr(engine, "evaluate", evaluate)


def disagreement(rulebase: RuleBase, answers: dict[str, Any]) -> EngineDisagreement:
    with pytest.raises(EngineDisagreement) as caught:
        rulebase.screen(answers, as_of=DAY)
    return caught.value


def told(actions: tuple[Any, ...]) -> list[tuple[str, Truth]]:
    return [(action.id, action.truth) for action in actions]


@pytest.mark.parametrize("engine", [Lanes, Specification])
def test_a_disagreement_tells_what_any_engine_does_not_rule_out(
    rulebase: RuleBase, safe: dict[str, Any], engine: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = {"life_in_danger": Truth.MET, "emergency_care_needed": Truth.UNKNOWN}
    lie(monkeypatch, engine, says)
    error = disagreement(rulebase, safe)
    assert set(error.nodes) == set(says)
    assert told(error.safety) == [("call_112", Truth.MET), ("emergency_care", Truth.UNKNOWN)]
    assert error.duties == ()


def test_an_engine_that_rules_out_too_much_takes_no_action_away(
    rulebase: RuleBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"acute_danger": True, "violence_forms": ["physical"]}
    honest = rulebase.screen(answers, as_of=DAY)
    nodes = rulebase.period(DAY).conditions.nodes
    lie(monkeypatch, Specification, dict.fromkeys(nodes, Truth.NOT_MET))
    error = disagreement(rulebase, answers)
    # The most urgent first, as in a recommendation: met ones, then those not decided.
    assert told(error.safety) == told(honest.safety)
    assert told(error.duties) == told(honest.duties)
    assert [a.truth for a in error.safety][:2] == [Truth.MET, Truth.MET]
    assert all(action.hinges_on == () for action in (*error.safety, *error.duties))


@pytest.mark.parametrize("engine", [Lanes, Specification])
def test_an_engine_that_fails_leaves_every_action_open(
    rulebase: RuleBase, safe: dict[str, Any], engine: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def evaluate(self: Any, answers: Answers) -> Evaluation:
        raise RuntimeError(f"broken by {answers}")

    monkeypatch.setattr(engine, "evaluate", evaluate)
    period = rulebase.period(DAY)
    error = disagreement(rulebase, safe)
    assert {a.id for a in error.safety if a.truth is Truth.UNKNOWN} == period.safety_actions.keys()
    error = disagreement(rulebase, SECRET)
    assert {action.id for action in error.safety} == period.safety_actions.keys()
    assert {action.id for action in error.duties} == period.duties.keys()
    met = {action.id for action in error.safety if action.truth is Truth.MET}
    assert met == {"risk_assessment_and_safety_plan"}
    orders = [period.safety_actions[a.id].order for a in error.safety[1:]]
    assert error.safety[0].id in met
    assert orders == sorted(orders)
    holds_nothing(error)


def test_an_engine_that_forgets_nodes_leaves_them_open(
    rulebase: RuleBase, safe: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Specification.evaluate
    monkeypatch.setattr(
        Specification, "evaluate", lambda self, a: Evaluation({}, real(self, a).applies)
    )
    error = disagreement(rulebase, safe)
    assert {a.id for a in error.safety} == rulebase.period(DAY).safety_actions.keys()


def holds_nothing(error: EngineDisagreement) -> None:
    for each in chain_of(error):
        texts = [str(each), repr(each), repr(each.args), repr(vars(each))]
        for mark in MARKS:
            assert not any(mark in text for text in texts), mark
        dumped = pickle.dumps(each)
        assert not any(mark.encode() in dumped for mark in MARKS)
    assert error.__context__ is None
    assert error.__cause__ is None


def test_a_disagreement_holds_no_answer(
    rulebase: RuleBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie(monkeypatch, Lanes, {"level_test": Truth.MET})
    error = disagreement(rulebase, SECRET)
    holds_nothing(error)
    again = pickle.loads(pickle.dumps(error))
    assert (again.nodes, told(again.safety)) == (error.nodes, told(error.safety))
    assert error.nodes == ("level_test",)


def test_a_wrong_case_is_refused_before_any_engine_is_asked(
    rulebase: RuleBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie(monkeypatch, Lanes, {"level_test": Truth.MET})
    with pytest.raises(CaseError):
        rulebase.screen({"acute_danger": "kyllä"}, as_of=DAY)
