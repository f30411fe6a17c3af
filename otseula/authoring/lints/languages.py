"""A text lacks Swedish or English.

What: every text that people read stands in Finnish, Swedish and English. The name of a source may
be a plain string: it is what the document calls itself. Vignettes are not read by professionals.

Why: who works in Swedish reads a sheet whose most urgent sentence is marked "in Finnish".

Avoid: `text: {fi: Kysy poliisilta}`

Prefer: `text: {fi: Kysy poliisilta, sv: Fråga polisen, en: Ask the police}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.written import written_texts
from otseula.rulebase.diagnostics import Findings
from otseula.text import LANGUAGES, Text

CODE = "OTS801"
_NAMES = {
    "fi": Text("suomi", "finska", "Finnish"),
    "sv": Text("ruotsi", "svenska", "Swedish"),
    "en": Text("englanti", "engelska", "English"),
}


def look(checked: Checked, findings: Findings) -> None:
    """Every text of every layer."""
    for entry in checked.entries():
        for text in written_texts(entry):
            missing = [_NAMES[name] for name in LANGUAGES if name not in text.languages]
            if missing:
                named = Text(*(", ".join(m.in_language(n) for m in missing) for n in LANGUAGES))
                findings.add(CODE, text.place, languages=named)
