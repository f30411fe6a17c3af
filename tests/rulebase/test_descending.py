"""The descent of our own against jsonschema's, on the shipped entries damaged at random."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

import jsonschema
import pytest
import yaml

from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.descending import descend
from otseula.rulebase.structure import schema, written_out

ODD: tuple[Any, ...] = (None, True, -1, 3.5, "", "two words", [], ["x", "x"], {}, {"fi": 1}, [{}])


@cache
def _entries() -> dict[str, list[Any]]:
    """Some of each list."""
    found: dict[str, list[Any]] = {}
    for _, file in bundled_files():
        for name, entries in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader).items():
            if isinstance(entries, list):
                found.setdefault(name, []).extend(entries[:8])
    return found


def _damaged(random: Random, data: Any) -> Any:
    """With one part changed, added or taken away."""
    at = data
    while isinstance(at, dict | list) and at:
        key = random.choice(list(at) if isinstance(at, dict) else range(len(at)))
        if random.random() < 0.4 or not isinstance(at[key], dict | list):
            damage = random.randrange(3)
            if damage == 0:
                del at[key]
            elif damage == 1 or isinstance(at, list):
                at[key] = random.choice(ODD)
            else:
                at[f"{key}s"] = at[key]
            break
        at = at[key]
    return data


def _told(error: Any) -> tuple[Any, ...]:
    return (
        [*error.absolute_path],
        [*error.absolute_schema_path],
        error.validator,
        error.validator_value,
        error.instance,
        error.schema,
        error.message,
        [_told(inner) for inner in error.context],
    )


@pytest.mark.parametrize("name", sorted(_entries()))
def test_the_same_errors_in_the_same_order(name: str) -> None:
    whole = schema()
    shape = written_out(whole["properties"][name]["items"], whole["$defs"])
    own = jsonschema.validators.extend(jsonschema.Draft202012Validator)  # type: ignore[no-untyped-call]  # its stub has no return type
    own.descend = descend
    random, seen = Random(name), 0
    for entry in _entries()[name]:
        for _ in range(12):
            data = deepcopy(entry)
            for _ in range(random.randint(1, 3)):
                data = _damaged(random, data)
            found = [_told(error) for error in own(shape).iter_errors(data)]
            assert found == [
                _told(error) for error in jsonschema.Draft202012Validator(shape).iter_errors(data)
            ]
            seen += bool(found)
    assert seen
