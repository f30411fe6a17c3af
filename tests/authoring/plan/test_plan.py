"""The length of the questionnaire, against figures computed by hand and against everyone who could
answer, written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from math import prod, sqrt
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from otseula.authoring.plan.asking import Asker, may_be_asked, most_that_apply
from otseula.authoring.plan.changes import change
from otseula.authoring.plan.figures import Lengths, shift
from otseula.authoring.plan.people import People
from otseula.authoring.plan.planning import Plan, plan
from otseula.authoring.plan.report import render
from otseula.errors import Place
from otseula.logic.coding import codings_of
from otseula.logic.completions import Completions
from otseula.logic.conditions import Truth, Value
from otseula.logic.lanes import Lanes
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content, Question
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.goals import Goal
from otseula.screening.order import next_question
from otseula.text import Text
from tests.authoring.small_rulebase import DIRECTORY
from tests.logic.random_conditions import random_conditions

DAY = date(2026, 12, 1)
ROWS = yaml.safe_load((Path(__file__).parent / "table.yaml").read_text("utf-8"))
NAMES = [row["name"] for row in ROWS]


def content_of(row: Mapping[str, Any], directory: Path) -> Content:
    lists = {name: row[name] for name in ("questions", "situations") if row[name]}
    (directory / "r.yaml").write_text(yaml.safe_dump(lists), encoding="utf-8")
    return load_content(directory)


def compiled_of(content: Content) -> CompiledPeriod:
    return compile_period(content.on(DAY), ("lanes",))


def values_of(question: Question) -> Iterator[tuple[Value, float]]:
    """Every answer, and how often it is given."""
    prior = question.prior
    if question.type == "boolean":
        yes = prior.get("true", 1 - prior.get("false", 0.5))
        yield from ((True, yes), (False, 1 - yes))
    elif question.type == "integer":
        assert question.range is not None
        low, high = question.range
        yield from ((n, 1 / (high + 1 - low)) for n in range(low, high + 1))
    elif question.type == "choice":
        assert not prior
        yield from ((o.id, 1 / len(question.options)) for o in question.options)
    else:
        for marks in product((True, False), repeat=len(question.options)):
            on = [prior.get(o.id, 0.5) for o in question.options]
            options = tuple(o.id for o, m in zip(question.options, marks, strict=True) if m)
            yield options, prod(p if m else 1 - p for p, m in zip(on, marks, strict=True))


def everyone(compiled: CompiledPeriod) -> Iterator[tuple[dict[str, Value], float]]:
    questions = compiled.period.questions
    for each in product(*(values_of(q) for q in questions.values())):
        yield dict(zip(questions, (v for v, _ in each), strict=True)), prod(p for _, p in each)


def groups(found: Plan) -> dict[str, Any]:
    return {group.id: group for group in (found.none, *found.situations)}


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_by_hand_and_over_everyone(row: Mapping[str, Any], tmp_path: Path) -> None:
    compiled = compiled_of(content_of(row, tmp_path))
    asker = Asker(compiled)
    asked = [(asker.walked(person), weight) for person, weight in everyone(compiled)]
    mean = sum(weight * len(each.asked) for each, weight in asked)
    assert mean == pytest.approx(row["expected"], abs=1e-9)
    for name, (chance, of_them) in row["groups"].items():
        met = {name} if name else set()
        among = row.get("not_alone", [])
        inside = [(e, w) for e, w in asked if (name in e.met if name in among else e.met == met)]
        if not among:
            assert sum(w for _, w in inside) == pytest.approx(chance, abs=1e-9)
        lengths = sum(w * len(e.asked) for e, w in inside) / sum(w for _, w in inside)
        assert lengths == pytest.approx(of_them, abs=1e-9)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_what_is_drawn_comes_near(row: Mapping[str, Any], tmp_path: Path) -> None:
    found = plan(content_of(row, tmp_path), DAY, draws=600, seed=3)
    assert near(found.everyone, row["expected"])
    assert found.always.mean == row.get("always", 0)
    assert found.always.mean + found.others.mean == pytest.approx(found.everyone.mean)
    assert [*found.never] == row.get("never", [])
    worst = found.worst
    told = [worst.at_most, worst.at_most_knowing, worst.unknowing, worst.found]
    assert told == row["worst"]
    assert found.everyone.longest <= worst.found
    assert groups(found).keys() == row["groups"].keys()
    for name, (chance, mean) in row["groups"].items():
        group = groups(found)[name]
        assert group.drawn.n == min(600, 1200 // len(row["groups"]))
        assert near(group.drawn, mean)
        assert group.alone is (name not in row.get("not_alone", []))
        if name:
            assert group.chance == pytest.approx(chance, abs=1e-9)
            assert abs(group.met.n / 600 - chance) < 4 * sqrt(chance * (1 - chance) / 600)


def near(of: Lengths, mean: float) -> bool:
    """Within four standard errors, or so near that a few who are rare make the difference."""
    return abs(of.mean - mean) <= max(2 * (of.margin or 0), 0.05)


@pytest.mark.parametrize("seed", range(25))
def test_those_drawn_for_a_situation_are_those_for_whom_it_is_met(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, random.randint(2, 5))
    names = [*conditions.nodes][:3]
    exact = Completions(conditions, {Goal("situations", name): [name] for name in names})
    questions = [_question(domain, random) for domain in conditions.questions.values()]
    people, lanes = People(questions, conditions.questions, exact.codings), Lanes(conditions)
    among = people.with_situations(exact, names)
    for (name, alone), who in among.items():
        for number in range(20):
            person = people.drawn(seed, number, who)
            met = met_of(lanes, conditions.questions, person, names)
            assert met == {name} - {""} if alone else name in met
    for number in range(60):  # and nobody is one of those who are not there
        met = met_of(lanes, conditions.questions, people.drawn(seed, number), names)
        assert all((name, False) in among for name in met)
        assert len(met) > 1 or (next(iter(met), ""), True) in among


def _question(domain: Any, random: Random) -> Question:
    prior = {option: random.uniform(0.05, 0.9 / len(domain.options)) for option in domain.options}
    text = Text("K")
    return Question(
        id=domain.id, text=text, place=Place("r.yaml", 1, 1), type=domain.type, prior=prior
    )


def met_of(
    lanes: Lanes, questions: Mapping[str, Any], person: Mapping[str, Value], names: list[str]
) -> set[str]:
    """What is met of the answers to questions that apply."""
    answers: dict[str, Value] = {}
    for _ in questions:  # each round decides of one more whether it applies
        applies = lanes.evaluate(answers).applies
        answers = {n: v for n, v in person.items() if applies.get(n, Truth.MET) is Truth.MET}
    nodes = lanes.evaluate(answers).nodes
    return {name for name in names if nodes[name] is Truth.MET}


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
@pytest.mark.parametrize("alone", [True, False])
def test_they_are_drawn_as_often_as_they_are_among_them(
    row: Mapping[str, Any], alone: bool, tmp_path: Path
) -> None:
    compiled, count = compiled_of(content_of(row, tmp_path)), 1500
    period, exact = compiled.period, compiled.exact.completions
    assert exact is not None
    people = People(period.questions.values(), period.conditions.questions, exact.codings)
    asker, names = Asker(compiled), [*period.situations]
    for (name, only), among in people.with_situations(exact, names).items():
        if only is not alone:
            continue
        wanted = {}
        for person, weight in everyone(compiled):
            met = asker.walked(person).met
            if met == {name} - {""} if only else name in met:
                wanted[tuple(person.items())] = weight
        assert among.chance == pytest.approx(sum(wanted.values()), abs=1e-9)
        drawn = Counter(tuple(people.drawn(1, n, among).items()) for n in range(count))
        assert drawn.keys() <= wanted.keys()
        for person, weight in wanted.items():
            p = weight / among.chance
            assert abs(drawn[person] / count - p) <= 4.5 * sqrt(p * (1 - p) / count) + 1e-9


def test_whoever_is_drawn_is_the_same_whatever_else_is_asked(tmp_path: Path) -> None:
    def drawn(row: Mapping[str, Any]) -> list[dict[str, Value]]:
        compiled = compiled_of(content_of(row, tmp_path))
        exact = compiled.exact.completions
        assert exact is not None
        domains = compiled.period.conditions.questions
        people = People(compiled.period.questions.values(), domains, exact.codings)
        return [people.drawn(5, number) for number in range(50)]

    row = next(row for row in ROWS if row["name"] == "numbers and lists")
    more = {**row, "questions": [ROWS[0]["questions"][0], *row["questions"]]}
    more["situations"] = [
        {"id": "s", "text": {"fi": "S"}, "when": {"any": ["a", {"n": {"is": 4}}]}}
    ]
    before, after = drawn(row), drawn(more)
    assert all({"n": a["n"], "m": a["m"]} == b for a, b in zip(after, before, strict=True))
    assert len({str(each) for each in after}) > 20


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    content = load_content(DIRECTORY)
    assert plan(content, DAY, draws=20) == plan(content, DAY, draws=20)
    row_of = [plan(content, DAY, draws=20, seed=seed).situations[0].met.n for seed in range(5)]
    assert len({*row_of}) > 1


def test_vignettes_are_asked_what_they_answer() -> None:
    found = plan(load_content(DIRECTORY), DAY, draws=10)
    # danger is always asked; who has not tried help need not tell the age
    assert found.vignettes.counts == {"all_yes": 3, "all_no": 2}
    assert found.situations[0].vignettes.counts == {"all_yes": 3}
    assert found.none.vignettes.counts == {"all_no": 2}


def test_what_spares_looking_changes_nothing_of_what_is_asked() -> None:
    compiled = compiled_of(load_content(DIRECTORY))
    for answers in ({"danger": True, "age": 9}, {"danger": False, "age": 3, "tried": True}, {}):
        given: dict[str, Value] = {}
        while question := next_question(compiled, given):
            given[question.id] = answers.get(question.id, "dont_know")
        assert Asker(compiled).walked(answers).answers == given
    assert {*may_be_asked(compiled)} == {"danger", "age", "tried"}


def test_the_upper_bound_holds_for_anyone(tmp_path: Path) -> None:
    random = Random(4)
    bases = [compiled_of(content_of(row, tmp_path)) for row in ROWS]
    for compiled, people in [*((base, 30) for base in bases), (compiled_of(load_content()), 3)]:
        questions = compiled.period.questions
        codings = codings_of(compiled.period.conditions)
        drawn = People(questions.values(), compiled.period.conditions.questions, codings)
        asker, possible = Asker(compiled), {*may_be_asked(compiled)}
        most = most_that_apply(compiled.exact.completions, possible)
        for number in range(people):
            person = drawn.drawn(6, number)
            assert len(asker.walked(person).asked) <= most
            unsure = {n: v for n, v in person.items() if random.random() < 0.8}
            assert possible.issuperset(asker.walked(unsure).asked)


def test_where_no_diagram_holds_the_conditions_there_are_no_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("otseula.screening.settled.Exact.completions", None)
    found = plan(content_of(ROWS[0], tmp_path), DAY, draws=300)
    assert near(found.everyone, 1.5)
    (group,) = found.situations
    assert (group.chance, group.drawn.n, group.alone) == (None, 0, False)
    assert abs(group.met.n / 300 - 0.75) < 0.1
    assert found.worst.at_most == 2
    assert "–" in render(found, None, "text", "en")


def test_another_format_is_refused() -> None:
    found = plan(load_content(DIRECTORY), DAY, draws=2)
    with pytest.raises(ValueError, match="text, json"):
        render(found, None, "junit")


def test_a_longer_questionnaire_is_seen_with_its_cause(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir(), new.mkdir()
    either = ROWS[0]
    third = {"id": "c", "type": "boolean", "text": {"fi": "C"}}
    situation = {"id": "s", "text": {"fi": "S"}, "when": {"any": ["a", {"all": ["b", "c"]}]}}
    longer = {"questions": [*either["questions"], third], "situations": [situation]}
    before = plan(content_of(either, old), DAY, draws=400)
    after = plan(content_of(longer, new), DAY, draws=400)
    moved = change(before, after)
    assert not moved.is_none
    assert moved.new == ("c",) and moved.gone == ()
    assert moved.everyone is not None and moved.everyone.margin is not None
    # c is asked where a is not true and b is: one in four
    assert abs(moved.everyone.difference - 0.25) <= 2 * moved.everyone.margin
    assert moved.everyone.margin < 0.05  # the same people: narrower than either mean
    assert (before.worst.at_most, after.worst.at_most) == (2, 3)
    assert moved.share == {}  # a and b are asked just as often
    back = change(after, before)
    assert back.gone == ("c",)
    assert back.everyone is not None
    assert back.everyone.difference == pytest.approx(-moved.everyone.difference)


def test_a_question_asked_less_often_is_named(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir(), new.mkdir()
    either, row = ROWS[0], dict(ROWS[0])
    row["questions"] = [{**either["questions"][0], "prior": {"true": 0.9}}, either["questions"][1]]
    moved = change(
        plan(content_of(either, old), DAY, draws=200), plan(content_of(row, new), DAY, draws=200)
    )
    assert [*moved.share] == ["b"]
    before, after = moved.share["b"]
    assert before > 0.4 > 0.15 > after


def test_no_edit_is_no_change() -> None:
    content = load_content(DIRECTORY)
    assert change(plan(content, DAY, draws=20), plan(content, DAY, draws=20)).is_none


def test_figures_of_lengths() -> None:
    of = Lengths({str(n): n for n in range(1, 21)})
    assert (of.n, of.mean, of.middle, of.longest) == (20, 10.5, (1, 19), 20)
    assert of.margin == pytest.approx(1.96 * sqrt(35 / 20))
    one = Lengths({"0": 4})
    assert (one.margin, one.middle, one.longest) == (None, (4, 4), 4)
    assert shift(one, Lengths({})) is None
    assert shift(one, Lengths({"1": 6})) is None
    moved = shift(one, Lengths({"0": 6, "1": 9}))  # only those whom both know
    assert moved is not None and (moved.after, moved.difference, moved.margin) == (6, 2, None)
