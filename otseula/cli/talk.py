"""Talking with the person at the terminal: menus, interruptions, nothing preselected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from otseula.cli.dialogue_words import DIALOGUE
from otseula.cli.terminal import Terminal

_NUMBER = re.compile(r"[0-9]{1,3}")
#: A menu with more entries than this does not fit on a screen of 24 lines with its question.
_LONG_MENU = 12


class ResultNow(Exception):  # noqa: N818  # what the person chose, no error
    """The person asked for the result now."""


class Stopped(Exception):  # noqa: N818  # likewise
    """The person chose to stop without a result, or pressed Ctrl-C a second time."""


class Talk:
    """The terminal and the language. Every wait for a line goes through `line`, so that Ctrl-C
    means the same everywhere."""

    def __init__(self, terminal: Terminal, language: str) -> None:
        self.terminal = terminal
        self.language = language

    def words(self, key: str, **fill: object) -> str:
        """The questionnaire's words of `key`."""
        return DIALOGUE[key].in_language(self.language).format(**fill)

    def say(self, key: str, **fill: object) -> None:
        """Says the words of `key`."""
        self.terminal.say(self.words(key, **fill))

    def line(self, again: Callable[[], None]) -> str:
        """A typed line. Ctrl-C asks what is meant; to go on, `again` shows what was asked.
        Raises EOFError, ResultNow, Stopped."""
        while True:
            try:
                return self.terminal.read()
            except KeyboardInterrupt:
                self.interrupted()
            again()

    def interrupted(self) -> None:
        """After Ctrl-C: result now, go on, or stop; Ctrl-C again stops. Returns to go on."""
        keys = ("result_now", "go_on", "stop")
        chosen = None
        try:
            self.terminal.say()
            self._menu("interrupted", [self.words(key) for key in keys])
            while chosen is None:
                chosen = self._number(self.terminal.read(), len(keys))
        except KeyboardInterrupt:
            self.terminal.say()
            raise Stopped from None
        if keys[chosen] != "go_on":
            raise ResultNow if keys[chosen] == "result_now" else Stopped

    def choose(self, heading: str, keys: Sequence[str], also: Mapping[str, str]) -> str:
        """One of `keys` by its number, or what a mark in `also` stands for; asks until there is
        one. Enter chooses nothing."""
        texts = [self.words(key) for key in keys]
        self._menu(heading, texts)
        while True:
            typed = self.line(lambda: self._menu(heading, texts))
            if typed in also:
                return also[typed]
            chosen = self._number(typed, len(keys))
            if chosen is not None:
                return keys[chosen]

    def pick(self, heading: str, texts: Sequence[str]) -> int | None:
        """The index of one of `texts` by its number; Enter skips it. Raises EOFError,
        KeyboardInterrupt."""
        self._menu(heading, texts)
        while True:
            typed = self.terminal.read()
            if not typed:
                return None
            chosen = self._number(typed, len(texts), "how_pick")
            if chosen is not None:
                return chosen

    def entries(self, entries: Iterable[tuple[str, str]]) -> None:
        """A menu, one numbered line each; a long one in two columns where it fits, so that the
        question stays in sight. One column is read in order, so --plain has no other."""
        lines = [f"  {number} {text}" for number, text in entries]
        if len(lines) > _LONG_MENU and not self.terminal.style.plain:
            lines = _in_columns(lines, self.terminal.style.width)
        for line in lines:
            self.terminal.say(line, indent="    ")

    def _menu(self, heading: str, texts: Sequence[str]) -> None:
        self.say(heading)
        self.entries((str(number), text) for number, text in enumerate(texts, 1))

    def _number(self, typed: str, last: int, how: str = "how_menu") -> int | None:
        """The index that a typed number means; without one, what may be typed is said."""
        if _NUMBER.fullmatch(typed) and 1 <= int(typed) <= last:
            return int(typed) - 1
        self.say(how, numbers=", ".join(str(number) for number in range(1, last + 1)))
        return None


def _in_columns(lines: list[str], width: int) -> list[str]:
    """The lines in two columns, read down the left one first. The last ones may be too long for
    that and stand below; as they were where another one is."""
    half = width // 2
    fitting = next((at for at, line in enumerate(lines) if len(line) >= half), len(lines))
    rest = lines[fitting:]
    if len(rest) > _LONG_MENU // 4:
        return lines
    left = lines[: (fitting + 1) // 2]
    right = [*lines[len(left) : fitting], ""][: len(left)]
    return [*(f"{a:<{half}}{b}".rstrip() for a, b in zip(left, right, strict=True)), *rest]
