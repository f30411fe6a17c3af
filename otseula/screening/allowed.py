"""What may be answered, in words, and which known name a mistyped one comes near."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.model import Question
from otseula.text import LANGUAGES, Text

#: A mistyped name longer than this is no mistyped name.
_LONGEST = 64
#: How near a known name must be to be shown (difflib's ratio).
_NEAR = 0.84
#: With more options than this only their ids are listed.
_MANY = 12

_UNKNOWN = Text("ei tiedossa", "inte känt", "not known")
_BOOLEANS = {"true": Text("kyllä", "ja", "yes"), "false": Text("ei", "nej", "no")}

_ALLOWED = {
    "boolean": Text(
        "Sallittu: {options} tai dont_know (ei tiedossa), ilman lainausmerkkejä.",
        "Tillåtet: {options} eller dont_know (inte känt), utan citattecken.",
        "Allowed: {options} or dont_know (not known), without quotes.",
    ),
    "integer": Text(
        "Sallittu: kokonaisluku {low}–{high} ilman lainausmerkkejä ja desimaaleja, tai dont_know "
        "(ei tiedossa).",
        "Tillåtet: ett heltal {low}–{high} utan citattecken och decimaler, eller dont_know "
        "(inte känt).",
        "Allowed: a whole number {low}–{high} without quotes and decimals, or dont_know "
        "(not known).",
    ),
    "choice": Text(
        "Sallittu: yksi näistä: {options}; tai dont_know (ei tiedossa).",
        "Tillåtet: ett av dessa: {options}; eller dont_know (inte känt).",
        "Allowed: one of these: {options}; or dont_know (not known).",
    ),
    "choices": Text(
        "Sallittu: luettelo hakasulkeissa, esimerkiksi [{first}]; [] tarkoittaa, ettei mikään "
        "päde. Vaihtoehdot: {options}; ja dont_know (muista ei tiedossa). Jokainen vain kerran.",
        "Tillåtet: en lista inom hakparenteser, till exempel [{first}]; [] betyder att inget "
        "gäller. Alternativen: {options}; och dont_know (övriga inte kända). Vart och ett bara "
        "en gång.",
        "Allowed: a list in brackets, for example [{first}]; [] means none of them. The options: "
        "{options}; and dont_know (the others not known). Each only once.",
    ),
}


def allowed(question: Question) -> Text:
    """What may be answered to a question, in words."""
    template, (low, high) = _ALLOWED[question.type], question.range or (0, 0)
    options = listed(names_of(question))
    first = question.options[0].id if question.options else ""
    return Text(
        *(
            template.in_language(language).format(
                options=options.in_language(language), low=low, high=high, first=first
            )
            for language in LANGUAGES
        )
    )


def names_of(question: Question) -> dict[str, Text]:
    """The words that a question's answer may be, with what they mean; without dont_know."""
    if question.type == "boolean":
        return dict(_BOOLEANS)
    return {option.id: option.text for option in question.options}


def listed(names: Mapping[str, Text]) -> Text:
    """`id (text), id (text)`; only the ids where there are many."""
    if len(names) > _MANY:
        return Text(*[", ".join(names)] * len(LANGUAGES))
    return Text(
        *(
            ", ".join(f"{name} ({text.in_language(language)})" for name, text in names.items())
            for language in LANGUAGES
        )
    )


def same_name(typed: str, names: Mapping[str, Text]) -> str | None:
    """The name that `typed` is but for case, accents, spaces and dashes, by id or by text."""
    if len(typed) > _LONGEST:
        return None
    wanted = _folded(typed)
    for name, text in names.items():
        if wanted in {_folded(word) for word in (name, text.fi, text.sv, text.en) if word}:
            return name
    return None


def with_dont_know(names: Mapping[str, Text]) -> dict[str, Text]:
    """The names and `dont_know`."""
    return {**names, DONT_KNOW: _UNKNOWN}


def near_name(typed: str, names: Iterable[str]) -> str | None:
    """The one name nearest to `typed`, if it is near enough to be a slip of the fingers."""
    if len(typed) > _LONGEST:
        return None
    near = difflib.get_close_matches(_folded(typed), list(names), n=1, cutoff=_NEAR)
    return near[0] if near else None


def suggestion(name: str | None) -> Text | str:
    """The question whether `name` was meant; nothing without a name."""
    if name is None:
        return ""
    return Text(f"Tarkoititko {name}? ", f"Menade du {name}? ", f"Did you mean {name}? ")


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "_".join("".join(kept).split())
