"""`otseula screen` as a questionnaire: asked at the terminal, to a result."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from otseula.cli.judgement import asked_judgement
from otseula.cli.keeping import kept, save
from otseula.cli.outcome import DONE, INTERRUPTED, Stop
from otseula.cli.showing import leaves_out, show_result
from otseula.cli.spoken import SHOW_ALL
from otseula.cli.talk import Talk
from otseula.cli.terminal import Terminal, is_terminal, tell
from otseula.cli.wishes import Wishes

if TYPE_CHECKING:
    from otseula.screening.interview import Interview
    from otseula.screening.recommendation import Recommendation
    from otseula.screening.rulebase import RuleBase


def asked(wishes: Wishes, rulebase: RuleBase) -> int:
    """The questionnaire, its sheet, and whether one agrees with it. Gives the exit code."""
    from otseula.cli.questionnaire import Ending, Questionnaire
    from otseula.cli.rescue import tell_urgent, went_wrong
    from otseula.screening.casefile import load_case

    case = load_case(wishes.case, strict=False) if wishes.case is not None else None
    as_of = wishes.as_of or (case.as_of if case is not None else None)
    interview = rulebase.interview(case, full=wishes.full, as_of=as_of)
    period = rulebase.period(as_of)
    terminal = Terminal(plain=wishes.plain)
    judgement: Any = case.judgement if case is not None else None
    try:
        ending = Questionnaire(interview, period, terminal, wishes.language).run()
        if ending is Ending.STOPPED:
            raise Stop(INTERRUPTED)
        result = interview.result(judgement)
    except BaseException as error:  # neither answers nor what is urgent may be lost
        _saved(wishes, interview, as_of)
        if went_wrong(error):
            tell_urgent(interview, wishes.language)
        raise
    # what is shown on the terminal comes before the question whether one agrees with it
    seen = wishes.output is None and wishes.format == "sheet" and is_terminal(sys.stdout)
    stays = ending is not Ending.END_OF_INPUT
    if seen:
        show_result(wishes, result, interactive=True)
        if judgement is None and stays:
            _remind(result, terminal, wishes.language)
            try:
                judgement = asked_judgement(period, terminal, wishes.language)
            except (EOFError, KeyboardInterrupt):  # the sheet has been seen: enough of questions
                stays = False
            if judgement is not None:
                result = interview.result(judgement)
    failed = kept(wishes, rulebase, interview.answers, as_of, result)
    if not seen:
        show_result(wishes, result, interactive=True)
    elif stays and leaves_out(wishes, result):
        _offer_all(wishes, result, terminal)
    if failed is not None:
        raise failed
    return DONE


def _saved(wishes: Wishes, interview: Interview, as_of: date | None) -> None:
    """Keeps the answers of a questionnaire without a result, where they were to be kept. A file
    that cannot be written is told and no more: what ended the questionnaire may hold actions."""
    if wishes.save is None:
        return
    try:
        save(wishes.save, interview.answers, as_of, None, wishes.language)
    except Stop as stop:
        if stop.text is not None:
            tell(stop.text.in_language(wishes.language))


def _offer_all(wishes: Wishes, result: Recommendation, terminal: Terminal) -> None:
    """The long sheet, if it is wanted: the answers are gone once this ends. Every way out means
    that it is not."""
    talk = Talk(terminal, wishes.language)
    typed = None
    try:
        terminal.say()
        while typed is None or typed not in SHOW_ALL[wishes.language]:
            talk.say("more")
            typed = terminal.read().lower()
            if not typed:
                return
    except (EOFError, KeyboardInterrupt):
        return
    show_result(replace(wishes, long=True), result, interactive=True)
    _remind(result, terminal, wishes.language)


def _remind(result: Recommendation, terminal: Terminal, language: str) -> None:
    """What matters most once more: the top of the sheet has scrolled away."""
    from otseula.present import render_reminder

    terminal.say()
    terminal.show(render_reminder(result, language, terminal.style.width).rstrip("\n"))
