"""`otseula explain`: why a screening says what it says, and what would change it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from otseula.cli import files, options
from otseula.cli.last_words import fixed_line
from otseula.cli.outcome import DONE, end_on_signals, refuse
from otseula.cli.terminal import OutputClosed, Style, put, put_json, style_of, tell
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.screening.explained import Explained
    from otseula.screening.recommendation import Recommendation

_FORMATS = ("text", "json")
#: How the text is laid out in a file.
_FILE_STYLE = Style(width=80, colour=False, plain=False)


def explain(
    case: Annotated[str, typer.Argument(metavar="CASE")],
    node: Annotated[str | None, typer.Argument(metavar="NODE")] = None,
    json_: Annotated[bool, typer.Option("--json")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="text|json")] = None,
    output: Annotated[str | None, typer.Option("--output", metavar="FILE")] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
    plain: Annotated[bool, typer.Option("--plain")] = False,
) -> int:
    """Explains the recommendation of a case, or one node of it."""
    from otseula.cli.rescue import tell_met
    from otseula.screening.casefile import load_case

    end_on_signals()
    language = options.language(lang)
    if json_ and format not in (None, "json"):
        raise options.conflict("--json", "--format", "why_json")
    chosen = "json" if json_ else options.one_of("--format", format or "text", _FORMATS)
    day = options.day(as_of)
    files.check_targets({"--output": output})
    rulebase = options.rule_base(rules or ())
    result = rulebase.screen(load_case(case, strict=False), as_of=day)
    try:
        _show(result, _explained(result, node, language), chosen, output, language, plain=plain)
    except OutputClosed:
        raise
    except Exception:  # an id that is none, what could not be written, or a fault
        tell_met(result.safety, language)
        raise
    return DONE


def _explained(result: Recommendation, node: str | None, language: str) -> Explained:
    """Raises Stop for an id that is none: the nearest known one is shown, never the typed."""
    from otseula.screening.explained import explained, nearest_id

    try:
        return explained(result, node)
    except KeyError:
        near = nearest_id(result, node or "")
    if near is None:
        raise refuse("unknown_node")
    raise refuse("unknown_node_near", name=near)


def _show(
    result: Recommendation,
    told: Explained,
    format: str,
    output: str | None,
    language: str,
    *,
    plain: bool,
) -> None:
    """On stdout or in a file. The fixed line stands in the text; else it is told on stderr."""
    style = _FILE_STYLE if output is not None else style_of(sys.stdout, plain=plain)
    if format == "json":
        from otseula.screening.explained import explanation_as_dict

        data = explanation_as_dict(result, told)
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        from otseula.present.explained import render_explanation

        text = render_explanation(
            result, told, language, width=style.width, plain=style.plain, colour=style.colour
        )
    if output is not None:
        files.write("--output", output, text)
        tell(say("saved_output", language))
    elif format == "json":
        put_json(data)
    else:
        put(text)
    if output is not None or format == "json":
        tell(fixed_line(language))
