"""Values that print themselves, raise, are huge or pretend: a clean problem, never an accident."""

from __future__ import annotations

import collections
import enum
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula.errors import CaseError
from otseula.screening.foreign import MAX_ENTRIES
from tests.screening.privacy import assert_nowhere, chain_of
from tests.screening.test_case_table import check, problems_of

SECRET = "010190-999W"


class Hostile:
    """Raises with a secret whatever is asked of it."""

    def _raise(self, *_: object) -> Any:
        raise RuntimeError(SECRET)

    __repr__ = __str__ = __eq__ = __bool__ = __len__ = __iter__ = __format__ = _raise
    __int__ = __index__ = __float__ = __getitem__ = __contains__ = __lt__ = _raise

    def __hash__(self) -> int:
        return 1

    @property
    def __class__(self) -> Any:  # type: ignore[override]  # it raises: the point
        raise RuntimeError(SECRET)


class Unhashable(Hostile):
    def __hash__(self) -> int:
        raise RuntimeError(SECRET)


class HostileText(str):
    """A text whose own methods raise."""

    def _raise(self, *_: object) -> Any:
        raise RuntimeError(SECRET)

    __repr__ = __str__ = __eq__ = __format__ = __len__ = __iter__ = __getitem__ = _raise  # type: ignore[assignment]  # likewise
    lower = casefold = encode = __lt__ = __contains__ = _raise  # type: ignore[assignment]  # likewise
    __hash__ = str.__hash__


class HostileMapping(Mapping[str, object]):
    def __init__(self, at: str) -> None:
        self.at = at

    def _fail(self, at: str) -> None:
        if at == self.at:
            raise RuntimeError(SECRET)

    def __iter__(self) -> Iterator[str]:
        self._fail("iter")
        yield "child_age"
        self._fail("next")

    def __getitem__(self, key: str) -> object:
        self._fail("getitem")
        return 3

    def __len__(self) -> int:
        self._fail("len")
        return 1


#: Behind functions: pytest looks closely at its parameters.
VALUES: list[Callable[[], object]] = [
    Hostile,
    Unhashable,
    object,
    lambda: [Hostile()],
    lambda: {Hostile(): Hostile()},
    lambda: HostileMapping("iter"),
    lambda: HostileText(SECRET),
    lambda: HostileText("x"),
    lambda: b"010190-999W",
    lambda: bytearray(b"x"),
    lambda: 3j,
    lambda: float("inf"),
    lambda: {1, 2},
    lambda: int,
    lambda: check,
    lambda: range(3),
    lambda: iter([1]),
    lambda: [[[[[[[[[[SECRET]]]]]]]]]],
    lambda: 10**5000,
    lambda: -(10**5000),
    lambda: "x" * 1_000_000,
    lambda: "\ud800",
    lambda: ["x"] * 3,
]


@pytest.mark.parametrize(
    "name", ["parents_separated", "child_age", "school_attendance", "violence_forms"]
)
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_strange_value_is_a_clean_problem(name: str, value: Callable[[], object]) -> None:
    error = refused({name: value()})
    assert all(problem.pointer.startswith(f"/answers/{name}") for problem in error.problems)
    assert_nowhere(SECRET, error)
    assert chain_of(error) == [error]


@pytest.mark.parametrize(
    "value",
    [Hostile, Unhashable, object, lambda: HostileText("a"), lambda: b"answers", lambda: 3],
    ids=range(6),
)
def test_strange_answers_and_judgements(value: Callable[[], object]) -> None:
    assert [problem.pointer for problem in refused(value()).problems] == ["/answers"]
    assert [problem.pointer for problem in refused({}, value()).problems] == ["/judgement"]


@pytest.mark.parametrize(
    "key",
    [
        Hostile,
        lambda: HostileText("not a question"),
        lambda: b"child_age",
        lambda: 3,
        lambda: None,
        lambda: (1, SECRET),
        lambda: 1.5,
    ],
    ids=range(7),
)
def test_a_strange_key_is_one_clean_problem(key: Callable[[], object]) -> None:
    error = refused({key(): 3})
    assert [problem.pointer for problem in error.problems] == ["/answers/*1"]
    assert_nowhere(SECRET, error)


def refused(answers: object, judgement: object = None) -> CaseError:
    """The error; not by pytest.raises, which would show what was handed in."""
    try:
        check(answers, judgement)
    except CaseError as error:
        return error
    raise AssertionError("accepted")


@pytest.mark.parametrize("at", ["iter", "next", "getitem"])
def test_a_mapping_that_raises_is_told_so_and_its_error_is_not_chained(at: str) -> None:
    with pytest.raises(CaseError) as caught:
        check(HostileMapping(at))
    assert [problem.code for problem in caught.value.problems] == ["unreadable-mapping"]
    assert_nowhere(SECRET, caught.value)
    assert chain_of(caught.value) == [caught.value]


class Age(enum.IntEnum):
    CHILD = 7


class Attendance(enum.StrEnum):
    FULL = "full"


@pytest.mark.parametrize(
    "answers",
    [
        lambda: HostileMapping("len"),
        lambda: types.MappingProxyType({"child_age": 3}),
        lambda: collections.OrderedDict(child_age=3),
        lambda: collections.ChainMap({"child_age": 3}),
        lambda: {HostileText("child_age"): 3},
    ],
    ids=range(5),
)
def test_any_mapping_will_do(answers: Callable[[], object]) -> None:
    found = check(answers()).answers
    assert found == {"child_age": 3}
    assert [type(name) for name in found] == [str]


def test_subclasses_of_int_and_str_become_plain() -> None:
    found = check({"child_age": Age.CHILD, "school_attendance": Attendance.FULL}).answers
    assert [type(value) for value in found.values()] == [int, str]
    assert check({"violence_forms": ("stalking",)}).answers == {"violence_forms": ("stalking",)}
    assert check({"violence_forms": [HostileText("stalking")]}).answers == {
        "violence_forms": ("stalking",)
    }
    assert check({"violence_forms": [HostileText("dont_know")]}).answers == {
        "violence_forms": "dont_know"
    }


def test_a_question_answered_twice_by_keys_that_differ_only_to_python() -> None:
    class Other(str):
        __eq__ = object.__eq__
        __hash__ = object.__hash__

    found = problems_of({"child_age": 3, Other("child_age"): 4})
    assert [(p.code, p.pointer) for p in found] == [("question-answered-twice", "/answers/*2")]


def test_too_many_entries_are_told_and_not_all_read() -> None:
    found = problems_of({f"q{number}": 1 for number in range(MAX_ENTRIES + 5)})
    assert len(found) == MAX_ENTRIES + 1
    assert found[-1].code == "too-many-entries"
    assert [p.code for p in problems_of({"violence_forms": ["x"] * 100_000})] == [
        "too-many-entries"
    ]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(
    _VALUES
    | st.dictionaries(st.sampled_from(["child_age", "violence_forms", "x"]) | st.text(), _VALUES)
)
def test_anything_is_accepted_or_refused_cleanly(answers: object) -> None:
    try:
        check(answers)
    except CaseError as error:
        assert error.problems
