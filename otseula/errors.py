"""The errors that otseula raises on purpose, and the findings they carry. One more, which carries
actions of a recommendation, stands with those: otseula.screening.disagreement."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.frozen import dataclass
from otseula.text import Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands. `line` and `column` count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about a rule base: `code` is stable, `message` says what is wrong,
    `hint` what to write instead."""

    code: str
    place: Place
    message: Text
    hint: Text
    severity: str = "error"  # error | warning


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a case. `pointer` is a JSON pointer into the case; the pointer of an
    unknown key is `/answers/*` and its position. Holds no value and no unknown key of the case."""

    code: str
    pointer: str
    message: Text
    hint: Text
    line: int | None = None
    column: int | None = None
    identifying: bool = False


class OtseulaError(Exception):
    """Any error that otseula raises on purpose."""


class RuleBaseError(OtseulaError):
    """The rule base cannot be used. `diagnostics` holds everything that was found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(
            f"{d.place}: {d.code} {d.message.in_language('en')} {d.hint.in_language('en')}"
            for d in self.diagnostics
        )


class CaseError(OtseulaError):
    """The case was refused. `problems` holds everything that was found, never a value."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(
            f"{_where(p)}: {p.code} {p.message.in_language('en')} {p.hint.in_language('en')}"
            for p in self.problems
        )


class PrivacyError(CaseError):
    """Refused, and at least one value has the shape of something identifying."""


def _where(problem: Problem) -> str:
    if problem.line is None:
        return problem.pointer
    return f"{problem.line}:{problem.column} {problem.pointer}"
