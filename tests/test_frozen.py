"""Frozen data: the standard library's dataclass is the oracle of every method."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import operator
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula import frozen

_OPTIONS: dict[str, dict[str, Any]] = {
    "slots": {"slots": True},
    "dict": {},
    "keywords": {"slots": True, "kw_only": True},
    "ordered": {"slots": True, "order": True},
    "by_identity": {"slots": True, "eq": False},
}


def _made(dataclass: Callable[..., Any], options: dict[str, Any]) -> Any:
    @dataclass(frozen=True, **options)
    class Base:
        first: int
        second: str = "two"

    @dataclass(frozen=True, **options)
    class Made(Base):
        unseen: int = dataclasses.field(default=3, repr=False, compare=False)
        several: list[int] = dataclasses.field(default_factory=list, hash=False)
        counted: int = dataclasses.field(default=4, init=False)
        later: str = dataclasses.field(default="5", kw_only=True)

        def __post_init__(self) -> None:
            if self.first < 0:
                raise ValueError("first")

    return Made


_PAIRS = {
    name: (_made(frozen.dataclass, options), _made(dataclasses.dataclass, options))
    for name, options in _OPTIONS.items()
}


#: What both are made of; `counted` and `nothing` are refused.
_GIVEN = st.fixed_dictionaries(
    {"first": st.integers(-1, 2)},
    optional={
        "second": st.sampled_from(["two", "deux"]),
        "unseen": st.integers(0, 1),
        "several": st.lists(st.integers(0, 1), max_size=2),
        "later": st.sampled_from(["5", "6"]),
        "counted": st.integers(0, 1),
        "nothing": st.none(),
    },
)


def _outcome(ask: Callable[..., object], *given: object, **named: object) -> object:
    try:
        return ask(*given, **named)
    except (TypeError, ValueError) as error:
        return type(error)


def _values(one: Any) -> object:
    return one if isinstance(one, type) else dataclasses.astuple(one)


@pytest.mark.parametrize("name", _PAIRS)
@given(one=_GIVEN, other=_GIVEN)
def test_it_does_what_the_standard_one_does(
    name: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    pairs = [(_outcome(made, **one), _outcome(made, **other)) for made in _PAIRS[name]]
    (ours, _), (theirs, their_other) = pairs
    assert _values(ours) == _values(theirs)
    if isinstance(theirs, type) or isinstance(their_other, type):
        return
    assert repr(ours) == repr(theirs)
    for compared in (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
        ask = [_outcome(compared, *pair) for pair in pairs]
        assert ask[0] == ask[1], compared
    if name != "by_identity":
        assert hash(ours) == hash(theirs)
        assert dataclasses.replace(ours, first=2) == type(ours)(**{**one, "first": 2})


@pytest.mark.parametrize("name", _PAIRS)
def test_it_cannot_be_changed(name: str) -> None:
    one = _PAIRS[name][0](first=1)
    for change in (
        lambda: setattr(one, "first", 2),
        lambda: setattr(one, "another", 2),
        lambda: delattr(one, "first"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()


@pytest.mark.parametrize("name", _PAIRS)
def test_its_classes_are_alike(name: str) -> None:
    ours, theirs = _PAIRS[name]
    for field in ("__match_args__", "__slots__", "__qualname__", "__module__"):
        assert getattr(ours, field, None) == getattr(theirs, field, None)
    assert [f.name for f in dataclasses.fields(ours)] == [
        f.name for f in dataclasses.fields(theirs)
    ]
    assert str(inspect.signature(ours)) == str(inspect.signature(theirs))


def test_methods_of_its_own_are_kept() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Own:
        held: int

        def __repr__(self) -> str:
            return "own"

        def __hash__(self) -> int:
            return 7

    assert repr(Own(1)) == "own" and hash(Own(1)) == 7 and Own(1) == Own(1)


def test_only_frozen_classes() -> None:
    with pytest.raises(TypeError, match="frozen"):
        frozen.dataclass(frozen=False)


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """Stands here, so that pickle finds it."""

    first: int
    second: tuple[int, ...] = ()


def test_it_is_pickled_whole() -> None:
    one = Kept(1, (2, 3))
    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)


def test_no_method_is_written_at_import() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Made:
        held: int

    waiting = Made.__init__
    assert list(inspect.signature(Made).parameters) == ["held"]
    assert Made.__init__ is waiting
    Made(1)
    assert Made.__init__ is not waiting
