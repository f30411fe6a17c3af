"""A text is not written yet.

What: TODO, FIXME, TBD, xxx, lorem ipsum, "teksti tähän", "text här", "text goes here" and the like
in any language; a text of signs alone; a text that stands in angle brackets as a whole.

Why: it would be printed on the sheet, beside what to do first.

Avoid: `text: {fi: Kysy poliisilta, sv: TODO, en: xxx}`

Prefer: the text, or the language left out until it is written: then the Finnish one is read,
marked.
"""

from __future__ import annotations

import re

from otseula.authoring.checked import Checked
from otseula.authoring.written import written_texts
from otseula.rulebase.diagnostics import Findings

CODE = "OTS808"

#: In capitals, as they are written where something is left to do: "tba" may be part of a name.
_SHOUTED = re.compile(r"\b(?:TODO|FIXME|TBD|TBA|TBC|XXX+)\b")
_SAID = re.compile(
    r"\bxxx+\b|\blorem ipsum\b|\bplaceholder\b|\bpaikkamerkki|\bplatshållare"
    r"|\b(?:teksti|suomeksi|ruotsiksi|englanniksi) tähän\b|\btähän (?:teksti|tulee teksti)"
    r"|\bkirjoita (?:teksti )?tähän\b|\b(?:käännös|teksti) (?:puuttuu|tulossa)\b"
    r"|\b(?:text|skriv) (?:in )?här\b|\b(?:översättning|text) (?:saknas|kommer)\b"
    r"|\b(?:text|translation) (?:goes |comes )?here\b|\bwrite (?:text )?here\b|\byour text\b"
    r"|\b(?:translation|text) (?:is )?missing\b",
    re.IGNORECASE,
)
_SIGNS_ALONE = re.compile(r"[\W_]+|<[^<>]*>")


def look(checked: Checked, findings: Findings) -> None:
    """Every text of every layer, in each language."""
    for entry in checked.entries():
        for written in written_texts(entry):
            for language, text in written.texts.items():
                found = _SHOUTED.search(text) or _SAID.search(text) or _SIGNS_ALONE.fullmatch(text)
                if found:
                    findings.add(CODE, written.places[language], found=found.group())
