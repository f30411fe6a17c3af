"""A question names a diagnosis.

What: the text, help or an option of a question names a diagnosis or its code. Words of daily life
and of services pass: "puhuu itsemurhasta", "kehitysvamma", "nepsypiirteitä".

Why: a diagnosis is among what is never asked (docs/privacy.md). How daily life goes tells more of
the need for support, and is known before anyone is examined.

Avoid: `text: {fi: Onko lapsella ADHD?}`

Prefer: `text: {fi: Onko lapsella tarkkaavuuden tai toiminnanohjauksen pulmia?}`
"""

from __future__ import annotations

import re

from otseula.authoring.checked import Checked
from otseula.authoring.written import written_texts
from otseula.rulebase.diagnostics import Findings

CODE = "OTS817"

#: Beginnings of words, in the three languages: Finnish bends the ends.
_WORD = re.compile(
    r"\b(?:adhd|autis[mt]|asperger|skitsofre|schizo|bipol[ae]|kaksisuuntai|tourette|fasd\b|epileps"
    r"|epileptic|diabete|anoreks|anorex|bulimi|ptsd\b|ocd\b|dysfasi|dysphasi|dysleks|dyslex"
    r"|cp-vamma|cp-skada|cerebral palsy|psykoosi|psykos(?:en?)?\b|psychos[ie]s|masennustil"
    r"|depression(?:en|s)?\b|depressio|pakko-oireinen häiriö|tvångssyndrom|obsessive.compulsive"
    r"|\w*persoonallisuushäiriö|personlighetsstörning|personality disorder|käytöshäiriö"
    r"|uppförandestörning|conduct disorder|\w*oireyhtym|leukemi|leukaemi)[^\W\d_]*",
    re.IGNORECASE,
)
#: ICD-10 with its decimal, as F32.1: without one it may be a room or a road.
_CODE = re.compile(r"\b[A-Z]\d{2}\.\d{1,2}\b")


def look(checked: Checked, findings: Findings) -> None:
    """Every text that is read with a question, in each language, of every layer."""
    for question in checked.draft.lists["questions"]:
        for written in written_texts(question):
            if written.path[0] == "rationale":
                continue
            for language, text in written.texts.items():
                found = _WORD.search(text) or _CODE.search(text)
                if found:
                    findings.add(CODE, written.places[language], found=found.group())
