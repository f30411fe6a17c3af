"""An option, criterion or situation of the bundled rule base is long.

What: an option has at most 130 characters and the text of a criterion or a situation at most 150,
in each language. For questions see OTS802.

Why: options are read down a list in one go, and criteria stand on the sheet as reasons, one line
each.

Avoid: an option that explains itself in brackets.

Prefer: a short option; what counts stands in the question's `help`.
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.written import written_texts
from otseula.rulebase.diagnostics import Findings

CODE = "OTS819"
BUNDLED_ALONE = True
#: The most characters of a text, by its list and the fields that lead to it.
MOST = {
    ("questions", "options", "text"): 130,
    ("criteria", "text"): 150,
    ("situations", "text"): 150,
}


def look(checked: Checked, findings: Findings) -> None:
    """Every entry of the bundled layer."""
    for name in {path[0] for path in MOST}:
        for entry in filter(checked.is_bundled, checked.draft.lists[name]):
            for written in written_texts(entry):
                most = MOST.get((name, *written.path))
                for language, text in written.texts.items():
                    if most is not None and len(text) > most:
                        place = written.places[language]
                        findings.add(CODE, place, length=len(text), most=most)
