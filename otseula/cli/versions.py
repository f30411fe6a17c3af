"""The rule base that a word names: a directory, the bundled one, or a git revision."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from otseula.cli import options
from otseula.cli.findings import diagnostic_lines
from otseula.cli.outcome import REFUSED, Stop
from otseula.cli.terminal import tell
from otseula.errors import Diagnostic, RuleBaseError

if TYPE_CHECKING:
    from otseula.rulebase.bundled import Bundled
    from otseula.rulebase.model import Content, Layer


def content_named(named: str, which: str, language: str) -> Content:
    """The rule base that a word names. What is wrong with it is told, and ends the command."""
    from otseula.rulebase.load import load_content

    found: tuple[Diagnostic, ...] = ()
    with ExitStack() as kept:
        layers, short, below = _layers(named, which, kept)
        try:
            content = load_content(*layers)
        except RuleBaseError as error:
            found = error.diagnostics
        if not found:
            return content if not short else replace(content, layers=_named(content, short))
    if short:
        found = tuple(_elsewhere(each, below, short) for each in found)
    tell(diagnostic_lines(found, language))
    raise Stop(REFUSED)


def _layers(named: str, which: str, kept: ExitStack) -> tuple[list[Path | Bundled], str, str]:
    """The layers; for a revision its short name, and where it was written."""
    from otseula.rulebase.bundled import BUNDLED

    if named == options.BUNDLED_WORD:
        return [BUNDLED], "", ""
    directory, short = Path(named), ""
    if not _is_directory(directory):
        from otseula.cli.revisions import RevisionError, write_revision

        directory = Path(kept.enter_context(TemporaryDirectory(prefix="otseula-")))
        failed = ""
        try:
            short = write_revision(named, directory)
        except RevisionError as error:
            failed = error.key
        if failed:
            raise refused(failed, which=which)
    parts: list[Path | Bundled] = [directory / name for name in ("criteria", "rules")]
    # a checkout holds other YAML beside its rule base
    whole = all(isinstance(part, Path) and part.is_dir() for part in parts)
    return (parts if whole else [directory]), short, str(directory)


def _named(content: Content, short: str) -> tuple[Layer, ...]:
    return tuple(
        replace(layer, name=f"{short} {layer.name}" if len(content.layers) > 1 else short)
        for layer in content.layers
    )


def _elsewhere(found: Diagnostic, below: str, short: str) -> Diagnostic:
    """A finding whose place names the revision, not the temporary directory."""
    file = found.place.file.removeprefix(below).lstrip("/\\")
    shown = f"{short}/{file}" if ":" in short else f"{short}:{file}"
    return replace(found, place=replace(found.place, file=shown))


def refused(key: str, **fill: object) -> Stop:
    """In words that repeat nothing that was typed."""
    from otseula.authoring.diff.words import say
    from otseula.text import LANGUAGES, Text

    return Stop(REFUSED, Text(*(say(key, language, **fill) for language in LANGUAGES)))


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
