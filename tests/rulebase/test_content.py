"""The example of the design loads, item by item and condition by condition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Known,
    Not,
    QuestionTest,
    Ref,
)
from otseula.rulebase.bundled import BUNDLED
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Consequences, Content
from otseula.text import Text
from tests.rulebase.rulefiles import FIXTURES, GROUND, load


@pytest.fixture(scope="module")
def design() -> Content:
    return load_content(FIXTURES / "design")


def test_example_of_the_design(design: Content) -> None:
    period = design.on(date(2026, 12, 1))
    age = period.questions["child_age"]
    assert (age.type, age.range, age.unit, age.theme, age.worse) == (
        "integer", (0, 22), "years", "child", ("up",),
    )  # fmt: skip
    assert age.text == Text("Lapsen ikä", "Barnets ålder", "Age of the child")
    school = period.questions["school_attendance"]
    assert [option.id for option in school.options] == ["full", "partial", "none"]
    assert (school.sensitivity, dict(school.prior)) == (1, {"partial": 0.2, "none": 0.1})
    assert school.worse == ("full", "partial", "none")
    assert period.questions["parents_separated"].risk
    assert period.rules["a3_expertise"].then == Consequences(
        expertise=("youth_psychiatry",),
        channels=("ot_coordinator", "expert_group_14"),
        notices=("not_an_emergency_route",),
    )
    assert period.rules["acute"].text == Text("Vaara")
    assert period.safety_actions["emergency_care"].order == 3
    assert period.duties["child_welfare_notice"].section == Text("LSL 25 § 1")
    group = period.channels["expert_group_14"]
    assert (group.areas, group.goes_by, group.cost, group.contact) == (
        (), "service_area", "none", None,
    )  # fmt: skip
    assert period.channels["ot_coordinator"].always
    assert period.channels["ot_coordinator"].areas == ("pohjois_savo",)
    assert period.notices["consent"].always
    assert period.areas["helsinki"].yta is None
    assert design.sources["ot_tuki"].read_on == date(2026, 11, 21)
    assert design.layers[0].version == "2026.11"
    assert design.layers[0].name == "design"
    assert design.layers[0].local
    [vignette] = design.vignettes
    assert vignette.text == Text("a3_yes")
    assert vignette.answers["school_attendance"] is None
    assert vignette.as_of == date(2026, 12, 1)


def test_conditions_of_the_design(design: Content) -> None:
    conditions = design.on(date(2026, 12, 1)).conditions
    assert conditions.nodes["section_3"] == AllOf(
        (
            QuestionTest("parents_separated", "is", True),
            QuestionTest("conflict_duration_months", "at_least", 24),
            QuestionTest("school_attendance", "one_of", ("partial", "none")),
            QuestionTest("violence_forms", "includes", "stalking"),
            Not(QuestionTest("mediation_working", "is", True)),
            AtLeast(
                2,
                (
                    QuestionTest("child_refuses_contact", "is", True),
                    QuestionTest("repeated_court_cases", "is", True),
                    QuestionTest("enforcement_case", "is", True),
                ),
            ),
        )
    )
    situations = (Ref("demanding_separation"), Ref("mental_substance_protection_school"))
    assert conditions.nodes["contact_recommended"] == AllOf((AnyOf(situations), Ref("level_test")))
    school = conditions.questions["school_attendance"]
    assert school.applies_when == QuestionTest("child_age", "at_least", 6)
    assert school.options == ("full", "partial", "none")
    assert "contact_recommended" not in design.on(date(2025, 12, 31)).conditions.nodes


FORMS: dict[str, Condition] = {
    "parted": QuestionTest("parted", "is", True),
    "{parted: false}": QuestionTest("parted", "is", False),
    "{crit: true}": Ref("crit"),
    "{crit: false}": Not(Ref("crit")),
    "{none: [crit, danger]}": Not(AnyOf((Ref("crit"), QuestionTest("danger", "is", True)))),
    "{not: {not: crit}}": Not(Not(Ref("crit"))),
    "{school: none}": QuestionTest("school", "one_of", ("none",)),
    "{forms: {includes_any: [threat, threat]}}": QuestionTest(
        "forms", "includes_any", ("threat", "threat")
    ),
    "{forms: {includes_all: [threat, stalking]}}": QuestionTest(
        "forms", "includes_all", ("threat", "stalking")
    ),
    "{age: {between: [$two, 22]}}": QuestionTest("age", "between", (2, 22)),
    "{age: {is: $months}}": QuestionTest("age", "is", 12),
    "{age: {at_most: 0}}": QuestionTest("age", "at_most", 0),
    "{known: forms}": Known("forms"),
    "{at_least: $two, of: [crit, crit, {known: age}]}": AtLeast(
        2, (Ref("crit"), Ref("crit"), Known("age"))
    ),
    "{of: situations, at_least: 1}": AtLeast(1, (Ref("sit"),)),
    "{none: situations}": Not(AnyOf((Ref("sit"),))),
    "acute": Ref("acute"),
}


@pytest.mark.parametrize("written", FORMS)
def test_forms(written: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    rule = f"rules:\n  - {{id: x, when: {written}, then: {{notices: [note]}}, because: {{fi: X}}}}"
    content = load(tmp_path_factory.mktemp("form"), {"ground.yaml": GROUND, "x.yaml": rule})
    [period] = content.periods
    assert period.conditions.nodes["x"] == FORMS[written]


def test_dependency_order_counts_applies_when(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What decides whether a question applies comes before every test on it."""
    text = (
        "criteria:\n  - {id: early, text: {fi: X}, when: asked}\n"
        "  - {id: late, text: {fi: X}, when: parted}\n"
        "questions:\n  - {id: asked, type: boolean, text: {fi: Q}, applies_when: late}\n"
    )
    content = load(tmp_path_factory.mktemp("order"), {"ground.yaml": GROUND, "x.yaml": text})
    nodes = list(content.periods[0].conditions.nodes)
    assert nodes.index("late") < nodes.index("early")


def test_a_rule_base_may_be_small(tmp_path_factory: pytest.TempPathFactory) -> None:
    directory = tmp_path_factory.mktemp("small")
    content = load(directory, {"x.yaml": "questions: [{id: q, type: boolean, text: {fi: Q}}]"})
    assert content.layers[0].version == ""
    assert list(content.periods[0].conditions.questions) == ["q"]
    assert not content.periods[0].conditions.nodes


def test_a_vignette_needs_its_day_its_answers_and_what_it_expects(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """What kind of case it is, and where it came from, is told of it and changes nothing."""
    few = (
        "questions: [{id: q, type: boolean, text: {fi: Q}}]\n"
        "vignettes: [{id: v, as_of: 2026-12-01, answers: {q: true}, expect: {safety: []}}]\n"
    )
    (vignette,) = load(tmp_path_factory.mktemp("few"), {"x.yaml": few}).vignettes
    assert (vignette.kind, vignette.origin, vignette.written_from) == ("", "", None)


def test_content_cannot_be_changed(design: Content) -> None:
    period = design.on(date(2026, 12, 1))
    for mapping in (period.questions, period.conditions.nodes, design.items, design.sources):
        with pytest.raises(TypeError):
            mapping["x"] = None  # type: ignore[index]  # that it fails is the point


def test_bundled_rule_base_loads_without_and_with_its_name() -> None:
    content = load_content()
    assert content.hash == load_content(BUNDLED).hash
    assert not content.layers[0].local
    assert content.layers[0].name == "bundled"
    assert content.periods[-1].rules
    fast = load_content(vignettes=False)
    assert (fast.hash, fast.vignettes) == (content.hash, ())


def test_nothing_of_a_vignette_can_be_changed() -> None:
    def walk(value: object) -> None:
        assert not isinstance(value, list | dict | set)
        if isinstance(value, Mapping):
            walk(tuple(value.values()))
        elif isinstance(value, tuple):
            for each in value:
                walk(each)

    vignettes = load_content().vignettes
    assert any(isinstance(each, tuple) for v in vignettes for each in v.answers.values())
    for vignette in vignettes:
        walk(vignette.answers)
        walk(vignette.expect)
