"""Running the real command: many command lines in one process, or one at a pseudo-terminal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect

RULES = Path(__file__).parent / "rules"
FIXED = {
    "fi": "Välitön vaara: soita 112.",
    "sv": "112",
    "en": "112",
}
_COMMAND = [sys.executable, "-m", "otseula"]

#: Runs command lines one after the other as `otseula` does, each with its own streams. A process
#: for each would take a third of a second.
_MANY = """
import io, json, sys
from otseula.cli.main import run
for words, typed in json.load(sys.stdin):
    streams = io.BytesIO(), io.BytesIO()
    real = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode("latin-1")), encoding="utf-8")
    sys.stdout, sys.stderr = (io.TextIOWrapper(s, encoding="utf-8") for s in streams)
    try:
        code = run(words)
    except BaseException as error:
        code, _ = -1, print("Traceback", repr(error), file=sys.stderr)
    sys.stdout.flush(), sys.stderr.flush()
    said = [s.getvalue().decode() for s in streams]
    sys.stdin, sys.stdout, sys.stderr = real
    print(json.dumps([code, *said]))
"""


@dataclass(frozen=True)
class Result:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


def environment(**more: str) -> dict[str, str]:
    """The environment of every run: nothing of the tester's own colours and widths."""
    dropped = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "ACCESSIBLE", "PYTHONIOENCODING"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "TERM": "xterm", "PYTHONUTF8": "1", **more}


def run(*words: str | Path, typed: bytes = b"", cwd: Path | None = None, **env: str) -> Result:
    """One command line in a process of its own; stdin is a pipe."""
    done = subprocess.run(
        [*_COMMAND, *map(str, words)],
        input=typed,
        capture_output=True,
        env=environment(**env),
        cwd=cwd,
        timeout=60,
        check=False,
    )
    return Result(
        done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    )


def run_many(
    lines: Iterable[Sequence[str | Path]], typed: Sequence[bytes] | None = None
) -> list[Result]:
    """Command lines one after the other in one process."""
    listed = [[str(word) for word in line] for line in lines]
    given = [each.decode("latin-1") for each in typed] if typed else [""] * len(listed)
    done = subprocess.run(
        [sys.executable, "-c", _MANY],
        input=json.dumps(list(zip(listed, given, strict=True))).encode(),
        capture_output=True,
        env=environment(),
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    results = [Result(*json.loads(line)) for line in done.stdout.decode().splitlines()]
    assert len(results) == len(listed)
    return results


class Person:
    """Someone at a terminal who answers at each prompt."""

    PROMPT = "\r\n> "
    #: The last thing that may be offered: all of a sheet that leaves something out.
    OFFER = re.compile(r"\(--long\)\.\s+Enter\s+=\s+\w+,\s+[ka]\s+=\s+[^>]*$")

    def __init__(
        self,
        *words: str | Path,
        columns: int = 80,
        rules: Path | None = RULES,
        shell: str | None = None,
        **env: str,
    ) -> None:
        line = [*_COMMAND, "screen", *(["--rules", str(rules)] if rules else []), *map(str, words)]
        if shell is not None:
            line = ["/bin/sh", "-c", f'exec "$@" {shell}', "sh", *line]
        self._child = pexpect.spawn(
            line[0],
            line[1:],
            encoding="utf-8",
            dimensions=(50, columns),
            timeout=20,
            env=environment(**env),
        )
        self._child.delaybeforesend = None
        self.seen = ""

    def prompt(self) -> str:
        """What is shown up to the next prompt."""
        self._child.expect_exact(self.PROMPT)
        self.seen += self._child.before + self.PROMPT
        return str(self._child.before)

    def says(self, *lines: str) -> str:
        """Types each line at its prompt; what is shown after the last, up to the next prompt."""
        shown = ""
        for line in lines:
            self._child.sendline(line)
            shown = self.prompt()
        return shown

    def press(self, key: str) -> None:
        """Presses Ctrl and a key."""
        self._child.sendcontrol(key)

    def last(self, line: str | None = None) -> Result:
        """Types a last line (None: nothing) and gives what was shown after it, and the code.
        An offer of the long sheet is declined."""
        if line is not None:
            self._child.sendline(line)
        shown = ""
        if self._child.expect_exact([self.PROMPT, pexpect.EOF]) == 0:
            shown = str(self._child.before)
            assert self.OFFER.search(shown), shown
            self._child.sendline("")
            self._child.expect(pexpect.EOF)
        shown += str(self._child.before)
        self.seen += shown
        self._child.close()
        code = self._child.exitstatus
        return Result(-1 if code is None else code, shown, "")

    def echo_off(self) -> None:
        """From here on the terminal does not show what is typed."""
        self._child.setecho(False)

    def signal(self, number: int) -> None:
        """Sends a signal to the command."""
        self._child.kill(number)


def at_terminal(*words: str | Path, columns: int) -> list[str]:
    """What a command that asks nothing shows at a terminal, line by line."""
    child = pexpect.spawn(
        _COMMAND[0],
        [*_COMMAND[1:], *map(str, words)],
        encoding="utf-8",
        dimensions=(50, columns),
        timeout=20,
        env=environment(),
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before).split("\r\n")


def case_file(directory: Path, answers: Mapping[str, Any], name: str = "case.json") -> Path:
    """A case file with these answers."""
    path = directory / name
    path.write_text(json.dumps({"answers": answers}), encoding="utf-8")
    return path
