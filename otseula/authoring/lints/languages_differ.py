"""The languages of a text hold different numbers.

What: the numbers that stand in the Finnish text stand in the Swedish and the English one, and no
others. Those up to twelve may be written as words; where a text names a section of a law, they must
stand too. "1 December" is 1.12., "3 pm" is 15 and "10,000" is 10 000.

Why: a threshold, an age or a section that was changed in one language alone leaves two
professionals with two rules.

Avoid: `{fi: Alle 18-vuotias, sv: Under 16 år, en: Under 18 years of age}`

Prefer: `{fi: Alle 18-vuotias, sv: Under 18 år, en: Under 18 years of age}`
"""

from __future__ import annotations

import re

from otseula.authoring.checked import Checked
from otseula.authoring.written import Written, written_texts
from otseula.rulebase.diagnostics import Findings

CODE = "OTS809"
#: The highest number that is usually written as a word.
_IN_WORDS = 12
_NUMBER = re.compile(r"\d+")
#: 10 000, 10,000 and 10.000 are one number.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[   .,]\d{3})+(?![\d.,]*\d)")
_SECTION = re.compile(r"§|\bpykälä|\bparagraf|\bsections?\b", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: An English afternoon: "3 pm" is 15 elsewhere.
_AFTERNOON = re.compile(r"\b(1[01]|[1-9])(?=(?:[.:][0-5]\d)? ?p\.?m\b)")
_AFTER_A_DAY = re.compile(r"(?<=\d )[A-Z][a-z]+\b")


def look(checked: Checked, findings: Findings) -> None:
    """Every text of every layer: each language against the Finnish one."""
    for entry in checked.entries():
        for written in written_texts(entry):
            least = 0 if any(map(_SECTION.search, written.texts.values())) else _IN_WORDS + 1
            expected = _numbers(written, "fi", least)
            for language in ("sv", "en"):
                if language in written.languages and "fi" in written.languages:
                    numbers = _numbers(written, language, least)
                    if numbers != expected:
                        differing = tuple(map(str, sorted(numbers ^ expected)))
                        findings.add(CODE, written.places[language], numbers=differing)


def _numbers(written: Written, language: str, least: int) -> frozenset[int]:
    text = written.texts.get(language, "")
    text = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), text)
    text = _AFTER_A_DAY.sub(_month, text)
    text = _AFTERNOON.sub(lambda match: str(int(match.group()) + 12), text)
    numbers = (int(match.group()[:20]) for match in _NUMBER.finditer(text))
    return frozenset(number for number in numbers if number >= least)


def _month(word: re.Match[str]) -> str:
    name = word.group()
    return str(_MONTHS.index(name) + 1) if name in _MONTHS else name
