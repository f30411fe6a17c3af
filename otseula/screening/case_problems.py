"""Problems of a case and the error that carries them.

A problem says what is wrong and what may stand there instead, in three languages. Its words
come from the tables of wordings; what fills them from the rule base, never from the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from otseula.errors import CaseError, PrivacyError, Problem
from otseula.screening.case_wordings import CASE_WORDINGS
from otseula.screening.casefile_wordings import CASEFILE_WORDINGS
from otseula.screening.guard import SHAPES
from otseula.screening.table_wordings import TABLE_WORDINGS
from otseula.text import LANGUAGES, Text

#: Line and column (from 1) by JSON pointer; the key of the n-th entry is at `…/*n`, from 1.
Places = Mapping[str, tuple[int, int]]

_WORDINGS = CASE_WORDINGS | CASEFILE_WORDINGS | TABLE_WORDINGS

_DEFAULTS = {"suggestion": "", "allowed": "", "reasons": ""}


def problem(
    code: str, pointer: str, places: Places | None = None, **fill: Text | str | int
) -> Problem:
    """The problem of this code at `pointer`, with its line and column where `places` has them.
    `fill` holds what the wording's braces name; `shape` (an id in guard.SHAPES) also decides
    whether the problem is identifying."""
    shape = SHAPES.get(str(fill.get("shape", "")))
    if shape is not None:
        fill["shape"] = shape.text
    line, column = (places or {}).get(pointer, (None, None))
    wording = _WORDINGS[code]
    fill = _DEFAULTS | fill
    return Problem(
        code=code,
        pointer=pointer,
        message=_filled(wording.message, fill),
        hint=_filled(wording.hint, fill),
        line=line,
        column=column,
        identifying=shape is not None and shape.identifying,
    )


def _filled(text: Text, fill: Mapping[str, Text | str | int]) -> Text:
    return Text(*(_in_language(text, fill, language) for language in LANGUAGES))


def _in_language(text: Text, fill: Mapping[str, Text | str | int], language: str) -> str:
    words = {
        name: value.in_language(language) if isinstance(value, Text) else str(value)
        for name, value in fill.items()
    }
    return text.in_language(language).format(**words).strip()


def refusal(problems: Iterable[Problem]) -> CaseError:
    """The error to raise, outside any `except` block: problems in the order of the file where
    they have places, else in the order given."""
    found = sorted(problems, key=lambda p: (p.line or 0, p.column or 0))
    kind = PrivacyError if any(p.identifying for p in found) else CaseError
    return kind(found)
