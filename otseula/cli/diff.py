"""`otseula diff`: what an edit of the rule base changes, each change with a case that shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from otseula.cli import options
from otseula.cli.outcome import DONE, FINDINGS
from otseula.cli.terminal import fitted, put, put_json, tell
from otseula.cli.versions import content_named, refused

if TYPE_CHECKING:
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
    from otseula.authoring.diff.compiling import Compiling
    from otseula.authoring.diff.data import report_data
    from otseula.authoring.diff.length import length_change
    from otseula.authoring.diff.other_days import on_other_days
    from otseula.authoring.diff.report import Report, render
    from otseula.authoring.diff.results import corpus_of, results, vignettes_of
    from otseula.authoring.diff.words import say
    from otseula.screening.rulebase import today

    before, after = content_named(old, "OLD", language), content_named(new, "NEW", language)
    on = day or today()
    tell(say("working", language))
    comparison, compiling = compare(before, after, on), Compiling()
    names = comparison.renamed
    report = Report(
        comparison,
        results(before, after, vignettes_of(before, after, on), names, compiling),
        None if corpus is None else results(before, after, corpus_of(corpus, on), names, compiling),
        length_change(before, after, on, count, compiling),
        count,
        on_other_days(comparison),
    )
    if format == "json":
        put_json(report_data(report))
    else:
        put(fitted(render(report, language), sys.stdout))
    return FINDINGS if report.differs else DONE


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
        raise refused("no_cases")
    yield from (load_case(path, strict=False) for path in paths)


def _count(typed: str) -> int:
    low, high = _DRAWS
    if typed.isascii() and typed.isdigit() and len(typed) < 12 and low <= int(typed) <= high:
        return int(typed)
    raise refused("bad_draws", low=low, high=high)
