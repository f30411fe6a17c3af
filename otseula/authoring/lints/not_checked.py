"""The meaning of a condition could not be checked.

What: the conditions hang together so closely from here on that the decision diagrams of OTS805,
OTS820 to OTS829 and OTS833 would grow past a million nodes. What those checks have not looked at is
not passed over: it is told here, and cannot be ignored. It is a warning; `--strict` makes it an
error.

Why: silence must mean that all is well.

Avoid: one condition that counts dozens of long conditions over the same questions.

Prefer: several criteria with names of their own, each over a few questions.
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import NOT_CHECKED
from otseula.rulebase.diagnostics import Findings

CODE = NOT_CHECKED


def look(checked: Checked, findings: Findings) -> None:
    """Every period that could not be drawn; what grows too large later is told where it does."""
    checked.meanings.undrawn(findings)
