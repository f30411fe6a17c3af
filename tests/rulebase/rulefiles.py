"""Rule bases for tests: written out under a temporary directory, loaded, findings in short."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from otseula.errors import RuleBaseError
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content

FIXTURES = Path(__file__).parent / "fixtures"
GROUND = (FIXTURES / "ground" / "ground.yaml").read_text(encoding="utf-8")
MARK = "«"


def write(directory: Path, files: Mapping[str, str | bytes]) -> Path:
    """The directory with these files in it."""
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return directory


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each."""
    places = []
    while MARK in text:
        before, _, after = text.partition(MARK)
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return text, places


def findings(*directories: Path) -> list[tuple[str, str, int, int]]:
    """Code, file name, line and column of everything that loading finds."""
    try:
        load_content(*directories)
    except RuleBaseError as error:
        return [
            (d.code, Path(d.place.file).name, d.place.line, d.place.column)
            for d in error.diagnostics
        ]
    return []


def load(directory: Path, files: Mapping[str, str]) -> Content:
    """The content of these files."""
    return load_content(write(directory, files))
