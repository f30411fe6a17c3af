"""After the sheet: whether the professional agrees. One question, skipped with Enter."""

from __future__ import annotations

from otseula.cli.talk import Talk
from otseula.cli.terminal import Terminal
from otseula.rulebase.model import Period

_FORMS = ("agrees", "deviates_up", "deviates_down")
_DIRECTIONS = {"deviates_up": "up", "deviates_down": "down"}


def asked_judgement(period: Period, terminal: Terminal, language: str) -> dict[str, object] | None:
    """The judgement as a case holds it, or None where it was skipped."""
    talk = Talk(terminal, language)
    try:
        terminal.say()
        return _judgement(period, talk)
    except (EOFError, KeyboardInterrupt):  # the sheet has been seen: every way out skips this
        return None


def _judgement(period: Period, talk: Talk) -> dict[str, object] | None:
    forms = _FORMS if period.deviation_reasons else _FORMS[:1]
    form = talk.pick("judgement", [talk.words(form) for form in forms])
    if form is None:
        return None
    noted, given = talk.words(forms[form]), {"agrees": True}
    judgement: dict[str, object] = dict(given)
    if forms[form] in _DIRECTIONS:
        reasons = list(period.deviation_reasons.values())
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
