"""The published JSON Schema of a recommendation."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def recommendation_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Recommendation.to_dict()` and `screen --json`."""
    file = resources.files("otseula.screening") / "schema" / "recommendation.schema.json"
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema
