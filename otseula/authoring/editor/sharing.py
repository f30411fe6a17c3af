"""A smaller schema that says the same: what it offers in several places stands in it once, and
what nothing refers to not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from otseula.authoring.editor.names import Schema


def with_shared_ids(schema: Schema) -> Schema:
    """The same schema, where each id with its text that stands in it more than once is a
    definition of its own. Of two that share an id the more frequent."""
    written = Counter(_key(part) for part in _offered(schema))
    shared: dict[str, tuple[Any, ...]] = {}
    for key, count in written.most_common():
        name = f"id_{key[0]}"
        if count > 1 and name not in shared and name not in schema["$defs"]:
            shared[name] = key
    names = {key: name for name, key in shared.items()}
    found = _with(schema, names)
    for part in _offered(schema):
        if _key(part) in names:
            found["$defs"][names[_key(part)]] = part
    return {**found, "$defs": dict(sorted(found["$defs"].items()))}


def without_unused(schema: Schema) -> Schema:
    """The same schema without definitions that its own properties do not reach."""
    reached: set[str] = set()
    waiting = list(_referred(schema["properties"]))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _referred(schema["$defs"][name])
    return {**schema, "$defs": {n: part for n, part in schema["$defs"].items() if n in reached}}


def _referred(shape: Any) -> Iterator[str]:
    for part in _mappings(shape):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].rpartition("/")[2]


def _offered(shape: Any) -> Iterator[Schema]:
    return (part for part in _mappings(shape) if _is_offered(part))


def _mappings(shape: Any) -> Iterator[Schema]:
    """Every mapping in the schema, from the outside in."""
    if isinstance(shape, dict):
        yield shape
        for part in shape.values():
            yield from _mappings(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from _mappings(part)


def _is_offered(shape: Schema) -> bool:
    return isinstance(shape.get("const"), str) and "title" in shape


def _key(part: Schema) -> tuple[Any, ...]:
    return (part["const"], part["title"], part["description"])


def _with(shape: Any, names: dict[tuple[Any, ...], str]) -> Any:
    if isinstance(shape, list):
        return [_with(part, names) for part in shape]
    if not isinstance(shape, dict):
        return shape
    if _is_offered(shape) and _key(shape) in names:
        return {"$ref": f"#/$defs/{names[_key(shape)]}"}
    return {key: _with(part, names) for key, part in shape.items()}
