"""The rule base that comes with otseula: in the wheel under `_data`, in a checkout beside it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from otseula.shipped import shipped

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOTS = ("criteria", "rules")


class Bundled(Enum):
    """Stands for the bundled rule base wherever a directory may stand."""

    BUNDLED = "bundled"


BUNDLED = Bundled.BUNDLED


def bundled_files() -> list[tuple[str, Traversable]]:
    """Its files, by their path from the top (`criteria/…`, `rules/…`), in author order."""
    package = shipped()
    data = package / "_data"
    if not data.is_dir() and isinstance(package, Path):
        data = package.parent  # an editable install reads the checkout's own directories
    return [
        (f"{root}/{path}", file)
        for root in ROOTS
        if (data / root).is_dir()
        for path, file in sorted(_files(data / root, ""), key=lambda found: found[0].split("/"))
    ]


def _files(directory: Traversable, below: str) -> list[tuple[str, Traversable]]:
    found = []
    for part in directory.iterdir():
        if part.is_dir():
            found += _files(part, f"{below}{part.name}/")
        elif part.name.endswith(".yaml"):
            found.append((below + part.name, part))
    return found
