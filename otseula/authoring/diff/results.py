"""The results of cases before and after an edit: the vignettes of both rule bases, and a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from otseula.authoring.diff.compiling import Compiling
from otseula.errors import CaseError
from otseula.logic.conditions import Truth
from otseula.rulebase.entries import CONSEQUENCE_LISTS
from otseula.rulebase.model import Content, Vignette
from otseula.screening.casefile import Case
from otseula.screening.given import given


@dataclass(frozen=True, slots=True)
class Result:
    """What a case comes to: the level at least and at most, and what is settled of each situation
    and consequence, by list and id. None of it where the case was refused."""

    levels: tuple[str, str] | None
    truths: Mapping[tuple[str, str], Truth]


@dataclass(frozen=True, slots=True)
class Turned:
    """A case whose result changes. `id`: of a vignette, or the number of a case. `version`: `old`
    or `new` where the rule bases write the vignette otherwise, else empty. `items`: what changes
    of what is settled; NOT_MET for what one of the two lacks."""

    id: str
    version: str
    before: Result = field(repr=False)
    after: Result = field(repr=False)
    items: Mapping[tuple[str, str], tuple[Truth, Truth]]


@dataclass(frozen=True, slots=True)
class Results:
    """Of `total` cases: those that change, and those that neither rule base takes."""

    total: int
    turned: tuple[Turned, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A case, and how it is told of."""

    id: str
    version: str
    case: Case = field(repr=False)


def vignettes_of(old: Content, new: Content, day: date) -> tuple[Told, ...]:
    """Those of both rule bases, each as it is written; once where both write it alike. Where a
    vignette has no day of its own it is `day`."""
    before = {vignette.id: vignette for vignette in old.vignettes}
    told = []
    for vignette in new.vignettes:
        then = before.pop(vignette.id, None)
        if then is None or _answers(then) == _answers(vignette):
            told.append(Told(vignette.id, "", _case(vignette, day)))
        else:
            told.append(Told(vignette.id, "old", _case(then, day)))
            told.append(Told(vignette.id, "new", _case(vignette, day)))
    return (*told, *(Told(v.id, "", _case(v, day)) for v in before.values()))


def corpus_of(cases: Iterable[Case], day: date) -> tuple[Told, ...]:
    """Cases by their number, from 1."""
    return tuple(
        Told(str(number), "", replace(case, as_of=case.as_of or day))
        for number, case in enumerate(cases, 1)
    )


def results(
    old: Content,
    new: Content,
    told: Iterable[Told],
    renamed: Mapping[str, Mapping[str, str]],
    compiling: Compiling | None = None,
) -> Results:
    """Each case in both rule bases. `renamed`: new ids by old ones, by list."""
    compiling = compiling or Compiling()
    screens = _Screen(old, compiling), _Screen(new, compiling)
    turned, refused, total = [], [], 0
    for each in told:
        total += 1
        before, after = (screen(each.case) for screen in screens)
        if before.levels is None and after.levels is None:
            refused.append(each.id)
            continue
        before = Result(before.levels, _by_new_ids(before.truths, renamed))
        items = dict(_differences(before, after))
        if before.levels != after.levels or items:
            turned.append(Turned(each.id, each.version, before, after, items))
    return Results(total, tuple(turned), tuple(refused))


class _Screen:
    """One rule base."""

    def __init__(self, content: Content, compiling: Compiling) -> None:
        self._content = content
        self._compiling = compiling

    def __call__(self, case: Case) -> Result:
        assert case.as_of is not None
        compiled = self._compiling.on(self._content, case.as_of)
        checked = None
        try:
            checked = given(case, None, None, lambda: date.min).checked(compiled)
        except CaseError:
            checked = None
        if checked is None:
            return Result(None, {})
        settled = compiled.settled(compiled.lanes.evaluate(checked.answers), checked.answers)
        lists = {**CONSEQUENCE_LISTS, "situations": "situations"}
        truths = {
            (lists[goal.kind], goal.id): truth
            for goal, truth in settled.truths.items()
            if goal.kind in lists
        }
        for table in CONSEQUENCE_LISTS.values():
            always = getattr(compiled.period, table).values()
            truths |= {
                (table, item.id): Truth.MET for item in always if getattr(item, "always", False)
            }
        return Result((settled.at_least, settled.at_most), truths)


def _by_new_ids(
    truths: Mapping[tuple[str, str], Truth], renamed: Mapping[str, Mapping[str, str]]
) -> dict[tuple[str, str], Truth]:
    return {(n, renamed.get(n, {}).get(i, i)): truth for (n, i), truth in truths.items()}


def _differences(
    before: Result, after: Result
) -> Iterator[tuple[tuple[str, str], tuple[Truth, Truth]]]:
    if before.levels is None or after.levels is None:
        return
    for key in dict.fromkeys([*before.truths, *after.truths]):
        pair = before.truths.get(key, Truth.NOT_MET), after.truths.get(key, Truth.NOT_MET)
        if pair[0] is not pair[1]:
            yield key, pair


def _answers(vignette: Vignette) -> tuple[object, ...]:
    return vignette.answers, vignette.as_of


def _case(vignette: Vignette, day: date) -> Case:
    return Case(vignette.answers, as_of=vignette.as_of or day)
