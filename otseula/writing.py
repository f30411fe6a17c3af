"""How texts are written for people, whatever shows them: days, units, clean lines, and texts that
must not be read as markup. `present` and `authoring` both stand on it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from otseula.text import Text

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
#: Control characters could repaint a terminal, direction marks could reorder what is read, and
#: half a surrogate pair cannot be written out.
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: A no-break space is no gap: "25 §" stays on one line.
_GAPS = re.compile(r"[^\S\xa0]+")

_MARKUP = re.compile(r"([\\`*_{}\[\]|~$])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
#: What would make a list, a heading or a rule of the beginning of a line.
_BEGINNING = re.compile(r"^(?:(\d+)([.)])|([-+#=:]))")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\`|\[\]{}]+\Z")

#: Of an HTML file: it may fetch and run nothing.
HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

#: Units, as read after a number; an unknown unit is left out.
UNITS = {
    "years": Text(" vuotta", " år", " years"),
    "months": Text(" kuukautta", " månader", " months"),
    "weeks": Text(" viikkoa", " veckor", " weeks"),
    "days": Text(" päivää", " dagar", " days"),
    "points": Text(" pistettä", " poäng", " points"),
    "times": Text(" kertaa", " gånger", " times"),
}
#: The same after the number one.
UNITS_OF_ONE = {
    "years": Text(" vuosi", " år", " year"),
    "months": Text(" kuukausi", " månad", " month"),
    "weeks": Text(" viikko", " vecka", " week"),
    "days": Text(" päivä", " dag", " day"),
    "points": Text(" piste", " poäng", " point"),
    "times": Text(" kerta", " gång", " time"),
}


def clean(text: str) -> str:
    """`text` on one line, without control characters and marks of direction."""
    if text.isprintable():  # holds none of them, as nearly every text
        return " ".join(text.split())
    kept = (
        " " if unicodedata.category(c) in _UNSAFE else "" if c in _DIRECTION else c for c in text
    )
    return _GAPS.sub(" ", "".join(kept)).strip()


def written_day(day: date, language: str) -> str:
    """A day as people write it."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def with_unit(number: int, unit: str | None, language: str) -> str:
    """A number and its unit."""
    words = (UNITS_OF_ONE if number == 1 else UNITS).get(unit or "")
    return f"{number}{words.in_language(language)}" if words is not None else str(number)


def is_address(text: str) -> bool:
    """Whether a text is nothing but a web address."""
    return _ADDRESS.match(text) is not None


def markdown(text: str) -> str:
    """`text` as Markdown that shows it as it is, where it does not begin a line."""
    text = _MARKUP.sub(r"\\\1", text)
    for character, entity in _ENTITIES.items():
        text = text.replace(character, entity)
    return text


def markdown_line(text: str) -> str:
    """`text` as Markdown that shows it as it is, at the beginning of a line."""
    text = markdown(text)
    return _BEGINNING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
