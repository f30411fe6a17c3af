"""The questionnaire, driven through a real pseudo-terminal."""

from __future__ import annotations

import json
import re
import signal
import stat
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.running import FIXED, Person, case_file
from tests.screening.privacy import NO_SHAPE, REFUSED_EXAMPLES, assert_absent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")


def plain(text: str) -> str:
    """The text without colours and line ends."""
    return re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;]*m", "", text))


def test_from_start_to_sheet_with_help_back_unknown_and_inapplicable() -> None:
    person = Person()
    start = plain(person.prompt())
    assert FIXED["fi"] in start
    assert "TURVALLISUUS Kysymys 1, enintään" in start
    assert "Onko vaara nyt?" in start

    helped = plain(person.says("?"))
    assert "Ohje vaarasta." in helped
    assert "kysytään aina" in helped

    empty = plain(person.says(""))
    assert "tyhjä ei ole vastaus" in empty
    unknown = plain(person.says("en osaa sanoa"))
    assert "Tätä vastausta ei voi käyttää." in unknown
    assert "1–3" in unknown

    second = plain(person.says("e"))
    assert "Kysymys 2, enintään" in second
    assert "Mitä merkkejä on?" in second
    assert "TURVALLISUUS" not in second  # the heading stands where the theme changes

    first = plain(person.says("<"))
    assert "Palattiin edelliseen kysymykseen." in first
    assert "Onko vaara nyt?" in first
    assert "ensimmäinen kysymys" in plain(person.says("<"))

    closing = plain(person.says("2", "3"))
    assert "Merkitsit: pelko." in closing
    assert "Muut? 1 muut: ei 2 muut: ei tiedossa" in closing
    assert "1, 2" in plain(person.says(""))  # nothing is preselected here either

    separated = plain(person.says("1"))
    assert "PERHE" in separated
    assert "Ovatko vanhemmat eronneet?" in separated
    assert "riita" in person.says("k")  # applies now
    set_aside = plain(person.says("30", "<", "<", "2"))
    assert "riita" not in set_aside.partition("Käykö lapsi koulua?")[2]  # does not apply
    assert "Käykö lapsi koulua?" in set_aside
    sheet = plain(person.says("-"))
    _, last_heading, below = sheet.partition("11. Vastuunrajaus")
    assert last_heading
    # once more: the top of the sheet has scrolled away
    assert below.index("Suositus: ") < below.index("Oletko samaa mieltä suosituksesta?")
    assert person.last("").code == 0


def test_an_answer_set_aside_is_told_and_taken_up_again(tmp_path: Path) -> None:
    case = case_file(tmp_path, {"acute_danger": False, "danger_signs": [], "dispute_months": 30})
    person = Person(case, "--ask", "--full")
    person.prompt()
    told = plain(person.says("2"))
    assert "Vastaus jää syrjään" in told
    assert "Kuinka kauan riita on kestänyt?" in told
    back = plain(person.says("<"))
    assert "Aiempi vastaus on taas voimassa: Kuinka kauan riita on kestänyt?" in back
    person.press("d")
    assert person.last().code == 0


def test_a_safety_action_is_shown_the_moment_it_arises_and_stays() -> None:
    person = Person()
    person.prompt()
    arisen = plain(person.says("k"))
    assert "Toimi ensin: • SOITA-HETI" in arisen
    assert "Mitä merkkejä on?" not in arisen
    assert "1 tulos nyt 2 jatka kysymyksiin" in arisen
    assert "Kirjoita yksi näistä numeroista: 1, 2." in plain(person.says(""))
    on = plain(person.says("2"))
    assert "Toimi ensin: SOITA-HETI" in on
    more = plain(person.says("1 2", "1"))
    assert "KERRO-POLIISILLE" in more
    assert "SOITA-HETI" not in more  # only what is new
    assert "Toimi ensin (+1): SOITA-HETI" in plain(person.says("2"))
    gone = plain(person.says("<"))  # takes the signs back
    assert "Toimi ensin: SOITA-HETI" in gone
    sheet = plain(person.says("0", "!"))
    assert "SOITA-HETI" in sheet
    assert "KERRO-POLIISILLE" not in sheet
    assert person.last("").code == 0


def test_the_marks_hold_also_where_a_safety_action_has_arisen() -> None:
    person = Person()
    person.prompt()
    person.says("k")
    back = plain(person.says("<"))  # a slip of the finger is taken back at once
    assert "Palattiin edelliseen kysymykseen." in back
    assert "Onko vaara nyt?" in back and "SOITA-HETI" not in back
    person.says("k")
    assert "OT-seulan tulos" in plain(person.says("!"))
    assert person.last("").code == 0


def test_the_result_can_be_had_when_a_safety_action_arises() -> None:
    person = Person()
    person.prompt()
    person.says("k")
    sheet = plain(person.says("1"))
    assert "OT-seulan tulos" in sheet
    assert "SOITA-HETI" in sheet
    assert person.last("").code == 0


EARLIER = {
    "fi": ("Aiempi vastauksesi: {} (Enter = sama)", "ei", "pelko; muut: ei tiedossa"),
    "sv": ("Ditt tidigare svar: {} (Enter = samma)", "nej", "rädsla; övriga: inte känt"),
    "en": ("Your earlier answer: {} (Enter = the same)", "no", "fear; the others: not known"),
}
MONTHS = {"fi": "30 kuukautta", "sv": "30 månader", "en": "30 months"}


@pytest.mark.parametrize("language", EARLIER)
@pytest.mark.parametrize("words", [(), ("--plain",)], ids=["boxes", "plain"])
def test_answers_taken_back_are_offered_again(language: str, words: tuple[str, ...]) -> None:
    offer, no, signs = EARLIER[language]
    label = offer.partition("{")[0]
    person = Person("--lang", language, *words)
    assert label not in plain(person.prompt())
    person.says("2", "3", "2", "1", "30")
    assert offer.format(MONTHS[language]) in plain(person.says("<"))
    person.says("<")
    assert offer.format(signs) in plain(person.says("<"))
    assert offer.format(no) in plain(person.says("<"))
    person.says("<")  # there is nothing before it
    assert offer.format(signs) in plain(person.says(""))
    changed = plain(person.says("0"))  # an answer of its own, and the next is still offered
    assert label in changed
    assert offer.format(MONTHS[language]) in plain(person.says(""))
    assert label not in plain(person.says(""))  # never answered: nothing to offer
    assert label not in plain(person.says(""))
    assert "1–4" in plain(person.says(""))
    person.press("d")
    assert person.last().code == 0


def test_an_answer_taken_back_counts_nowhere_until_it_is_given_again(tmp_path: Path) -> None:
    saved = tmp_path / "kept.yaml"
    person = Person("--save", saved)
    person.prompt()
    person.says("k", "2")
    offered = plain(person.says("<"))
    assert "Aiempi vastauksesi: kyllä (Enter = sama)" in offered
    assert "SOITA-HETI" not in offered
    assert "SOITA-HETI" in plain(person.says(""))  # at once, as the first time
    person.says("<")
    sheet = plain(person.says("!"))
    assert "SOITA-HETI" not in sheet.partition("Selvitä ensin")[0]
    assert person.last("").code == 0
    assert "acute_danger" not in saved.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0", []),
        ("1,3 1", ["threat", "fear"]),
        ("3; 4", ["fear", "dont_know"]),
        ("4", "dont_know"),
        ("-", "dont_know"),
        ("t", "dont_know"),
        ("1 2 3", ["threat", "weapon", "fear"]),  # nothing is left to ask about
    ],
)
def test_several_choices(tmp_path: Path, typed: str, kept: object) -> None:
    saved = tmp_path / "kept.yaml"
    person = Person("--save", saved)
    person.prompt()
    shown = plain(person.says("2", typed))
    if "Muut?" in shown:
        assert "Muut?" in plain(person.says("<", typed))  # back to the same question
        shown = plain(person.says("1"))
    if "tulos nyt 2 jatka" in shown:
        person.says("2")
    person.says("!")
    person.last("")
    answers = yaml.safe_load(saved.read_text(encoding="utf-8"))["answers"]
    assert answers == {"acute_danger": False, "danger_signs": kept}


@pytest.mark.parametrize("typed", ["0 1", "9", "1 x", "1.5", "uhkaus", "Matti", "٣", "1 -"])
def test_several_choices_not_understood(typed: str) -> None:
    person = Person()
    person.prompt()
    person.says("2")
    shown = plain(person.says(typed))
    assert "Kirjoita kaikkien sopivien numerot" in shown
    person.press("d")
    assert person.last().code == 0


def test_integers() -> None:
    person = Person()
    person.prompt()
    person.says("2", "0")
    assert "0–240 kuukautta" in plain(person.says("1"))
    for typed in ("241", "-1", "12.5", "kaksi", "1e2", "٣", "9" * 500):
        assert "0–240 kuukautta" in plain(person.says(typed)), typed
    assert "Käykö lapsi koulua?" in plain(person.says("24"))
    assert "1–4" in plain(person.says("5"))
    assert "Samaa".lower() in person.says("2").lower()
    assert person.last("").code == 0


def test_ctrl_c_asks_once_and_a_second_one_stops() -> None:
    person = Person()
    person.prompt()
    person.press("c")
    asked = plain(person.prompt())
    assert "1 tulos nyt 2 jatka kysymyksiin 3 lopeta ilman tulosta" in asked
    again = plain(person.says("2"))
    assert "Onko vaara nyt?" in again  # the question is shown again
    person.says("k", "2")
    person.press("c")
    person.prompt()
    person.press("c")
    ended = person.last()
    assert ended.code == 130
    assert FIXED["fi"] in ended.out
    assert "SOITA-HETI" in ended.out
    assert "OT-seulan tulos" not in ended.out


@pytest.mark.parametrize(("choice", "code"), [("1", 0), ("3", 130)])
def test_ctrl_c_then_result_or_stop(choice: str, code: int) -> None:
    person = Person("--format", "markdown")
    person.prompt()
    person.press("c")
    person.prompt()
    ended = person.last(choice)
    assert ended.code == code
    assert ("OT-seulan tulos" in ended.out) is (code == 0)
    assert FIXED["fi"] in plain(ended.out)


def test_ctrl_d_gives_the_sheet_of_what_is_known() -> None:
    person = Person()
    person.prompt()
    person.says("2")
    person.press("d")
    ended = person.last()
    assert ended.code == 0
    assert "Syöte päättyi." in ended.out
    assert "1 turvallisuuskysymys" in plain(ended.out)
    assert FIXED["fi"] in plain(ended.out)
    assert "Enter ohittaa" not in ended.out  # nobody is there to agree


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_fixed_line_when_the_system_ends_it(number: signal.Signals, tmp_path: Path) -> None:
    saved = tmp_path / "kept.yaml"
    person = Person("--save", saved)
    person.prompt()
    person.says("2")
    person.signal(number)
    ended = person.last()
    assert ended.code == 128 + number
    assert FIXED["fi"] in ended.out
    assert "Traceback" not in ended.out
    assert yaml.safe_load(saved.read_text(encoding="utf-8")) == {"answers": {"acute_danger": False}}


def test_a_narrow_terminal() -> None:
    person = Person(columns=30)
    person.prompt()
    person.says("?", "k", "2", "1", "<", "2 3", "-", "2", "1", "?", "-", "!")
    assert person.last("").code == 0
    lines = re.sub(r"\x1b\[[0-9;]*m", "", person.seen).split("\r\n")
    assert max(len(line) for line in lines) <= 30


def test_the_last_words_are_broken_between_words() -> None:
    person = Person(columns=40)
    person.prompt()
    person.press("c")
    person.prompt()
    ended = person.last("3")
    assert ended.code == 130
    assert "Kiireellinen\r\nsosiaalinen tarve: alueen\r\nsosiaalipäivystys.\r\n" in ended.out


def test_plain_has_no_colour_and_no_boxes() -> None:
    for words, env in ((["--plain"], {}), ([], {"ACCESSIBLE": "1"})):
        person = Person(*words, **env)
        person.prompt()
        person.says("k", "2", "?", "!")
        person.last("")
        assert "\x1b" not in person.seen
        assert not re.search("[─-╿|]", person.seen)


def test_no_colour_and_dumb_terminals() -> None:
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        person = Person(**env)
        person.prompt()
        person.press("d")
        person.last()
        assert "\x1b" not in person.seen


def test_colour_is_the_default_at_a_terminal() -> None:
    person = Person()
    person.prompt()
    person.press("d")
    person.last()
    assert "\x1b[1m" in person.seen
    assert not re.search(r"\x1b\[[0-9;]*[A-HJKSTfsu]", person.seen)  # nothing is repainted


LANGUAGES = {
    "fi": ("k", "kyllä", "ei", "ei tiedossa", ["Toimi ensin", "jatka", "Palattiin", "Muut?"]),
    "sv": ("j", "ja", "nej", "inte känt", ["Handla", "fortsätt", "Tillbaka", "Övriga?"]),
    "en": ("y", "yes", "no", "not known", ["first", "go on", "Back to", "The others?"]),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language(language: str) -> None:
    letter, yes, no, unknown, words = LANGUAGES[language]
    person = Person("--lang", language)
    person.prompt()
    person.says(letter, "2", "<", no, "2", unknown, "2", "?", yes, "x", "<", unknown)
    person.says("!")
    person.last("1")
    seen = plain(person.seen)
    for word in words:
        assert word in seen
    if language != "fi":
        for finnish in ("Kysymys", "Kirjoita", "kyllä", "Onko vaara", "takaisin", "Suositus"):
            assert finnish not in seen


def test_the_sheet_goes_to_a_file_and_the_talk_to_the_terminal(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    person = Person(shell=f"> {sheet}")
    person.prompt()
    person.says("k", "2")
    ended = person.last("!")
    assert ended.code == 0
    assert "Onko vaara nyt?" in person.seen
    assert "OT-seulan tulos" not in person.seen
    assert FIXED["fi"] in ended.out
    written = sheet.read_text(encoding="utf-8")
    assert written.startswith("OT-seulan tulos")
    assert "SOITA-HETI" in written
    assert "Onko vaara nyt? 1 kyllä" not in plain(written)
    assert "\x1b" not in written


def test_json_after_the_questionnaire(tmp_path: Path) -> None:
    data = tmp_path / "result.json"
    person = Person("--json", shell=f"> {data}")
    person.prompt()
    person.says("2")
    ended = person.last("!")
    assert ended.code == 0
    assert "Enter ohittaa" not in person.seen
    assert json.loads(data.read_text(encoding="utf-8"))["questions"]["acute_danger"] == "answered"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["1"], {"agrees": True}),
        (["x", "2", "0", "2"], {"deviates": "up", "reason": "other_route"}),
        (["3", "1"], {"deviates": "down", "reason": "knows_more"}),
        ([""], None),
        (["2", ""], None),
    ],
)
def test_the_judgement_stands_beside_the_result(
    tmp_path: Path, typed: list[str], kept: object
) -> None:
    record, saved = tmp_path / "record.json", tmp_path / "kept.yaml"
    person = Person("--record", record, "--save", saved)
    person.prompt()
    person.says("2", "!", *typed[:-1])
    ended = person.last(typed[-1])
    assert ended.code == 0
    assert ("Ammattilaisen arvio:" in ended.out) is (kept is not None)
    assert ("Arviota ei kirjattu" in ended.out) is (typed == ["2", ""])
    assert ("1, 2, 3. Enter ohittaa." in person.seen) is ("x" in typed)
    judgement = json.loads(record.read_text(encoding="utf-8"))["judgement"]
    if isinstance(judgement, dict):
        judgement.pop("text", None)
    assert judgement == kept
    assert yaml.safe_load(saved.read_text(encoding="utf-8")).get("judgement") == kept
    assert "yhdistelmä voi paljastaa perheen" in plain(ended.out)
    for path in (record, saved):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_saved_answers_are_gone_on_from(tmp_path: Path) -> None:
    saved = tmp_path / "kept.yaml"
    person = Person("--save", saved)
    person.prompt()
    person.says("2", "0", "k", "30")
    person.press("c")
    person.prompt()
    assert person.last("3").code == 130
    assert yaml.safe_load(saved.read_text(encoding="utf-8")) == {
        "answers": {
            "acute_danger": False,
            "danger_signs": [],
            "parents_separated": True,
            "dispute_months": 30,
        }
    }
    person = Person(saved, "--ask")
    start = plain(person.prompt())
    assert "Kysytään vain se, mitä tapauksesta puuttuu." in start
    assert "Kysymys 5, viimeinen" in start
    assert "Käykö lapsi koulua?" in start
    assert "OT-yhteydenottoa suositellaan" in plain(person.says("3"))
    assert person.last("").code == 0


def test_a_safety_action_of_a_case_is_shown_before_the_first_question(tmp_path: Path) -> None:
    person = Person(case_file(tmp_path, {"acute_danger": True}), "--ask")
    start = plain(person.prompt())
    assert "SOITA-HETI" in start
    assert "Mitä merkkejä on?" not in start
    assert "Mitä merkkejä on?" in person.says("2")
    person.press("d")
    assert person.last().code == 0


def test_full_asks_also_what_cannot_change_anything(tmp_path: Path) -> None:
    answers = {
        "acute_danger": False,
        "danger_signs": [],
        "parents_separated": False,
        "school": "full",
    }
    case = case_file(tmp_path, answers)
    person = Person(case, "--ask")
    assert "Muuta ei tarvitse kysyä." in person.prompt()
    assert person.last("").code == 0
    person = Person("--full")
    person.prompt()
    assert "Kuinka kauan" in plain(person.says("2", "0", "1"))
    assert "Käykö lapsi" in plain(person.says("3"))
    person.press("d")
    assert person.last().code == 0


OFFER = {
    "fi": ("Tulossivulta jäi osa pois (--long). Enter = valmis, k = näytä kaikki", "k"),
    "sv": ("En del lämnades utanför resultatbladet (--long). Enter = klar, a = visa allt", "a"),
    "en": ("Some is left out of the sheet (--long). Enter = done, a = show all", "ALL"),
}


@pytest.mark.parametrize("language", OFFER)
@pytest.mark.parametrize("words", [(), ("--plain",)], ids=["boxes", "plain"])
def test_the_whole_sheet_can_be_had_before_the_answers_are_gone(
    language: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    saved = tmp_path / "kept.yaml"
    offer, key = OFFER[language]
    person = Person("--lang", language, "--save", saved, *words)
    person.prompt()
    sheet = plain(person.says("1", "1"))
    assert "--long" in sheet and offer not in sheet
    assert plain(person.says("")).endswith(offer)
    assert saved.exists()  # what was to be kept is kept already
    assert plain(person.says("Matti")).endswith(offer)
    ended = person.last(key)
    assert ended.code == 0
    assert "--long" not in ended.out
    assert len(ended.out.splitlines()) > len(sheet) / 100
    assert "112" in ended.out
    assert ("\x1b" in person.seen) is not words


@pytest.mark.parametrize("key", ["c", "d", None])
def test_every_other_way_out_of_the_offer_is_done(key: str | None) -> None:
    person = Person()
    person.prompt()
    person.says("1", "1", "1")  # agreeing leads to it as well
    if key is not None:
        person.press(key)
    ended = person.last("" if key is None else None)
    assert ended.code == 0
    assert "Tulossivulta jäi osa pois" in person.seen
    assert plain(ended.out).strip() in ("", "^C")


@pytest.mark.parametrize("key", ["c", "d"])
def test_nothing_more_is_offered_to_who_leaves_at_the_judgement(key: str) -> None:
    person = Person()
    person.prompt()
    person.says("1", "1")
    person.press(key)
    assert person.last().code == 0
    assert "Tulossivulta jäi osa pois" not in person.seen


@pytest.mark.parametrize(
    ("words", "shell"),
    [
        (["--long"], None),
        (["--format", "markdown"], None),
        ([], "> {}"),
        (["--output", "{}"], None),
    ],
    ids=["long", "markdown", "redirected", "output"],
)
def test_the_whole_sheet_is_offered_only_where_the_short_one_was_shown(
    words: list[str], shell: str | None, tmp_path: Path
) -> None:
    target = str(tmp_path / "sheet")
    filled = [word.format(target) for word in words]
    person = Person(*filled, shell=shell.format(target) if shell else None)
    person.prompt()
    person.says("1")
    if words == ["--long"]:
        person.says("1")
    assert person.last("" if words == ["--long"] else "1").code == 0
    assert "Tulossivulta jäi osa pois" not in person.seen


def test_the_whole_sheet_is_not_offered_where_nothing_was_left_out() -> None:
    person = Person()
    person.prompt()
    sheet = person.says("2", "0", "1", "30", "3")
    assert "OT-yhteydenottoa suositellaan" in plain(sheet) and "--long" not in sheet
    assert person.last("").code == 0
    assert "Tulossivulta jäi osa pois" not in person.seen


def test_nothing_typed_is_printed_or_kept(tmp_path: Path) -> None:
    """The terminal itself echoes what is typed; with the echo off nothing of it may be seen."""
    record, saved = tmp_path / "record.json", tmp_path / "kept.yaml"
    person = Person("--record", record, "--save", saved)
    person.prompt()
    person.echo_off()
    secrets = [*dict.fromkeys(REFUSED_EXAMPLES)][::8] + NO_SHAPE[::5]
    secrets = [secret for secret in secrets if secret not in ("112", "kyllä")]  # said anyway
    for secret in secrets:
        person.says(" ".join(secret.split()))
    person.says("2")
    for secret in secrets[:4]:
        person.says(" ".join(secret.split()))
    person.says("1", "x" * 3000, "1", "1", *secrets[4:6], "!")
    person.says(secrets[0])
    person.last("")
    written = record.read_text(encoding="utf-8") + saved.read_text(encoding="utf-8")
    for secret in secrets:
        assert_absent(secret, person.seen, "the terminal")
        assert_absent(secret, written, "the files")


def test_the_bundled_rule_base_from_start_to_sheet() -> None:
    """Every question answered with not known, whatever the questions are."""
    person = Person(rules=None)
    shown = person.prompt()
    for _ in range(200):
        if "samaa mieltä" in shown:
            break
        shown = person.says("-")
    assert "11. Vastuunrajaus" in shown
    assert "Vastauksista ei noussut" not in plain(shown)
    assert person.last("").code == 0
