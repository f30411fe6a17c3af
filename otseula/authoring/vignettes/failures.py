"""What a failed vignette shows: expected beside actual, and why it came out so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from otseula.authoring.vignettes.because import Because, because
from otseula.authoring.vignettes.expectations import Difference
from otseula.authoring.vignettes.run import VignetteResult
from otseula.authoring.vignettes.standing import standing
from otseula.authoring.vignettes.words import WORDS, say
from otseula.rulebase.model import LEVELS
from otseula.screening.reasons import Reasons
from otseula.screening.recommendation import Recommendation
from otseula.screening.states import OPEN
from otseula.text import Text

#: Words the reasons of something in a recommendation, in a language, in a few lines.
Tell = Callable[[Recommendation, Reasons, str], Sequence[str]]
#: How many of the things that came out otherwise in one expectation are explained in text.
_MOST = 3
#: How many of the situations that are not met though something they name is are told.
_NEAREST = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is to be: `language` fi, sv or en; `full` with every part of a condition that
    is not shown to matter alone; `tell` words reasons (without it text has none)."""

    language: str = "fi"
    full: bool = False
    tell: Tell | None = None


#: What was told, by what would turn it: what the same would turn is not told again.
Said = dict[tuple[object, ...], Text | str]


def difference_lines(result: VignetteResult, wanted: Wanted) -> Iterator[str]:
    """Each difference of a failed vignette, with its reasons."""
    language = wanted.language
    said: Said = {}
    for difference in result.differences:
        yield difference.what.in_language(language)
        yield "  " + say("expected", language, value=difference.expected)
        yield "  " + say("actual", language, value=difference.actual)
        yield from (f"  {line}" for line in _why(result, difference, wanted, said))
        yield from (f"  {line}" for line in _questions(result, difference, language))


def _why(
    result: VignetteResult, difference: Difference, wanted: Wanted, said: Said
) -> Iterator[str]:
    recommendation, language = result.recommendation, wanted.language
    if recommendation is None or wanted.tell is None:
        return
    for each in because(recommendation, difference, _MOST):
        reasons = each.reasons
        level = WORDS.get(reasons.id) if reasons.kind == "eligibility" else None
        name = reasons.id if level is None else level
        yield say("why", language, name=name)
        yield from (f"  {line}" for line in _conditions(each, language))
        if each.other_area:
            yield "  " + say("other_area", language)
        turning = reasons.changes or reasons.missing
        first = said.get((reasons.truth, turning))
        if first is not None:
            yield "  " + say("as_above", language, name=first)
            continue
        if turning:
            said[reasons.truth, turning] = name
        yield from (f"  {line}" for line in _near(each, language))
        yield from (f"  {line}" for line in wanted.tell(recommendation, reasons, language))
    if len(difference.about) > _MOST:
        yield say("more_why", language, count=len(difference.about) - _MOST)


def _questions(result: VignetteResult, difference: Difference, language: str) -> Iterator[str]:
    """How each question stands that is missing, or not, against what was expected."""
    for each in standing(result.recommendation, difference)[:_MOST]:
        yield say("why", language, name=each.id)
        state = "open" if each.state in OPEN else each.state
        yield "  " + say(f"question_{'missing' if each.missing else state}", language)
        shown = each.could_change[:_MOST]
        if each.missing and shown:
            names = ", ".join(WORDS[n].in_language(language) if n in LEVELS else n for n in shown)
            hidden = len(each.could_change) - len(shown)
            key = "could_change_more" if hidden else "could_change"
            yield "  " + say(key, language, names=names, count=hidden)
    if len(difference.questions) > _MOST:
        yield say("more_why", language, count=len(difference.questions) - _MOST)


def _conditions(told: Because, language: str) -> Iterator[str]:
    """Where to look: at most so many conditions, each on a line that an editor can follow."""
    for name, place in told.conditions[:_MOST]:
        yield f"{place} {name}"
    if len(told.conditions) > _MOST:
        yield say("more_conditions", language, count=len(told.conditions) - _MOST)


def _near(told: Because, language: str) -> Iterator[str]:
    """Situations that are not met though something they name is."""
    if told.near:
        yield say("near", language)
    for near in told.near[:_NEAREST]:
        yield f"  {near.place} {near.id}"
        yield "    " + say("near_met", language, met=", ".join(near.met))
        yield "    " + say("near_not_met", language, not_met=", ".join(near.not_met))
