"""The JSON Schema of a case for one period.

It is of draft-04, whose `integer` is "a JSON number without a fraction or exponent part": a case
with 14.0 is refused by the library (strict types) and by this schema. From draft-06 on 14.0 is
an integer to a schema, so none could say what the library says. Every keyword used here means
the same in all later drafts, and editors read draft-04. What no schema says: that an answer
contradicts another (`applies_when`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.model import Period, Question
from otseula.screening.allowed import allowed
from otseula.screening.judgement import DIRECTIONS

DRAFT = "http://json-schema.org/draft-04/schema#"

#: The days of the calendar from year 1 to 9999, leap days of leap years alone. `maxLength` beside
#: it, as `$` lets a line break pass in some libraries.
DAY_PATTERN = (
    "^(?!0000)(?:"
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
    ")$"
)
_DAY_LENGTH = 10

#: What may stand for any answer: not known, and not asked.
_ABSENT: list[object] = [DONT_KNOW, None]

Schema = dict[str, Any]


def case_schema(period: Period, *, answers_only: bool = False) -> Schema:
    """The schema of a case file, or with `answers_only` of the mapping that `screen()` takes.
    Titles and descriptions are Finnish."""
    answers = _answers(period)
    if answers_only:
        return {"$schema": DRAFT, **answers}
    return {
        "$schema": DRAFT,
        "title": "OT-seulan tapaus",
        "description": (
            "Tiedossa olevat vastaukset, ammattilaisen arvio ja päivä, jonka säännöillä seulotaan. "
            "Ei tunnistetietoja."
        ),
        "type": "object",
        "properties": {
            "answers": answers,
            "judgement": _judgement(period),
            "as_of": {
                "title": "Päivä, jonka säännöillä seulotaan",
                "description": "Muodossa vvvv-kk-pp; ilman tätä kuluva päivä.",
                "anyOf": [
                    {"type": "string", "maxLength": _DAY_LENGTH, "pattern": DAY_PATTERN},
                    {"type": "null"},
                ],
            },
        },
        "required": ["answers"],
        "additionalProperties": False,
    }


def _answers(period: Period) -> Schema:
    return {
        "title": "Vastaukset kysymysten tunnuksilla",
        "description": (
            "Kysymys, jota ei mainita tai jonka vastaus on null, on kysymättä; dont_know "
            "tarkoittaa, ettei asia ole tiedossa."
        ),
        "type": "object",
        "properties": {name: _question(question) for name, question in period.questions.items()},
        "additionalProperties": False,
    }


def _question(question: Question) -> Schema:
    help_text = f"{question.help.fi} " if question.help is not None else ""
    return {
        "title": question.text.fi,
        "description": help_text + allowed(question).fi,
        **_TYPES[question.type](question),
    }


def _boolean(_: Question) -> Schema:
    return {"enum": [True, False, *_ABSENT]}


def _integer(question: Question) -> Schema:
    low, high = question.range or (0, 0)
    return {"anyOf": [{"type": "integer", "minimum": low, "maximum": high}, {"enum": _ABSENT}]}


def _choice(question: Question) -> Schema:
    return {"enum": [*(option.id for option in question.options), *_ABSENT]}


def _choices(question: Question) -> Schema:
    members = {"enum": [*(option.id for option in question.options), DONT_KNOW]}
    return {"anyOf": [{"type": "array", "items": members, "uniqueItems": True}, {"enum": _ABSENT}]}


_TYPES: Mapping[str, Callable[[Question], Schema]] = {
    "boolean": _boolean,
    "integer": _integer,
    "choice": _choice,
    "choices": _choices,
}


def _judgement(period: Period) -> Schema:
    forms = [_exactly({"agrees": {"enum": [True]}}), {"type": "null"}]
    if period.deviation_reasons:  # an enum may not be empty
        deviates = {"enum": list(DIRECTIONS)}
        reason = {"enum": list(period.deviation_reasons)}
        forms.append(_exactly({"deviates": deviates, "reason": reason}))
    return {
        "title": "Ammattilaisen oma arvio",
        "description": "Samaa mieltä, tai poikkeaa ylös (up) tai alas (down) perusteen kanssa.",
        "oneOf": forms,
    }


def _exactly(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
