"""`otseula screen`: a case, or the questionnaire, to a result."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from otseula.cli import files, options
from otseula.cli.keeping import keep
from otseula.cli.outcome import DONE, end_on_signals, refuse
from otseula.cli.showing import show_result
from otseula.cli.terminal import OutputClosed, is_terminal
from otseula.cli.wishes import FORMATS, Wishes

if TYPE_CHECKING:
    from otseula.screening.rulebase import RuleBase


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
        from otseula.cli.asked import asked

        return asked(wishes, rulebase)
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
        keep(wishes, rulebase, case.answers, wishes.as_of or case.as_of, result)
        show_result(wishes, result)
    except OutputClosed:
        raise
    except Exception:  # what could not be written, or a fault: what is urgent is told
        tell_met(result.safety, wishes.language)
        raise
    return DONE
