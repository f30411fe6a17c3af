"""What an editor says of a wrong value, in Finnish: the words of `otseula check`.

The YAML language server shows `errorMessage` and `patternErrorMessage` in place of its own
English, but only for some keywords. What it would say in English all the same (how long, how
large) is written as a condition whose other branch, a type that the value cannot have, may have
a message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from otseula.authoring.editor.names import Schema
from otseula.errors import Place
from otseula.rulebase.diagnostics import Param, describe
from otseula.rulebase.structure import keyword_cause

#: Keywords that hold schemas: by name, in a list, or one. What only decides is left as it is.
_BY_NAME = ("properties", "$defs")
_LISTED = ("allOf", "anyOf")
_SINGLE = ("items", "additionalProperties", "then", "else")
#: Keywords without a message of their own, as they are told together.
_MEASURES = (("minimum", "maximum"), ("minItems", "maxItems"), ("minProperties", "maxProperties"))
_NOT_THERE: Schema = {"not": {}}


def with_messages(shape: Schema) -> Schema:
    """The schema with a message wherever the language server would say one in English."""
    found = dict(shape)
    for keyword in _BY_NAME:
        if keyword in found:
            found[keyword] = {
                name: part if part == _NOT_THERE else with_messages(part)
                for name, part in found[keyword].items()
            }
    for keyword in _LISTED:
        if keyword in found:
            found[keyword] = [with_messages(part) for part in found[keyword]]
    for keyword in _SINGLE:
        if isinstance(found.get(keyword), dict):
            found[keyword] = with_messages(found[keyword])
    if "type" in found and "pattern" in found and "patternErrorMessage" not in found:
        found["patternErrorMessage"] = _said("pattern", found)
    further = [*_measured(found), *_without_fields(found)]
    if further and "if" not in found and "if" in further[0]:
        # The title of a part of allOf would be shown before that of what stands there.
        found |= further.pop(0)
    if "errorMessage" not in found:
        found |= _message(found)
    return {**found, "allOf": [*found.get("allOf", ()), *further]} if further else found


def _message(shape: Schema) -> Mapping[str, str]:
    if "enum" in shape:
        return {"errorMessage": _said("enum", shape)}
    if shape.get("additionalProperties") is False:
        return {"errorMessage": _fields(shape)}
    if "required" in shape and "type" not in shape:
        return {"errorMessage": worded("OTS202", {"name": ", ".join(shape["required"])})}
    return {"errorMessage": _said("type", shape)} if "type" in shape else {}


def _said(keyword: str, shape: Schema) -> str:
    return worded(*keyword_cause(keyword, shape))


def worded(code: str, params: Mapping[str, Param]) -> str:
    """What `otseula check` says under this code."""
    told = describe(code, Place("", 1, 1), params)
    return f"{code} {told.message.fi} {told.hint.fi}"


def _fields(shape: Schema) -> str:
    """One message for a field that is unknown or missing: the language server has one place."""
    needed = shape.get("required", [])
    others = [name for name in shape["properties"] if name not in needed]
    parts = [("pakolliset", needed), ("muut", others)]
    told = "; ".join(f"{word}: {', '.join(names)}" for word, names in parts if names)
    return f"OTS201 Tuntematon tai puuttuva kenttä ({shape.get('title', 'tiedosto')}). {told}."


def _measured(shape: Schema) -> Iterator[Schema]:
    """Takes the measures out of the shape and gives them back with what to say."""
    for keywords in _MEASURES:
        measures = {name: shape[name] for name in keywords if name in shape}
        if measures:
            told = shape.get("errorMessage") or _said(next(iter(measures)), shape)
            for name in measures:
                del shape[name]
            yield {"if": measures, "else": {"type": "null", "errorMessage": told}}


def _without_fields(shape: dict[str, Any]) -> Iterator[Schema]:
    """A field that may not be there (`not: {}`) as `false`, which is told at the field."""
    refused = [name for name, part in shape.get("properties", {}).items() if part == _NOT_THERE]
    for name in refused:
        told = worded("OTS209", {"name": name})
        yield {"properties": {name: False}, "errorMessage": told}
    if refused:
        kept = {n: part for n, part in shape["properties"].items() if n not in refused}
        shape["properties"] = kept
