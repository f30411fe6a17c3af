"""Findings about a rule base: collected as codes and places, put into words at the end."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from types import MappingProxyType

from otseula.errors import Diagnostic, Place
from otseula.shipped import shipped
from otseula.text import LANGUAGES, Text

#: What stands in a message: a name as written, a number, a list of names, or words.
Param = str | int | float | tuple[str, ...] | Text


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means: a short title, the templates of its message and hint, and whether it is
    an error or only a warning."""

    title: str
    message: Text
    hint: Text
    severity: str = "error"


@dataclass(slots=True)
class Findings:
    """Everything found so far, each thing once. While `incomplete`, a name may be defined where
    nothing could be read, so nothing is said of names that are missing."""

    incomplete: bool = False
    found: dict[tuple[str, Place, tuple[tuple[str, Param], ...]], None] = field(
        default_factory=dict
    )

    def add(self, code: str, place: Place, /, **params: Param) -> None:
        """One finding; the same one again changes nothing."""
        self.found[code, place, tuple(params.items())] = None

    def missing(
        self, code: str, place: Place, /, name: str, known: Collection[str], **more: Param
    ) -> None:
        """A name that stands for nothing, with the nearest known one. Silent where an item stands
        under it but for hyphens: that its id is of the wrong form is told at the item."""
        hyphened = name.replace("_", "-")
        if not self.incomplete and (hyphened == name or hyphened not in known):
            near = nearest(name, known) if len(self.found) < _ADVISED else ""
            self.add(code, place, name=name, near=near, **more)

    def __bool__(self) -> bool:
        return bool(self.found)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """In words, in the order of their places."""
        ordered = sorted(self.found, key=lambda entry: (entry[1], entry[0]))
        return tuple(describe(code, place, dict(params)) for code, place, params in ordered)


def describe(code: str, place: Place, params: Mapping[str, Param]) -> Diagnostic:
    """The diagnostic of a code. With a param `near` its hint starts by asking for that name."""
    entry = codes()[code]
    near = params.get("near")
    hint = _fill(entry.hint, params)
    if near:
        asked = _fill(_DID_YOU_MEAN, params)
        hint = Text(*(f"{asked.in_language(n)} {hint.in_language(n)}" for n in LANGUAGES))
    return Diagnostic(code, place, _fill(entry.message, params), hint, entry.severity)


@cache
def codes() -> Mapping[str, Code]:
    """The table of codes (codes.yaml), read when there is something to say."""
    from otseula.rulebase.reader import read_document

    file = shipped("rulebase", "codes.yaml")
    table = read_document(file.read_bytes()).plain()
    return MappingProxyType(
        {
            code: Code(
                entry["title"],
                Text(**entry["message"]),
                Text(**entry["hint"]),
                entry.get("severity", "error"),
            )
            for code, entry in table.items()
        }
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or ""."""
    compared = list(islice(known, _COMPARED))
    close = difflib.get_close_matches(name[:100], compared, n=1, cutoff=0.6)
    return close[0] if close else ""


def _fill(template: Text, params: Mapping[str, Param]) -> Text:
    return Text(
        *(
            template.in_language(name).format(**{k: _word(v, name) for k, v in params.items()})
            for name in LANGUAGES
        )
    )


def _word(value: Param, language: str) -> str:
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, tuple):
        shown = ", ".join(_word(part, language) for part in value[:_SHOWN])
        return shown + (", …" if len(value) > _SHOWN else "")
    text = str(value).replace("\n", " ")
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_DID_YOU_MEAN = Text("Tarkoititko `{near}`?", "Menade du `{near}`?", "Did you mean `{near}`?")
#: Looking for the nearest name is slow: not for ever more findings, nor among ever more names.
_ADVISED = 200
_COMPARED = 2_000
_SHOWN = 12
_LONGEST = 80
