"""The shape of the rule base's own cases, read plainly: what they may name and what they cover."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
KINDS = {"clear_yes", "clear_no", "borderline", "safety_first", "mostly_unknown"}
LEVELS = ["basic_services_first", "advice", "recommended"]
DONT_KNOW = "dont_know"


def entries(folder: str, name: str) -> dict[str, dict[str, Any]]:
    """All entries of the list `name` in the YAML files of `folder`, by id."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / folder).glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text("utf-8")).get(name, ()):
            assert entry["id"] not in found, f"{path.name}: {entry['id']} is there twice"
            found[entry["id"]] = entry | {"file": path.stem}
    return found


QUESTIONS = entries("criteria/questions", "questions")
VIGNETTES = entries("criteria/vignettes", "vignettes")
SITUATIONS = set(entries("criteria/situations", "situations"))
CRITERIA = {*entries("criteria/situations", "criteria"), *entries("criteria", "criteria")}
#: Each of these must be tried alone.
SAFETY_QUESTIONS = {n for n, q in QUESTIONS.items() if q["theme"] == "safety"}
CONSEQUENCES = {
    name: entries("rules/consequences", name)
    for name in ("safety_actions", "duties", "channels", "notices", "expertise")
} | {"situations": SITUATIONS}
LISTS = {
    "safety": "safety_actions",
    "safety_open": "safety_actions",
    "duties": "duties",
    "duties_open": "duties",
    "duties_include": "duties",
    "duties_exclude": "duties",
    "situations": "situations",
    "channels_include": "channels",
    "channels_exclude": "channels",
    "notices_include": "notices",
    "notices_exclude": "notices",
    "expertise_include": "expertise",
    "expertise_exclude": "expertise",
}

#: Those that show what was offered while it ran.
ON_ANOTHER_DAY = {
    "while_the_pilot_ran", "the_day_after_the_pilot", "while_the_joint_consultation_ran",
}  # fmt: skip

every_vignette = pytest.mark.parametrize("vignette", VIGNETTES.values(), ids=VIGNETTES)


def allowed(question: dict[str, Any], value: Any) -> bool:
    """Whether `value` is an answer of `question`."""
    options = {option["id"] for option in question.get("options", ())}
    if value == DONT_KNOW:
        return True
    match question["type"]:
        case "boolean":
            return isinstance(value, bool)
        case "choice":
            return value in options
        case "integer":
            low, high = question["range"]
            return type(value) is int and low <= value <= high
    return (
        isinstance(value, list)
        and len(set(value)) == len(value)
        and set(value) <= options | {DONT_KNOW}
    )


def excluded(condition: Any, answers: dict[str, Any]) -> bool:
    """Whether a question's `applies_when` is surely not met by the answers."""
    if isinstance(condition, str):
        return answers.get(condition) is False
    ((name, operand),) = condition.items()
    if name == "any":
        return all(excluded(part, answers) for part in operand)
    if name == "all":
        return any(excluded(part, answers) for part in operand)
    value = answers.get(name)
    if value is None or value == DONT_KNOW:
        # A question that does not apply itself meets no test either.
        applies = QUESTIONS[name].get("applies_when")
        return applies is not None and excluded(applies, answers)
    if isinstance(operand, dict) and "at_least" in operand:
        return bool(value < operand["at_least"])
    if isinstance(operand, dict) and "between" in operand:
        low, high = operand["between"]
        return not low <= value <= high
    if isinstance(operand, dict):
        ((_, wanted),) = operand.items()
        wanted = [wanted] if isinstance(wanted, str) else wanted
        return DONT_KNOW not in value and not set(wanted) & set(value)
    return value not in (operand if isinstance(operand, list) else [operand])


def level_range(vignette: dict[str, Any]) -> tuple[int, int] | None:
    expected = vignette["expect"].get("eligibility")
    if expected is None:
        return None
    if isinstance(expected, str):
        return LEVELS.index(expected), LEVELS.index(expected)
    return LEVELS.index(expected["at_least"]), LEVELS.index(expected["at_most"])


@every_vignette
def test_names_only_known_questions_and_options(vignette: dict[str, Any]) -> None:
    for name, value in vignette["answers"].items():
        assert name in QUESTIONS
        assert allowed(QUESTIONS[name], value), (name, value)


@every_vignette
def test_answers_no_question_that_does_not_apply(vignette: dict[str, Any]) -> None:
    answers = vignette["answers"]
    for name, value in answers.items():
        condition = QUESTIONS[name].get("applies_when")
        if condition is not None and value != DONT_KNOW:
            assert not excluded(condition, answers), name


@every_vignette
def test_expects_only_known_consequences_and_situations(vignette: dict[str, Any]) -> None:
    expect = vignette["expect"]
    assert set(expect) <= {"eligibility", "truth", *LISTS}
    for key, ids in expect.items():
        if key in LISTS:
            assert set(ids) <= set(CONSEQUENCES[LISTS[key]]), key
            assert len(set(ids)) == len(ids), key
    assert set(expect.get("truth", {})) <= SITUATIONS | CRITERIA
    assert set(expect.get("truth", {}).values()) <= {"met", "not_met", "unknown"}
    assert not set(expect.get("channels_include", ())) & set(expect.get("channels_exclude", ()))
    assert not set(expect.get("safety", ())) & set(expect.get("safety_open", ()))


@every_vignette
def test_says_where_it_came_from_and_on_which_day(vignette: dict[str, Any]) -> None:
    assert vignette["kind"] in KINDS
    assert vignette["origin"] in {"source", "invented"}
    assert vignette["written_from"].startswith(("domain.md ", "seeds/"))
    day = vignette["as_of"].isoformat()
    assert (day == "2026-12-01") is (vignette["id"] not in ON_ANOTHER_DAY)
    assert vignette["text"]["fi"].endswith(".")


@every_vignette
def test_a_range_only_while_answers_are_missing(vignette: dict[str, Any]) -> None:
    levels = level_range(vignette)
    if levels is None:
        return
    low, high = levels
    assert low <= high
    asked = {name for name, value in vignette["answers"].items() if value != DONT_KNOW}
    complete = SAFETY_QUESTIONS | {"services_not_enough", "contact_reasons", "rare_illness"}
    if complete <= asked:
        assert low == high
    if vignette["kind"] == "mostly_unknown":
        assert low < high or "unknown" in vignette["expect"]["truth"].values()


@every_vignette
def test_tells_nothing_that_could_identify(vignette: dict[str, Any]) -> None:
    told = vignette["text"]["fi"]
    assert not re.search(r"\d", told), "ages in words or in the answers, never digits"
    assert "@" not in told
    assert not re.search(r"\d{5,}", str(vignette["answers"]) + vignette["written_from"])


@pytest.mark.parametrize("situation", sorted(SITUATIONS))
def test_every_situation_has_all_five_kinds(situation: str) -> None:
    kinds = Counter(v["kind"] for v in VIGNETTES.values() if v["file"] == situation)
    assert set(kinds) == KINDS


@pytest.mark.parametrize("situation", sorted(SITUATIONS))
def test_every_situation_is_expected_met_and_not_met_and_unknown(situation: str) -> None:
    truths = {v["expect"].get("truth", {}).get(situation) for v in VIGNETTES.values()}
    assert {"met", "not_met", "unknown"} <= truths


def test_there_are_enough_vignettes() -> None:
    assert len(VIGNETTES) >= 150
    assert sum(name.startswith("pair_") for name in VIGNETTES) >= 10


@pytest.mark.parametrize("question", sorted(SAFETY_QUESTIONS))
def test_each_safety_question_is_tried_alone(question: str) -> None:
    """Alone: every other safety question answered no, but for the need of child protection,
    which some of them bring with them."""
    quiet: tuple[Any, ...] = (False, [])

    def alone(answers: dict[str, Any]) -> bool:
        others = SAFETY_QUESTIONS - {question, "child_protection_need"}
        return (
            set(answers) >= SAFETY_QUESTIONS
            and answers[question] not in (*quiet, DONT_KNOW)
            and all(answers[other] in quiet for other in others)
        )

    assert any(alone(v["answers"]) for v in VIGNETTES.values())


@pytest.mark.parametrize(
    ("key", "name"),
    [("safety", "safety_actions"), ("duties", "duties"), ("channels_include", "channels")],
)
def test_every_consequence_is_expected_somewhere(key: str, name: str) -> None:
    expected = {item for v in VIGNETTES.values() for item in v["expect"].get(key, ())}
    assert expected == set(CONSEQUENCES[name])


@pytest.mark.parametrize(
    ("with_claim", "without_claim"),
    [
        ("alienation_without_violence", "separation_no_2"),
        ("alienation_with_violence", "separation_borderline_1"),
    ],
)
def test_an_alienation_claim_changes_no_expectation(with_claim: str, without_claim: str) -> None:
    claimed, plain = VIGNETTES[with_claim], VIGNETTES[without_claim]
    assert claimed["answers"] == plain["answers"] | {"alienation_claim": True}
    for key in ("eligibility", "truth", "safety", "duties"):
        assert claimed["expect"][key] == plain["expect"][key]


def test_each_answer_of_the_context_is_tried() -> None:
    def tried(question: str) -> Iterator[Any]:
        return (v["answers"].get(question) for v in VIGNETTES.values())

    for question in ("role", "area"):
        options = {option["id"] for option in QUESTIONS[question]["options"]}
        assert options <= set(tried(question))
