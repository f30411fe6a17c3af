"""How a command ends: exit codes, and the exceptions that carry one with plain words."""

from __future__ import annotations

import signal

from otseula.cli.words import worded
from otseula.text import Text

DONE = 0
FINDINGS = 1
REFUSED = 2
BROKEN = 3
INTERRUPTED = 130


class Stop(Exception):  # noqa: N818  # not an error of otseula: the way a command says it ends
    """The command ends here with `code`. `text` is for the person, by language; it is built from
    otseula's own words and never holds anything that was typed."""

    def __init__(self, code: int, text: Text | None = None) -> None:
        self.code = code
        self.text = text
        super().__init__(code)


class Terminated(BaseException):
    """The system asked the process to end. A BaseException, so that nothing takes it for an
    error of its own."""

    def __init__(self, signal_number: int) -> None:
        self.code = 128 + signal_number
        super().__init__(signal_number)


def refuse(key: str, **fill: object) -> Stop:
    """Bad usage, or input that cannot be read: the words of `key`, exit code 2."""
    return Stop(REFUSED, worded(key, **fill))


def end_on_signals() -> None:
    """From here on SIGTERM and SIGHUP raise Terminated, so that the last words are printed."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _terminated)


def _terminated(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise Terminated(number)
