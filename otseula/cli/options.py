"""Options that several commands take, checked here so that nothing typed is ever repeated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from otseula.cli.outcome import refuse
from otseula.cli.words import worded
from otseula.text import LANGUAGES

if TYPE_CHECKING:
    from otseula.rulebase.bundled import Bundled
    from otseula.screening.rulebase import RuleBase

#: The word for the rule base that travels with otseula.
BUNDLED_WORD = "bundled"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def language_in(words: Sequence[str]) -> str:
    """The language that a command line asks for, read before it is parsed so that also a usage
    error is told in it; Finnish by default."""
    chosen = "fi"
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--":
            break
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if value in LANGUAGES and word.startswith("--lang"):
            chosen = value
    return chosen


def one_of(option: str, value: str, allowed: Sequence[str]) -> str:
    """`value` if it is allowed; else Stop."""
    if value not in allowed:
        raise refuse("bad_choice", option=option, allowed=", ".join(allowed))
    return value


def language(value: str) -> str:
    """The language of --lang."""
    return one_of("--lang", value, LANGUAGES)


def day(value: str | None) -> date | None:
    """The day of --as-of; None where it was not given."""
    found = None
    if value is None:
        return None
    try:
        found = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:  # the 30th of February
        found = None
    if found is None:
        raise refuse("bad_day")
    return found


def layers(names: Sequence[str]) -> list[Path | Bundled]:
    """The layers that --rules names. A directory that does not exist is not named in the error:
    what was typed in its place may be anything."""
    from otseula.rulebase.bundled import BUNDLED

    found: list[Path | Bundled] = []
    for position, name in enumerate(names, 1):
        if name == BUNDLED_WORD:
            found.append(BUNDLED)
            continue
        if not _is_directory(name):
            raise refuse("rules_not_found", position=position)
        found.append(Path(name))
    return found


def rule_base(names: Sequence[str]) -> RuleBase:
    """The rule base of --rules, or the bundled one. Raises RuleBaseError."""
    from otseula.screening.rulebase import load

    return load(*layers(names))


def conflict(first: str, second: str, why: str) -> Exception:
    """Two options that do not go together, and why not."""
    return refuse("conflict", first=first, second=second, why=worded(why))


def _is_directory(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):  # a zero byte in the name, or no right to look
        return False
