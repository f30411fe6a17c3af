"""After the sheet: whether the professional agrees. One question, skipped with Enter."""

from __future__ import annotations

from otseula.cli.talk import Talk
from otseula.cli.terminal import Terminal
from otseula.rulebase.model import DeviationReason, Period

_FORMS = ("agrees", "deviates_up", "deviates_down")
_DIRECTIONS = {"deviates_up": "up", "deviates_down": "down"}


def asked_judgement(period: Period, terminal: Terminal, language: str) -> dict[str, object] | None:
    """The judgement as a case holds it, or None where it was skipped. Raises EOFError,
    KeyboardInterrupt."""
    talk = Talk(terminal, language)
    terminal.say()
    forms = [form for form in _FORMS if form not in _DIRECTIONS or _reasons(period, form)]
    form = talk.pick("judgement", [talk.words(form) for form in forms])
    if form is None:
        return None
    noted, given = talk.words(forms[form]), {"agrees": True}
    judgement: dict[str, object] = dict(given)
    if forms[form] in _DIRECTIONS:
        reasons = _reasons(period, forms[form])
        texts = [reason.text.in_language(talk.language) for reason in reasons]
        reason = talk.pick("reason", texts)
        if reason is None:
            talk.say("judgement_skipped")
            return None
        noted = f"{noted}; {texts[reason]}"
        judgement = {"deviates": _DIRECTIONS[forms[form]], "reason": reasons[reason].id}
    talk.say("judgement_noted", judgement=noted)
    talk.say("judgement_aside")
    return judgement


def _reasons(period: Period, form: str) -> list[DeviationReason]:
    """The reasons that speak for what was chosen: none of danger where less will do."""
    fitting = (None, _DIRECTIONS[form])
    return [each for each in period.deviation_reasons.values() if each.direction in fitting]
