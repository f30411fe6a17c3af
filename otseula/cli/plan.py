"""`otseula plan`: how long the questionnaire is, for whom, and what an edit changes of it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from otseula.cli import options
from otseula.cli.findings import diagnostic_lines, unreadable
from otseula.cli.outcome import DONE, FINDINGS, REFUSED, Stop
from otseula.cli.terminal import put, put_json, tell
from otseula.errors import Diagnostic, RuleBaseError

_FORMATS = ("text", "json")
#: The least and the most that an option takes.
_DRAWS, _SEED = (1, 100_000), (0, 1_000_000_000)


def plan(
    directories: Annotated[list[str] | None, typer.Argument(metavar="DIR")] = None,
    against: Annotated[list[str] | None, typer.Option("--against", metavar="OLD")] = None,
    draws: Annotated[str, typer.Option("--draws", metavar="N")] = "50",
    seed: Annotated[str, typer.Option("--seed", metavar="N")] = "0",
    format: Annotated[str, typer.Option("--format", metavar="text|json")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
) -> int:
    """Tells how many questions are asked."""
    language, day = options.language(lang), options.day(as_of)
    options.one_of("--format", format, _FORMATS)
    count, start = _number("--draws", draws, *_DRAWS), _number("--seed", seed, *_SEED)
    wanted = [options.layers(names) for names in (against or [], directories or [])]

    from otseula.authoring.plan.changes import change
    from otseula.authoring.plan.planning import plan as planned
    from otseula.authoring.plan.report import render
    from otseula.authoring.plan.words import say
    from otseula.rulebase.load import load_content
    from otseula.screening.rulebase import today

    found: tuple[Diagnostic, ...] = ()
    try:
        contents = [load_content(*layers) for layers in (wanted if against else wanted[1:])]
    except RuleBaseError as error:
        found = error.diagnostics
    if found:
        tell(diagnostic_lines(found, language))
        return REFUSED if unreadable(found) else FINDINGS
    tell(say("working", language))
    plans = [planned(each, day or today(), draws=count, seed=start) for each in contents]
    report = render(plans[-1], change(*plans) if against else None, format, language)
    if format == "json":
        put_json(json.loads(report))
    else:
        put(report)
    return DONE


def _number(option: str, typed: str, low: int, high: int) -> int:
    """Read here and not by typer, whose messages repeat what was typed."""
    from otseula.authoring.plan.words import WORDS
    from otseula.text import LANGUAGES, Text

    if typed.isascii() and typed.isdigit() and len(typed) < 12 and low <= int(typed) <= high:
        return int(typed)
    words = [WORDS["bad_number"].in_language(language) for language in LANGUAGES]
    raise Stop(REFUSED, Text(*(each.format(option=option, low=low, high=high) for each in words)))
