"""What is said outside the sheet: when a safety action arises, and when the engines disagree."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.present.findings import find_out, met, undecided
from otseula.present.fixed import fixed_line
from otseula.present.sections.recommendation import level_said
from otseula.present.sheet import ALERT, PLAIN, STRONG
from otseula.present.style import Style, clip, wrap
from otseula.present.voice import Line, Voice, plain_text
from otseula.screening.disagreement import EngineDisagreement
from otseula.screening.recommendation import Action, Recommendation
from otseula.writing import clean


def render_actions_now(
    actions: Iterable[Action],
    language: str,
    width: int = 80,
    *,
    plain: bool = True,
    colour: bool = False,
) -> str:
    """The safety actions that have just arisen, in full, and the fixed line; ends in a newline."""
    voice, style = Voice(language), Style(width, plain=plain, colour=colour)
    lines = [*_actions(voice, style, tuple(actions)), *wrap(fixed_line(language), style)]
    return "\n".join(lines) + "\n"


def render_reminder(
    recommendation: Recommendation,
    language: str,
    width: int = 80,
    *,
    plain: bool = True,
    colour: bool = False,
) -> str:
    """What matters most, after a sheet whose top has scrolled away: the actions in a line or two
    each, and the recommendation; ends in a newline."""
    voice, style = Voice(language), Style(width, plain=plain, colour=colour)
    eligibility = recommendation.eligibility
    level = level_said(voice, eligibility.at_least, eligibility.at_most)
    lines: list[str] = []
    for action in met(recommendation.safety):
        said = f"{voice.word('act_first')}: {plain_text(voice.line(action.text))}"
        lines += [style.paint(line, ALERT) for line in clip(said, style, 2, hanging="  ")]
    lines += wrap(f"{voice.word('heading_4')}: {level[:1].upper()}{level[1:]}", style, tone=STRONG)
    return "\n".join(lines) + "\n"


def render_disagreement(
    error: EngineDisagreement,
    language: str,
    width: int = 80,
    *,
    plain: bool = True,
    colour: bool = False,
) -> str:
    """All safety actions and duties that any engine found met or unknown; that no
    recommendation is given and a person must judge. Ends in a newline."""
    voice, style = Voice(language), Style(width, plain=plain, colour=colour)
    lines = wrap(fixed_line(language), style, tone=ALERT)
    lines += wrap(voice.word("disagreement"), style)
    key = "disagreement_act" if error.safety or error.duties else "disagreement_empty"
    lines += wrap(voice.word(key), style)
    lines += _actions(voice, style, error.safety)
    if error.duties:
        lines += wrap(voice.word("duties") + ":", style)
        lines += _list(
            style,
            [
                *(_with_law(voice, voice.line(d.text), d) for d in met(error.duties)),
                *(_with_law(voice, find_out(voice, d), d) for d in undecided(error.duties)),
            ],
            PLAIN,
        )
    if error.nodes:
        names = clean(", ".join(error.nodes))
        lines += wrap(voice.word("disagreement_nodes", names=names), style)
    return "\n".join(lines) + "\n"


def _actions(voice: Voice, style: Style, actions: tuple[Action, ...]) -> list[str]:
    lines: list[str] = []
    now, later = met(actions), undecided(actions)
    if now:
        lines += wrap(voice.word("act_first") + ":", style, tone=ALERT)
        lines += _list(style, [voice.line(action.text) for action in now], ALERT)
    if later:
        lines += wrap(voice.word("find_out_first") + ":", style)
        lines += _list(style, [find_out(voice, action) for action in later], PLAIN)
    return lines


def _list(style: Style, said: list[Line], tone: str) -> list[str]:
    return [
        line
        for each in said
        for line in wrap(plain_text(each), style, first=style.bullet, hanging="  ", tone=tone)
    ]


def _with_law(voice: Voice, said: Line, duty: Action) -> Line:
    return voice.line(said, *((" (", duty.section, ")") if duty.section else ()))
