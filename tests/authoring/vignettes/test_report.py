"""The reports on vignettes: text in three languages, JSON, and XML that a parser reads."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from otseula.authoring.vignettes.coverage import Coverage, coverage_of
from otseula.authoring.vignettes.report import FORMATS, render
from otseula.authoring.vignettes.run import VignetteResult, run_vignettes
from otseula.authoring.vignettes.words import WORDS
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
  toimet ensin 1/1
  velvollisuudet 1/1
  asiantuntemus 1/1
  kanavat 1/1
  huomiot 1/1
Kattamatta:
  never_covered: ei täyty missään tapauksessa, {place}

Esimerkkitapaukset: 3. Läpi: 2. Eri tulos: 1.
"""


def test_text(results: tuple[VignetteResult, ...], coverage: Coverage) -> None:
    place = str(coverage.uncovered[0].place)
    assert render(results[:3], coverage) == TEXT.replace("{place}", place)


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
