"""The commands put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from otseula.cli import options
from otseula.cli.help import HelpfulCommand, HelpfulGroup
from otseula.cli.terminal import put

#: The module and the function of each command, imported when it is put together.
_COMMANDS: Mapping[str, tuple[str, str]] = {
    "screen": ("screen", "screen"),
    "explain": ("explain", "explain"),
    "questions": ("questions", "questions"),
    "schema": ("schema", "schema"),
    "check": ("check", "check"),
    "test": ("vignettes", "test"),
    "plan": ("plan", "plan"),
    "diff": ("diff", "diff"),
    "handbook": ("handbook", "handbook"),
}


def otseula(words: Sequence[str] = ()) -> Any:
    """The command `otseula`, ready to run: with the one command that the words begin with, or
    with all. (typer's own type of it differs by version.)"""
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
    wanted = [name for name in _COMMANDS if name in words[:1]] or [*_COMMANDS]
    for name in wanted:
        module, function = _COMMANDS[name]
        found = getattr(import_module(f"otseula.cli.{module}"), function)
        app.command(name, cls=HelpfulCommand)(found)
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
