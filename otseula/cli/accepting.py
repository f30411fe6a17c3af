"""`otseula test --mutants --accept FILE`: an expert answers the open questions, one at a time."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from otseula.authoring.mutants.words import say
from otseula.cli import options
from otseula.cli.outcome import DONE, FINDINGS, INTERRUPTED, refuse
from otseula.cli.terminal import Terminal, is_terminal

if TYPE_CHECKING:
    from otseula.authoring.mutants.run import MutationRun
    from otseula.authoring.mutants.survivors import Survivor

_LONGEST_ROLE = 80
_MET, _NOT_MET, _SKIP, _STOP = "1", "2", "3", "4"


def check_target(name: str, format: str) -> None:
    """Raises Stop where nobody could answer, or the answers could not be written: looking now
    spares the expert from answering in vain."""
    from otseula.authoring.mutants.accepting import NotAppendableError, appended

    if format != "text":
        raise options.conflict("--accept", "--format", "why_accept_talks")
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise refuse("accept_interactive")
    path, failed = Path(name), False
    try:
        if path.suffix != ".yaml" or not path.parent.is_dir() or path.is_dir():
            failed = True
        elif path.exists():
            appended(path.read_bytes(), ["- id: looked_at"])
        failed = failed or not os.access(path.parent, os.W_OK | os.X_OK)
    except (OSError, ValueError, NotAppendableError):
        failed = True
    if failed:
        raise refuse("accept_target")


@dataclass(slots=True)
class _Talk:
    """One conversation."""

    run: MutationRun
    path: Path
    language: str
    terminal: Terminal
    role: str = ""
    answered: int = 0
    skipped: int = 0
    differ: int = 0
    taken: set[str] = field(default_factory=set)

    def go(self) -> int:
        """Asks until all is asked, or the person has enough. Gives the exit code."""
        from otseula.authoring.mutants.accepting import ids_in

        asked = [each for each in self.run.of("open") if each.case is not None]
        self.taken |= {vignette.id for vignette in self.run.content.vignettes}
        if self.path.exists():  # it need not be a file of the rule base
            self.taken |= ids_in(self.path.read_bytes())
        self._say("accept_title", bold=True, count=len(asked))
        self._say("blind")
        code = DONE
        try:
            if asked:
                self.role = self._role()
            for number, survivor in enumerate(asked, 1):
                self._say()
                self._say("accept_number", bold=True, number=number, count=len(asked))
                if not self._ask(survivor):
                    break
        except EOFError:
            pass
        except KeyboardInterrupt:
            code = INTERRUPTED
        left = len(asked) - self.answered - self.skipped
        self._say()
        self._say(
            "accept_done",
            answered=self.answered,
            skipped=self.skipped,
            left=left,
            differ=self.differ,
        )
        return code or (FINDINGS if self.differ or left or self.skipped else DONE)

    def _role(self) -> str:
        from otseula.rulebase.identifiers import identifying_shape

        self._say("accept_role")
        while True:
            typed = " ".join(self.terminal.read().split())
            fits = 0 < len(typed) <= _LONGEST_ROLE and typed.isprintable()
            if fits and identifying_shape(typed) is None:
                return typed
            self._say("accept_bad_role")

    def _ask(self, survivor: Survivor) -> bool:
        """One question; whether to go on."""
        from otseula.authoring.mutants.questions import case_text, question

        self._say("case")
        for line in case_text(survivor, self.language):
            self.terminal.say("  " + line, indent="    ")
        self.terminal.say(question(survivor).in_language(self.language), bold=True)
        self._say("accept_how")
        typed = self.terminal.read()
        while typed not in (_MET, _NOT_MET, _SKIP, _STOP):
            self._say("accept_again")
            typed = self.terminal.read()
        if typed == _SKIP:
            self.skipped += 1
        elif typed != _STOP:
            self._keep(survivor, met=typed == _MET)
        return typed != _STOP

    def _keep(self, survivor: Survivor, *, met: bool) -> None:
        """Writes the answer down, then says what the rule base has to say of it."""
        from otseula.authoring.mutants.accepting import Answer, entry_of, wrong
        from otseula.screening.day import today

        answer = Answer(met, self.role, today())
        name, lines = entry_of(survivor, answer, self.taken)
        _write(self.path, lines)
        self.taken.add(name)
        self.answered += 1
        differs = wrong(survivor, answer)
        self.differ += differs
        self._say("accept_differs" if differs else "accept_agrees", bold=differs, id=name)
        self._say("accept_changed")
        for mutant in survivor.mutants:
            told = f"  {mutant.place}: {mutant.what.in_language(self.language)}"
            self.terminal.say(told, indent="    ")

    def _say(self, key: str = "", *, bold: bool = False, **fill: object) -> None:
        self.terminal.say(say(key, self.language, **fill) if key else "", bold=bold)


def accept(run: MutationRun, name: str, language: str, *, plain: bool) -> int:
    """Puts the open questions to the person at the terminal. What was answered is in the file at
    once, whatever happens next."""
    return _Talk(run, Path(name), language, Terminal(plain=plain)).go()


def _write(path: Path, lines: list[str]) -> None:
    """The file with one entry more, in one step. Raises Stop where it cannot be written."""
    from otseula.authoring.mutants.accepting import NotAppendableError, appended

    failed = False
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        before = path.read_bytes() if path.exists() else None
        text = appended(before, lines)
        with draft.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    except (OSError, NotAppendableError):
        failed = True
    finally:
        with suppress(OSError):
            draft.unlink()
    if failed:
        raise refuse("accept_target")
