"""The whole catalogue: short enough to ask, closed only where the professional closed it, and no
wider than "most demanding" (issue 3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import otseula
from otseula import Truth
from otseula.rulebase.model import Question, Vignette
from tests.screening.cases import harmless, random_case
from tests.vignettes import whole

DAY = date(2026, 12, 1)
HERE = Path(__file__).parent
RULEBASE = otseula.load(engines=("lanes", "specification"))
PERIOD = RULEBASE.period(DAY)
QUESTIONS = PERIOD.questions
THEMES = [option.id for option in QUESTIONS["themes_present"].options]
VIGNETTES = whole(RULEBASE)

#: Bars of issue 3, point 4 and 5.
MOST_QUESTIONS, MOST_ALWAYS_ASKED, MOST_ASKED, LONGEST = 110, 20, 35, 160


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return loaded


# --- how much is asked ---------------------------------------------------------------------------


def test_the_catalogue_is_small_enough() -> None:
    for period in RULEBASE.content.periods:
        assert len(period.questions) <= MOST_QUESTIONS
        assert sum(q.always_ask for q in period.questions.values()) <= MOST_ALWAYS_ASKED


def asked(vignette: Vignette) -> list[str]:
    """What the questionnaire asks when it is answered as the vignette is; what the vignette does
    not tell is not known."""
    interview = RULEBASE.interview({}, as_of=vignette.as_of)
    names = []
    while (question := interview.next()) is not None:
        names.append(question.id)
        value = vignette.answers.get(question.id, "dont_know")
        interview.answer(question.id, list(value) if isinstance(value, tuple) else value)
    return names


CLEAR_YES = [vignette for vignette in VIGNETTES if vignette.kind == "clear_yes"]


@pytest.mark.parametrize("vignette", CLEAR_YES, ids=lambda v: v.id)
def test_a_clear_yes_is_asked_little(vignette: Vignette) -> None:
    names = asked(vignette)
    assert len(names) == len(set(names))
    assert len(names) <= MOST_ASKED, f"{len(names)} asked: {names}"


def test_there_are_clear_yeses_to_ask() -> None:
    assert len(CLEAR_YES) >= 20


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda q: q.id)
def test_a_question_is_short_and_says_what_counts(question: Question) -> None:
    assert question.help is not None
    for language in otseula.text.LANGUAGES:
        assert len(question.text.in_language(language)) <= LONGEST
        told = question.help.in_language(language)
        assert len(told) >= 40, "says what counts and what does not"
        assert told != question.text.in_language(language)


# --- the opening question of themes --------------------------------------------------------------


QUIET = {n: v for n, v in harmless(PERIOD).items() if QUESTIONS[n].theme == "safety"}


def applicability(answers: dict[str, Any]) -> dict[str, Truth]:
    states = RULEBASE.screen(answers, as_of=DAY).to_dict()["questions"]
    return {
        name: Truth.NOT_MET if state == "not_applicable" else Truth.UNKNOWN
        for name, state in states.items()
    }


def test_no_theme_is_absent_until_the_list_is_closed() -> None:
    """Point 6: an unmarked theme may be there until the professional says that no other is."""
    open_lists: list[Any] = [None, "dont_know"]
    open_lists += [[theme, "dont_know"] for theme in THEMES]
    by_safety = {
        s.id for s in RULEBASE.screen(QUIET, as_of=DAY).situations if s.truth is Truth.NOT_MET
    }
    for marked in open_lists:
        answers = QUIET if marked is None else QUIET | {"themes_present": marked}
        absent = {n for n, where in applicability(answers).items() if where is Truth.NOT_MET}
        # Details of what a safety question has ruled out, and of nothing else.
        assert absent == {"honour_details"}
        result = RULEBASE.screen(answers, as_of=DAY)
        ruled_out = {s.id for s in result.situations if s.truth is Truth.NOT_MET}
        assert ruled_out == by_safety < {s.id for s in result.situations}
    assert set(applicability({}).values()) == {Truth.UNKNOWN}


def test_a_closed_list_leaves_out_other_themes_and_never_a_safety_question() -> None:
    always = {name for name, question in QUESTIONS.items() if question.always_ask}
    for marked in [[], *([theme] for theme in THEMES)]:
        absent = {
            name
            for name, where in applicability(QUIET | {"themes_present": marked}).items()
            if where is Truth.NOT_MET
        }
        assert not absent & always
        if not marked:
            continue
        assert {QUESTIONS[name].theme for name in QUESTIONS.keys() - absent} >= {
            QUESTIONS[first_of(marked[0])].theme
        }


def first_of(theme: str) -> str:
    return next(name for name, question in QUESTIONS.items() if question.theme == theme)


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_questions_that_apply_when_it_is_marked(theme: str) -> None:
    closed = applicability(QUIET | {"themes_present": []})
    marked = applicability(QUIET | {"themes_present": [theme]})
    woken = {n for n in QUESTIONS if closed[n] is Truth.NOT_MET and marked[n] is Truth.UNKNOWN}
    assert any(QUESTIONS[name].theme == theme for name in woken)


def test_a_safety_answer_wakes_what_hangs_on_it_though_the_list_was_closed() -> None:
    for answers, woken in (
        ({"violence_forms": ["physical"]}, "lethal_risk_factors"),
        ({"lethal_danger_signs": ["fear_for_life"]}, "violence_burdens"),
        ({"suspected_crimes": ["assault"]}, "crime_inquiry_needs"),
        ({"emergency_signs": ["suicide_danger"]}, "psychiatric_care_needs"),
        ({"emergency_signs": ["overdose"]}, "substance_care_problems"),
        ({"child_protection_need": True}, "child_welfare_status"),
        ({"honour_threat_signs": ["severe_control"]}, "honour_details"),
        ({"exploitation_signs": ["forced_work_or_crime"]}, "immigrant_background"),
        ({"unborn_child_need": True}, "expecting"),
    ):
        closed = QUIET | {"themes_present": []}
        assert applicability(closed)[woken] is Truth.NOT_MET, woken
        assert applicability(closed | answers)[woken] is Truth.UNKNOWN, woken


def test_safety_is_the_same_whatever_themes_are_marked() -> None:
    random = Random(31)
    for _ in range(60):
        case = random_case(random, PERIOD, 1.0)
        safety = {n: v for n, v in case.items() if QUESTIONS[n].theme == "safety"}
        told = [
            RULEBASE.screen({**safety, **themes}, as_of=DAY).safety
            for themes in (
                {},
                {"themes_present": []},
                {"themes_present": [random.choice(THEMES)]},
                {"themes_present": [random.choice(THEMES), "dont_know"]},
            )
        ]
        assert all(each == told[0] for each in told)


# --- no wider than the wording -------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("hal_table.yaml"), ids=lambda row: str(row["answers"]))
def test_any_of_the_ten_hal_criteria(row: dict[str, Any]) -> None:
    answers = {"themes_present": ["expecting_or_parents"], "expecting": True, **row["answers"]}
    result = RULEBASE.screen(answers, as_of=DAY)
    assert result.truth["hal_any_of_ten"].value == row["met"]
    clinic = {each.id: each.truth.value for each in result.channels}.get("hal_clinic", "not_met")
    assert clinic == row["met"]


def test_the_hal_table_tries_each_of_the_ten() -> None:
    met = {row["criterion"] for row in rows("hal_table.yaml") if row["met"] == "met"}
    assert met == set(range(1, 11))


@pytest.mark.parametrize("row", rows("alone_table.yaml"), ids=lambda row: row["name"])
def test_it_meets_no_situation_alone(row: dict[str, Any]) -> None:
    level = {"services_not_enough": True, "area_cannot_arrange": True}
    answers = harmless(PERIOD, {"themes_present": row["themes"], **level, **row["answers"]})
    assert row["answers"].items() <= answers.items(), "what the row answers applies"
    result = RULEBASE.screen(answers, as_of=DAY)
    assert {s.id: s.truth.value for s in result.situations if s.truth is not Truth.NOT_MET} == {}
    assert result.truth["level_test"] is Truth.MET
    assert result.eligibility.level == "advice"


@pytest.mark.parametrize("row", rows("danger_table.yaml"), ids=lambda row: row["name"])
def test_what_a_review_found_stays_mended(row: dict[str, Any]) -> None:
    answers = {"themes_present": row.get("themes", [])} | row["answers"]
    result = RULEBASE.screen(answers, as_of=DAY)
    kinds = (result.safety, result.duties, result.expertise, result.channels, result.notices)
    truths = {each.id: each.truth for kind in kinds for each in kind}
    assert {truths.get(name) for name in row.get("in_force", ())} <= {Truth.MET}
    assert not truths.keys() & {*row.get("absent", ())}
    assert {result.truth[name] for name in row.get("met", ())} <= {Truth.MET}
    levels = ("basic_services_first", "advice", "recommended")
    wanted = levels.index(row.get("at_least", levels[0]))
    assert levels.index(result.eligibility.at_least) >= wanted


# --- routes --------------------------------------------------------------------------------------


def test_every_county_helsinki_and_hus_belong_to_their_collaborative_area() -> None:
    areas = {area.id: area.yta for area in RULEBASE.content.items["areas"]}
    assert areas.pop("other_area") is None
    by_yta: dict[str, list[str]] = {}
    for area, yta in areas.items():
        by_yta.setdefault(str(yta), []).append(area)
    assert {yta: sorted(names) for yta, names in by_yta.items()} == {
        "ita_suomi": ["etela_savo", "keski_suomi", "pohjois_karjala", "pohjois_savo"],
        "sisa_suomi": ["etela_pohjanmaa", "kanta_hame", "pirkanmaa"],
        "lansi_suomi": ["pohjanmaa", "satakunta", "varsinais_suomi"],
        "etela_suomi": [
            "etela_karjala", "helsinki", "hus", "ita_uusimaa", "keski_uusimaa", "kymenlaakso",
            "lansi_uusimaa", "paijat_hame", "vantaa_kerava",
        ],
        "pohjois_suomi": ["kainuu", "keski_pohjanmaa", "lappi", "pohjois_pohjanmaa"],
    }  # fmt: skip
    for question in ("area", "service_area"):
        options = [option.id for option in QUESTIONS[question].options]
        assert options == [area.id for area in RULEBASE.content.items["areas"]]


@pytest.mark.parametrize("area", [a.id for a in RULEBASE.content.items["areas"]])
def test_every_area_has_its_way_to_the_ot_contact(area: str) -> None:
    result = RULEBASE.screen({"area": area, "professional_concern": True}, as_of=DAY)
    contacts = [each for each in result.channels if each.for_advice]
    assert len(contacts) == 1, [each.id for each in contacts]
    assert contacts[0].find is not None
    assert any(each.id == "own_area_services" for each in result.channels)


def test_a_service_whose_end_has_passed_is_never_recommended() -> None:
    ended = {c.id for c in RULEBASE.content.items["channels"] if c.valid_to and c.valid_to < DAY}
    assert ended >= {"vip_joint_consultation", "ot_tuki_pilot"}
    random = Random(12)
    cases = [dict(vignette.answers) for vignette in VIGNETTES]
    cases += [random_case(random, PERIOD) for _ in range(300)]
    offered = {
        channel.id
        for result in RULEBASE.screen_many(cases, as_of=DAY)
        for channel in result.channels
    }
    assert not offered & ended
    assert offered | ended == {c.id for c in RULEBASE.content.items["channels"]}


def test_a_service_is_recommended_while_it_ran() -> None:
    answers = {"area": "pohjois_savo", "professional_concern": True}
    for day, there in ((date(2023, 5, 1), True), (date(2023, 11, 4), False)):
        result = RULEBASE.screen(answers, as_of=day)
        assert ("ot_tuki_pilot" in {each.id for each in result.channels}) is there


# --- nobody leaves with nothing ------------------------------------------------------------------


def test_every_case_gets_a_recommendation_and_a_channel() -> None:
    random = Random(77)
    for _ in range(200):
        result = RULEBASE.screen(random_case(random, PERIOD), as_of=DAY)
        assert result.eligibility.at_least
        assert result.eligibility.at_most
        assert [each for each in result.channels if each.contact or each.find]


def test_professional_concern_alone_gives_advice() -> None:
    random = Random(78)
    assert (
        RULEBASE.screen({"professional_concern": True}, as_of=DAY).eligibility.at_least == "advice"
    )
    for _ in range(200):
        case = random_case(random, PERIOD) | {"professional_concern": True}
        assert RULEBASE.screen(case, as_of=DAY).eligibility.at_least != "basic_services_first"
