"""`otseula check --fix`: what was mended, what was left alone, and what an edit would look like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import TYPE_CHECKING

from otseula.cli import options
from otseula.cli.findings import diagnostic_lines
from otseula.cli.outcome import refuse
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.authoring.mending.mend import Mended


def mended(directories: Sequence[str], *, write: bool) -> Mended:
    """Mends what can be mended. The bundled rule base alone is refused: it is part of an installed
    program."""
    if all(name == options.BUNDLED_WORD for name in directories):
        raise refuse("fix_bundled")
    from otseula.authoring.mending.mend import mend

    return mend(*options.layers(directories), write=write)


def mended_lines(of: Mended, language: str) -> str:
    """What was mended and where, and which files were left alone."""
    lines = [say("fix_count", language, count=len(of.fixed))]
    if of.fixed:
        lines.append(diagnostic_lines(of.fixed, language, hints=False))
    return "\n".join([*lines, *left_lines(of, language)])


def left_lines(of: Mended, language: str) -> Iterator[str]:
    """Each file that was left alone, and why."""
    for name, why in of.left.items():
        yield f"{name}: {say(f'fix_{why}', language)}"


def diff_lines(of: Mended) -> str:
    """What would change, as `diff -u` writes it."""
    found: list[str] = []
    for name, pair in of.changed.items():
        before, after = (data.decode("utf-8").splitlines() for data in pair)
        found += unified_diff(before, after, name, name, lineterm="")
    return "\n".join(found)
