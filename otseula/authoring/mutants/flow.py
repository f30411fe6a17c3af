"""A condition as written, on one line: what a changed part is shown as."""

from __future__ import annotations

from otseula.rulebase.syntax import ConditionSyntax


def flow(of: ConditionSyntax) -> str:
    """The condition as YAML on one line."""
    match of.form:
        case "name":
            return of.name
        case "known":
            return f"{{known: {of.name}}}"
        case "not":
            return f"{{not: {flow(of.parts[0])}}}"
        case "of":
            return f"{{at_least: {of.value}, of: {_parts(of)}}}"
        case "test":
            value = _value(of.value)
            told = f"{{{of.operator}: {value}}}" if of.operator else value
            return f"{{{of.name}: {told}}}"
    return f"{{{of.form}: {_parts(of)}}}"


def _parts(of: ConditionSyntax) -> str:
    return of.name or f"[{', '.join(map(flow, of.parts))}]"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
