"""What one `screen` command was asked to do."""

from __future__ import annotations

from datetime import date

from otseula.frozen import dataclass

FORMATS = ("sheet", "markdown", "html", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of one `screen` command, checked."""

    case: str | None
    ask: bool
    save: str | None
    format: str
    output: str | None
    language: str
    long: bool
    rules: tuple[str, ...]
    as_of: date | None
    record: str | None
    replay: str | None
    full: bool
    plain: bool
