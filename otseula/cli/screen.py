"""`otseula screen`: a case, or the questionnaire, to a result."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from otseula.cli import files, options
from otseula.cli.judgement import asked_judgement
from otseula.cli.last_words import fixed_line
from otseula.cli.outcome import DONE, INTERRUPTED, Stop, end_on_signals, refuse
from otseula.cli.terminal import (
    OutputClosed,
    Style,
    Terminal,
    is_terminal,
    put,
    put_json,
    style_of,
    tell,
)
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.screening.interview import Interview
    from otseula.screening.recommendation import Judgement, Recommendation
    from otseula.screening.rulebase import RuleBase

FORMATS = ("sheet", "markdown", "html", "json")
#: How a sheet is laid out in a file.
_FILE_STYLE = Style(width=80, colour=False, plain=False)
#: How characters are written that stdout's encoding lacks; JSON is written in ASCII then.
_ERRORS = {"html": "xmlcharrefreplace"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of one `screen` command, checked."""

    case: str | None
    ask: bool
    save: str | None
    format: str
    output: str | None
    language: str
    long: bool
    rules: tuple[str, ...]
    as_of: date | None
    record: str | None
    replay: str | None
    full: bool
    plain: bool


def screen(
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    ask: Annotated[bool, typer.Option("--ask")] = False,
    save: Annotated[str | None, typer.Option("--save", metavar="FILE")] = None,
    json_: Annotated[bool, typer.Option("--json")] = False,
    format: Annotated[
        str | None, typer.Option("--format", metavar="sheet|markdown|html|json")
    ] = None,
    output: Annotated[str | None, typer.Option("--output", metavar="FILE")] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    long: Annotated[bool, typer.Option("--long")] = False,
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
    record: Annotated[str | None, typer.Option("--record", metavar="FILE")] = None,
    replay: Annotated[str | None, typer.Option("--replay", metavar="FILE")] = None,
    full: Annotated[bool, typer.Option("--full")] = False,
    plain: Annotated[bool, typer.Option("--plain")] = False,
) -> int:
    """Screens a case."""
    end_on_signals()
    language = options.language(lang)
    if json_ and format not in (None, "json"):
        raise options.conflict("--json", "--format", "why_json")
    wishes = Wishes(
        case=case,
        ask=ask,
        save=save,
        format="json" if json_ else options.one_of("--format", format or "sheet", FORMATS),
        output=output,
        language=language,
        long=long,
        rules=tuple(rules or ()),
        as_of=options.day(as_of),
        record=record,
        replay=replay,
        full=full,
        plain=plain,
    )
    _check_together(wishes)
    files.check_targets({"--save": save, "--output": output, "--record": record})
    if wishes.replay is not None:
        from otseula.cli.replay import replayed

        return replayed(wishes)
    rulebase = options.rule_base(wishes.rules)
    if wishes.case is None or wishes.ask:
        return _asked(wishes, rulebase)
    return _read(wishes, rulebase)


def _check_together(wishes: Wishes) -> None:
    if wishes.replay is not None:
        others: Mapping[str, object] = {
            "CASE": wishes.case,
            "--ask": wishes.ask,
            "--save": wishes.save,
            "--record": wishes.record,
            "--as-of": wishes.as_of,
            "--full": wishes.full,
        }
        for name, given in others.items():
            if given:
                raise options.conflict("--replay", name, "why_replay")
        return
    if wishes.full and wishes.case is not None and not wishes.ask:
        raise options.conflict("--full", "CASE", "why_full")
    if wishes.ask and wishes.case == "-":
        raise options.conflict("--ask", "-", "why_stdin")
    if (wishes.case is None or wishes.ask) and not is_terminal(sys.stdin):
        raise refuse("not_a_terminal")


def _read(wishes: Wishes, rulebase: RuleBase) -> int:
    from otseula.cli.rescue import tell_met
    from otseula.screening.casefile import load_case

    case = load_case(wishes.case or "-", strict=False)
    result = rulebase.screen(case, as_of=wishes.as_of)
    try:
        _keep(wishes, rulebase, case.answers, wishes.as_of or case.as_of, result)
        show_result(wishes, result)
    except OutputClosed:
        raise
    except Exception:  # what could not be written, or a fault: what is urgent is told
        tell_met(result.safety, wishes.language)
        raise
    return DONE


def _asked(wishes: Wishes, rulebase: RuleBase) -> int:
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
    if seen:
        show_result(wishes, result, interactive=True)
        if judgement is None and ending is not Ending.END_OF_INPUT:
            judgement = asked_judgement(period, terminal, wishes.language)
            if judgement is not None:
                result = interview.result(judgement)
    failed = _kept(wishes, rulebase, interview.answers, as_of, result)
    if not seen:
        show_result(wishes, result, interactive=True)
    if failed is not None:
        raise failed
    return DONE


def _saved(wishes: Wishes, interview: Interview, as_of: date | None) -> None:
    """Keeps the answers of a questionnaire without a result, where they were to be kept. A file
    that cannot be written is told and no more: what ended the questionnaire may hold actions."""
    if wishes.save is None:
        return
    try:
        _save(wishes.save, interview.answers, as_of, None, wishes.language)
    except Stop as stop:
        if stop.text is not None:
            tell(stop.text.in_language(wishes.language))


def _kept(
    wishes: Wishes,
    rulebase: RuleBase,
    answers: Mapping[str, Any],
    as_of: date | None,
    result: Recommendation,
) -> Stop | None:
    """Writes the files; what to end with where one could not be written: it must not cost the
    result, which is shown first."""
    try:
        _keep(wishes, rulebase, answers, as_of, result)
    except Stop as stop:
        return stop
    return None


def _keep(
    wishes: Wishes,
    rulebase: RuleBase,
    answers: Mapping[str, Any],
    as_of: date | None,
    result: Recommendation,
) -> None:
    """Writes the files of --save and --record, having said what they hold."""
    if wishes.save is not None:
        _save(wishes.save, answers, as_of, result.judgement, wishes.language)
    if wishes.record is not None:
        from otseula.screening.record import build_record

        tell(say("identifying_combination", wishes.language))
        record = build_record(rulebase, answers, result)
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        files.write("--record", wishes.record, text)
        tell(say("saved_record", wishes.language))


def _save(
    name: str,
    answers: Mapping[str, Any],
    as_of: date | None,
    judgement: Judgement | None,
    language: str,
) -> None:
    tell(say("identifying_combination", language))
    files.write("--save", name, files.case_text(answers, as_of, judgement))
    tell(say("saved_answers", language))


def result_style(wishes: Wishes) -> Style:
    """How the result is printed where it goes."""
    if wishes.output is not None:
        return _FILE_STYLE
    return style_of(sys.stdout, plain=wishes.plain)


def show_result(wishes: Wishes, result: Recommendation, *, interactive: bool = False) -> None:
    """Writes the result where it was asked for. The fixed line stands in every format but JSON;
    where the person at the terminal would not see it there, it is told on stderr."""
    failed = None
    if wishes.output is not None:
        try:
            files.write("--output", wishes.output, _rendered(wishes, result))
            tell(say("saved_output", wishes.language))
        except Stop as stop:
            if not interactive:
                raise
            failed = stop  # what a person has answered must not be lost: it is shown instead
    closed = False
    try:
        if wishes.output is None or failed is not None:
            _put(wishes, result)
    except OutputClosed:
        closed = True
    unseen = wishes.output is not None or (interactive and not is_terminal(sys.stdout))
    if unseen or closed or wishes.format == "json":
        tell(fixed_line(wishes.language))
    if failed is not None:
        raise failed
    if closed:
        raise OutputClosed


def _put(wishes: Wishes, result: Recommendation) -> None:
    if wishes.format == "json":
        put_json(result.to_dict())
    else:
        put(_rendered(wishes, result), _ERRORS.get(wishes.format, "replace"))


def _rendered(wishes: Wishes, result: Recommendation) -> str:
    if wishes.format == "json":
        return json.dumps(result.to_dict(), ensure_ascii=False, indent=2) + "\n"
    from otseula.present import render

    style = result_style(wishes)
    return render(
        result,
        wishes.format,
        wishes.language,
        width=style.width,
        long=wishes.long,
        plain=style.plain,
        colour=style.colour,
    )
