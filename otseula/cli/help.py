"""`--help` in the language asked for. The words stand in help_words.py and
parameter_words.py, by command and option."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup

from otseula.cli.help_words import ABOUT, HEADINGS
from otseula.cli.parameter_words import PARAMETERS

_COLUMN = 26


class _Helpful:
    """Help in our words, and words left the strings that they are."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        _leave_words(self.params)  # type: ignore[attr-defined]  # of the command beside it

    def get_help(self, ctx: Any) -> str:
        """The help text, in the language that is the context's object."""
        return help_text(self, ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, which asks typer for nothing where it was not given."""
        option = super().get_help_option(ctx)  # type: ignore[misc]  # likewise
        if option is not None:
            process = type(option).process_value
            option.process_value = lambda context, value: value and process(option, context, value)
        return option


class HelpfulCommand(_Helpful, TyperCommand):
    """A command."""


class HelpfulGroup(_Helpful, TyperGroup):
    """The group of all commands."""


def _leave_words(parameters: Iterable[Any]) -> None:
    """Leaves words the strings that they are. To make strings of them typer loads pydantic, for a
    seventh of a command's time."""
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)  # typer has it since 0.2x
        if getattr(described, "annotation", None) in (str, list[str]) and not parameter.callback:
            parameter.process_value = partial(_word, parameter, parameter.process_value)


def _word(parameter: Any, process: Callable[[Any, Any], Any], context: Any, value: Any) -> Any:
    """What was typed, or nothing where nothing must be; whatever else as typer processes it."""
    several = parameter.nargs != 1 or parameter.multiple
    if value in (None, ()) and not parameter.required:
        return () if several else None
    if several and isinstance(value, tuple) and all(isinstance(word, str) for word in value):
        return [*value]
    return value if isinstance(value, str) and not several else process(context, value)


def help_text(command: Any, context: Any) -> str:
    """Usage, what the command does, its words and its options."""
    language = str(context.obj)
    width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
    name = command.name if not getattr(command, "commands", None) else ""
    words = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = [context.command_path, *(_usage_word(word) for word in words)]
    usage.append(f"[{HEADINGS['options'].in_language(language).lower()}]")
    lines = [f"{HEADINGS['usage'].in_language(language)}: {' '.join(usage)}", ""]
    lines += textwrap.wrap(ABOUT[name].in_language(language), width)
    commands = getattr(command, "commands", {})
    rows = {
        "commands": [(entry, ABOUT[entry].in_language(language)) for entry in commands],
        "words": [(_metavar(word), _about(name, word, language)) for word in words],
        "options": [(_option(option), _about(name, option, language)) for option in options],
    }
    rows["options"].append(("--help", PARAMETERS["help"].in_language(language)))
    for heading, entries in rows.items():
        if entries:
            lines += ["", f"{HEADINGS[heading].in_language(language)}:"]
            for left, right in entries:
                lines += _row(left, right, width)
    return "\n".join(lines)


def _row(left: str, right: str, width: int) -> list[str]:
    lines = textwrap.wrap(
        right, width, initial_indent=" " * _COLUMN, subsequent_indent=" " * _COLUMN
    )
    if len(left) + 4 > _COLUMN:
        return [f"  {left}", *lines]
    return [f"  {left}".ljust(_COLUMN) + lines[0].lstrip(), *lines[1:]]


def _about(command: str, parameter: Any, language: str) -> str:
    text = PARAMETERS.get(f"{command}.{parameter.name}") or PARAMETERS[parameter.name]
    return text.in_language(language)


def _usage_word(word: Any) -> str:
    name = _metavar(word) + ("..." if word.nargs == -1 else "")
    return name if word.required else f"[{name}]"


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _option(option: Any) -> str:
    name = str(option.opts[0])
    return name if option.is_flag else f"{name} {_metavar(option)}"
