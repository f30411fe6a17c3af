"""`otseula schema`: the JSON Schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from otseula.cli import options
from otseula.cli.outcome import DONE, refuse
from otseula.cli.terminal import put_json, tell
from otseula.cli.words import say

_KINDS = ("case", "rulebase", "recommendation", "explanation")


def schema(
    kind: Annotated[str, typer.Argument(metavar="case|rulebase|recommendation|explanation")],
    answers: Annotated[bool, typer.Option("--answers")] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
    output: Annotated[str | None, typer.Option("--output", metavar="FILE")] = None,
) -> int:
    """Prints a JSON Schema, or writes it to a file."""
    language = options.language(lang)
    day = options.day(as_of)
    if kind not in _KINDS:
        raise refuse("bad_argument", allowed=", ".join(_KINDS))
    if answers and kind != "case":
        raise options.conflict("--answers", kind, "why_answers")
    if kind == "case":
        found = options.rule_base(rules or ()).case_schema(answers_only=answers, as_of=day)
    elif kind == "rulebase":
        found = _rulebase_schema(rules)
    elif kind == "explanation":
        from otseula.screening.schemas import explanation_schema

        found = explanation_schema()
    else:
        from otseula.screening.schemas import recommendation_schema

        found = recommendation_schema()
    if output is None:
        put_json(found)
    else:
        _write(output, found)
        tell(say("saved_schema", language))
    return DONE


def _rulebase_schema(rules: list[str] | None) -> dict[str, Any]:
    """The general schema or, where rule bases are named, one that knows their names."""
    if not rules:
        from otseula.rulebase.structure import schema as general

        return general()
    from otseula.authoring.editor.schema import named_schema
    from otseula.rulebase.load import load_content

    return named_schema(load_content(*options.layers(rules), vignettes=False))


def _write(name: str, found: dict[str, Any]) -> None:
    from otseula.authoring.editor.writing import keep

    failed = None
    try:
        keep(Path(name), found)
    except FileExistsError:
        failed = "not_a_schema"
    except (OSError, ValueError):
        failed = "target_unwritable"
    if failed is not None:
        raise refuse(failed, option="--output")
