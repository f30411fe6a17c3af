"""The parts of a condition as it is written, and which of them say the same."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.rulebase.syntax import ConditionSyntax

#: What a part says whatever it is written like: equal for parts that mean the same by their form.
Saying = tuple[object, ...]


def parts_within(condition: ConditionSyntax) -> Iterator[ConditionSyntax]:
    """The condition and everything in it, outermost first."""
    yield condition
    for part in condition.parts:
        yield from parts_within(part)


def saying(condition: ConditionSyntax) -> Saying:
    """What the condition says: places, the order of options, `{x: true}` for `x` and brackets
    around one option make no difference."""
    operator, value = condition.operator, condition.value
    bare = condition.form == "test" and operator == "" and value is True
    if bare or condition.form == "name":
        return ("name", condition.name)
    if operator in ("includes", "includes_any", "includes_all") or (
        operator == "" and isinstance(value, str | tuple)
    ):
        options = value if isinstance(value, tuple) else (value,)
        single = len(set(options)) == 1 and operator.startswith("includes")
        value, operator = tuple(sorted(map(str, {*options}))), "includes" if single else operator
    parts = tuple(map(saying, condition.parts))
    # `True == 1` in Python, but an answer yes is not the number one
    kind = type(value).__name__
    return (condition.form, condition.name, operator, kind, value, parts)
