"""What an interview tells of itself: how far one is, and what hinges on a question."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import otseula
from otseula import CaseError, Hinge, RuleBase, Truth
from otseula.logic.conditions import DONT_KNOW, ConditionSet, walk
from otseula.screening.channels import AREA, ROLE, SERVICE_AREA
from otseula.screening.goals import Goal
from otseula.screening.interview import Interview
from otseula.screening.missing import open_goals
from tests.logic.random_conditions import random_conditions
from tests.logic.test_completions import completions, mattering, values_of, without_known
from tests.screening.cases import plain, random_case, value_of
from tests.screening.random_bases import random_base
from tests.screening.small_bases import loaded

CONTEXT = {AREA, SERVICE_AREA, ROLE}
#: Completions of one case that are written out at most.
MOST = 150
KINDS = ["safety", "duties", "eligibility", "situations", "expertise", "channels", "notices"]


@pytest.fixture(scope="module")
def bundled() -> RuleBase:
    return otseula.load(engines=("lanes",))


def small_base(seed: int, most: int = 6) -> tuple[Random, RuleBase]:
    random = Random(seed)
    return random, random_base(random, random_conditions(random, random.randint(1, most)))


def walked(random: Random, interview: Interview) -> Any:
    """Answers what is asked next, at random, and gives each question before it is answered."""
    while (question := interview.next()) is not None:
        yield question
        interview.answer(question.id, value_of(random, question, 0.3, 0.2))


def check_progress(random: Random, interview: Interview) -> None:
    before, settled = interview.progress(), set[Goal]()
    for question in walked(random, interview):
        now = interview.progress()
        assert now.at_most <= before.at_most, question.id
        assert now.open <= before.open and now.settled >= before.settled, question.id
        assert now.settled + now.open == before.settled + before.open
        assert sum(now.open_by_kind.values()) == now.open and 0 not in now.open_by_kind.values()
        assert sorted(now.open_by_kind, key=KINDS.index) == list(now.open_by_kind)
        assert all(now.open_by_kind[k] <= before.open_by_kind[k] for k in now.open_by_kind)
        assert settled <= (settled := settled_goals(interview))
        before = now
    last = interview.progress()
    assert last.at_most == 0 and last.open <= before.open
    if not any(DONT_KNOW in plain_value(value) for value in interview.answers.values()):
        assert last.open == 0


def plain_value(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def settled_goals(interview: Interview) -> set[Goal]:
    compiled, answers = interview._compiled, interview.answers
    truths = compiled.settled(compiled.lanes.evaluate(answers), answers).truths
    return {goal for goal, truth in truths.items() if truth is not Truth.UNKNOWN}


@pytest.mark.parametrize("seed", range(80))
def test_an_answer_more_opens_nothing(seed: int) -> None:
    random, rulebase = small_base(seed)
    check_progress(random, rulebase.interview(full=seed % 4 == 0))


@pytest.mark.parametrize("seed", range(3))
def test_an_answer_more_opens_nothing_in_the_bundled_rule_base(
    seed: int, bundled: RuleBase
) -> None:
    check_progress(Random(seed), bundled.interview())


def turned_goals(interview: Interview) -> dict[str, set[Goal]] | None:
    """For each question the goals that it turns, every completion written out; None where these
    are too many."""
    compiled, answers = interview._compiled, plain(dict(interview.answers))
    stored = compiled.period.conditions
    asked = {name: q for name, q in stored.questions.items() if name not in CONTEXT}
    answers = {name: value for name, value in answers.items() if name in asked}
    conditions, size = without_known(ConditionSet(asked, stored.nodes), answers), 1
    for name, domain in conditions.questions.items():
        if name not in answers or DONT_KNOW in plain_value(answers[name]):
            size *= len(values_of(domain))
    if size > MOST:
        return None
    found = [
        (full, {g: Truth.MET if Truth.MET in {nodes[n] for n in of} else Truth.NOT_MET
                for g, of in compiled.exact.goals.items()})
        for full, nodes in completions(conditions, answers)
    ]  # fmt: skip
    turned: dict[str, set[Goal]] = {name: set() for name in stored.questions}
    in_force = plain(dict(interview.answers))
    settled = compiled.settled(compiled.lanes.evaluate(in_force), in_force)
    for goal in open_goals(compiled, settled):
        for name in mattering(conditions, found, answers, goal):
            turned[name.removeprefix("known ")].add(goal)
    return turned


def test_what_hinges_on_a_question_is_exactly_what_it_can_turn() -> None:
    compared = 0
    for seed in range(300):
        random, rulebase = small_base(seed, 4)
        interview = rulebase.interview(random_case(random, rulebase.period()) if seed % 2 else {})
        for _ in walked(random, interview):
            turned = turned_goals(interview)
            for name, goals in (turned or {}).items():
                if name in interview.answers:
                    continue
                told = {Goal(each.kind, each.id) for each in interview.why(name)}
                if name in CONTEXT:  # beside what it turns: whom channels serve
                    assert goals <= told and {g.kind for g in told - goals} <= {"channels"}
                elif goals:
                    assert told == goals, (seed, name)
                    compared += 1
                else:
                    assert not told or name in asked_at_all(interview), (seed, name)
    assert compared > 100


def asked_at_all(interview: Interview) -> set[str]:
    """What is still asked because of others: it decides whether they apply."""
    missing = {each.id for each in interview.result().missing}
    conditions = interview._compiled.period.conditions.questions
    starts = [conditions[name].applies_when for name in missing]
    nodes = interview._compiled.period.conditions.nodes
    reached = set()
    todo = [each for each in starts if each is not None]
    while todo:
        for part in walk(todo.pop()):
            if hasattr(part, "question"):
                reached.add(part.question)
                more = conditions[part.question].applies_when
                todo += [more] if more is not None and more not in todo else []
            elif hasattr(part, "name"):
                todo.append(nodes[part.name])
    return missing | reached


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_asked_has_a_reason(seed: int) -> None:
    random, rulebase = small_base(seed + 500)
    interview = rulebase.interview()
    always = {q.id for q in rulebase.period().questions.values() if q.always_ask}
    for question in walked(random, interview):
        why = interview.why()
        assert why == interview.why(question.id)
        assert why or always, question.id  # asked of everyone, or decides about such a question
        assert [each.kind for each in why] == sorted((each.kind for each in why), key=KINDS.index)
    assert interview.why() == ()


def test_in_the_bundled_rule_base_whatever_is_asked_has_a_reason(bundled: RuleBase) -> None:
    random, interview = Random(7), bundled.interview()
    for question in walked(random, interview):
        assert interview.why() or question.always_ask, question.id


TABLE = yaml.safe_load((Path(__file__).parent / "hinges_table.yaml").read_text("utf-8"))
PLACES = TABLE["base"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=str)
def test_what_hinges_on_a_question(tmp_path: Path, case: dict[str, Any]) -> None:
    interview = loaded(tmp_path, PLACES).interview(case["answers"])
    before = dict(interview.answers)
    told = interview.why(case["question"])
    assert [f"{each.kind} {each.id}" for each in told] == case["why"]
    assert interview.answers == before
    texts = {each.id: each.text.fi if each.text else None for each in told}
    names = {"first": "Ensin", "hard": "Vaikea", "group": "Ryhmä", "advice": None}
    assert all(texts[name] == names[name] for name in names.keys() & texts.keys())


def test_progress_counts_what_is_open(tmp_path: Path) -> None:
    interview = loaded(tmp_path, PLACES).interview()
    kinds = {"safety": 2, "eligibility": 2, "situations": 1, "channels": 4}
    seen = [dict(interview.progress().open_by_kind)]
    for name, value in [
        ("danger", False), ("need", "some"), ("far", True), ("service_area", "south"),
        ("area", "south"), ("role", "dont_know"),
    ]:  # fmt: skip
        interview.answer(name, value)
        seen.append(dict(interview.progress().open_by_kind))
    places, clinic = {"channels": 2}, {"channels": 1}
    assert seen == [
        kinds,
        {name: n for name, n in kinds.items() if name != "safety"},
        places,
        places,
        places,
        clinic,
        clinic,  # whom the clinic serves is not known
    ]
    now = interview.progress()
    assert (now.answered, now.at_most, now.settled, now.open) == (6, 0, 8, 1)


def test_a_changed_answer_revives_what_it_had_made_irrelevant(tmp_path: Path) -> None:
    interview = loaded(tmp_path, PLACES).interview({"danger": False, "need": "none"})
    closed = interview.progress()
    assert interview.why("role") == () and closed.open == 1  # the line that is always there
    interview.answer("need", "much")
    revived = interview.progress()
    assert revived.at_most > closed.at_most and revived.open > closed.open
    assert [each.id for each in interview.why("role")] == ["centre", "clinic"]
    interview.undo()
    assert interview.progress() == closed


@pytest.mark.parametrize("name", ["nobody", "", 3, None.__class__, ["danger"]])
def test_an_unknown_question_is_refused(tmp_path: Path, name: Any) -> None:
    interview = loaded(tmp_path, PLACES).interview()
    with pytest.raises(CaseError):
        interview.why(name)


def test_before_the_opening_answer_no_diagram_is_built() -> None:
    interview = otseula.load(engines=("lanes",)).interview()
    progress = interview.progress()
    assert progress.common > 0 and progress.open > 100
    assert interview._compiled.exact._found == []
    assert hash(progress) and progress == interview.progress()


def test_a_hinge_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Hinge("safety", "call", None).id = "other"
