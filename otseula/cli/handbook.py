"""`otseula handbook`: the rule base as a document for people."""

from __future__ import annotations

from typing import Annotated

import typer

from otseula.cli import files, options
from otseula.cli.outcome import DONE
from otseula.cli.terminal import put, tell
from otseula.cli.words import say

_FORMATS = ("markdown", "html")


def handbook(
    format: Annotated[str, typer.Option("--format", metavar="markdown|html")] = "markdown",
    output: Annotated[str | None, typer.Option("--output", metavar="FILE")] = None,
    questionnaire: Annotated[bool, typer.Option("--questionnaire")] = False,
    since: Annotated[str | None, typer.Option("--since", metavar="OLD")] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
) -> int:
    """Writes the rule base down for people."""
    language, day = options.language(lang), options.day(as_of)
    options.one_of("--format", format, _FORMATS)
    if questionnaire and since is not None:
        raise options.conflict("--questionnaire", "--since", "why_questionnaire")
    files.check_targets({"--output": output})

    from otseula.authoring.diff.compare import compare
    from otseula.authoring.diff.words import say as say_of_diff
    from otseula.authoring.handbook.handbook import RENDERERS, questions_only, whole
    from otseula.cli.versions import content_named
    from otseula.screening.rulebase import today

    content, on = options.rule_base(rules or ()).content, day or today()
    if questionnaire:
        document = questions_only(content, on, language)
    else:
        comparison = None
        if since is not None:
            before = content_named(since, "--since", language)
            tell(say_of_diff("working", language))
            comparison = compare(before, content, on)
        document = whole(content, on, language, comparison)
    text = RENDERERS[format](document)
    if output is None:
        put(text)
    else:
        files.write("--output", output, text)
        tell(say("saved_handbook", language))
    return DONE
