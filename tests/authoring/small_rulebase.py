"""The small rule base of these tests, and vignettes for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import otseula
from otseula.errors import Place
from otseula.rulebase.model import Vignette
from otseula.text import Text

DIRECTORY = Path(__file__).parent / "small"


@cache
def small() -> otseula.RuleBase:
    """The rule base in small/, on the two engines that are always there."""
    return otseula.load(DIRECTORY, engines=("lanes", "specification"))


def vignette(
    answers: Mapping[str, Any],
    expect: Mapping[str, Any],
    *,
    name: str = "made_up",
    as_of: date | None = date(2026, 12, 1),
    file: str = "criteria/vignettes/some.yaml",
) -> Vignette:
    """A vignette of these answers and expectations."""
    return Vignette(
        id=name,
        text=Text(name),
        place=Place(file, 7, 3),
        kind="borderline",
        origin="invented",
        as_of=as_of,
        answers=answers,
        expect=expect,
    )
