"""The hand-computed table, loaded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from otseula.logic.conditions import Answers, ConditionSet
from tests.logic.author_form import checked, condition_set

PATH = Path(__file__).with_name("truth_table.yaml")


@dataclass(frozen=True)
class Row:
    id: str
    written: dict[str, Any]
    conditions: ConditionSet
    answers: Answers


@cache
def table() -> dict[str, Any]:
    # The C loader is ten times as fast, and this file is ours.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(PATH.read_text(encoding="utf-8"), loader)


def rows() -> list[Row]:
    fragments = table()["fragments"]
    return [
        Row(
            row["id"],
            row,
            condition_set(fragments[row["base"]], probe=row["when"]),
            checked(row["answers"]),
        )
        for row in table()["rows"]
    ]
