"""A question that decides which others are asked: what it leaves out, and how that is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from otseula.logic.conditions import DONT_KNOW
from otseula.screening.rulebase import load
from tests.cli.running import Person
from tests.cli.test_questionnaire import plain

OPENING = Path(__file__).parent / "opening"
RULEBASE = load(OPENING, engines=("lanes",))
#: The question of each topic, and the sign that brings it up without the topic.
TOPICS = {"home": "quarrel", "school": "absence", "health": "illness"}

at_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
topics = st.one_of(
    st.none(),
    st.just(DONT_KNOW),
    st.lists(st.sampled_from([*TOPICS, DONT_KNOW]), unique=True),
)
signs = st.one_of(
    st.none(), st.lists(st.sampled_from(["threat", "weapon", DONT_KNOW]), unique=True)
)


@given(topics, signs, st.permutations(["danger", "signs", "topics"]))
def test_an_unmarked_topic_is_absent_only_where_the_list_was_closed(
    marked: object, seen: object, order: list[str]
) -> None:
    given_ = {"danger": False, "signs": seen, "topics": marked}
    interview = RULEBASE.interview()
    for name in order:
        if given_[name] is not None:
            interview.answer(name, given_[name])
    result = interview.result()
    closed = isinstance(marked, list) and DONT_KNOW not in marked
    for topic, question in TOPICS.items():
        left_out = closed and topic not in marked
        if question == "illness" and (seen is None or {"threat", DONT_KNOW} & {*seen}):
            left_out = False
        assert (result.questions[question] == "not_applicable") == left_out, question
    asked = set()
    while (question_ := interview.next()) is not None:
        asked.add(question_.id)
        interview.answer(question_.id, DONT_KNOW)
    for question in TOPICS.values():
        if result.questions[question] != "not_applicable" and marked not in (None, DONT_KNOW):
            assert question in asked


def test_no_safety_question_is_left_out() -> None:
    for marked in (None, DONT_KNOW, [], ["home"], ["school", DONT_KNOW]):
        result = RULEBASE.screen({"topics": marked})
        assert [q.id for q in result.safety_questions] == ["danger", "signs"]
        assert {q.state for q in result.safety_questions} == {"not_asked"}
    interview = RULEBASE.interview()
    assert interview.safety_questions == ("danger", "signs")
    assert interview.opening_questions == ("topics",)


def _at_the_topics(*words: str, **more: str) -> tuple[Person, str]:
    person = Person(*words, rules=OPENING, **more)
    person.prompt()
    return person, plain(person.says("2", "0"))  # no confirmation where safety is asked


@at_a_terminal
def test_marking_some_asks_what_of_the_others() -> None:
    person, shown = _at_the_topics()
    assert "Mistä on kyse?" in shown
    closing = plain(person.says("1"))
    assert "Merkitsit: koti. Muut? Jos muita ei ole, niihin liittyviä kysymyksiä ei" in closing
    assert "1 muut: ei 2 muut: ei tiedossa" in closing
    assert "Riidelläänkö kotona?" in plain(person.says("muut: ei"))
    assert "Millä alueella?" in plain(person.says("e"))  # the other topics are left out

    person, _ = _at_the_topics()
    assert "Riidelläänkö kotona?" in plain(person.says("1", "2"))
    assert "Onko poissaoloja?" in plain(person.says("e"))  # not known: asked all the same


@at_a_terminal
def test_none_of_them_is_confirmed() -> None:
    person, _ = _at_the_topics()
    asked = plain(person.says("0"))
    assert "Vastasit: ei mikään näistä. Silloin näihin liittyviä kysymyksiä ei kysytä." in asked
    assert "1 kyllä, ei mikään näistä 2 ei tiedossa 3 palaa kysymykseen" in asked
    assert "1, 2, 3" in plain(person.says(""))  # nothing is preselected
    assert "Mistä on kyse?" in plain(person.says("3"))
    assert "Mistä on kyse?" in plain(person.says("0", "<"))
    assert "Millä alueella?" in plain(person.says("0", "1"))
    assert "Mistä on kyse?" in plain(person.says("<"))
    assert "Riidelläänkö kotona?" in plain(person.says("0", "-"))  # not known: asked


@at_a_terminal
def test_what_everyone_is_asked_is_counted_before_the_rest() -> None:
    """The opening question may leave most of the others out, so they are not counted yet."""
    person = Person(rules=OPENING)
    assert "Kysymys 1; kaikilta kysyttäviä jäljellä 3, sitten" in plain(person.prompt())
    assert "jäljellä 2, sitten" in plain(person.says("e"))
    assert "jäljellä 1, sitten" in plain(person.says("0"))
    after = plain(person.says("1", "1"))
    assert "Kysymys 4, enintään 2 jäljellä" in after
    assert "jäljellä 1, sitten" in plain(person.says("<"))


GO_THERE = {
    "fi": ("teemat", "Nykyinen vastauksesi: koti; muut: ei (Enter = sama)", "pysyi ennallaan"),
    "sv": ("teman", "Ditt nuvarande svar: hem; övriga: nej (Enter = samma)", "är oförändrat"),
    "en": ("themes", "Your present answer: home; the others: no (Enter = the same)", "as it was"),
}


@at_a_terminal
@pytest.mark.parametrize("language", GO_THERE)
@pytest.mark.parametrize("mark", [" |", ","], ids=["boxes", "plain"])
def test_the_opening_question_can_be_gone_to_and_left_as_it_is(language: str, mark: str) -> None:
    word, present, left = GO_THERE[language]
    person, shown = _at_the_topics("--lang", language, *(["--plain"] if mark == "," else []))
    assert f"<< {word}" not in shown  # it is being asked, and has no answer
    assert "1–" in plain(person.says("<<")) or "1 3" in plain(person.says("<<"))
    quarrel = plain(person.says("1", "1"))
    assert f"{mark} << {word}{mark} -" in quarrel
    for typed in ("<<", word, f"<< {word.upper()}"):
        again = plain(person.says(typed))
        assert present in again and f"<< {word}" not in again
        for same in ("", "<"):
            back = plain(person.says(same))
            assert left in back
            assert quarrel.strip().endswith(back.partition(". ")[2].strip()[-60:])
            person.says("<<")
        assert left in plain(person.says("<<", "1", "1"))  # the same answer typed anew


@at_a_terminal
def test_a_changed_opening_answer_keeps_the_later_ones(tmp_path: Path) -> None:
    saved = tmp_path / "kept.yaml"
    person, _ = _at_the_topics("--save", str(saved))
    area = plain(person.says("1 2", "1", "e", "e"))
    assert "Kysymys 6, viimeinen" in area and "Millä alueella?" in area
    shown = plain(person.says("<<"))
    assert "Voit nyt muuttaa tätä vastausta; muut vastauksesi säilyvät. Mistä on kyse?" in shown
    assert "Nykyinen vastauksesi: koti; koulu; muut: ei (Enter = sama)" in shown
    changed = plain(person.says("2 3", "1"))
    assert "Vastaus jää syrjään, koska kysymys ei nyt koske tapausta: Riidelläänkö" in changed
    assert "Onko sairautta?" in changed and "Onko poissaoloja?" not in changed
    area = plain(person.says("e"))
    assert "Millä alueella?" in area
    assert "Aiempi vastaus on taas voimassa: Riidelläänkö" in plain(person.says("<<", "1 2 3"))
    undone = plain(person.says("<"))
    assert "Muutos peruttiin, aiempi vastaus on taas voimassa: Mistä on kyse?" in undone
    assert "Palattiin" not in undone and "Millä alueella?" in undone
    assert "Oletko samaa mieltä" in plain(person.says("2"))
    assert person.last("").code == 0
    assert yaml.safe_load(saved.read_text(encoding="utf-8"))["answers"] == {
        "danger": False,
        "signs": [],
        "topics": ["school", "health"],
        "absence": False,
        "illness": False,
        "area": "a2",
    }


@at_a_terminal
def test_help_result_and_ctrl_c_hold_where_the_opening_answer_is_looked_at_again() -> None:
    person, _ = _at_the_topics("--format", "json")
    person.says("1", "1", "<<")
    assert "Tämä kysytään aina ja kaikilta." in plain(person.says("?"))
    assert "Merkitsit: koulu." in plain(person.says("2"))
    assert "Nykyinen vastauksesi: koti; muut: ei" in plain(person.says("<"))  # choose again
    person.press("c")
    person.prompt()
    assert "Nykyinen vastauksesi: koti; muut: ei" in plain(person.says("2"))
    assert '"absence": "not_applicable"' in person.last("!").said  # nothing had been changed


@at_a_terminal
def test_going_back_past_the_opening_question_keeps_every_answer(tmp_path: Path) -> None:
    saved = tmp_path / "kept.yaml"
    person, _ = _at_the_topics("--save", str(saved))
    person.says("1 2", "2", "-", "e", "<", "<")
    topics = plain(person.says("<"))
    assert "Aiempi vastauksesi: koti; koulu; muut: ei tiedossa (Enter = sama)" in topics
    assert "<<" not in topics
    assert "Aiempi vastauksesi: ei tiedossa (Enter = sama)" in plain(person.says("1 2", "1"))
    assert "Aiempi vastauksesi: ei (Enter = sama)" in plain(person.says(""))
    area = plain(person.says(""))
    assert "Millä alueella?" in area and "Aiempi" not in area
    assert "tyhjä ei ole vastaus" in plain(person.says(""))
    person.says("!")
    assert person.last("").code == 0
    answers = yaml.safe_load(saved.read_text(encoding="utf-8"))["answers"]
    assert answers["topics"] == ["home", "school"]
    assert (answers["quarrel"], answers["absence"]) == ("dont_know", False)


@at_a_terminal
def test_a_result_may_be_had_while_none_is_confirmed() -> None:
    person, _ = _at_the_topics("--lang", "sv", "--format", "json")
    assert "Stämmer det?" in plain(person.says("0"))
    assert '"topics": "not_asked"' in person.last("!").said


@at_a_terminal
def test_help_says_why_a_question_is_always_asked() -> None:
    person = Person(rules=OPENING)
    person.prompt()
    assert "vastaus ratkaisee, onko jotain tehtävä ensin" in plain(person.says("?"))
    shown = plain(person.says("e", "0", "?"))
    assert "Tämä kysytään aina ja kaikilta." in shown
    assert "tehtävä ensin" not in shown


@at_a_terminal
@pytest.mark.parametrize("words", [(), ("--plain",)], ids=["columns", "plain"])
def test_a_long_choice_stays_readable(words: tuple[str, ...]) -> None:
    person, _ = _at_the_topics(*words)
    shown = person.says("0", "1").replace("\r", "")
    lines = [line for line in shown.split("\n") if line.strip()]
    assert max(map(len, lines)) <= 80
    first, last = "1 Etelä-Savo", "24 muu, esimerkiksi Ahvenanmaa tai valtakunnallinen työ"
    if words:
        entries = [line.strip() for line in lines if line.startswith("  ")]
        assert (entries[0], entries[23], entries[24]) == (first, last, "25 ei tiedossa")
    else:
        asked = next(at for at, line in enumerate(lines) if "Millä alueella?" in line)
        assert len(lines) - asked < 18
        assert any(first in line and "13 HUS-yhtymä" in line for line in lines)
        assert last in shown


@at_a_terminal
def test_a_reason_is_offered_only_where_it_fits() -> None:
    person, _ = _at_the_topics()
    assert "Oletko samaa mieltä" in plain(person.says("!"))
    more = plain(person.says("2"))
    assert "1 vaara on suurempi 2 tiedän enemmän" in more
    assert "apu on jo" not in more
    assert person.last("1").code == 0

    person, _ = _at_the_topics()
    less = plain(person.says("!", "3"))
    assert "1 apu on jo 2 tiedän enemmän" in less
    assert "suurempi" not in less
    assert "apu on jo" in person.last("1").said
