"""How many questions a rule base asks: expected and at worst, per situation and in all. What
`otseula plan` does; docs/how-to/plan-the-questionnaire.md says what each figure means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from otseula.authoring.plan.asking import Asker, Walked, may_be_asked, most_that_apply, stubborn
from otseula.authoring.plan.figures import Lengths
from otseula.authoring.plan.people import Among, People
from otseula.errors import CaseError
from otseula.logic.coding import codings_of
from otseula.logic.conditions import Value
from otseula.rulebase.model import Content, Question
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.rulebase import RuleBase
from otseula.text import Text

#: Drawn for the situations together: so many times as many as of everyone; for each no fewer than.
_TOGETHER, _FEWEST = 2, 5
#: In these what is not answered is not known on purpose, unlike with anyone who is likely to be.
_UNLIKELY = "mostly_unknown"


@dataclass(frozen=True, slots=True)
class Group:
    """Those for whom a situation is met (`id` "": none is). `chance`: how many of everyone they
    are by the priors, None where that is not known. `drawn` were drawn among them: where `alone`,
    with no other situation met; `met` are those drawn of everyone who turned out so."""

    id: str
    text: Text | None
    chance: float | None
    alone: bool
    drawn: Lengths
    met: Lengths
    vignettes: Lengths


@dataclass(frozen=True, slots=True)
class Worst:
    """`at_most` questions are asked of anybody and `at_most_knowing` of somebody who knows every
    answer: certain bounds. `unknowing` are asked of somebody who knows none. `found` is the
    longest interview found of somebody who knows every answer, `answers` what they say."""

    at_most: int
    at_most_knowing: int
    unknowing: int
    found: int
    answers: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Plan:
    """The figures of one rule base on one day. `everyone`: the respondents drawn; `always` and
    `others` how many of their questions are asked of everybody, and not. `share`: by question, of
    how many of them it was asked (0 to 1). `never`: what nobody can be asked."""

    day: date
    seed: int
    questions: Mapping[str, Question]
    everyone: Lengths
    always: Lengths
    others: Lengths
    vignettes: Lengths
    none: Group
    situations: tuple[Group, ...]
    worst: Worst
    share: Mapping[str, float]
    never: tuple[str, ...]


def plan(content: Content, day: date, *, draws: int = 50, seed: int = 0) -> Plan:
    """Asks `draws` invented respondents, twice as many shared by the situations, and the vignettes
    of the rule base, all by the questions of `day`. The same for the same seed."""
    compiled = compile_period(content.on(day), ("lanes",))
    period, completions = compiled.period, compiled.exact.completions
    domains = period.conditions.questions
    codings = codings_of(period.conditions) if completions is None else completions.codings
    asker = Asker(compiled)
    people = People(period.questions.values(), domains, codings)
    names = tuple(period.situations)
    among = people.with_situations(completions, names) if completions is not None else {}
    everyone = _drawn(asker, people, seed, draws, people.everyone)
    cases = dict(_vignettes(asker, content, day))

    def group(name: str) -> Group:
        alone = (name, True) in among
        whom = among.get((name, alone))
        count = max(_FEWEST, min(draws, _TOGETHER * draws // (len(names) + 1)))
        drawn = _drawn(asker, people, seed, count, whom) if whom is not None else {}
        met, vignettes = (
            Lengths({who: len(w.asked) for who, w in of.items() if _is_in(w, name)})
            for of in (everyone, cases)
        )
        text = period.situations[name].text if name else None
        # with the diagrams there is nobody where no function is
        chance = (0.0 if among else None) if whom is None else among[name, name == ""].chance
        return Group(name, text, chance, alone, _lengths(drawn), met, vignettes)

    always = {q.id for q in period.questions.values() if q.always_ask}
    asked = Counter(name for each in everyone.values() for name in each.asked)
    possible = may_be_asked(compiled)
    return Plan(
        day,
        seed,
        period.questions,
        _lengths(everyone),
        Lengths({who: len(always.intersection(w.asked)) for who, w in everyone.items()}),
        Lengths({who: len({*w.asked} - always) for who, w in everyone.items()}),
        _lengths(cases),
        group(""),
        tuple(group(name) for name in names),
        _worst(asker, compiled, possible, everyone.values()),
        {name: asked[name] / draws for name in period.questions},
        tuple(name for name in period.questions if name not in possible),
    )


def _is_in(interview: Walked, situation: str) -> bool:
    return situation in interview.met if situation else not interview.met


def _lengths(interviews: Mapping[str, Walked]) -> Lengths:
    return Lengths({who: len(each.asked) for who, each in interviews.items()})


def _drawn(asker: Asker, people: People, seed: int, count: int, among: Among) -> dict[str, Walked]:
    drawn = (people.drawn(seed, number, among) for number in range(count))
    return {str(at): asker.walked(answers) for at, answers in enumerate(drawn)}


def _vignettes(asker: Asker, content: Content, day: date) -> Iterator[tuple[str, Walked]]:
    """The vignettes that can be asked on that day."""
    rulebase = RuleBase(content, ("lanes",))
    for vignette in content.vignettes:
        if vignette.kind == _UNLIKELY or not vignette.whole:
            continue
        try:
            answers = rulebase.interview(vignette.answers, as_of=day).answers
        except CaseError:  # `otseula test` tells of it
            continue
        yield vignette.id, asker.walked(answers)


def _worst(
    asker: Asker, compiled: CompiledPeriod, possible: tuple[str, ...], everyone: Iterable[Walked]
) -> Worst:
    longest = max((stubborn(compiled), *everyone), key=lambda each: len(each.asked))
    return Worst(
        len(possible),
        most_that_apply(compiled.exact.completions, possible),
        len(asker.walked({}).asked),
        len(longest.asked),
        dict(longest.answers),
    )
