"""Where one is in the questionnaire and why a question is asked, as they are said."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import otseula
from otseula.cli.standing import standing_line, why_lines
from otseula.screening.hinges import Hinge
from otseula.screening.interview import Progress
from otseula.text import LANGUAGES, Text
from tests.cli.running import Person
from tests.cli.test_questionnaire import plain
from tests.screening.cases import value_of

TABLE = yaml.safe_load((Path(__file__).parent / "standing_table.yaml").read_text("utf-8"))
OPENING = Path(__file__).parent / "opening"

at_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", TABLE["lines"], ids=lambda row: row["fi"])
def test_what_is_settled_and_open(row: dict[str, Any], language: str) -> None:
    progress = Progress(3, 20, row.get("common", 0), row["settled"], row["open"])
    assert standing_line(progress, language, 80) == row[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", TABLE["why"], ids=lambda row: row["fi"][0])
def test_what_hinges_on_a_question(row: dict[str, Any], language: str) -> None:
    hinges = [
        Hinge(kind, text if kind == "eligibility" else f"h{at}", _text(kind, text))
        for at, (kind, text) in enumerate(row["hinges"])
    ]
    lines = why_lines(hinges, language, 80)
    assert lines == [f"  - {line}" for line in row[language]]


def _text(kind: str, text: str) -> Text | None:
    return None if kind == "eligibility" else Text(text)


def test_the_line_is_one_line_in_every_interview() -> None:
    rulebase = otseula.load(engines=("lanes",))
    for seed in range(3):
        random, interview = Random(seed), rulebase.interview()
        while (question := interview.next()) is not None:
            for language in LANGUAGES:
                line = standing_line(interview.progress(), language, 80)
                assert len(line) <= 80 and line.endswith("."), line
            interview.answer(question.id, value_of(random, question, 0.3, 0.2))


WALK = {
    "fi": [
        "Auki: turvallisuus, velvollisuudet, suositus, 2 tilannetta, yhteydet.",
        "Selvillä: turvallisuus, velvollisuudet. Auki: suositus, 2 tilannetta, yhteydet.",
        "Selvillä: turvallisuus, velvollisuudet, yhteydet. Auki: suositus, 1 tilanne.",
    ],
    "sv": [
        "Öppet: säkerhet, skyldigheter, rekommendation, 2 situationer, kontakter.",
        "Klart: säkerhet, skyldigheter. Öppet: rekommendation, 2 situationer, kontakter.",
        "Klart: säkerhet, skyldigheter, kontakter. Öppet: rekommendation, 1 situation.",
    ],
    "en": [
        "Open: safety, duties, recommendation, 2 situations, contacts.",
        "Settled: safety, duties. Open: recommendation, 2 situations, contacts.",
        "Settled: safety, duties, contacts. Open: recommendation, 1 situation.",
    ],
}


@at_a_terminal
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [(), ("--plain",)], ids=["boxes", "plain"])
def test_it_is_shown_at_every_question(language: str, words: tuple[str, ...]) -> None:
    first, later, last = WALK[language]
    person = Person("--lang", language, *words)
    assert first in plain(person.prompt())
    assert later in plain(person.says("2", "0"))
    shown = plain(person.says("2"))  # the parents or the school, whichever is asked first
    while last not in shown:
        assert later in shown or "1–" in shown, shown
        shown = plain(person.says("1"))
    assert later in plain(person.says("<"))  # what an answer had settled is open again
    person.press("d")
    assert person.last().code == 0


WHY = {
    "fi": (
        "Vastaus voi vielä vaikuttaa näihin: - Toimi ensin: SOITA-HETI",
        "vaikuttaa näihin: - Suositus: OT-yhteydenotto tai OT-neuvonta - Tilanne: ",
        "Vastaus ei enää muuta tulosta; nyt kysytään kaikki (--full).",
    ),
    "sv": (
        "Svaret kan ännu påverka detta: - Handla först: RING-GENAST",
        "påverka detta: - Rekommendation: kontakt med OT eller OT-rådgivning - Situation: ",
        "Svaret ändrar inte längre resultatet; nu ställs alla frågor (--full).",
    ),
    "en": (
        "The answer can still affect these: - Act first: CALL-NOW",
        "affect these: - Recommendation: OT contact or OT advice - Situation: ",
        "The answer no longer changes the result; everything is asked now (--full).",
    ),
}


@at_a_terminal
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_what_hinges_on_the_question(language: str) -> None:
    safety, later, _ = WHY[language]
    person = Person("--lang", language)
    person.prompt()
    assert safety in plain(person.says("?"))
    person.says("2", "0")
    assert later in plain(person.says("?"))
    person.press("d")
    assert person.last().code == 0


@at_a_terminal
def test_a_full_questionnaire_says_that_an_answer_changes_nothing(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "small.yaml").write_text(
        """
questions:
  - {id: first, type: boolean, text: {fi: Eka?, sv: Ett?, en: One?}}
  - {id: second, type: boolean, text: {fi: Toka?, sv: Två?, en: Two?}}
situations: [{id: s, text: {fi: s}, when: {any: [first, second]}}]
""",
        "utf-8",
    )
    for language in LANGUAGES:
        person = Person("--full", "--lang", language, rules=rules)
        person.prompt()
        assert WHY[language][2] not in plain(person.says("?"))
        shown = plain(person.says("1", "?"))
        assert WHY[language][2] in shown
        person.press("d")
        assert person.last().code == 0


@at_a_terminal
def test_why_is_said_of_an_answer_that_is_looked_at_again() -> None:
    person = Person(rules=OPENING)
    person.prompt()
    person.says("2", "0", "1", "1")
    again = plain(person.says("<<"))
    assert "Nykyinen vastauksesi" in again and "Auki:" not in again
    assert "Asiantuntemus: apu" in plain(person.says("?"))
    person.press("d")
    assert person.last().code == 0
