"""The reports on vignettes: text in three languages, JSON, and XML that a parser reads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from junitparser import Failure, JUnitXml

import otseula
from otseula.authoring.vignettes.alone import Alone, Unshown
from otseula.authoring.vignettes.coverage import Coverage, coverage_of
from otseula.authoring.vignettes.deciding import Leaf
from otseula.authoring.vignettes.report import FORMATS, render
from otseula.authoring.vignettes.run import VignetteResult, run_vignettes
from otseula.authoring.vignettes.words import WORDS
from otseula.screening.reasons import Reasons
from otseula.screening.recommendation import Recommendation
from tests.authoring.small_rulebase import small, vignette

HOSTILE = 'criteria/<a> & "b"\x07\x1b[31m\ud800.yaml'


@pytest.fixture(scope="module")
def results() -> tuple[VignetteResult, ...]:
    """Two that pass and two that do not."""
    made_up = [
        vignette({"danger": True}, {"safety": [], "eligibility": "advice"}, name="two_wrong"),
        vignette({"danger": False}, {"safety": ["call"]}, name="odd_file", file=HOSTILE),
    ]
    return run_vignettes(small(), [*small().content.vignettes, *made_up])


@pytest.fixture(scope="module")
def coverage(results: tuple[VignetteResult, ...]) -> Coverage:
    return coverage_of(small().content, results)


TEXT = """\
ERI TULOS: two_wrong (rajatapaus), criteria/vignettes/some.yaml:7:3
  toimi ensin, täsmälleen
    odotettu: ei mitään
    saatu:    call
  OT-asiakkuus
    odotettu: OT-neuvonta (advice)
    saatu:    vähintään ensin perus- ja erityistaso (basic_services_first), mahdollisesti \
OT-yhteydenotto (recommended)

Sääntöjen kattavuus: 13/14
  kriteerit 3/4
  tilanteet 2/2
  säännöt 3/3
  turvaavat toimet 1/1
  velvollisuudet 1/1
  asiantuntemus 1/1
  kanavat 1/1
  huomiot 1/1
Kattamatta:
  never_covered: ei täyty missään esimerkkitapauksessa, {place}

Ehtojen osat, joista esimerkkitapaukset osoittavat, että ne ratkaisevat yksin: 4/7
  kriteerit 1/2
  tilanteet 0/2
  säännöt 3/3
Muut osat ja niistä puuttuvat tapaukset näyttää valitsin --coverage.

Esimerkkitapaukset: 3. Läpi: 2. Eri tulos: 1.
"""


def test_text(results: tuple[VignetteResult, ...], coverage: Coverage) -> None:
    place = str(coverage.uncovered[0].place)
    assert render(results[:3], coverage) == TEXT.replace("{place}", place)


PARTS = """\

Parts that lack a case (line:column):
  never_covered, {file}
    a case in which the condition is met, and would not be without this part:
      9:63 age: {at_least: 21}
  hard, {file}
    a case in which the condition is not met, and would be if this part were:
      11:50 school_age
      11:62 tried
"""


def test_every_part_that_lacks_a_case(results: tuple[VignetteResult, ...]) -> None:
    coverage = coverage_of(small().content, results)
    report = render(results, coverage, "text", "en", full=True)
    assert PARTS.replace("{file}", coverage.uncovered[0].place.file) in report
    assert "--coverage" not in report


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_kind_of_case_has_its_words(
    coverage: Coverage, language: str, results: tuple[VignetteResult, ...]
) -> None:
    """Of a part that speaks against its condition too, and what no case can show."""
    place = coverage.uncovered[0].place
    parts = [
        Unshown("criteria", "k", Leaf("a", place, turned), (truth,))
        for turned in (False, True)
        for truth in ("met", "not_met")
    ]
    told = replace(
        coverage, alone=Alone({"criteria": (0, 4)}, tuple(parts), (parts[0],), checked=False)
    )
    report = render(results[:2], told, "text", language, full=True)
    for side in ("for", "against"):
        for truth in ("met", "not_met"):
            assert WORDS[f"case_{side}_{truth}"].in_language(language) in report
    assert WORDS["impossible"].in_language(language) in report
    assert WORDS["alone_unchecked"].in_language(language) in report
    brief = render(results[:2], told, "text", language)
    assert WORDS["alone_impossible"].in_language(language).format(count=1) in brief


def _tell(recommendation: Recommendation, reasons: Reasons, language: str) -> list[str]:
    return [f"{reasons.id} {reasons.truth.value} {language}"]


WHY = """\
DIFFERENT: two_wrong (borderline), criteria/vignettes/some.yaml:7:3
  act first, exactly
    expected: nothing
    actual:   call
    why: call
      {file}:13:10 act
      call met en
  OT eligibility
    expected: OT advice (advice)
    actual:   at least basic and specialised services first (basic_services_first), possibly OT \
contact (recommended)
    why: OT advice (advice)
      advice unknown en
    why: OT contact (recommended)
      recommended unknown en
"""


def test_why_it_came_out_so(results: tuple[VignetteResult, ...], coverage: Coverage) -> None:
    report = render(results[:3], None, "text", "en", tell=_tell)
    assert report.startswith(WHY.replace("{file}", coverage.uncovered[0].place.file))


def test_what_the_same_answers_would_turn_is_told_once() -> None:
    (result,) = run_vignettes(
        small(), [vignette({"danger": False}, {"safety": ["call"], "duties": ["tell"]})]
    )
    told = render([result], None, "text", "en", tell=_tell)
    assert "call not_met en" in told
    assert "tell not_met en" not in told
    assert "as call above: the same answers would turn this" in told


def test_of_many_the_first_are_explained_in_text_and_all_in_json() -> None:
    expected = {"situations_include": [], "truth": dict.fromkeys(small_names(), "unknown")}
    (result,) = run_vignettes(
        small(), [vignette({"danger": False, "age": 3, "tried": False}, expected)]
    )
    many = replace(result.differences[0], about=tuple(small_names()))
    told = render([replace(result, differences=(many,))], None, "text", "en", tell=_tell)
    assert "and 3 more; --format json shows all" in told
    report = json.loads(render([replace(result, differences=(many,))], None, "json"))
    (difference,) = report["vignettes"][0]["differences"]
    assert [each["id"] for each in difference["explanation"]] == small_names()


def small_names() -> list[str]:
    return ["school_age", "never_covered", "hard", "act", "advise", "recommend"]


def test_a_level_that_is_not_reached_tells_the_situations_that_are_met_in_part() -> None:
    (result,) = run_vignettes(
        small(),
        [vignette({"danger": False, "age": 9, "tried": False}, {"eligibility": "recommended"})],
    )
    told = render([result], None, "text", "en", tell=_tell)
    assert (
        "these situations are not met or still open, though something in their condition is met:"
        in told
    )
    assert "rulebase.yaml:11:10 hard\n" in told
    assert "met: school_age\n" in told and "not met or open: tried\n" in told
    report = json.loads(render([result], None, "json"))
    (because,) = report["vignettes"][0]["differences"][0]["explanation"]
    assert (because["kind"], because["id"], because["truth"]) == (
        "eligibility",
        "recommended",
        "not_met",
    )
    (near,) = because["near"]
    assert (near["id"], near["met"], near["not_met"]) == ("hard", ["school_age"], ["tried"])
    assert because["changes"][0][0]["id"] == "tried"


QUESTIONS = """\
  missing answers, at least
    expected: danger
    actual:   age
    why: danger
      The question is answered.
  missing answers, not among them
    expected: age
    actual:   age
    why: age
      The answer could still change the result.
      for example: OT contact (recommended), line, note
"""


def test_how_a_question_stands_that_was_to_be_missing_or_not() -> None:
    expect = {"missing_include": ["danger"], "missing_exclude": ["age"]}
    made = vignette({"danger": False, "tried": True}, expect)
    (result,) = run_vignettes(small(), [made])
    assert QUESTIONS in render([result], None, "text", "en", tell=_tell)
    told = json.loads(render([result], None, "json"))["vignettes"][0]["differences"]
    assert [each["questions"] for each in told] == [
        [{"id": "danger", "state": "answered", "missing": False, "could_change": []}],
        [
            {
                "id": "age",
                "state": "not_asked",
                "missing": True,
                "could_change": ["recommended", "line", "note"],
            }
        ],
    ]


def test_an_open_question_that_changes_nothing_says_so() -> None:
    made = vignette({"danger": False, "tried": False}, {"missing": ["age"]})
    (result,) = run_vignettes(small(), [made])
    for language in ("fi", "sv", "en"):
        told = render([result], None, "text", language)
        assert WORDS["question_open"].in_language(language) in told


def test_a_channel_of_another_area_says_so(tmp_path: Path) -> None:
    areas = (
        "questions:\n  - {id: area, type: choice, text: {fi: Alue?}, "
        "options: [{id: here, text: {fi: X}}, {id: there, text: {fi: Y}}]}\n"
        "  - {id: a, type: boolean, text: {fi: A?}}\n"
        "areas: [{id: here, text: {fi: X}}, {id: there, text: {fi: Y}}]\n"
        "channels: [{id: line, text: {fi: L}, areas: [there], contact: null, find: {fi: K}}]\n"
        "rules: [{id: r, when: a, then: {channels: [line]}, because: {fi: A}}]\n"
    )
    (tmp_path / "x.yaml").write_text(areas, "utf-8")
    rulebase = otseula.load(tmp_path, engines=("lanes",))
    made = vignette({"area": "here", "a": True}, {"channels": ["line"]})
    (result,) = run_vignettes(rulebase, [made])
    assert WORDS["other_area"].en in render([result], None, "text", "en", tell=_tell)
    (difference,) = json.loads(render([result], None, "json"))["vignettes"][0]["differences"]
    assert [each["other_area"] for each in difference["explanation"]] == [True]


def test_text_without_anything_to_tell(results: tuple[VignetteResult, ...]) -> None:
    assert render(results[:2], None, "text", "en") == (
        "Vignettes: 2. Passed: 2. Different result: 0.\n"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "Läpi: 2"), ("sv", "Godkända: 2"), ("en", "Passed: 2")],
)
def test_languages(
    results: tuple[VignetteResult, ...], coverage: Coverage, language: str, told: str
) -> None:
    report = render(results, coverage, "text", language)
    assert told in report
    assert WORDS["nothing"].in_language(language) in report
    others = {"fi", "sv", "en"} - {language}
    assert not any(WORDS["failed"].in_language(other) in report for other in others)


def test_every_text_is_there_in_three_languages() -> None:
    for key, text in WORDS.items():
        assert not text.fallbacks, key


def test_json(results: tuple[VignetteResult, ...], coverage: Coverage) -> None:
    report = json.loads(render(results, coverage, "json", "sv"))
    assert (report["contract"], report["total"], report["passed"], report["failed"]) == (1, 4, 2, 2)
    assert [(v["id"], v["passed"]) for v in report["vignettes"]] == [
        ("all_yes", True),
        ("all_no", True),
        ("two_wrong", False),
        ("odd_file", False),
    ]
    wrong = report["vignettes"][2]
    assert wrong["place"] == {"file": "criteria/vignettes/some.yaml", "line": 7, "column": 3}
    assert [d["key"] for d in wrong["differences"]] == ["safety", "eligibility"]
    assert wrong["differences"][0]["expected"] == {
        "fi": "ei mitään",
        "sv": "ingenting",
        "en": "nothing",
    }
    assert report["coverage"]["covered"] == 13
    assert report["coverage"]["lists"]["criteria"] == {"covered": 3, "total": 4}
    assert [(e["list"], e["id"], e["lacks"]) for e in report["coverage"]["uncovered"]] == [
        ("criteria", "never_covered", "met")
    ]
    parts = report["coverage"]["parts"]
    assert (parts["shown"], parts["total"], parts["impossible"]) == (4, 7, [])
    assert parts["lists"]["rules"] == {"shown": 3, "total": 3}
    assert {name: parts["lacking"][0][name] for name in ("list", "id", "part", "lacks")} == {
        "list": "criteria",
        "id": "never_covered",
        "part": "age: {at_least: 21}",
        "lacks": ["met"],
    }
    (why,) = wrong["differences"][0]["explanation"]
    assert (why["kind"], why["id"], why["truth"]) == ("safety", "call", "met")
    assert [each["id"] for each in why["why"]] == ["danger"]
    assert [each["id"] for each in why["conditions"]] == ["act"]
    assert "coverage" not in json.loads(render(results, None, "json"))


def test_junit_is_read_back(results: tuple[VignetteResult, ...], coverage: Coverage) -> None:
    root = ElementTree.fromstring(render(results, coverage, "junit", "en").encode())
    assert root.tag == "testsuites"
    (suite,) = root
    for element in (root, suite):
        counts = {name: element.get(name) for name in ("tests", "failures", "errors", "skipped")}
        assert counts == {"tests": "4", "failures": "2", "errors": "0", "skipped": "0"}
    cases = suite.findall("testcase")
    assert [case.get("name") for case in cases] == ["all_yes", "all_no", "two_wrong", "odd_file"]
    assert [case.find("failure") is None for case in cases] == [True, True, False, False]
    wrong = cases[2]
    assert (wrong.get("classname"), wrong.get("line")) == ("some", "7")
    failure = wrong.find("failure")
    assert failure is not None and failure.text is not None
    assert failure.get("message") == "act first, exactly; OT eligibility"
    assert "expected: nothing" in failure.text and "actual:   call" in failure.text
    assert cases[3].get("file") == 'criteria/<a> & "b"��[31m�.yaml'
    properties = {p.get("name"): p.get("value") for p in suite.iter("property")}
    assert properties["coverage.criteria"] == "3/4"
    out = suite.find("system-out")
    assert out is not None and out.text is not None
    assert "never_covered: is met in no vignette" in out.text


def test_junit_is_read_by_a_reader_of_junit(
    results: tuple[VignetteResult, ...], coverage: Coverage
) -> None:
    """junitparser, which others wrote and build tools use."""
    read = JUnitXml.fromstring(render(results, coverage, "junit", "en", tell=_tell).encode())
    assert (read.tests, read.failures, read.errors, read.skipped) == (4, 2, 0, 0)
    (suite,) = read
    assert (suite.name, suite.tests, suite.failures) == ("otseula test", 4, 2)
    cases = list(suite)
    assert [(case.classname, case.name, case.is_passed) for case in cases[:3]] == [
        ("rulebase", "all_yes", True),
        ("rulebase", "all_no", True),
        ("some", "two_wrong", False),
    ]
    (failure,) = cases[2].result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("difference", "act first, exactly; OT eligibility")
    assert "actual:   call\n  why: call\n" in failure.text
    assert "    call met en\n" in failure.text
    told = {each.name: each.value for each in suite.properties()}
    assert told["coverage.criteria"] == "3/4"
    assert told["coverage.parts.rules"] == "3/3"


def test_junit_counts(results: tuple[VignetteResult, ...]) -> None:
    (suite,) = ElementTree.fromstring(render(results[:3], None, "junit").encode())
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")


def test_junit_without_coverage(results: tuple[VignetteResult, ...]) -> None:
    root = ElementTree.fromstring(render(results[:2], None, "junit").encode())
    assert [child.tag for child in root[0]] == ["testcase", "testcase"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_results_give_the_same_report(
    results: tuple[VignetteResult, ...], coverage: Coverage, form: str
) -> None:
    assert render(results, coverage, form) == render(results, coverage, form)
    assert render(results, coverage, form).endswith("\n")
    again = run_vignettes(small(), small().content.vignettes)
    assert render(again, None, form) == render(results[:2], None, form)


def test_another_format_is_refused(results: tuple[VignetteResult, ...]) -> None:
    with pytest.raises(ValueError, match="text, json, junit"):
        render(results, None, "pdf")
