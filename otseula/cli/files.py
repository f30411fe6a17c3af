"""Files that a screening writes: looked at before anything is asked, written whole or not at all,
never over another. Their names are never repeated: a name may be a client's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from otseula.cli.options import conflict
from otseula.cli.outcome import refuse

if TYPE_CHECKING:
    from otseula.screening.recommendation import Judgement


def check_targets(targets: Mapping[str, str | None]) -> None:
    """Raises Stop if a file named by an option could not be written at the end. Looking now
    spares the professional from answering in vain."""
    given = {option: Path(name) for option, name in targets.items() if name is not None}
    for option, path in given.items():
        _check(option, path)
    options = list(given)
    for index, first in enumerate(options):
        for second in options[index + 1 :]:
            if _same(given[first], given[second]):
                raise conflict(first, second, "why_same_file")


def write(option: str, name: str, text: str) -> None:
    """Writes a new file of mode 0600. Raises Stop if it exists or cannot be written."""
    from otseula.screening.private_file import write_private

    failed = None
    try:
        write_private(Path(name), text)
    except FileExistsError:
        failed = "target_exists"
    except (OSError, ValueError):
        failed = "target_unwritable"
    if failed is not None:
        raise refuse(failed, option=option)


def case_text(
    answers: Mapping[str, object], as_of: date | None = None, judgement: Judgement | None = None
) -> str:
    """A case file that holds these answers, without those that are null."""
    given = {name: value for name, value in answers.items() if value is not None}
    lines = ["answers:" if given else "answers: {}"]
    lines += [f"  {name}: {_value(value)}" for name, value in given.items()]
    if judgement is not None:
        lines.append(f"judgement: {_judgement(judgement)}")
    if as_of is not None:
        lines.append(f'as_of: "{as_of.isoformat()}"')
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_quoted, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(option: str) -> str:
    # an option may be called on, no or null, which other YAML readers take for something else
    return f'"{option}"'


def _judgement(judgement: Judgement) -> str:
    if judgement.agrees:
        return "{agrees: true}"
    return f"{{deviates: {judgement.deviates}, reason: {judgement.reason}}}"


def _check(option: str, path: Path) -> None:
    failed = None
    try:
        if os.path.lexists(path):
            failed = "target_exists"
        elif not _may_write(path):
            failed = "target_unwritable"
    except (OSError, ValueError):  # a zero byte in the name, or no right to look
        failed = "target_unwritable"
    if failed is not None:
        raise refuse(failed, option=option)


def _may_write(path: Path) -> bool:
    named = path.name not in ("", "-", ".", "..")
    return named and path.parent.is_dir() and os.access(path.parent, os.W_OK | os.X_OK)


def _same(first: Path, second: Path) -> bool:
    try:
        return first.parent.resolve() / first.name == second.parent.resolve() / second.name
    except OSError:  # the working directory is gone
        return first == second
