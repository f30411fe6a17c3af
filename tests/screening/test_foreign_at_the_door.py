"""Foreign objects handed to the public methods themselves: none of their code is run, and nothing
of what they are or say is repeated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from otseula.errors import CaseError
from otseula.screening.casefile import Case
from otseula.screening.rulebase import RuleBase, load
from tests.screening.privacy import assert_nowhere, chain_of
from tests.screening.test_case_foreign import SECRET, Hostile, HostileText


class Liar:
    """Says it is a case, and raises on whatever it is asked then."""

    @property
    def __class__(self) -> Any:  # type: ignore[override]  # it lies: the point
        return Case

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(SECRET)


class _Meta(type):
    def __hash__(cls) -> int:
        raise RuntimeError(SECRET)


class OfForeignMeta(metaclass=_Meta):
    """What asks whether this is a Mapping asks its class for a hash."""


@pytest.fixture(scope="module")
def rulebase() -> RuleBase:
    return load(engines=("lanes",))


_DOORS: list[Callable[[RuleBase, Any], object]] = [
    lambda rulebase, value: rulebase.screen(value),
    lambda rulebase, value: list(rulebase.screen_many([value])),
    lambda rulebase, value: rulebase.next_question(value),
    lambda rulebase, value: rulebase.interview().answer("child_age", value),
    lambda rulebase, value: rulebase.interview().answer(value, 3),
    lambda rulebase, value: rulebase.screen({}, judgement=value),
    lambda rulebase, value: rulebase.screen({"child_age": value}),
    lambda rulebase, value: rulebase.screen({"violence_forms": [value]}),
    lambda rulebase, value: list(rulebase.screen_many([{"child_age": value}])),
    lambda rulebase, value: list(rulebase.screen_many([{"violence_forms": [value]}])),
]


@pytest.mark.parametrize("door", _DOORS, ids=range(len(_DOORS)))
@pytest.mark.parametrize(
    "value",
    [Hostile, Liar, OfForeignMeta, lambda: HostileText(SECRET), lambda: [SECRET], lambda: SECRET],
    ids=range(6),
)
def test_a_foreign_value_is_refused(
    door: Callable[[RuleBase, Any], object], value: Callable[[], object], rulebase: RuleBase
) -> None:
    error = _raised(door, rulebase, value())
    assert isinstance(error, CaseError)
    assert_nowhere(SECRET, error)
    assert chain_of(error) == [error]


def test_a_foreign_day_is_refused(rulebase: RuleBase) -> None:
    error = _raised(lambda base, day: base.screen({}, as_of=day), rulebase, Hostile())
    assert isinstance(error, TypeError)
    assert_nowhere(SECRET, error)


def test_an_id_that_explains_nothing_is_not_repeated(rulebase: RuleBase) -> None:
    error = _raised(lambda base, name: base.screen({}).explain(name), rulebase, SECRET)
    assert isinstance(error, KeyError)
    assert_nowhere(SECRET, error)


def _raised(door: Callable[[RuleBase, Any], object], rulebase: RuleBase, value: object) -> Any:
    """The error; not by pytest.raises, which would show what was handed in."""
    try:
        door(rulebase, value)
    except BaseException as error:
        return error
    raise AssertionError("accepted")
