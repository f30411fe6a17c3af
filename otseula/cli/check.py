"""`otseula check`: what is wrong with a rule base, for people, editors and build machines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from otseula.cli import options
from otseula.cli.findings import diagnostic_lines, unreadable
from otseula.cli.fixing import diff_lines, left_lines, mended, mended_lines
from otseula.cli.outcome import DONE, FINDINGS, REFUSED, refuse
from otseula.cli.terminal import fitted, put, put_json, tell
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.errors import Diagnostic

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def check(
    directories: Annotated[list[str] | None, typer.Argument(metavar="DIR")] = None,
    format: Annotated[str, typer.Option("--format", metavar="text|json|sarif|github")] = "text",
    explain: Annotated[str | None, typer.Option("--explain", metavar="CODE")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    fix: Annotated[bool, typer.Option("--fix")] = False,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="fi|sv|en")] = "fi",
) -> int:
    """Checks a rule base, and with `fix` mends it first. A warning keeps the exit code 0, unless it
    is `strict`."""
    language = options.language(lang)
    options.one_of("--format", format, tuple(_FORMATS))
    if explain is not None:
        put(fitted(explained(explain, language), sys.stdout))
        return DONE
    if diff:
        return _shown(directories or (), format, language)
    if fix:
        found = _after_mending(directories or (), format, language)
    else:
        found = diagnostics(directories or ())
    if strict:
        found = tuple(replace(each, severity="error") for each in found)
    _FORMATS[format](found, language)
    if unreadable(found):
        return REFUSED
    return FINDINGS if any(each.severity == "error" for each in found) else DONE


def _after_mending(
    directories: Sequence[str], format: str, language: str
) -> tuple[Diagnostic, ...]:
    """What is found once it has been mended. What was is told beside what programs read."""
    done = mended(directories, write=True)
    (put if format == "text" else tell)(mended_lines(done, language))
    return done.remaining


def _shown(directories: Sequence[str], format: str, language: str) -> int:
    """Shows what `--fix` would change, and changes nothing."""
    if format != "text":
        raise options.conflict("--diff", "--format", "why_diff")
    would = mended(directories, write=False)
    if would.changed:
        put(diff_lines(would))
    for line in left_lines(would, language):
        tell(line)
    counts = {"count": len(would.fixed), "remaining": len(would.remaining)}
    tell(say("fix_would", language, **counts))
    if unreadable(would.remaining):
        return REFUSED
    return FINDINGS if would.changed else DONE


def diagnostics(directories: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Everything that loading these layers finds and, where that is nothing, the lints."""
    from otseula.authoring.check import check as found_by_checking

    return found_by_checking(*options.layers(directories))


def explained(code: str, language: str) -> str:
    """What a code means; of a lint also its page, which is in English. An unknown one is answered
    with those that exist."""
    from otseula.authoring.check import page_of
    from otseula.rulebase.diagnostics import codes

    name = code.strip().upper()
    known = codes().get(name)
    if known is None:
        raise refuse("unknown_code", codes=", ".join(sorted(codes())))
    texts = [text.in_language(language) for text in (known.message, known.hint)]
    filled = [text.format_map(_Anything()) for text in texts]
    return "\n".join([f"{name} {known.title}", *filled, *page_of(name)])


class _Anything(dict[str, str]):
    """Fills a wording whose names and numbers are not known."""

    def __missing__(self, _: str) -> str:
        return "…"


def _text(found: Sequence[Diagnostic], language: str) -> None:
    if not found:
        put(say("check_clean", language))
        return
    count = say("check_count", language, count=len(found))
    put(fitted(f"{diagnostic_lines(found, language)}\n{count}", sys.stdout))


def _json(found: Sequence[Diagnostic], _: str) -> None:
    data = [
        {
            "code": each.code,
            "severity": each.severity,
            "file": each.place.file,
            "line": each.place.line,
            "column": each.place.column,
            "message": each.message.to_dict(),
            "hint": each.hint.to_dict(),
        }
        for each in found
    ]
    put_json({"findings": data})


def _github(found: Sequence[Diagnostic], language: str) -> None:
    lines = []
    for each in found:
        place = {"file": each.place.file, "line": each.place.line, "col": each.place.column}
        fields = {**place, "title": each.code}
        properties = ",".join(f"{k}={_escaped(str(v), ',:')}" for k, v in fields.items())
        text = f"{each.message.in_language(language)} {each.hint.in_language(language)}"
        lines.append(f"::{each.severity} {properties}::{_escaped(text)}")
    if lines:
        put("\n".join(lines))


def _escaped(text: str, more: str = "") -> str:
    """As GitHub's workflow commands want it."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _sarif(found: Sequence[Diagnostic], language: str) -> None:
    results = [_sarif_result(each, language) for each in found]
    told = sorted({each.code for each in found})
    driver = {"name": "otseula", "rules": [_sarif_rule(code, language) for code in told]}
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    put_json({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _sarif_rule(code: str, language: str) -> dict[str, Any]:
    """What a code means, shown by code scanning beside each of its results."""
    title, message, *rest = explained(code, language).split("\n")
    return {
        "id": code,
        "name": title.removeprefix(code).strip(),
        "shortDescription": {"text": message},
        "help": {"text": "\n".join(rest)},
    }


def _sarif_result(each: Diagnostic, language: str) -> dict[str, Any]:
    from pathlib import PurePath
    from urllib.parse import quote

    text = f"{each.message.in_language(language)} {each.hint.in_language(language)}"
    region = {"startLine": each.place.line, "startColumn": each.place.column}
    uri = quote(PurePath(each.place.file).as_posix())
    return {
        "ruleId": each.code,
        "level": each.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }


_FORMATS: Mapping[str, Callable[[Sequence[Diagnostic], str], None]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
