"""A question of the bundled rule base is longer than 160 characters.

What: the text of a question, in each language.

Why: a professional reads it once, between two other things. What has to be explained is read where
it is asked for, in the help.

Avoid: a question that lists what counts, what does not and why it is asked.

Prefer: one short question; its exceptions in `help`.
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS802"
BUNDLED_ALONE = True
MOST = 160


def look(checked: Checked, findings: Findings) -> None:
    """Every question of the bundled layer."""
    for question in checked.draft.lists["questions"]:
        if checked.is_bundled(question):
            for language, text in question.data["text"].items():
                if len(text.strip()) > MOST:
                    place = question.at("text", language)
                    findings.add(CODE, place, length=len(text.strip()), most=MOST)
