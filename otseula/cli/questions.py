"""`otseula questions`: the catalogue of questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from otseula.cli import options
from otseula.cli.outcome import DONE
from otseula.cli.terminal import put, put_json
from otseula.writing import UNITS

if TYPE_CHECKING:
    from otseula.rulebase.model import Period, Question
    from otseula.rulebase.syntax import ConditionSyntax


_WIDTH = 80


def questions(
    json_: Annotated[bool, typer.Option("--json")] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
) -> int:
    """Lists the questions."""
    language, day = options.language(lang), options.day(as_of)
    period = options.rule_base(rules or ()).period(day)
    if json_:
        put_json(catalogue_data(period))
    else:
        put(catalogue(period, language))
    return DONE


def catalogue_data(period: Period) -> dict[str, Any]:
    """The questions as JSON data, in author order; every text in three languages."""
    return {
        "themes": [{"id": t.id, "text": t.text.to_dict()} for t in period.themes.values()],
        "questions": [_data(question) for question in period.questions.values()],
    }


def _data(question: Question) -> dict[str, Any]:
    condition = question.applies_when
    return {
        "id": question.id,
        "type": question.type,
        "theme": question.theme,
        "text": question.text.to_dict(),
        "help": question.help.to_dict() if question.help is not None else None,
        "options": [{"id": o.id, "text": o.text.to_dict()} for o in question.options],
        "range": list(question.range) if question.range is not None else None,
        "unit": question.unit,
        "always_ask": question.always_ask,
        "applies_when": condition_text(condition, "en") if condition is not None else None,
        "sensitivity": question.sensitivity,
    }


def catalogue(period: Period, language: str) -> str:
    """The questions by theme: id, text, what counts, type, options, and when each is asked."""
    from otseula.cli.words import say

    by_theme: dict[str | None, list[Question]] = {}
    for question in period.questions.values():
        by_theme.setdefault(question.theme, []).append(question)
    lines = []
    for theme, members in by_theme.items():
        known = period.themes.get(theme or "")
        heading = known.text.in_language(language) if known else say("other_theme", language)
        lines += [heading, "=" * len(heading), ""]
        for question in members:
            lines += [*_lines(question, language), ""]
    return "\n".join(lines)


def _lines(question: Question, language: str) -> list[str]:
    from otseula.cli.words import say

    kind = say(question.type, language)
    if question.range is not None:
        unit = UNITS.get(question.unit or "")
        said = unit.in_language(language) if unit is not None else ""
        kind = f"{kind} {question.range[0]}–{question.range[1]}{said}"
    lines = [f"{question.id}: {question.text.in_language(language)}"]
    if question.help is not None:
        told = question.help.in_language(language)
        lines += wrap(told, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    lines.append(f"  {kind}")
    lines += [f"    {o.id}: {o.text.in_language(language)}" for o in question.options]
    if question.always_ask:
        lines.append(f"  {say('always_ask', language)}")
    if question.applies_when is not None:
        condition = condition_text(question.applies_when, language)
        lines.append(f"  {say('applies_when', language)}: {condition}")
    return lines


def condition_text(condition: ConditionSyntax, language: str) -> str:
    """An author's condition on one line, in ids and few words."""
    return _FORMS[condition.form](condition, language)


def _inner(parts: Iterable[ConditionSyntax], language: str) -> str:
    # A comma stands between the options of one test already.
    return "; ".join(condition_text(part, language) for part in parts)


def _named_list(key: str, **fill: object) -> Callable[[ConditionSyntax, str], str]:
    def text(condition: ConditionSyntax, language: str) -> str:
        from otseula.cli.words import say

        count = {"count": condition.value} if condition.form == "of" else fill
        inner = _inner(condition.parts, language) or condition.name
        return f"{say(key, language, **count)} ({inner})"

    return text


def _none(condition: ConditionSyntax, language: str) -> str:
    from otseula.cli.words import say

    return f"{say('not', language)} {_named_list('any')(condition, language)}"


def _not(condition: ConditionSyntax, language: str) -> str:
    from otseula.cli.words import say

    return f"{say('not', language)} {_inner(condition.parts, language)}"


def _known(condition: ConditionSyntax, language: str) -> str:
    from otseula.cli.words import say

    return say("known", language, name=condition.name)


def _test(condition: ConditionSyntax, _: str) -> str:
    value = condition.value
    shown = ", ".join(map(_plain, value)) if isinstance(value, tuple) else _plain(value)
    return " ".join(word for word in (f"{condition.name}:", condition.operator, shown) if word)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_FORMS: Mapping[str, Callable[[ConditionSyntax, str], str]] = {
    "all": _named_list("all"),
    "any": _named_list("any"),
    "none": _none,
    "of": _named_list("at_least_of"),
    "not": _not,
    "name": lambda condition, _: condition.name,
    "test": _test,
    "known": _known,
}
