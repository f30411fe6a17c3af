"""Which shape of something identifying a refused string has. Only words a refusal: every
string outside the closed vocabulary is refused whatever this says."""

from __future__ import annotations

import re
import unicodedata

from otseula.frozen import dataclass
from otseula.screening.guard_patterns import PATTERNS, compiled
from otseula.text import Text

#: Characters of a string that are looked at, so that a huge one costs no time.
SCANNED = 10_000


@dataclass(frozen=True, slots=True)
class Shape:
    """How a refusal is worded. `text` continues "what was written …"; `identifying` makes the
    error a PrivacyError."""

    text: Text
    identifying: bool = True


SHAPES: dict[str, Shape] = {
    "personal_code": Shape(
        Text(
            "on henkilötunnuksen muotoinen",
            "har formen av en personbeteckning",
            "has the shape of a personal identity code",
        )
    ),
    "phone": Shape(
        Text(
            "on puhelinnumeron muotoinen",
            "har formen av ett telefonnummer",
            "has the shape of a phone number",
        )
    ),
    "email": Shape(
        Text(
            "on sähköpostiosoitteen muotoinen",
            "har formen av en e-postadress",
            "has the shape of an e-mail address",
        )
    ),
    "date": Shape(
        Text(
            "on tarkan päivämäärän tai syntymäajan muotoinen",
            "har formen av ett exakt datum eller ett födelsedatum",
            "has the shape of an exact date or a date of birth",
        )
    ),
    "address": Shape(
        Text(
            "on katuosoitteen muotoinen",
            "har formen av en gatuadress",
            "has the shape of a street address",
        )
    ),
    "postal_code": Shape(
        Text(
            "on postinumeron ja postitoimipaikan muotoinen",
            "har formen av ett postnummer och en postort",
            "has the shape of a postal code and town",
        )
    ),
    "diagnosis_code": Shape(
        Text(
            "on diagnoosikoodin muotoinen",
            "har formen av en diagnoskod",
            "has the shape of a diagnosis code",
        )
    ),
    "diagnosis_word": Shape(
        Text(
            "näyttää nimeävän diagnoosin",
            "ser ut att namnge en diagnos",
            "seems to name a diagnosis",
        )
    ),
    "name": Shape(
        Text(
            "saattaa olla henkilön nimi",
            "kan vara en persons namn",
            "may be a person's name",
        )
    ),
    "diagnosis_code_maybe": Shape(
        Text(
            "saattaa olla diagnoosikoodi",
            "kan vara en diagnoskod",
            "may be a diagnosis code",
        ),
        identifying=False,
    ),
}


def shape_of(value: str) -> str | None:
    """The id in SHAPES of the most telling shape found in the string's first SCANNED
    characters, or None. Never raises."""
    text = normalise(value)
    for shape, _ in PATTERNS:
        pattern = compiled(shape)
        found = _COUNTED[shape](text) if pattern is None else pattern.search(text) is not None
        if found:
            return shape
    return None


# Invisible characters that are not of category Cf: joiners, fillers, variation selectors.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f]")


def normalise(value: str) -> str:
    """The string as a reader would see it: NFKC, without invisible characters, every decimal
    digit as ASCII, every dash as a hyphen, every white space as one kind of space."""
    # twice: what is invisible may stand between a letter and its accent, or come out of NFKC
    visible = "".join(filter(_is_visible, _INVISIBLE.sub("", value[:SCANNED])))
    folded = "".join(filter(_is_visible, unicodedata.normalize("NFKC", visible)))
    return "".join(map(_fold, folded[:SCANNED]))


def _is_visible(character: str) -> bool:
    category = unicodedata.category(character)
    return category not in ("Cf", "Cs", "Cn", "Co") and (category != "Cc" or character.isspace())


def _fold(character: str) -> str:
    if character.isascii():
        return " " if character.isspace() else character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) == "Pd" or character == "−":
        return "-"
    return " " if character.isspace() else character


_NUMBER = re.compile(r"(?<![\d./])[+(]{0,2}\d(?:[ .()_-]{0,3}\d)*+")
_SLASHED = re.compile(r"(?<![\d./])0\d{1,3} ?/ ?\d(?:[ -]?\d){4,7}+(?!\d)")


def has_phone(text: str) -> bool:
    """Whether a run of digits has the length and beginning of a phone number: 0 and an area
    (7 to 12 digits in all), +358 or 00358, or a + and any other country. Digits may be split by
    spaces, dots, dashes and brackets."""
    if _SLASHED.search(text):
        return True
    for match in _NUMBER.finditer(text):
        run = match.group()
        digits = re.sub(r"\D", "", run)
        if "+" in run[:2]:
            found = 8 <= len(digits) <= 16
        elif digits.startswith("00"):
            found = digits[2:3] != "0" and 9 <= len(digits) <= 17
        else:
            found = digits.startswith("0") and 7 <= len(digits) <= 12
        if found:
            return True
    return False


_WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+")
_AFTER_NAME = (" ", ", ")
_AFTER_INITIAL = (" ", ". ", ".")
_SHOUTED = 4  # letters: shorter words in capitals are taken for abbreviations


def has_name(text: str) -> bool:
    """Whether two capitalised words, or an initial and one, stand side by side. There is no
    format for names, so this is worded as a doubt."""
    text = text.replace("_", " ")
    previous, end = "", 0
    for match in _WORD.finditer(text):
        kind, gap = _kind_of_word(match.group()), text[end : match.start()]
        # after a full stop a new sentence begins, unless what ended was an initial
        beside = gap in (_AFTER_INITIAL if previous == "initial" else _AFTER_NAME)
        if beside and (previous, kind) in _NAME_PAIRS:
            return True
        previous, end = kind, match.end()
    return False


_NAME_PAIRS = {("name", "name"), ("initial", "name")}


def _kind_of_word(word: str) -> str:
    """ "name" for a capitalised word, "initial" for one capital, "" for any other."""
    if not word[0].isupper():
        return ""
    if len(word) == 1:
        return "initial"
    shouted = word.isupper() and len(word) >= _SHOUTED
    return "name" if shouted or any(c.islower() for c in word[1:]) else ""


_COUNTED = {"phone": has_phone, "name": has_name}
