"""A condition as the author wrote it: names not resolved, places kept.

Bound to the questions and parameters of one period it becomes a
`otseula.logic.conditions.Condition`.
"""

from __future__ import annotations

from otseula.errors import Place
from otseula.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ConditionSyntax:
    """One part of a condition.

    `form` and its `parts`, `name`, `value`:
    - `all`, `any`, `none`, `of` (with `value` = k of `at_least`): `parts`, or `name` =
      "situations" in place of a list
    - `not`: one part
    - `name`: a bare name
    - `test`: `name` of a question, or of a condition where `value` is a bool; `operator` is
      "" for a plain value
    - `known`: `name` of a question
    A `$parameter` stands in `value` as written. `value_places` are those of a list's
    members, or of the word situations.
    """

    form: str
    place: Place
    parts: tuple[ConditionSyntax, ...] = ()
    name: str = ""
    operator: str = ""
    value: bool | int | str | tuple[bool | int | str, ...] | None = None
    value_place: Place | None = None
    value_places: tuple[Place, ...] = ()
