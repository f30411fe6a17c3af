"""The terminal: what can be shown there, how wide, in colour or plain, and lines read from it."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
import unicodedata
from typing import TextIO

from otseula.frozen import dataclass

_NARROWEST = 20
_WIDEST = 100
_DEFAULT_WIDTH = 80
#: Characters of a typed line that are looked at.
_LONGEST_LINE = 1000
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"
#: Marks that a terminal without them still shows, as something near.
_NEAR = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "…": "...", "•": "*", "·": "|", "”": '"', "“": '"', "’": "'"}
    | {"→": "->", "≥": ">=", "≤": "<=", "✓": "x", "\xa0": " "}
    | dict.fromkeys("─━═", "-")
    | dict.fromkeys("│┃║", "|")
)


class OutputClosed(Exception):  # noqa: N818  # not an error: whoever read the result has enough
    """Nobody reads stdout any more (`| head`)."""


class OutputFailed(Exception):  # noqa: N818  # likewise a plain outcome, worded by main
    """The result could not be written to stdout (a full disk)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: `width` in columns; `plain` means no boxes and no colour."""

    width: int
    colour: bool
    plain: bool


def style_of(stream: TextIO | None, *, plain: bool = False) -> Style:
    """What `stream` can show, after --plain, ACCESSIBLE, NO_COLOR, FORCE_COLOR, TERM, COLUMNS."""
    plain = plain or os.environ.get("ACCESSIBLE", "") not in ("", "0")
    return Style(_width(stream), not plain and _colour(stream), plain)


def _width(stream: TextIO | None) -> int:
    if is_terminal(stream) or os.environ.get("COLUMNS", "").isdigit():
        columns = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
        return max(_NARROWEST, min(_WIDEST, columns))
    return _DEFAULT_WIDTH


def _colour(stream: TextIO | None) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return is_terminal(stream) and os.environ.get("TERM", "") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at the stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def shown(text: str, stream: TextIO, errors: str = "replace") -> str:
    """The text with every character that the stream's encoding lacks replaced."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if errors != "replace":
            return text.encode(encoding, errors).decode(encoding)
        letters = unicodedata.normalize("NFKD", text.translate(_NEAR))
        bare = "".join(c for c in letters if not unicodedata.combining(c))
        return bare.encode(encoding, "replace").decode(encoding)
    return text


def put(text: str, errors: str = "replace") -> None:
    """Prints a result on stdout. `errors` names how characters are replaced that the encoding
    lacks. Raises OutputClosed or OutputFailed."""
    closed = False
    try:
        if sys.stdout is None:
            raise OSError
        sys.stdout.write(shown(text, sys.stdout, errors))
        if not text.endswith("\n"):
            sys.stdout.write("\n")
        sys.stdout.flush()
        return
    except BrokenPipeError:
        closed = True
    except (OSError, ValueError):  # ValueError: closed
        closed = False
    silence(sys.stdout)
    raise OutputClosed if closed else OutputFailed


def put_json(data: object) -> None:
    """Prints JSON on stdout; in ASCII where its encoding lacks a letter, so that it stays what
    it is. Raises as `put` does."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=2)
    put(text)


def tell(text: str) -> None:
    """Prints talk on stderr, on a terminal broken between words. Never raises: last words must
    not bring down what they end."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(shown(fitted(text, sys.stderr), sys.stderr) + "\n")
            sys.stderr.flush()
    except (OSError, ValueError):
        silence(sys.stderr)


def silence(stream: TextIO | None) -> None:
    """What is left in a stream that nobody reads goes nowhere, so that Python's own exit does
    not complain of it."""
    try:
        if stream is not None:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
            os.close(null)
    except (OSError, ValueError):
        return


class Terminal:
    """A person at a terminal: talk goes to stdout where that is the terminal, else to stderr, so
    that a result may be sent to a file."""

    def __init__(self, *, plain: bool = False) -> None:
        stream: TextIO | None = sys.stdout if is_terminal(sys.stdout) else sys.stderr
        self._stream = stream
        self.style = style_of(stream, plain=plain)

    def say(self, text: str = "", *, bold: bool = False, indent: str = "") -> None:
        """Prints lines wrapped to the width; `indent` stands before all but each line's first."""
        lines = [wrapped(line, self.style.width, indent) for line in text.split("\n")]
        self.show("\n".join(lines), bold=bold)

    def show(self, text: str, *, bold: bool = False) -> None:
        """Prints text that is wrapped already."""
        marked = f"{_BOLD}{text}{_RESET}" if bold and text and self.style.colour else text
        self._write(marked + "\n")

    def read(self, prompt: str = "> ") -> str:
        """One typed line, stripped. Raises EOFError at the end of input, KeyboardInterrupt."""
        self._write(prompt)
        try:
            line = sys.stdin.readline(_LONGEST_LINE)
            typed = line
            while typed and not typed.endswith("\n"):
                typed = sys.stdin.readline(_LONGEST_LINE)
        except (OSError, ValueError):
            line = ""
        if not line:
            self._write("\n")
            raise EOFError
        return line.strip()

    def _write(self, text: str) -> None:
        try:
            if self._stream is not None:
                self._stream.write(shown(text, self._stream))
                self._stream.flush()
        except (OSError, ValueError):  # the terminal is gone: reading will find the end of input
            return


def fitted(text: str, stream: TextIO | None) -> str:
    """The lines of a text broken between words for a terminal; elsewhere as they are."""
    if not is_terminal(stream):
        return text
    width = _width(stream)
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    """A line that fits as it is; else broken, the rest of it indented as its beginning. A path
    stays whole, so that it can be copied."""
    if len(line) <= width:
        return line
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def wrapped(text: str, width: int, indent: str = "") -> str:
    """One line of text, broken to `width`."""
    return textwrap.fill(
        text, width, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True
    )
