"""`otseula diff`: what an edit of the rule base changes, each change with a case that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from otseula.cli import options
from otseula.cli.findings import diagnostic_lines
from otseula.cli.outcome import DONE, FINDINGS, REFUSED, Stop
from otseula.cli.terminal import put, put_json, tell
from otseula.errors import Diagnostic, RuleBaseError

if TYPE_CHECKING:
    from otseula.rulebase.bundled import Bundled
    from otseula.rulebase.model import Content, Layer
    from otseula.screening.casefile import Case

_FORMATS = ("text", "json")
_DRAWS = (0, 10_000)
_CASE_FILES = (".yaml", ".yml", ".json")


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    cases: Annotated[str | None, typer.Option("--cases", metavar="DIR|FILE")] = None,
    draws: Annotated[str, typer.Option("--draws", metavar="N")] = "5",
    format: Annotated[str, typer.Option("--format", metavar="text|json")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
) -> int:
    """Compares two rule bases."""
    language, day = options.language(lang), options.day(as_of)
    options.one_of("--format", format, _FORMATS)
    count = _count(draws)
    corpus = None if cases is None else [*_corpus(cases)]

    from otseula.authoring.diff.compare import compare
    from otseula.authoring.diff.data import report_data
    from otseula.authoring.diff.length import length_change
    from otseula.authoring.diff.report import Report, render
    from otseula.authoring.diff.results import corpus_of, results, vignettes_of
    from otseula.authoring.diff.words import say
    from otseula.screening.rulebase import today

    before, after = _content(old, "OLD", language), _content(new, "NEW", language)
    on = day or today()
    tell(say("working", language))
    comparison = compare(before, after, on)
    names = comparison.renamed
    report = Report(
        comparison,
        results(before, after, vignettes_of(before, after, on), names),
        None if corpus is None else results(before, after, corpus_of(corpus, on), names),
        length_change(before, after, on, count),
        count,
    )
    if format == "json":
        put_json(report_data(report))
    else:
        put(render(report, language))
    return FINDINGS if report.differs else DONE


def _content(named: str, which: str, language: str) -> Content:
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
            raise _refused(failed, which=which)
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


def _corpus(named: str) -> Iterator[Case]:
    """The cases of a file or a directory, in the order of their paths. Problems stay in them."""
    from otseula.screening.casefile import load_case

    where = Path(named)
    paths: list[Path] = []
    try:
        if where.is_dir():
            paths = sorted(p for p in where.rglob("*") if p.suffix in _CASE_FILES and p.is_file())
        elif where.is_file():
            paths = [where]
    except (OSError, ValueError):  # a zero byte in the name, or no right to look
        paths = []
    if not paths:
        raise _refused("no_cases")
    yield from (load_case(path, strict=False) for path in paths)


def _count(typed: str) -> int:
    low, high = _DRAWS
    if typed.isascii() and typed.isdigit() and len(typed) < 12 and low <= int(typed) <= high:
        return int(typed)
    raise _refused("bad_draws", low=low, high=high)


def _refused(key: str, **fill: object) -> Stop:
    """In words that repeat nothing that was typed."""
    from otseula.authoring.diff.words import say
    from otseula.text import LANGUAGES, Text

    return Stop(REFUSED, Text(*(say(key, language, **fill) for language in LANGUAGES)))


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
