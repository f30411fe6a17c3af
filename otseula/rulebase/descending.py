"""How the validators of the rule base's shapes go into a value: as jsonschema's own do, without a
new validator and resolver for each part, which took half of their time. The shapes have no
references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def descend(
    validator: Any,
    instance: Any,
    schema: Any,
    path: str | int | None = None,
    schema_path: str | int | None = None,
    resolver: object = None,
) -> Iterator[Any]:
    """The errors of a part of the value. In the place of `Validator.descend`."""
    if schema is True:
        return
    if schema is False:
        yield from validator.evolve(schema=schema).iter_errors(instance)
        return
    for keyword, wanted in schema.items():
        check = validator.VALIDATORS.get(keyword)
        if check is None:
            continue
        for error in check(validator, wanted, instance, schema) or ():
            if not isinstance(error.validator, str):  # of this very keyword, not of a part below
                error.validator, error.validator_value = keyword, wanted
                error.instance, error.schema = instance, schema
            if keyword != "if":
                error.schema_path.appendleft(keyword)
            if path is not None:
                error.path.appendleft(path)
            if schema_path is not None:
                error.schema_path.appendleft(schema_path)
            yield error
