"""Nothing tells an option from another one.

What: everything that follows (consequences, situations, levels; where there are neither rules nor
situations, every criterion) is the same whichever of two options of a `choice` is the answer, and
whether an option of `choices` is marked or not, whatever the other answers are. Known exactly, by
decision diagrams. Not told of `area`, `service_area` and `role` where there are channels: those go
by them.

Why: an option that changes nothing asks people to decide between two things for nothing, or a rule
has forgotten it.

Avoid: the options `half` and `less_than_half` where every rule reads `[half, less_than_half]`.

Prefer: one option for the two; or a rule that tells them apart. Where two options keep people from
hesitating, an ignore that says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Span
from otseula.authoring.meaning.mattering import changing
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import Entry
from otseula.text import Text

CODE = "OTS827"
_MARKED = Text(
    "lopputulos on sama, oli se merkitty tai ei",
    "resultatet är detsamma vare sig det är markerat eller inte",
    "the outcome is the same whether it is marked or not",
)


def look(checked: Checked, findings: Findings) -> None:
    """Every question with options of which some answer changes something."""

    def ask(question: Entry, spans: Sequence[Span]) -> None:
        options = [option["id"] for option in question.data.get("options", ())]
        found = changing(checked.meanings, question, spans) if options else []
        if not found:
            return
        several = question.data["type"] == "choices"
        alike = [] if several else [dict(matter.alike(question.id)) for matter in found]
        for number, option in enumerate(options):
            place = question.at("options", number, "id")
            if several and not any(matter.marks(question.id, option) for matter in found):
                findings.add(CODE, place, option=option, name=question.id, why=_MARKED)
            elif not several and all(option in each for each in alike):
                why = _instead(str(alike[0][option]))
                findings.add(CODE, place, option=option, name=question.id, why=why)

    checked.meanings.each(findings, ("questions",), ask)


def _instead(other: str) -> Text:
    return Text(
        f"lopputulos on sama kuin vaihtoehdolla `{other}`",
        f"resultatet är detsamma som med alternativet `{other}`",
        f"the outcome is the same as with the option `{other}`",
    )
