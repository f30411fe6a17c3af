"""The published JSON Schemas of a recommendation and of its reasons."""

from __future__ import annotations

import json
from typing import Any

from otseula.shipped import shipped


def recommendation_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Recommendation.to_dict()` and `screen --json`."""
    return _schema("recommendation")


def explanation_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `explain --json`."""
    return _schema("explanation")


def _schema(name: str) -> dict[str, Any]:
    file = shipped("screening", "schema", f"{name}.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema
