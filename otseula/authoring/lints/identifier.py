"""A text holds something with the shape of an identifier or a contact, however it is disguised.

What: every text of the rule base and of its vignettes, read as the guard of cases reads it (digits
of any script, no invisible characters): no personal identity code, telephone number, e-mail or
street address, postcode with its town, or code of a diagnosis. Only a channel's `contact` may hold
a service's own; the `url` of a source is an address of a document. What is plain to see, loading
refuses already.

Why: a rule base is copied and published. What stands in it about a person cannot be taken back.

Avoid: `how: {fi: Soita 0 4 0 - 1 2 3 4 5 6 7}`

Prefer: `contact` of the channel, and only a service's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from otseula.authoring.checked import Checked
from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import Entry
from otseula.rulebase.nodes import Node
from otseula.screening.guard import SHAPES, has_phone, normalise
from otseula.screening.guard_patterns import compiled

CODE = "OTS818"
#: Shapes of the guard that no text needs. A day, two capitalised words and the name of an illness
#: stand in many a good one.
_SHAPES = ("personal_code", "email", "phone", "address", "postal_code", "diagnosis_code")
#: No texts, or addresses of services and documents.
_PASSED_OVER = frozenset({"contact", "url", "when", "applies_when", "then", "answers", "expect"})


def look(checked: Checked, findings: Findings) -> None:
    """Every text of every layer, vignettes included."""
    for entry in chain(checked.entries(), checked.draft.lists["vignettes"]):
        for text, place in _texts(entry.node, entry):
            shape = _shape(text)
            if shape:
                findings.add(CODE, place, what=SHAPES[shape].text)


def _texts(node: Node, entry: Entry) -> Iterator[tuple[str, Place]]:
    if node.kind == "mapping":
        for key, part in node.value.items():
            if key not in _PASSED_OVER:
                yield from _texts(part, entry)
    elif node.kind == "sequence":
        for part in node.value:
            yield from _texts(part, entry)
    elif node.kind == "text":
        yield str(node.value), Place(entry.file, node.line or 1, node.column or 1)


def _shape(text: str) -> str:
    if text.isascii() and text.isidentifier():
        return ""  # an id or a word
    seen = normalise(text)
    for shape in _SHAPES:
        pattern = compiled(shape)
        if has_phone(seen) if pattern is None else pattern.search(seen):
            return shape
    return ""
