"""The other answers that a question could have, as far as any condition tells them apart, nearest
first, and what they are in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from otseula.logic.conditions import DONT_KNOW, Value
from otseula.logic.lanes import Lanes
from otseula.rulebase.model import Question
from otseula.text import LANGUAGES, Text

#: With more options than this in play, not every combination of them is tried.
MOST_OPTIONS = 6


class Other(NamedTuple):
    """A value that stands for all up to `last` (of an integer)."""

    value: Value
    last: int | None = None


def other_values(
    question: Question, now: Value, lanes: Lanes, options: Collection[str]
) -> list[Other]:
    """The values that are told apart from the present one; of a `choices` question those that
    differ in the `options`."""
    return _OTHERS[question.type](question, now, lanes, options)


def in_words(question: Question, now: Value, other: Other) -> Text:
    """The value without what the answer is now: of a list what it would hold besides, or no
    longer."""
    if question.type == "boolean":
        return _YES if other.value else _NO
    if question.type == "choice":
        return next(o.text for o in question.options if o.id == other.value)
    if question.type == "integer":
        return _number(question, other)
    assert isinstance(other.value, tuple)
    before = () if not isinstance(now, tuple) else now
    texts = {o.id: o.text for o in question.options}
    also = [texts[name] for name in other.value if name not in before]
    no_longer = [texts[name] for name in before if name in texts and name not in other.value]
    if not also and not no_longer:
        return _NO_MORE if before else _NONE
    parts = []
    if also:
        parts.append(_filled(_ALSO, _quoted(also)) if before else _quoted(also))
    if no_longer:
        parts.append(_filled(_WITHOUT[len(no_longer) > 1], _quoted(no_longer)))
    return _listed(parts)


def _boolean(question: Question, now: Value, *_: object) -> list[Other]:
    return [Other(value) for value in (True, False) if value != now]


def _choice(question: Question, now: Value, lanes: Lanes, _: object) -> list[Other]:
    names = [option.id for option in question.options]
    at = names.index(now) if now in names else 0
    near = sorted(names, key=lambda name: (abs(names.index(name) - at), names.index(name)))
    seen = {lanes.rails(question.id, now)}
    found = []
    for name in near:
        rails = lanes.rails(question.id, name)
        if rails not in seen:
            seen.add(rails)
            found.append(Other(name))
    return found


def _integer(question: Question, now: Value, lanes: Lanes, _: object) -> list[Other]:
    assert question.range is not None
    low, high = question.range
    found: list[Other] = []
    before: tuple[int, ...] | None = None
    for number in range(low, high + 1):
        rails = lanes.rails(question.id, number)
        if rails == before:
            found[-1] = Other(found[-1].value, number)
        else:
            found.append(Other(number, number))
            before = rails
    if now == DONT_KNOW or not isinstance(now, int):
        return found
    return sorted(
        (one for one in found if not one.value <= now <= (one.last or 0)),  # type: ignore[operator]  # integers here
        key=lambda one: abs(int(one.value) - now),  # type: ignore[arg-type]  # as above
    )


def _choices(question: Question, now: Value, lanes: Lanes, options: Collection[str]) -> list[Other]:
    held = {*now} - {DONT_KNOW} if isinstance(now, tuple) else set()
    varied = [option.id for option in question.options if option.id in options]
    if len(varied) <= MOST_OPTIONS:
        sizes = range(len(varied) + 1)
        flips = [{*some} for size in sizes for some in combinations(varied, size)]
    else:
        flips = [set(), *({name} for name in varied), {*varied} & held, {*varied} - held]
    found = {}
    for flipped in sorted(flips, key=len):
        marked = held ^ flipped
        value = tuple(option.id for option in question.options if option.id in marked)
        if value != now:
            found[value] = Other(value)
    return list(found.values())


def _number(question: Question, other: Other) -> Text:
    assert question.range is not None
    assert isinstance(other.value, int)
    low, high = question.range
    first, last = other.value, other.last if other.last is not None else other.value
    if first == last:
        return Text(*[str(first)] * len(LANGUAGES))
    if last == high and first > low:
        return _filled(_OR_MORE, Text(*[str(first)] * len(LANGUAGES)))
    if first == low:
        return _filled(_AT_MOST, Text(*[str(last)] * len(LANGUAGES)))
    return Text(*[f"{first}–{last}"] * len(LANGUAGES))


def _filled(template: Text, part: Text) -> Text:
    return Text(*(template.in_language(each).format(part.in_language(each)) for each in LANGUAGES))


def _quoted(texts: Iterable[Text]) -> Text:
    return _listed(_filled(_QUOTED, text) for text in texts)


def _listed(texts: Iterable[Text]) -> Text:
    kept = list(texts)
    return Text(*(", ".join(t.in_language(each) for t in kept) for each in LANGUAGES))


_YES, _NO = Text("kyllä", "ja", "yes"), Text("ei", "nej", "no")
_NONE = Text("ei mikään näistä", "inget av dessa", "none of these")
_NO_MORE = Text("ei muita", "inga andra", "no others")
_QUOTED = Text("”{}”", "”{}”", "“{}”")
_ALSO = Text("lisäksi {}", "dessutom {}", "also {}")
#: Without one option, and without several.
_WITHOUT = (
    Text("ilman kohtaa {}", "utan alternativet {}", "without {}"),
    Text("ilman kohtia {}", "utan alternativen {}", "without {}"),
)
_OR_MORE = Text("{} tai enemmän", "{} eller mer", "{} or more")
_AT_MOST = Text("enintään {}", "högst {}", "at most {}")

_OTHERS: Mapping[str, Callable[[Question, Value, Lanes, Collection[str]], list[Other]]] = {
    "boolean": _boolean,
    "choice": _choice,
    "integer": _integer,
    "choices": _choices,
}
