"""`otseula schema`: the JSON Schemas."""

from __future__ import annotations

from typing import Annotated

import typer

from otseula.cli import options
from otseula.cli.outcome import DONE, refuse
from otseula.cli.terminal import put_json

_KINDS = ("case", "rulebase", "recommendation", "explanation")


def schema(
    kind: Annotated[str, typer.Argument(metavar="case|rulebase|recommendation|explanation")],
    answers: Annotated[bool, typer.Option("--answers")] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
) -> int:
    """Prints a JSON Schema."""
    options.language(lang)
    day = options.day(as_of)
    if kind not in _KINDS:
        raise refuse("bad_argument", allowed=", ".join(_KINDS))
    if answers and kind != "case":
        raise options.conflict("--answers", kind, "why_answers")
    if kind == "case":
        found = options.rule_base(rules or ()).case_schema(answers_only=answers, as_of=day)
    elif kind == "rulebase":
        from otseula.rulebase.structure import schema as rulebase_schema

        found = rulebase_schema()
    elif kind == "explanation":
        from otseula.screening.schemas import explanation_schema

        found = explanation_schema()
    else:
        from otseula.screening.schemas import recommendation_schema

        found = recommendation_schema()
    put_json(found)
    return DONE
