"""What a vignette expects, beside what the screening gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from otseula.authoring.vignettes.words import WORDS, listed, worded
from otseula.logic.conditions import Truth
from otseula.rulebase.model import LEVELS
from otseula.screening.goals import Goal
from otseula.screening.recommendation import Consequence, Recommendation, SituationTruth
from otseula.text import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """One expectation that did not come true. `key` is where it stands in `expect`
    (`truth.demanding_separation`, `safety`); the texts are plain words; `about` is what came out
    otherwise, to be explained, `questions` those that are missing or not, against it."""

    key: str
    what: Text
    expected: Text
    actual: Text
    about: tuple[Goal | str, ...] = ()
    questions: tuple[str, ...] = ()


def differences(
    expect: Mapping[str, object], recommendation: Recommendation
) -> Iterator[Difference]:
    """Every difference, in the order of `expect`. A vignette that expects nothing, or something
    that cannot be compared, is a difference too: it must not pass in silence."""
    if not expect:
        yield Difference("expect", worded("expect"), WORDS["an_expectation"], WORDS["nothing"])
    for key, expected in expect.items():
        if key == "eligibility":
            yield from _eligibility(expected, recommendation)
        elif key == "truth":
            yield from _truth(cast(Mapping[str, str], expected), recommendation)
        else:
            yield from _listed(key, cast(Iterable[str], expected), recommendation)


def in_force(recommendation: Recommendation) -> Mapping[str, tuple[str, ...]]:
    """The ids that are in force, by kind: consequences that are met, situations that are met,
    and the missing questions."""
    return {kind: ids(recommendation) for kind, ids in _IN_FORCE.items()}


def _eligibility(expected: object, recommendation: Recommendation) -> Iterator[Difference]:
    actual = (recommendation.eligibility.at_least, recommendation.eligibility.at_most)
    if isinstance(expected, Mapping):
        wanted = (expected["at_least"], expected["at_most"])
    else:
        wanted = (str(expected), str(expected))
    if wanted != actual:
        what = worded("eligibility")
        about = _between(wanted, actual)
        yield Difference("eligibility", what, _levels(*wanted), _levels(*actual), about)


def _between(wanted: tuple[str, str], actual: tuple[str, str]) -> tuple[Goal, ...]:
    """Of each end of the range that differs the higher level: it was reached and should not have
    been, or the other way round."""
    ends = [pair for pair in zip(wanted, actual, strict=True) if pair[0] != pair[1]]
    levels = dict.fromkeys(max(pair, key=LEVELS.index) for pair in ends)
    return tuple(Goal("eligibility", level) for level in levels)


def _levels(low: str, high: str) -> Text:
    return WORDS[low] if low == high else worded("range", low=WORDS[low], high=WORDS[high])


def _truth(expected: Mapping[str, str], recommendation: Recommendation) -> Iterator[Difference]:
    for name, wanted in expected.items():
        actual = recommendation.truth.get(name)
        if actual is None or actual.value != wanted:
            found = WORDS["not_named"] if actual is None else WORDS[actual.value]
            what, about = worded("truth", name=name), () if actual is None else (name,)
            yield Difference(f"truth.{name}", what, WORDS[wanted], found, about)


def _listed(
    key: str, expected: Iterable[str], recommendation: Recommendation
) -> Iterator[Difference]:
    kind, manner = next(
        (
            (key.removesuffix(suffix), manner)
            for suffix, manner in _MANNERS.items()
            if suffix and key.endswith(suffix)
        ),
        (key, "exact"),
    )
    source = _OPEN if manner == "open" else _IN_FORCE
    if kind not in source:
        found = worded("unknown_key", name=key)
        yield Difference(key, worded("expect"), WORDS["known_key"], found)
        return
    actual, wanted = source[kind](recommendation), tuple(expected)
    wrong = _WRONG[manner](frozenset(wanted), frozenset(actual))
    if wrong:
        what = worded(manner, of=WORDS[kind])
        # Of what must be there, or must not, only what is wrong is told: lists are long.
        told = wanted if manner in ("exact", "open") else tuple(i for i in wanted if i in wrong)
        ids = tuple(each for each in dict.fromkeys((*wanted, *actual)) if each in wrong)
        about = () if kind == "missing" else tuple(Goal(kind, each) for each in ids)
        questions = ids if kind == "missing" else ()
        yield Difference(key, what, listed(told), listed(actual), about, questions)


_MANNERS = MappingProxyType({"_include": "include", "_exclude": "exclude", "_open": "open"})

_WRONG: Mapping[str, Callable[[frozenset[str], frozenset[str]], frozenset[str]]] = MappingProxyType(
    {
        "exact": lambda wanted, actual: wanted ^ actual,
        "include": lambda wanted, actual: wanted - actual,
        "exclude": lambda wanted, actual: wanted & actual,
        "open": lambda wanted, actual: wanted ^ actual,
    }
)


def _ids(items: Iterable[Consequence | SituationTruth], truth: Truth) -> tuple[str, ...]:
    return tuple(item.id for item in items if item.truth is truth)


_IN_FORCE: Mapping[str, Callable[[Recommendation], tuple[str, ...]]] = MappingProxyType(
    {
        "safety": lambda r: _ids(r.safety, Truth.MET),
        "duties": lambda r: _ids(r.duties, Truth.MET),
        "expertise": lambda r: _ids(r.expertise, Truth.MET),
        "channels": lambda r: _ids(r.channels, Truth.MET),
        "notices": lambda r: _ids(r.notices, Truth.MET),
        "situations": lambda r: _ids(r.situations, Truth.MET),
        "missing": lambda r: tuple(question.id for question in r.missing),
    }
)

#: What may be expected to be undecided, exactly these.
_OPEN: Mapping[str, Callable[[Recommendation], tuple[str, ...]]] = MappingProxyType(
    {
        "safety": lambda r: _ids(r.safety, Truth.UNKNOWN),
        "duties": lambda r: _ids(r.duties, Truth.UNKNOWN),
        "expertise": lambda r: _ids(r.expertise, Truth.UNKNOWN),
        "channels": lambda r: _ids(r.channels, Truth.UNKNOWN),
        "notices": lambda r: _ids(r.notices, Truth.UNKNOWN),
    }
)
