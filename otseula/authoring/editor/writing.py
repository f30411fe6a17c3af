"""The file that editors read a schema from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def text_of_schema(schema: Mapping[str, Any]) -> str:
    """How a schema stands in its file: a line for each word of it, so that a change is small."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def keep(path: Path, schema: Mapping[str, Any]) -> None:
    """Writes the file, new or over an earlier schema; where it says so already it is left alone.
    Raises FileExistsError where something else stands there, and OSError."""
    text = text_of_schema(schema)
    if path.exists():
        before = path.read_bytes()
        if before == text.encode():
            return
        if not _is_schema(before):
            raise FileExistsError
    path.write_text(text, encoding="utf-8", newline="\n")


def _is_schema(data: bytes) -> bool:
    try:
        found = json.loads(data)
    except ValueError:
        return False
    return isinstance(found, dict) and "$schema" in found
