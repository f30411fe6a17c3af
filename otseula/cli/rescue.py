"""What is told where otseula fails before its result is seen: what is urgent."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from otseula.cli.outcome import Stop
from otseula.cli.terminal import style_of, tell
from otseula.errors import OtseulaError
from otseula.screening.disagreement import EngineDisagreement
from otseula.screening.recommendation import Action

if TYPE_CHECKING:
    from otseula.screening.interview import Interview


def went_wrong(error: BaseException) -> bool:
    """Whether the error is a fault of otseula's own, which holds no actions itself."""
    return isinstance(error, Exception) and not isinstance(error, Stop | OtseulaError)


def tell_urgent(interview: Interview, language: str) -> None:
    """Tells on stderr every safety action that follows from the answers given so far; where an
    engine is what failed, every action and duty that another does not rule out. Never raises:
    what has failed already must be told as it is."""
    with suppress(Exception):
        _tell(interview, language)


def tell_met(actions: Iterable[Action], language: str) -> None:
    """Tells on stderr the safety actions that are met, where there are any. Never raises."""
    from otseula.logic.conditions import Truth

    with suppress(Exception):
        from otseula.present import render_actions_now

        met = [action for action in actions if action.truth is Truth.MET]
        if met:
            tell(render_actions_now(met, language, style_of(sys.stderr).width))


def _tell(interview: Interview, language: str) -> None:
    from otseula.present import render_actions_now, render_disagreement

    width = style_of(sys.stderr).width
    disagreement = None
    try:
        actions = interview.result().safety
    except EngineDisagreement as found:
        disagreement = found
    if disagreement is not None:
        tell(render_disagreement(disagreement, language, width))
    else:
        tell(render_actions_now(actions, language, width))
