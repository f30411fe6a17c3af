"""The command `otseula`: runs it, and turns every way it can end into words and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from otseula.cli.last_words import fixed_line
from otseula.cli.options import language_in
from otseula.cli.outcome import BROKEN, DONE, INTERRUPTED, REFUSED, Stop, Terminated
from otseula.cli.terminal import OutputClosed, OutputFailed, silence, style_of, tell
from otseula.cli.words import say
from otseula.errors import CaseError, RuleBaseError
from otseula.screening.disagreement import EngineDisagreement


def main() -> None:
    """The entry point of a process that lives for one command: to collect cyclic garbage while
    the rule base loads, and to take everything apart when it is done, costs a fifth of its time
    and frees nothing."""
    gc.set_threshold(200_000)
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):  # what is told is written by now, or given up
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def run(words: Sequence[str]) -> int:
    """Runs a command line and gives its exit code: 0 a result, 1 findings or a difference, 2 bad
    usage or refused input, 3 otseula itself failed, 130 interrupted."""
    language = language_in(words)
    try:
        code = _run(words, language)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Terminated as ended:
        code = ended.code
    if code >= REFUSED and not {"screen", "explain"}.isdisjoint(words):
        tell(fixed_line(language))
    return code


def _run(words: Sequence[str], language: str) -> int:
    _forgive_stdin()
    command = None
    try:
        from otseula.cli.app import otseula

        command = otseula(words)
        code = command.main(
            args=list(words),
            prog_name="otseula",
            standalone_mode=False,
            obj=language,
            complete_var="",  # no variable may turn a screening into a completion of words
        )
    except Exception as error:
        return _told(error, language, command)
    except SystemExit:  # typer's answer to a closed pipe
        silence(sys.stdout)
        return DONE
    if code == INTERRUPTED:
        tell(say("interrupted", language))
    return code if isinstance(code, int) else DONE


def _told(error: Exception, language: str, command: Any) -> int:
    for kind, tell_it in _TELLING:
        if isinstance(error, kind):
            return tell_it(error, language)
    names = {kind.__name__ for kind in type(error).__mro__}
    if "UsageError" in names:  # typer carries its own copy of click, or uses the installed one
        from otseula.cli.usage import usage_text

        tell(usage_text(error, command, language))
        return REFUSED
    if "Abort" in names:
        tell(say("interrupted", language))
        return INTERRUPTED
    # never the message, a value or a traceback: they may hold something of the case
    tell(say("broken", language, where=_place(error)))
    return BROKEN


def _stop(error: Stop, language: str) -> int:
    if error.text is not None:
        tell(error.text.in_language(language))
    return error.code


def _case(error: CaseError, language: str) -> int:
    from otseula.cli.findings import problem_lines

    tell(problem_lines(error, language, style_of(sys.stderr).width))
    return REFUSED


def _rules(error: RuleBaseError, language: str) -> int:
    from otseula.cli.findings import diagnostic_lines

    tell(diagnostic_lines(error.diagnostics, language))
    tell(say("rules_refused", language, count=len(error.diagnostics)))
    return REFUSED


def _disagreement(error: EngineDisagreement, language: str) -> int:
    from otseula.present import render_disagreement

    tell(render_disagreement(error, language, style_of(sys.stderr).width))
    return BROKEN


def _closed(_: OutputClosed, language: str) -> int:
    return DONE


def _failed(_: OutputFailed, language: str) -> int:
    tell(say("stdout_failed", language))
    return REFUSED


#: How each outcome is told, and the exit code it gives.
_TELLING: tuple[tuple[type[Exception], Callable[..., int]], ...] = (
    (Stop, _stop),
    (CaseError, _case),
    (RuleBaseError, _rules),
    (EngineDisagreement, _disagreement),
    (OutputClosed, _closed),
    (OutputFailed, _failed),
)


def _place(error: BaseException) -> str:
    """The last place in otseula that the error passed: module and line."""
    place = "otseula"
    trace = error.__traceback__
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] == "otseula":
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _forgive_stdin() -> None:
    """Bytes that are no text become marks, so that they are refused as any other input."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


if __name__ == "__main__":
    main()
