"""The commands put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from otseula.cli import check, options, questions, schema, screen, vignettes
from otseula.cli.help import HelpfulCommand, HelpfulGroup
from otseula.cli.terminal import put

_COMMANDS: Mapping[str, Callable[..., int]] = {
    "screen": screen.screen,
    "questions": questions.questions,
    "schema": schema.schema,
    "check": check.check,
    "test": vignettes.test,
}


def otseula() -> Any:
    """The command `otseula`, ready to run. (typer's own type of it differs by version.)"""
    # without rich markup: what typer would print with it takes rich a tenth of a second to load
    app = typer.Typer(
        cls=HelpfulGroup,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        suggest_commands=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_group)
    for name, function in _COMMANDS.items():
        app.command(name, cls=HelpfulCommand)(function)
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        put(f"otseula {version('otseula')}")
        raise typer.Exit


def _group(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """The group itself only carries the options before a command's name; a language given there
    is the command's, unless it has one of its own."""
    context.default_map = {name: {"lang": options.language(lang)} for name in _COMMANDS}
