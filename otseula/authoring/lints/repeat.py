"""A list holds the same thing twice.

What: a condition twice in one `all`, `any`, `none` or `of`; an option, a role, an area, a
consequence or a source twice in one list. `[2, 2]` as a range is no list of things.

Why: in `of` what stands twice counts twice, so that "two of these" is met by one. Elsewhere the
second does nothing, and a person who takes out one of them is surprised by the other.

Avoid: `{at_least: 2, of: [school_absence, bullying, school_absence]}`

Prefer: `{at_least: 2, of: [school_absence, bullying]}`

`--fix` takes the later one out, where the two are the same to the letter or, of conditions, say the
same: in a list in which nothing counts twice that changes nothing. In `of` it would, so there it is
left to you.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from otseula.authoring.checked import Checked
from otseula.authoring.mending.edits import Edit
from otseula.authoring.mending.outline import Outline
from otseula.authoring.parts import parts_within, saying
from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import Entry
from otseula.rulebase.nodes import Node

CODE = "OTS806"
_CONDITIONS = frozenset({"when", "applies_when"})


#: A member as it is written, what makes it the same as another, and where it stands.
_Member = tuple[object, object, Place]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A later member that is the same as one before it. `idle`: without it nothing changes."""

    place: Place
    first: Place
    idle: bool


def look(checked: Checked, findings: Findings) -> None:
    """Every list of every entry."""
    for repeat in _repeats(checked):
        findings.add(CODE, repeat.place, where=str(repeat.first))


def fix(checked: Checked, outlines: Mapping[str, Outline]) -> Iterator[Edit]:
    """The later one goes, where it does nothing."""
    for repeat in _repeats(checked):
        if repeat.idle and repeat.place.file in outlines:
            yield from outlines[repeat.place.file].without_member(CODE, repeat.place)


def _repeats(checked: Checked) -> Iterator[Repeat]:
    for entry in checked.entries():
        yield from _in_lists(entry.node, entry)
        for part in parts_within(entry.condition) if entry.condition is not None else ():
            if part.form == "test" and part.operator != "between":
                values = part.value if isinstance(part.value, tuple) else ()
                members = zip(values, values, part.value_places, strict=bool(values))
                yield from _repeated(members)
            parts = ((saying(each), saying(each), each.place) for each in part.parts)
            yield from _repeated(parts, counted=part.form == "of")


def _in_lists(node: Node, entry: Entry) -> Iterator[Repeat]:
    if node.kind == "mapping":
        for key, part in node.value.items():
            if key not in _CONDITIONS:
                yield from _in_lists(part, entry)
    elif node.kind == "sequence":
        named = [part for part in node.value if part.kind != "integer"]
        yield from _repeated(
            (part.plain(), repr(_same(part)), _place(part, entry)) for part in named
        )
        for part in node.value:
            yield from _in_lists(part, entry)


def _place(part: Node, entry: Entry) -> Place:
    return Place(entry.file, part.line or 1, part.column or 1)


def _same(part: Node) -> object:
    """What makes a member the same as another: of a source the document it names."""
    plain = part.plain()
    return plain.get("ref", plain) if isinstance(plain, dict) else plain


def _repeated(members: Iterable[_Member], *, counted: bool = False) -> Iterator[Repeat]:
    seen: dict[object, tuple[object, Place]] = {}
    for written, same, place in members:
        if same in seen:
            first, where = seen[same]
            yield Repeat(place, where, idle=not counted and first == written)
        else:
            seen[same] = written, place
