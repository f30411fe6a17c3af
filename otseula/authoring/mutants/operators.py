"""The small changes that are made of a condition, one operator per entry of a table.

A condition as written and as bound have the same shape; they are walked together, so that a change
knows where it stands. What could not be written, or would say nothing new, is not made: a group of
one part is both `all` and `any`, and a list keeps one member.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from otseula.authoring.mutants.flow import flow
from otseula.errors import Place
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    QuestionDomain,
    QuestionTest,
    parts_of,
)
from otseula.rulebase.syntax import ConditionSyntax

Domains = Mapping[str, QuestionDomain]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one part: `detail` tells apart those that one operator makes in one place;
    `before` and `after` as written; `condition` is what stands in the part's place."""

    operator: str
    place: Place
    detail: str
    before: str
    after: str
    condition: Condition


def edits_of(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """Every change of a condition, outermost parts first; `condition` is the whole after it."""
    for operator in OPERATORS.values():
        yield from operator(written, bound, domains)
    parts = _parts(written, bound)
    for at, (inner, part) in enumerate(zip(written.parts, parts, strict=False)):
        for edit in edits_of(inner, part, domains):
            edited = (*parts[:at], edit.condition, *parts[at + 1 :])
            yield replace(edit, condition=_with_parts(written, bound, edited))


def _parts(written: ConditionSyntax, bound: Condition) -> tuple[Condition, ...]:
    """The parts of a group; of `none` those within the `not` that it is bound as."""
    if written.form == "none":
        return parts_of(parts_of(bound)[0])
    return parts_of(bound) if written.parts else ()


def _with_parts(
    written: ConditionSyntax, bound: Condition, parts: tuple[Condition, ...]
) -> Condition:
    match bound:
        case Not() if written.form == "none":
            return Not(AnyOf(parts))
        case Not():
            return Not(parts[0])
        case AtLeast(count):
            return AtLeast(count, parts)
    return AllOf(parts) if isinstance(bound, AllOf) else AnyOf(parts)


def _threshold(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """A limit of a number one lower and one higher, within what may be answered."""
    if not isinstance(bound, QuestionTest) or domains[bound.question].range is None:
        return
    limits = domains[bound.question].range
    assert limits is not None
    several = isinstance(bound.operand, tuple)
    values = bound.operand if isinstance(bound.operand, tuple) else (bound.operand,)
    told = written.value if isinstance(written.value, tuple) else (written.value,)
    places = written.value_places if several else (written.value_place or written.place,)
    for at, (value, name, place) in enumerate(zip(values, told, places, strict=True)):
        for step in (-1, 1):
            moved = int(value) + step
            ends = [*map(int, values)]
            ends[at] = moved
            if limits[0] <= moved <= limits[1] and ends == sorted(ends):
                operand = (ends[0], ends[1]) if several else moved
                before = f"{value} ({name})" if isinstance(name, str) else f"{value}"
                yield Edit(
                    "threshold", place, f"{at} {step:+d}", before, str(moved),
                    replace(bound, operand=operand),
                )  # fmt: skip


def _all_any(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """Of a group all for any, and the other way round."""
    parts = _parts(written, bound) or parts_of(bound)
    turned: Condition | None = None
    before, after = written.form, ""
    if isinstance(bound, QuestionTest):
        before, after = written.operator, _OTHER_OPERATOR.get(written.operator, "")
        if after and isinstance(bound.operand, tuple) and len({*bound.operand}) > 1:
            turned = replace(bound, operator=after)
    elif written.form in _OTHER_GROUP and len(parts) > 1:
        after, turned = _OTHER_GROUP[written.form][0], _OTHER_GROUP[written.form][1](parts)
    if turned is not None:
        yield Edit("all_any", written.place, "", before, after, turned)


_OTHER_OPERATOR = MappingProxyType({"includes_any": "includes_all", "includes_all": "includes_any"})
_OTHER_GROUP: Mapping[str, tuple[str, Callable[[tuple[Condition, ...]], Condition]]] = (
    MappingProxyType(
        {
            "all": ("any", AnyOf),
            "any": ("all", AllOf),
            "none": ("not all", lambda parts: Not(AllOf(parts))),
        }
    )
)


def _count(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """One fewer and one more of how many are enough."""
    if not isinstance(bound, AtLeast):
        return
    place = written.value_place or written.place
    for step in (-1, 1):
        moved = bound.count + step
        if 1 <= moved <= len(bound.parts):
            name = written.value
            before = f"{bound.count} ({name})" if isinstance(name, str) else f"{bound.count}"
            yield Edit(
                "count", place, f"{step:+d}", before, str(moved), AtLeast(moved, bound.parts)
            )


def _not(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """Without its `not`; `none` becomes `any`, and `no` becomes `yes`."""
    if isinstance(bound, Not):
        turned = bound.part
    elif isinstance(bound, QuestionTest) and bound.operand is False:
        turned = replace(bound, operand=True)
    else:
        return
    if written.form == "test":
        after = flow(replace(written, value=True))
    else:
        after = "any" if written.form == "none" else flow(written.parts[0])
    before = "none" if written.form == "none" else flow(written)
    yield Edit("not", written.place, "", before, after, turned)


def _part(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """Without one of its parts. Where all must be met that are counted, one fewer could not be
    counted to."""
    parts = _parts(written, bound)
    if len(parts) < 2 or (isinstance(bound, AtLeast) and bound.count == len(parts)):
        return
    for at, part in enumerate(written.parts):
        left = (*parts[:at], *parts[at + 1 :])
        yield Edit("part", part.place, str(at), flow(part), "", _with_parts(written, bound, left))


def _option(written: ConditionSyntax, bound: Condition, domains: Domains) -> Iterator[Edit]:
    """A list of options without one of them."""
    if not isinstance(bound, QuestionTest) or domains[bound.question].range is not None:
        return
    options = bound.operand
    if not isinstance(options, tuple) or len(options) < 2:
        return
    for at, (option, place) in enumerate(zip(options, written.value_places, strict=True)):
        left = tuple(str(each) for each in (*options[:at], *options[at + 1 :]))
        yield Edit(
            "option", place, str(at), f"{written.name}: {option}", "", replace(bound, operand=left)
        )


#: By what it changes. To make mutants of another kind, write it an entry here and its words.
OPERATORS: Mapping[str, Callable[[ConditionSyntax, Condition, Domains], Iterator[Edit]]] = (
    MappingProxyType(
        {
            "threshold": _threshold,
            "all_any": _all_any,
            "count": _count,
            "not": _not,
            "part": _part,
            "option": _option,
        }
    )
)
