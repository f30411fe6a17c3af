"""What may stand under the id of a question in a condition: a test of the question's own type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from otseula.authoring.editor.asked import Asked
from otseula.authoring.editor.names import IF_NEW, Schema, known, latest, one_id, one_of
from otseula.rulebase.model import Content, Parameter

_YES_OR_NO = "OTS413 Kyllä/ei-kysymys: kirjoita true (kyllä) tai false (ei)."
_MULTIPLE = (
    "OTS413 Monivalintaa testataan näin: {includes: vaihtoehto}, {includes_any: [..]} tai "
    "{includes_all: [..]}. Yksi näistä."
)
_NUMBER = (
    "OTS413 Lukua testataan näin: {at_least: n}, {at_most: n}, {is: n} tai {between: [a, b]}. "
    "Yksi näistä."
)
_PARAMETER = (
    "OTS418 Tässä on oltava luku tai parametri $-merkin jälkeen. Tällaista parametria ei ole, tai "
    f"sen arvo ei sovi tähän. {IF_NEW}"
)


def definitions_of_tests(
    content: Content, asked: Mapping[str, Asked], words: Schema
) -> dict[str, Schema]:
    """The definitions of each question's test; `words` are the operators' own explanations."""
    found = {}
    for question in asked.values():
        if question.options:
            found[f"option_of_{question.id}"] = option(question)
        if question.type == "integer":
            found[f"limit_of_{question.id}"] = limit(content, question.low, question.high)
        found[f"test_of_{question.id}"] = {
            **question.about,
            **_TESTS[question.type](question, words),
        }
    return found


def option(question: Asked) -> Schema:
    """One option of the question."""
    return one_id(question.known_options(), _no_option(question))


def limit(content: Content, low: int, high: int | None = None) -> Schema:
    """A whole number between these, or a parameter that holds one."""
    bounds = {"minimum": low} if high is None else {"minimum": low, "maximum": high}
    fitting = _parameters(content, low, high)
    return {"type": ["integer", "string"], **bounds, **one_of(fitting, _PARAMETER)}


def _parameters(content: Content, low: int, high: int | None) -> Iterator[Schema]:
    for name, item in latest(content, "parameters").items():
        versions = [held for held in content.items["parameters"] if held.id == name]
        values = [held.value for held in versions if isinstance(held, Parameter)]
        if isinstance(item, Parameter) and any(
            low <= value and (high is None or value <= high) for value in values
        ):
            amount = " ".join(filter(None, (str(item.value), item.unit)))
            yield known(f"${name}", "parametri", f"{amount}: {item.text.fi}")


def _no_option(question: Asked) -> str:
    return f"OTS415 Tällaista vaihtoehtoa ei ole. Vaihtoehdot: {question.option_words()}. {IF_NEW}"


def _boolean(_question: Asked, _words: Schema) -> Schema:
    return {"type": "boolean", **yes_or_no("vastaus on kyllä", "vastaus on ei", _YES_OR_NO)}


def yes_or_no(yes: str, no: str, wrong: str) -> Schema:
    """true or false, with what each means."""
    return {
        "type": "boolean",
        "enum": [True, False],
        "enumDescriptions": [yes, no],
        "errorMessage": wrong,
    }


def _choice(question: Asked, _words: Schema) -> Schema:
    return {
        "type": ["string", "array"],
        **one_of(question.known_options(), _no_option(question)),
        "minItems": 1,
        "items": {"$ref": f"#/$defs/option_of_{question.id}"},
        "errorMessage": "OTS413 Kirjoita vaihtoehto tai luettelo vaihtoehtoja (jokin niistä): "
        f"{question.option_words()}.",
    }


def _choices(question: Asked, words: Schema) -> Schema:
    one = {"$ref": f"#/$defs/option_of_{question.id}"}
    several: Schema = {"type": "array", "minItems": 1, "items": one}
    forms = {"includes": one, "includes_any": several, "includes_all": several}
    return _exactly_one(forms, words, _MULTIPLE)


def _integer(question: Asked, words: Schema) -> Schema:
    one = {"$ref": f"#/$defs/limit_of_{question.id}"}
    both: Schema = {"type": "array", "minItems": 2, "maxItems": 2, "items": one}
    forms = {"at_least": one, "at_most": one, "is": one, "between": both}
    return _exactly_one(forms, words, _NUMBER)


def _exactly_one(forms: Mapping[str, Schema], words: Schema, wrong: str) -> Schema:
    told = {
        name: {"title": words[name]["title"], "description": words[name]["description"]}
        for name in forms
    }
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {name: {**told[name], **form} for name, form in forms.items()},
        "errorMessage": wrong,
    }


_TESTS: Mapping[str, Callable[[Asked, Any], Schema]] = {
    "boolean": _boolean,
    "choice": _choice,
    "choices": _choices,
    "integer": _integer,
    "": lambda _asked, _words: {},
}
