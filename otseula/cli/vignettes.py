"""`otseula test`: a rule base's own cases against what they expect."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from otseula.cli import options
from otseula.cli.findings import diagnostic_lines, unreadable
from otseula.cli.mutants import Wishes, run_mutants
from otseula.cli.outcome import DONE, FINDINGS, REFUSED, Stop, refuse
from otseula.cli.terminal import fitted, put, put_json, style_of, tell
from otseula.cli.words import worded
from otseula.errors import Diagnostic, RuleBaseError

if TYPE_CHECKING:
    from otseula.rulebase.bundled import Bundled
    from otseula.rulebase.model import Content, Vignette
    from otseula.screening.reasons import Reasons
    from otseula.screening.recommendation import Recommendation

FORMATS = ("text", "json", "junit")
#: The columns of a line in a file, and how far a reason is moved in.
_FILE_WIDTH, _INDENT = 80, 6


def test(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH")] = None,
    format: Annotated[str, typer.Option("--format", metavar="text|json|junit")] = "text",
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    coverage: Annotated[bool, typer.Option("--coverage")] = False,
    mutants: Annotated[bool, typer.Option("--mutants")] = False,
    origin: Annotated[
        list[str] | None, typer.Option("--origin", metavar="source|owner|invented")
    ] = None,
    min_killed: Annotated[int | None, typer.Option("--min-killed", metavar="PERCENT")] = None,
    accept: Annotated[str | None, typer.Option("--accept", metavar="FILE")] = None,
    plain: Annotated[bool, typer.Option("--plain")] = False,
) -> int:
    """Runs vignettes."""
    language = options.language(lang)
    options.one_of("--format", format, FORMATS)
    wishes = Wishes(mutants, tuple(origin or ()), min_killed, accept, plain).checked(format)
    names, below = paths or [], rules or []
    if not below and options.BUNDLED_WORD in names:  # the layers, named as for `otseula check`
        below = [name for name in names if not name.endswith(".yaml")]
        names = [name for name in names if name.endswith(".yaml")]
    base, wanted = options.layers(below), list(_paths(names))
    found: tuple[Diagnostic, ...] = ()
    try:
        content, vignettes = _chosen(base, wanted)
    except RuleBaseError as error:
        found = error.diagnostics
    if found:
        tell(diagnostic_lines(found, language))
        return REFUSED if unreadable(found) else FINDINGS
    if not vignettes:
        raise Stop(REFUSED, worded("no_vignettes"))
    if mutants:
        return run_mutants(content, vignettes, wishes, format, language)
    return _run(content, vignettes, format, language, full=coverage)


def _run(
    content: Content, vignettes: Sequence[Vignette], format: str, language: str, *, full: bool
) -> int:
    from otseula.authoring.vignettes.coverage import coverage_of
    from otseula.authoring.vignettes.report import render
    from otseula.authoring.vignettes.run import run_vignettes
    from otseula.screening.rulebase import RuleBase

    results = run_vignettes(RuleBase(content), vignettes)
    # of a part of the vignettes, what they leave untried says nothing unless it is asked for
    whole = full or len(vignettes) == len(content.vignettes)
    coverage = coverage_of(content, results) if whole else None
    report = render(results, coverage, format, language, full=full, tell=_tell(format))
    if format == "json":
        put_json(json.loads(report))
    elif format == "junit":
        put(report, "xmlcharrefreplace")
    else:
        put(fitted(report, sys.stdout))
    return DONE if all(result.passed for result in results) else FINDINGS


def _tell(format: str) -> Callable[[Recommendation, Reasons, str], Sequence[str]]:
    """The words of a reason, as wide as the terminal leaves room for."""
    from otseula.present.in_short import reasons_in_short

    columns = style_of(sys.stdout).width if format == "text" else _FILE_WIDTH
    return partial(reasons_in_short, width=columns - _INDENT)


def _paths(names: Iterable[str]) -> Iterator[Path]:
    for position, name in enumerate(names, 1):
        path = Path(name)
        if "\0" in name or not (path.is_dir() or (path.is_file() and path.suffix == ".yaml")):
            raise refuse("path_not_found", position=position)
        yield path


def _chosen(
    base: Sequence[Path | Bundled], paths: Sequence[Path]
) -> tuple[Content, Sequence[Vignette]]:
    """The rule base, and its vignettes to run. A path is a part of the rule base (then only its
    vignettes are run), else it stands over it; without --rules, directories that are no part of
    the bundled rule base are the rule base themselves."""
    from otseula.rulebase.bundled import BUNDLED
    from otseula.rulebase.load import load_content

    content = load_content(*base)
    if not paths:
        return content, content.vignettes
    parts = [path for path in paths if _within(content, path)]
    others = [path for path in paths if path not in parts]
    directories = [path for path in others if path.is_dir()]
    if not base and directories and not parts:
        base, others = directories, [path for path in others if path not in directories]
        content = load_content(*base)
        if not others:
            return content, content.vignettes
    chosen = [vignette for path in parts for vignette in _within(content, path)]
    if others:
        content = load_content(*(base or (BUNDLED,)), *others)
        below = len(base) or 1
        chosen += [vignette for vignette in content.vignettes if vignette.layer >= below]
    return content, chosen


def _within(content: Content, path: Path) -> list[Vignette]:
    """The vignettes of the rule base that stand in this file, or below this directory."""
    from otseula.rulebase.files import shown_path

    where = shown_path(path)
    return [v for v in content.vignettes if f"{v.place.file}/".startswith(f"{where}/")]
