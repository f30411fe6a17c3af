"""One file -> its entries: shape, conditions, dates and ids of each, on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings, nearest
from otseula.rulebase.entries import CONDITION_FIELD, LISTS, NAMED, Entry
from otseula.rulebase.identifiers import identifying_shape
from otseula.rulebase.nodes import Fault, Node
from otseula.rulebase.parse import RESERVED, ConditionParser, names_in
from otseula.rulebase.structure import HEADER_KEYS, check_shape
from otseula.text import Text

#: The code of each kind of fault that keeps a file from being read.
FAULT_CODES = {
    "unreadable": "OTS101",
    "too_large": "OTS103",
    "not_utf8": "OTS104",
    "control_character": "OTS105",
    "tab": "OTS106",
    "directive": "OTS107",
    "empty": "OTS108",
    "syntax": "OTS109",
    "too_deep": "OTS110",
    "too_many_nodes": "OTS111",
    "duplicate_key": "OTS112",
    "key_not_text": "OTS113",
    "merge_key": "OTS114",
    "anchor": "OTS115",
    "alias": "OTS116",
    "tag": "OTS117",
    "second_document": "OTS118",
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES = ("valid_from", "valid_to", "verified_on", "read_on", "as_of", "answered_on")
#: Where digits in a row may stand: a service's contact, a source's address, a hash.
_MAY_IDENTIFY = ("contact", "url", "of")


@dataclass(slots=True)
class Header:
    """A file's `rulebase` entry and the ids that it withdraws, with their places."""

    rulebase: Entry | None = None
    withdraw: list[tuple[str, Place]] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """What one file gives."""

    header: Header = field(default_factory=Header)
    entries: list[Entry] = field(default_factory=list)


def read_faults(faults: tuple[Fault, ...], file: str, findings: Findings) -> None:
    """The findings of a file that could not be read, or not wholly."""
    for fault in faults:
        place = Place(file, fault.line or 1, fault.column or 1)
        findings.add(FAULT_CODES[fault.kind], place)
        findings.incomplete = True


def read_entries(root: Node, file: str, layer: int, findings: Findings) -> Document:
    """The entries of one file, in its order."""
    document = Document()
    if root.kind != "mapping":
        findings.add("OTS119", Place(file, root.line or 1, root.column or 1))
        findings.incomplete = True
        return document
    for key, node in root.value.items():
        if key in HEADER_KEYS:
            _read_header(document.header, key, node, file, layer, findings)
        elif key not in LISTS:
            line, column = root.keys[key]
            known = (*LISTS, *HEADER_KEYS)
            near = nearest(key, known)
            findings.add(
                "OTS201", Place(file, line or 1, column or 1), name=key, allowed=known, near=near
            )
            findings.incomplete = True
        elif node.kind != "sequence":
            findings.add("OTS120", Place(file, node.line or 1, node.column or 1), name=key)
            findings.incomplete = True
        else:
            document.entries.extend(
                entry
                for part in node.value
                if (entry := _read_entry(key, part, file, layer, findings)) is not None
            )
    return document


def _read_header(
    header: Header, key: str, node: Node, file: str, layer: int, findings: Findings
) -> None:
    data = check_shape(key, node, file, findings)
    if data is None:
        return
    if key == "rulebase":
        header.rulebase = Entry(key, "", file, layer, node, data)
        _refuse_identifying(node, file, findings)
        return
    header.withdraw = [
        (part.value, Place(file, part.line or 1, part.column or 1)) for part in node.value
    ]


def _read_entry(name: str, node: Node, file: str, layer: int, findings: Findings) -> Entry | None:
    data = check_shape(name, node, file, findings)
    if not isinstance(data, dict):
        findings.incomplete = True
        return None
    # An id of the wrong form still says what the others mean by it.
    written = node.value.get("id")
    entry_id = written.value if written is not None and written.kind == "text" else ""
    if not entry_id:
        findings.incomplete = True
    entry = Entry(name, entry_id, file, layer, node, data)
    if name in NAMED and entry_id in RESERVED:
        findings.add("OTS301", entry.place, name=entry_id)
    _read_dates(entry, findings)
    _refuse_identifying(node, file, findings)
    condition = CONDITION_FIELD.get(name)
    if condition in node.value and condition in data:
        entry.condition = ConditionParser(file, findings).parse(node.value[condition])
        if entry.condition is not None:
            entry.names = tuple(names_in(entry.condition))
    return entry


def _read_dates(entry: Entry, findings: Findings) -> None:
    for name in _DATES:
        if entry.data.get(name) is None:
            continue
        entry.data[name] = day = as_day(entry.data[name])
        if day is None:
            findings.add("OTS210", entry.at(name))
    entry.valid_from = entry.data.get("valid_from")
    entry.valid_to = entry.data.get("valid_to")
    status = entry.data.get("status")
    if isinstance(status, dict) and as_day(status["reviewed"]["on"]) is None:
        findings.add("OTS210", entry.at("status", "reviewed", "on"))
    if entry.valid_from and entry.valid_to and entry.valid_from > entry.valid_to:
        findings.add("OTS302", entry.at("valid_to"))
        entry.valid_to = None


def as_day(text: str) -> date | None:
    """A day written as YYYY-MM-DD, and only so."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _refuse_identifying(node: Node, file: str, findings: Findings) -> None:
    """Texts, keys and ids alike. No place may hold a personal identity code."""
    for key, part in _texts(node):
        for text in (part.value if part.kind == "text" else "", key):
            shape = identifying_shape(text) if text else None
            if shape is None or (key in _MAY_IDENTIFY and shape != "identity_code"):
                continue
            place = Place(file, part.line or 1, part.column or 1)
            findings.add("OTS212", place, what=_SHAPE_WORDS[shape])


def _texts(node: Node) -> Iterator[tuple[str, Node]]:
    stack = [("", node)]
    while stack:
        key, part = stack.pop()
        if part.kind == "mapping":
            stack.extend(part.value.items())
        elif part.kind == "sequence":
            stack.extend(("", member) for member in part.value)
        if key or part.kind == "text":
            yield key, part


_SHAPE_WORDS = {
    "identity_code": Text("henkilötunnus", "en personbeteckning", "a personal identity code"),
    "email": Text("sähköpostiosoite", "en e-postadress", "an e-mail address"),
    "phone": Text("puhelinnumero", "ett telefonnummer", "a telephone number"),
    "address": Text("osoite", "en adress", "an address"),
}
