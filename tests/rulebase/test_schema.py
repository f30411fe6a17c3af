"""The JSON Schema: one for all lists, explained in Finnish, and no narrower than loading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula.errors import Place
from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import LISTS
from otseula.rulebase.nodes import Node
from otseula.rulebase.parse import RESERVED, ConditionParser
from otseula.rulebase.reader import read_document
from otseula.rulebase.structure import HEADER_KEYS, schema
from tests.rulebase.rulefiles import FIXTURES
from tests.rulebase.test_broken import CASES
from tests.rulebase.test_content import FORMS

SCHEMA = schema()
VALID = jsonschema.Draft202012Validator(SCHEMA)


def test_is_a_schema_for_every_list() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {*LISTS, *HEADER_KEYS}


def _fields(shape: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(shape, dict):
        for name, field in shape.get("properties", {}).items():
            if "if" not in path and "then" not in path:
                yield f"{path}/{name}", field
        for key, part in shape.items():
            yield from _fields(part, f"{path}/{key}")
    elif isinstance(shape, list):
        for part in shape:
            yield from _fields(part, path)


FIELDS = {path: field for path, field in _fields(SCHEMA) if "allOf" not in path}


@pytest.mark.parametrize("path", FIELDS)
def test_every_field_is_explained(path: str) -> None:
    field = FIELDS[path]
    shown = {**_definition(field), **field}
    assert shown["title"].strip()
    assert len(shown["description"]) > 5


def _definition(field: dict[str, Any]) -> dict[str, Any]:
    name = field.get("$ref", "").rpartition("/")[2]
    return SCHEMA["$defs"].get(name, {})


def test_every_object_is_closed() -> None:
    """No field is passed over in silence."""
    objects = list(_objects(SCHEMA))
    assert len(objects) > 20
    assert [o["title"] for o in objects if "additionalProperties" not in o] == []


def _objects(shape: Any) -> Iterator[dict[str, Any]]:
    """Every schema of a mapping; a condition of the schema (`if`) is none."""
    if isinstance(shape, dict):
        if "object" in shape.get("type", ()) and "title" in shape:
            yield shape
        for part in shape.values():
            yield from _objects(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from _objects(part)


def test_whatever_loads_is_valid() -> None:
    """The fixtures and the bundled rule base, by the whole schema, conditions included."""
    files = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.yaml"))]
    files += [file.read_bytes() for _, file in bundled_files()]
    assert len(files) > 2
    for data in files:
        VALID.validate(read_document(data).plain())


CONDITION = jsonschema.Draft202012Validator({"$ref": "#/$defs/condition", "$defs": SCHEMA["$defs"]})


@pytest.mark.parametrize("written", FORMS)
def test_every_form_is_valid(written: str) -> None:
    CONDITION.validate(read_document(written.encode()).plain())


_NAMES = st.sampled_from(["crit", "age", "school", "a", *sorted(RESERVED), "$two", "Bad Name", ""])
_VALUES = st.none() | st.booleans() | st.integers(-1, 3) | st.just(1.5) | _NAMES
_ANYTHING = st.recursive(
    _VALUES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=2)
        | st.fixed_dictionaries({"at_least": _VALUES, "of": st.lists(inner, max_size=3)})
    ),
    max_leaves=8,
)  # fmt: skip


@given(_ANYTHING)
def test_the_reader_of_conditions_accepts_no_more_than_the_schema(value: Any) -> None:
    """Names and options apart, which are looked up: no such thing is ever called `Bad Name`."""
    findings = Findings()
    read = ConditionParser("x", findings).parse(_node(value))
    assert (read is None) == bool(findings)
    if read is not None and not _odd(value):
        CONDITION.validate(value)


def _odd(value: Any) -> bool:
    """Whether some name in it cannot be one, or a number stands where a test looks it up."""
    if isinstance(value, dict):
        return any(
            _odd(key) or _odd(part) or (type(part) is int and key not in _NUMBERED)
            for key, part in value.items()
        )
    if isinstance(value, list):
        return any(_odd(part) for part in value)
    return isinstance(value, str) and (
        not value or " " in value or (value.startswith("$")) or value in RESERVED
    ) and value not in _SYNTAX  # fmt: skip


_NUMBERED = {"at_least", "at_most", "is"}
_SYNTAX = RESERVED - {"situations", "dont_know", "bundled"}


def _node(value: Any) -> Node:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "text", type(None): "null"}
    if isinstance(value, dict):
        node = Node("mapping", {key: _node(part) for key, part in value.items()}, 1, 1)
        node.keys = dict.fromkeys(value, (1, 1))
        return node
    if isinstance(value, list):
        return Node("sequence", [_node(part) for part in value], 1, 1)
    return Node(kinds[type(value)], value, 1, 1)


SHAPE_CODES = {"OTS201", "OTS202", "OTS203", "OTS204", "OTS205", "OTS206", "OTS207", "OTS208",
               "OTS209", "OTS211", "OTS213", "OTS214"}  # fmt: skip


@pytest.mark.parametrize("case", [c for c in CASES if set(c["expect"]) <= SHAPE_CODES], ids=str)
def test_what_is_told_of_a_shape_is_in_the_schema_too(case: dict[str, Any]) -> None:
    """An editor shows it as well. One thing it cannot: 24.0 is an integer to JSON Schema; and an
    id that ends in a line break is fine to a regular expression of Python."""
    text = case["text"].replace("«", "")
    if "24.0" not in text and "\\n" not in text.replace("\n", ""):
        assert not VALID.is_valid(read_document(text.encode()).plain())


def test_places_are_ordered_for_people() -> None:
    assert Place("a.yaml", 2, 1) < Place("a.yaml", 10, 1) < Place("b.yaml", 1, 1)
