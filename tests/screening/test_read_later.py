"""A screening finds what is read, when it is read, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import fields, replace
from datetime import date
from functools import cache

import pytest

import otseula
from otseula.screening import settled
from otseula.screening.recommendation import Recommendation

DAY = date(2026, 12, 1)
CASE = {"area": "pohjois_savo", "child_age": 14, "themes_present": ["separation"]}
FIELDS = [each.name for each in fields(Recommendation) if each.compare]


@cache
def rulebase() -> otseula.RuleBase:
    return otseula.load(engines=("lanes",))


def screened() -> Recommendation:
    return rulebase().screen(CASE, as_of=DAY)


def test_what_is_settled_is_looked_up_only_when_read(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    original: Callable[..., object] = settled.Settled._kleene

    def counted(self: settled.Settled, nodes: object) -> object:
        looked_up.append("a goal")
        return original(self, nodes)

    monkeypatch.setattr(settled.Settled, "_kleene", counted)
    result = screened()
    assert result.truth and result.provenance and not looked_up
    assert result.missing and looked_up


def test_the_order_of_reading_changes_nothing() -> None:
    forwards, backwards = screened(), screened()
    first = {name: getattr(forwards, name) for name in FIELDS}
    assert {name: getattr(backwards, name) for name in reversed(FIELDS)} == first
    assert forwards == backwards == screened()
    assert repr(forwards) == repr(screened())


@pytest.mark.parametrize("name", FIELDS)
def test_what_was_read_stays_the_same_object(name: str) -> None:
    result = screened()
    assert getattr(result, name) is getattr(result, name)


def test_it_stays_frozen_and_has_no_other_names() -> None:
    result = screened()
    with pytest.raises(AttributeError):
        result.missing = ()
    with pytest.raises(AttributeError, match="eligibilty"):
        result.eligibilty  # noqa: B018  # reading it is what is tried
    assert copy(result) == replace(result) == result
