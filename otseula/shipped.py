"""What is shipped inside the package beside its code: the rule base, schemas, templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def shipped(*parts: str) -> Traversable:
    """A file or directory below the package. Where the package is a directory, as nearly always,
    a plain path; in an archive as importlib.resources reads it, which takes long to import."""
    package = Path(__file__).parent
    if package.is_dir():
        return package.joinpath(*parts)
    from importlib import resources

    return resources.files("otseula").joinpath(*parts)
