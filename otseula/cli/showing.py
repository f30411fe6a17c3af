"""A result where it was asked for: on stdout or in a file, in its format."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from otseula.cli import files
from otseula.cli.last_words import fixed_line
from otseula.cli.outcome import Stop
from otseula.cli.terminal import OutputClosed, Style, is_terminal, put, put_json, style_of, tell
from otseula.cli.wishes import Wishes
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.screening.recommendation import Recommendation

#: How a sheet is laid out in a file.
_FILE_STYLE = Style(width=80, colour=False, plain=False)
#: What a sheet says where it leaves something out.
_SEE_LONG = "--long"
#: How characters are written that stdout's encoding lacks; JSON is written in ASCII then.
_ERRORS = {"html": "xmlcharrefreplace"}


def result_style(wishes: Wishes) -> Style:
    """How the result is printed where it goes."""
    if wishes.output is not None:
        return _FILE_STYLE
    return style_of(sys.stdout, plain=wishes.plain)


def show_result(wishes: Wishes, result: Recommendation, *, interactive: bool = False) -> None:
    """Writes the result where it was asked for. The fixed line stands in every format but JSON;
    where the person at the terminal would not see it there, it is told on stderr."""
    failed = None
    if wishes.output is not None:
        try:
            files.write("--output", wishes.output, _rendered(wishes, result))
            tell(say("saved_output", wishes.language))
        except Stop as stop:
            if not interactive:
                raise
            failed = stop  # what a person has answered must not be lost: it is shown instead
    closed = False
    try:
        if wishes.output is None or failed is not None:
            _put(wishes, result)
    except OutputClosed:
        closed = True
    unseen = wishes.output is not None or (interactive and not is_terminal(sys.stdout))
    if unseen or closed or wishes.format == "json":
        tell(fixed_line(wishes.language))
    if failed is not None:
        raise failed
    if closed:
        raise OutputClosed


def leaves_out(wishes: Wishes, result: Recommendation) -> bool:
    """Whether the sheet counts something that only the long one shows."""
    return not wishes.long and _SEE_LONG in _rendered(wishes, result)


def _put(wishes: Wishes, result: Recommendation) -> None:
    if wishes.format == "json":
        put_json(result.to_dict())
    else:
        put(_rendered(wishes, result), _ERRORS.get(wishes.format, "replace"))


def _rendered(wishes: Wishes, result: Recommendation) -> str:
    if wishes.format == "json":
        return json.dumps(result.to_dict(), ensure_ascii=False, indent=2) + "\n"
    from otseula.present import render

    style = result_style(wishes)
    return render(
        result,
        wishes.format,
        wishes.language,
        width=style.width,
        long=wishes.long,
        plain=style.plain,
        colour=style.colour,
    )
