"""A list holds the same thing twice.

What: a condition twice in one `all`, `any`, `none` or `of`; an option, a role, an area, a
consequence or a source twice in one list. `[2, 2]` as a range is no list of things.

Why: in `of` what stands twice counts twice, so that "two of these" is met by one. Elsewhere the
second does nothing, and a person who takes out one of them is surprised by the other.

Avoid: `{at_least: 2, of: [school_absence, bullying, school_absence]}`

Prefer: `{at_least: 2, of: [school_absence, bullying]}`
"""

from __future__ import annotations

from collections.abc import Iterable

from otseula.authoring.checked import Checked
from otseula.authoring.parts import parts_within, saying
from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import Entry
from otseula.rulebase.nodes import Node

CODE = "OTS806"
_CONDITIONS = frozenset({"when", "applies_when"})


def look(checked: Checked, findings: Findings) -> None:
    """Every list of every entry."""
    for entry in checked.entries():
        _look_at_lists(entry.node, entry, findings)
        for part in parts_within(entry.condition) if entry.condition is not None else ():
            if part.form == "test" and part.operator != "between":
                values = part.value if isinstance(part.value, tuple) else ()
                _tell(zip(values, part.value_places, strict=bool(values)), findings)
            _tell(((saying(each), each.place) for each in part.parts), findings)


def _look_at_lists(node: Node, entry: Entry, findings: Findings) -> None:
    if node.kind == "mapping":
        for key, part in node.value.items():
            if key not in _CONDITIONS:
                _look_at_lists(part, entry, findings)
    elif node.kind == "sequence":
        named = [part for part in node.value if part.kind != "integer"]
        places = (Place(entry.file, part.line or 1, part.column or 1) for part in named)
        _tell(zip((repr(_same(part)) for part in named), places, strict=True), findings)
        for part in node.value:
            _look_at_lists(part, entry, findings)


def _same(part: Node) -> object:
    """What makes a member the same as another: of a source the document it names."""
    plain = part.plain()
    return plain.get("ref", plain) if isinstance(plain, dict) else plain


def _tell(members: Iterable[tuple[object, Place]], findings: Findings) -> None:
    seen: dict[object, Place] = {}
    for member, place in members:
        if member in seen:
            findings.add(CODE, place, where=str(seen[member]))
        else:
            seen[member] = place
