"""The shape of each entry, checked against the JSON Schema; conditions have their own reader
(otseula.rulebase.parse), which accepts no more than the schema does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from types import SimpleNamespace
from typing import Any

from otseula.errors import Place
from otseula.rulebase.descending import descend
from otseula.rulebase.diagnostics import Findings, Param, nearest
from otseula.rulebase.entries import LISTS, place_at
from otseula.rulebase.nodes import Node
from otseula.shipped import shipped
from otseula.text import Text

#: What a file may hold beside the lists.
HEADER_KEYS = ("rulebase", "withdraw")

_Path = tuple[str | int, ...]


def schema() -> dict[str, Any]:
    """The JSON Schema of a rule base file (draft 2020-12), for editors and `otseula schema`."""
    file = shipped("rulebase", "schema", "rulebase.schema.json")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def check_shape(name: str, node: Node, file: str, findings: Findings) -> Any:
    """The plain data of an entry of the list `name` (or of a header key), without the fields
    that have a finding. None where nothing of it can be used."""
    data = node.plain()
    reported: dict[tuple[str, _Path], None] = {}
    for error in _validators()[name].iter_errors(data):
        path: _Path = tuple(error.absolute_path)
        for code, where, place, params in _causes(error, path, node, file):
            if (code, where) not in reported:
                reported[code, where] = None
                findings.add(code, place, **params)
    if not isinstance(data, dict):
        return None if reported else data
    wrong = {where[0] for _, where in reported if where}
    return {key: value for key, value in data.items() if key not in wrong}


@cache
def _validators() -> dict[str, Any]:
    """One validator for each list's entries and each header key, references written out and
    conditions left open. Built once: the schema is part of the program."""
    from jsonschema import Draft202012Validator, validators

    types = Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: type(value) is int
    )
    checker = validators.extend(  # type: ignore[no-untyped-call]  # its stub has no return type
        Draft202012Validator, validators={"pattern": _pattern}, type_checker=types
    )
    checker.descend = descend
    whole = schema()
    shapes = {name: whole["properties"][name] for name in (*LISTS, *HEADER_KEYS)}
    return {
        name: checker(written_out(shape["items"] if name in LISTS else shape, whole["$defs"]))
        for name, shape in shapes.items()
    }


def _pattern(validator: Any, pattern: str, value: Any, schema: Any) -> Iterator[Any]:
    """As in the schema language, where `$` is the very end and not also before a line break."""
    from jsonschema import ValidationError

    if isinstance(value, str) and not _compiled(pattern).search(value):
        yield ValidationError("")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


def written_out(shape: Any, definitions: dict[str, Any]) -> Any:
    """A shape without references and titles; conditions are left open."""
    if isinstance(shape, list):
        return [written_out(part, definitions) for part in shape]
    if not isinstance(shape, dict):
        return shape
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return {} if name == "condition" else written_out(definitions[name], definitions)
    return {
        key: written_out(part, definitions)
        for key, part in shape.items()
        if not (key in ("title", "description") and isinstance(part, str))
    }


def keyword_cause(keyword: str, shape: dict[str, Any]) -> tuple[str, dict[str, Param]]:
    """The code, and what fills its words, where a value goes against this keyword of a shape."""
    return _BY_KEYWORD[keyword](SimpleNamespace(validator_value=shape[keyword], schema=shape))


_Cause = tuple[str, _Path, Place, dict[str, Param]]


def _causes(error: Any, path: _Path, node: Node, file: str) -> Iterator[_Cause]:
    """The findings behind one error of the library, none of its words."""
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        for key in error.instance:
            if key not in known:
                near = nearest(key, known)
                place = _key_place(node, file, path, key)
                if error.instance[key] is None and known.keys() == _LANGUAGES:
                    yield "OTS215", (*path, key), place, {"name": key}
                    continue
                params: dict[str, Param] = {"name": key, "allowed": tuple(known), "near": near}
                yield "OTS201", (*path, key), place, params
        return
    if error.validator == "required":
        place = place_at(node, file, path)
        misspelt = _misspelt(error)
        for key in error.validator_value:
            if key not in error.instance and key not in misspelt:
                yield "OTS202", (*path, key), place, {"name": key}
        return
    if error.validator == "anyOf":
        inner = [e for e in error.context if e.validator != "type" or e.relative_path]
        for cause in inner:
            yield from _causes(cause, tuple(cause.absolute_path), node, file)
        if not inner:
            yield "OTS203", path, place_at(node, file, path), _wanted(["string", "object"])
        return
    if error.validator == "not":  # of an empty schema: the field may not be there
        key = str(path[-1])
        yield "OTS209", path, _key_place(node, file, path[:-1], key), {"name": key}
        return
    code, params = _BY_KEYWORD[error.validator](error)
    yield code, path, place_at(node, file, path), params


def _misspelt(error: Any) -> set[str | None]:
    """The fields that an unknown one is told to be meant for: not missing as well."""
    if "additionalProperties" not in error.schema:
        return set()
    known = error.schema["properties"]
    return {nearest(key, known) for key in error.instance if key not in known}


def _key_place(node: Node, file: str, path: _Path, key: str) -> Place:
    for step in path:
        node = node.value[step]
    line, column = node.keys.get(key, (node.line, node.column))
    return Place(file, line or 1, column or 1)


def _types(names: list[str]) -> Text:
    words = [_TYPE_WORDS[name] for name in names]
    return Text(
        " tai ".join(word.fi for word in words),
        " eller ".join(word.in_language("sv") for word in words),
        " or ".join(word.in_language("en") for word in words),
    )


def _of_type(error: Any) -> tuple[str, dict[str, Param]]:
    names = error.validator_value
    return "OTS203", _wanted([names] if isinstance(names, str) else names)


def _wanted(names: list[str]) -> dict[str, Param]:
    """What must stand there, and how the first of the types is written."""
    return {"expected": _types(names), "how": _HOW[names[0]]}


def _of_pattern(error: Any) -> tuple[str, dict[str, Param]]:
    return _PATTERNS[error.validator_value]


def _of_bounds(error: Any) -> tuple[str, dict[str, Param]]:
    low, high = error.schema.get("minimum", "…"), error.schema.get("maximum", "…")
    return "OTS207", {"low": low, "high": high}


def _of_length(error: Any) -> tuple[str, dict[str, Param]]:
    least, most = error.schema.get("minItems", 0), error.schema.get("maxItems")
    return "OTS208", {"length": least if least == most else f"{least}–{most or '…'}"}


_KeywordCause = Callable[[Any], tuple[str, dict[str, Param]]]
_BY_KEYWORD: dict[str, _KeywordCause] = {
    "type": _of_type,
    "enum": lambda error: ("OTS204", {"allowed": tuple(map(str, error.validator_value))}),
    "pattern": _of_pattern,
    "minimum": _of_bounds,
    "maximum": _of_bounds,
    "minItems": _of_length,
    "maxItems": _of_length,
    "minProperties": lambda error: ("OTS211", {"allowed": tuple(error.schema["properties"])}),
}
_PATTERNS: dict[str, tuple[str, dict[str, Param]]] = {
    "^[a-z][a-z0-9_]*$": ("OTS205", {}),
    "^([a-z_]+\\.)?[a-z][a-z0-9_]*$": ("OTS205", {}),
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": ("OTS210", {}),
    "\\S": ("OTS206", {}),
    "^https?://[^\\s]+$": ("OTS213", {}),
    "^[0-9a-f]{12}$": ("OTS214", {}),
    "^draft$": ("OTS204", {"allowed": ("draft", "{reviewed: {by, on, of}}")}),
    "^(up|down)$": ("OTS204", {"allowed": ("up", "down")}),
    "^all$": ("OTS204", {"allowed": ("all",)}),
    "^(recommended|advice|basic_services_first)$": (
        "OTS204",
        {"allowed": ("recommended", "advice", "basic_services_first")},
    ),
}
_TYPE_WORDS = {
    "string": Text("teksti", "text", "text"),
    "integer": Text("kokonaisluku", "ett heltal", "a whole number"),
    "number": Text("luku", "ett tal", "a number"),
    "boolean": Text("true tai false", "true eller false", "true or false"),
    "array": Text("luettelo", "en lista", "a list"),
    "object": Text(
        "kenttiä muodossa `nimi: arvo`", "fält av formen `namn: värde`", "fields like `name: value`"
    ),
    "null": Text("tyhjä", "tomt", "nothing"),
}
_HOW = {
    "string": Text(
        'Kirjoita teksti; luku, päivä tai versio tekstinä tarvitsee lainausmerkit: "2026.11".',
        'Skriv en text; ett tal, en dag eller en version som text behöver citattecken: "2026.11".',
        'Write a text; a number, day or version as text needs quotes: "2026.11".',
    ),
    "integer": Text(
        "Kirjoita pelkkä luku ilman lainausmerkkejä, desimaaleja ja yksikköä: 24.",
        "Skriv bara talet utan citattecken, decimaler och enhet: 24.",
        "Write the number alone, without quotes, decimals or a unit: 24.",
    ),
    "number": Text(
        "Kirjoita pelkkä luku ilman lainausmerkkejä, desimaalit pisteellä: 0.5.",
        "Skriv bara talet utan citattecken, decimaler med punkt: 0.5.",
        "Write the number alone, without quotes: 0.5.",
    ),
    "boolean": Text(
        "Kirjoita true (kyllä) tai false (ei), ilman lainausmerkkejä.",
        "Skriv true (ja) eller false (nej), utan citattecken.",
        "Write true (yes) or false (no), without quotes.",
    ),
    "array": Text(
        "Kirjoita kohdat viivoin omille riveilleen tai hakasulkuihin: [a, b].",
        "Skriv delarna med streck på egna rader eller inom hakparentes: [a, b].",
        "Write the parts with dashes on lines of their own, or in brackets: [a, b].",
    ),
    "object": Text(
        'Kirjoita kentät omille riveilleen sisennettyinä tai aaltosulkuihin: {fi: "…"}.',
        'Skriv fälten indragna på egna rader eller inom klammer: {fi: "…"}.',
        'Write the fields indented on lines of their own, or in braces: {fi: "…"}.',
    ),
    "null": Text("Jätä kenttä tyhjäksi.", "Lämna fältet tomt.", "Leave the field empty."),
}
_LANGUAGES = {"fi", "sv", "en"}
