"""Talking with the person at the terminal: menus, interruptions, nothing preselected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from otseula.cli.dialogue_words import DIALOGUE
from otseula.cli.terminal import Terminal

_NUMBER = re.compile(r"[0-9]{1,3}")


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
        """A menu, one numbered line each."""
        for number, text in entries:
            self.terminal.say(f"  {number} {text}", indent="    ")

    def _menu(self, heading: str, texts: Sequence[str]) -> None:
        self.say(heading)
        self.entries((str(number), text) for number, text in enumerate(texts, 1))

    def _number(self, typed: str, last: int, how: str = "how_menu") -> int | None:
        """The index that a typed number means; without one, what may be typed is said."""
        if _NUMBER.fullmatch(typed) and 1 <= int(typed) <= last:
            return int(typed) - 1
        self.say(how, numbers=", ".join(str(number) for number in range(1, last + 1)))
        return None
