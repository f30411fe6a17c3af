"""Findings as text: the problems of a case for a professional, diagnostics for an expert."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.cli.terminal import wrapped
from otseula.cli.words import say
from otseula.errors import CaseError, Diagnostic, Problem

#: Files that could not even be opened: unreadable input, not a finding about what stands in it.
_UNREADABLE = frozenset({"OTS101", "OTS102"})


def unreadable(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether something could not be read at all, which is exit code 2 and not 1."""
    return any(found.code in _UNREADABLE for found in diagnostics)


def problem_lines(
    error: CaseError, language: str, width: int, *, head: str = "case_refused"
) -> str:
    """Every problem of a refused case, each with its line or its JSON pointer."""
    lines = [say(head, language, count=len(error.problems))]
    for problem in error.problems:
        message = problem.message.in_language(language)
        where = _where(problem, language)
        line = f"- {where}: {message}" if where else f"- {message}"
        lines.append(wrapped(line, width, "  "))
        lines.append(wrapped(f"  {problem.hint.in_language(language)}", width, "  "))
    return "\n".join(lines)


def _where(problem: Problem, language: str) -> str:
    pointer = f" ({problem.pointer})" if problem.pointer else ""
    if problem.line is None:
        return problem.pointer
    return say("line", language, line=problem.line, column=problem.column) + pointer


def diagnostic_lines(
    diagnostics: Iterable[Diagnostic], language: str, *, hints: bool = True
) -> str:
    """`file:line:col CODE message`, and below it what to write instead."""
    lines = []
    for found in diagnostics:
        mark = say("warning_mark", language) if found.severity == "warning" else ""
        lines.append(f"{found.place} {found.code} {mark}{found.message.in_language(language)}")
        if hints:
            lines.append(f"    {found.hint.in_language(language)}")
    return "\n".join(lines)
