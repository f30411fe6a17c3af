"""What an edit changes of the expected number of questions, with the figures of `otseula plan`."""

from __future__ import annotations

from datetime import date

from otseula.authoring.diff.compiling import Compiling
from otseula.authoring.plan.asking import Asker
from otseula.authoring.plan.figures import Lengths, Shift, shift
from otseula.authoring.plan.people import People
from otseula.logic.coding import codings_of
from otseula.rulebase.model import Content
from otseula.screening.compiled import CompiledPeriod


def length_change(
    old: Content, new: Content, day: date, draws: int, compiling: Compiling | None = None
) -> Shift | None:
    """The mean over `draws` invented respondents, the same in both rule bases as far as they ask
    the same; None without any."""
    if not draws:
        return None
    compiling = compiling or Compiling()
    before, after = (_lengths(compiling.on(content, day), draws) for content in (old, new))
    return shift(before, after)


def _lengths(compiled: CompiledPeriod, draws: int) -> Lengths:
    period, completions = compiled.period, compiled.exact.completions
    codings = codings_of(period.conditions) if completions is None else completions.codings
    people = People(period.questions.values(), period.conditions.questions, codings)
    asker = Asker(compiled)
    drawn = (people.drawn(0, number, people.everyone) for number in range(draws))
    return Lengths({str(at): len(asker.walked(answers).asked) for at, answers in enumerate(drawn)})
