"""An expert's answer to an open question as a vignette, and a file of vignettes with one more."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from otseula.authoring.mutants.questions import answers_of
from otseula.authoring.mutants.survivors import Survivor
from otseula.authoring.mutants.words import worded
from otseula.logic.conditions import Truth, Value
from otseula.rulebase.model import Period
from otseula.rulebase.nodes import Node
from otseula.rulebase.reader import scan_document

_NEW_FILE = """\
# Asiantuntijoiden vastauksia kysymyksiin, jotka otseula test --mutants --accept esitti.
# Keksittyjä tapauksia. Vastaus ei ole ohjelman: jos ohjelma on eri mieltä, muutetaan
# sääntökantaa, ei vastausta.
vignettes:
"""


class NotAppendableError(Exception):
    """The file does not end in a list `vignettes` that is written one below the other."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expert answered: whether it is met, in which role, on which day."""

    met: bool
    role: str
    day: date


def wrong(survivor: Survivor, answer: Answer) -> bool:
    """Whether the rule base answers otherwise. For after the expert has."""
    assert survivor.case is not None
    return survivor.case.truths[0] is not (Truth.MET if answer.met else Truth.NOT_MET)


def entry_of(survivor: Survivor, answer: Answer, taken: Collection[str]) -> tuple[str, list[str]]:
    """The vignette of an answer: its id, and its lines. `taken`: ids that there are."""
    mutant = survivor.first
    number = 1
    while f"owner_{mutant.id}_{number}" in taken:
        number += 1
    name = f"owner_{mutant.id}_{number}"
    text = worded(f"vignette_{mutant.list}", text=mutant.item.text)
    texts = {"fi": text.fi, "sv": text.sv, "en": text.en}
    told = ", ".join(f"{language}: {_quoted(each)}" for language, each in texts.items() if each)
    answers = ", ".join(f"{q}: {_value(v)}" for q, v in answers_of(survivor).items())
    truth = (Truth.MET if answer.met else Truth.NOT_MET).value
    return name, [
        f"- id: {name}",
        "  kind: detail",
        "  origin: owner",
        f"  answered_by: {_quoted(answer.role)}",
        f"  answered_on: {answer.day.isoformat()}",
        f"  as_of: {_day_in(survivor.period, answer.day).isoformat()}",
        f"  text: {{{told}}}",
        f"  answers: {{{answers}}}",
        f"  expect: {{truth: {{{mutant.id}: {truth}}}}}",
    ]


def appended(before: bytes | None, lines: list[str]) -> str:
    """The text of the file with one entry more at its end; `before` None for a new file. Raises
    NotAppendableError where that could not be done without touching what is there."""
    if before is None:
        return _NEW_FILE + "".join(f"  {line}\n" for line in lines)
    listed = _list_at_end(before)
    column = _dash_column(before, listed)
    text = before.decode("utf-8")
    text += "" if text.endswith("\n") else "\n"
    text += "\n" + "".join(f"{' ' * column}{line}\n" for line in lines)
    again = _list_at_end(text.encode("utf-8"))
    if again.plain()[:-1] != listed.plain() or len(again.value) != len(listed.value) + 1:
        raise NotAppendableError
    return text


def _list_at_end(data: bytes) -> Node:
    """The list `vignettes`, where it is the last of the file."""
    root, faults = scan_document(data)
    if root is None or faults or root.kind != "mapping" or [*root.value][-1:] != ["vignettes"]:
        raise NotAppendableError
    listed: Node = root.value["vignettes"]
    if listed.kind != "sequence" or not listed.value:
        raise NotAppendableError
    if not all(entry.kind == "mapping" and "id" in entry.value for entry in listed.value):
        raise NotAppendableError
    return listed


def _dash_column(data: bytes, listed: Node) -> int:
    """How far its entries are indented."""
    last: Node = listed.value[-1]
    line = data.decode("utf-8").removeprefix("\ufeff").splitlines()[(last.line or 1) - 1]
    if not line.lstrip(" ").startswith("- "):
        raise NotAppendableError
    return len(line) - len(line.lstrip(" "))


def _day_in(period: Period, day: date) -> date:
    """The day, or the nearest to it that the period holds."""
    if period.start is not None and day < period.start:
        return period.start
    return period.end if period.end is not None and day > period.end else day


def ids_in(data: bytes) -> frozenset[str]:
    """The ids of the vignettes of a file that takes one more."""
    return frozenset(entry.value["id"].value for entry in _list_at_end(data).value)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _quoted(value) if value in _READ_OTHERWISE else str(value)


#: What YAML, or an older reader of it, takes for something else than a text.
_READ_OTHERWISE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
