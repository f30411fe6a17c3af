"""The files of --save and --record, written after saying what they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from otseula.cli import files
from otseula.cli.outcome import Stop
from otseula.cli.terminal import tell
from otseula.cli.wishes import Wishes
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.screening.recommendation import Judgement, Recommendation
    from otseula.screening.rulebase import RuleBase


def kept(
    wishes: Wishes,
    rulebase: RuleBase,
    answers: Mapping[str, Any],
    as_of: date | None,
    result: Recommendation,
) -> Stop | None:
    """Writes the files; what to end with where one could not be written: it must not cost the
    result, which is shown first."""
    try:
        keep(wishes, rulebase, answers, as_of, result)
    except Stop as stop:
        return stop
    return None


def keep(
    wishes: Wishes,
    rulebase: RuleBase,
    answers: Mapping[str, Any],
    as_of: date | None,
    result: Recommendation,
) -> None:
    """Writes the files of --save and --record, having said what they hold."""
    if wishes.save is not None:
        save(wishes.save, answers, as_of, result.judgement, wishes.language)
    if wishes.record is not None:
        from otseula.screening.record import build_record

        tell(say("identifying_combination", wishes.language))
        record = build_record(rulebase, answers, result)
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        files.write("--record", wishes.record, text)
        tell(say("saved_record", wishes.language))


def save(
    name: str,
    answers: Mapping[str, Any],
    as_of: date | None,
    judgement: Judgement | None,
    language: str,
) -> None:
    """Writes the answers, having said what they are."""
    tell(say("identifying_combination", language))
    files.write("--save", name, files.case_text(answers, as_of, judgement))
    tell(say("saved_answers", language))
