"""Why something came out as it did, in a few lines."""

from __future__ import annotations

from pathlib import Path

import pytest

import otseula
from otseula.present.in_short import reasons_in_short
from otseula.screening.goals import Goal
from otseula.text import LANGUAGES
from tests.vignettes import whole

RULES = Path(__file__).parents[1] / "cli" / "rules"


@pytest.fixture(scope="module")
def small() -> otseula.RuleBase:
    return otseula.load(RULES, engines=["lanes"])


def _told(
    rulebase: otseula.RuleBase, answers: dict[str, object], node: str, language: str = "en"
) -> list[str]:
    result = rulebase.screen(answers)
    return reasons_in_short(result, result.reasons(node), language)


MET = {
    "fi": [
        "Pätee tässä tapauksessa. Perusteena vastaus: Onko vaara nyt?",
        "Tämä jäisi auki tai ei enää pätisi, jos tähän olisi vastattu toisin:",
        "- Onko vaara nyt?",
        "  toinen vastaus: ei",
    ],
    "sv": [
        "Gäller i det här fallet. På grund av svaret: Är faran nu?",
        "Detta skulle bli öppet eller inte längre gälla, om denna fråga hade besvarats",
        "annorlunda:",
        "- Är faran nu?",
        "  ett annat svar: nej",
    ],
    "en": [
        "Applies in this case. Because of the answer: Is there danger now?",
        "This would no longer apply, or would be left open, if this question had another",
        "answer:",
        "- Is there danger now?",
        "  another answer: no",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_met(small: otseula.RuleBase, language: str) -> None:
    assert _told(small, {"acute_danger": True}, "call", language) == MET[language]


def test_not_met_tells_what_stands_in_the_way(small: otseula.RuleBase) -> None:
    answers = {"parents_separated": True, "dispute_months": 30, "school": "full"}
    assert _told(small, answers, "contact") == [
        "Does not apply in this case.",
        "This stands in the way:",
        "- not met: School is missed",
        "  this is decided by the answer: Does the child go to school?",
        "This would apply if this question had another answer:",
        "- Does the child go to school?",
        "  another answer: partly",
    ]


def test_undecided_tells_what_is_missing_and_no_change(small: otseula.RuleBase) -> None:
    assert _told(small, {"school": "none"}, "no_school")[0].startswith("Applies")
    told = _told(small, {"parents_separated": True, "dispute_months": 30}, "contact")
    assert " ".join(told) == (
        "Not decided yet. May yet apply. This answer may be enough: Does the child go to school?"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_lines_of_anything_in_the_bundled_rule_base(language: str) -> None:
    """Of all that follows, of cases in which many things could: nothing points to a sheet."""
    rulebase = otseula.load(engines=["lanes"])
    vignettes = whole(rulebase)[::60]
    assert len(vignettes) >= 3
    cut = 0
    for vignette in vignettes:
        result = rulebase.screen(vignette.answers, as_of=vignette.as_of)
        assert result.reasoner is not None
        levels = [Goal("eligibility", level) for level in ("advice", "recommended")]
        for node in [*levels, *(action.id for action in result.safety), "ot_contact"]:
            lines = reasons_in_short(result, result.reasoner(node), language, width=74)
            assert len(lines) <= 22, lines
            assert all(len(line) <= 74 for line in lines)
            told = " ".join(lines)
            assert "--long" not in told
            cut += {"fi": " muuta", "sv": " till", "en": " more"}[language] in told
    assert cut
