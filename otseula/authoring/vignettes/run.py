"""Runs the vignettes of a rule base: what `otseula test` does. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from otseula.authoring.vignettes.expectations import Difference, differences
from otseula.authoring.vignettes.words import WORDS, worded
from otseula.errors import CaseError, Place
from otseula.rulebase.model import Vignette
from otseula.screening.disagreement import EngineDisagreement
from otseula.screening.recommendation import Recommendation
from otseula.screening.rulebase import RuleBase
from otseula.text import LANGUAGES, Text


@dataclass(frozen=True, slots=True)
class VignetteResult:
    """One vignette after screening. `recommendation` is None where none was given."""

    id: str
    kind: str
    place: Place
    differences: tuple[Difference, ...]
    recommendation: Recommendation | None = field(default=None, repr=False)

    @property
    def passed(self) -> bool:
        """Whether everything expected came true."""
        return not self.differences


def run_vignettes(rulebase: RuleBase, vignettes: Iterable[Vignette]) -> tuple[VignetteResult, ...]:
    """Screens each vignette as of its own day and compares, in the order given. A vignette
    without a day, a refused case and engines that disagree are differences, never errors."""
    return tuple(_run(rulebase, vignette) for vignette in vignettes)


def _run(rulebase: RuleBase, vignette: Vignette) -> VignetteResult:
    recommendation: Recommendation | None = None
    found: tuple[Difference, ...]
    if vignette.as_of is None:
        found = (Difference("as_of", WORDS["as_of"], WORDS["a_day"], WORDS["nothing"]),)
    else:
        try:
            recommendation = rulebase.screen(vignette.answers, as_of=vignette.as_of)
            found = tuple(differences(vignette.expect, recommendation))
        except CaseError as refused:
            found = (Difference("case", WORDS["case"], WORDS["yes"], _problems(refused)),)
        except EngineDisagreement as disagreement:
            named = worded("disagree_on", names=", ".join(disagreement.nodes))
            found = (Difference("engines", WORDS["engines"], WORDS["yes"], named),)
    return VignetteResult(vignette.id, vignette.kind, vignette.place, found, recommendation)


def _problems(refused: CaseError) -> Text:
    told = [
        "; ".join(
            f"{p.pointer}: {p.message.in_language(language)} {p.hint.in_language(language)}"
            for p in refused.problems
        )
        for language in LANGUAGES
    ]
    return Text(*told)
