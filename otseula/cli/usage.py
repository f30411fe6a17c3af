"""Bad usage in our own words. typer's own messages repeat what was typed, which may be a name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

from otseula.cli.words import say

#: How near a known option must be to be shown (difflib's ratio).
_NEAR = 0.6


def usage_text(error: Any, otseula: Any, language: str) -> str:
    """What is wrong with a command line, and where help is. `otseula` is the whole command.
    Names only what otseula knows."""
    context = getattr(error, "ctx", None)
    command = getattr(context, "command", None)
    path = getattr(context, "command_path", None) or "otseula"
    lines = [*_wrong(error, command, otseula, language), say("see_help", language, command=path)]
    return "\n".join(lines)


def _wrong(error: Any, command: Any, otseula: Any, language: str) -> list[str]:
    kind = type(error).__name__
    if kind == "NoSuchOption":
        meant = _meant(error.option_name, _options(command), language)
        return [say("unknown_option", language), *meant]
    if kind == "BadOptionUsage" and error.option_name in _options(otseula):
        return [say("option_usage", language, name=error.option_name)]
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        return [say("missing_argument", language, name=getattr(param, "metavar", None) or "?")]
    commands = ", ".join(_commands(otseula))
    if kind == "NoArgsIsHelpError":
        return [say("no_command", language, commands=commands)]
    if _commands(command):
        return [say("unknown_command", language, commands=commands)]
    if kind == "UsageError":
        return [say("too_many_arguments", language)]
    return [say("usage_error", language)]


def _commands(command: Any) -> dict[str, Any]:
    """A group's commands by name; none for a command."""
    return getattr(command, "commands", {})


def _options(command: Any) -> list[str]:
    """The options of a command, and of those below it."""
    own = [name for param in getattr(command, "params", ()) for name in param.opts]
    below = [name for each in _commands(command).values() for name in _options(each)]
    return [*(name for name in [*own, *below] if name.startswith("--")), "--help"]


def _meant(typed: str, known: Iterable[str], language: str) -> list[str]:
    near = difflib.get_close_matches(typed[:40], list(known), n=1, cutoff=_NEAR)
    return [say("did_you_mean", language, name=name) for name in near]
