"""Nothing refused is repeated anywhere: every example of the guard's table, by every way in."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from otseula.errors import CaseError, PrivacyError
from otseula.screening.case import check_case
from otseula.screening.casefile import load_case, parse_case
from otseula.screening.guard import SHAPES
from tests.screening.periods import small_period
from tests.screening.privacy import (
    NO_SHAPE,
    REFUSED_EXAMPLES,
    REFUSED_SHAPES,
    assert_nowhere,
    chain_of,
)
from tests.screening.test_case_table import applies

_PERIOD = small_period()

#: Each place where a text can stand in a case.
PLACES: dict[str, Callable[[str], dict[str, object]]] = {
    "key": lambda text: {"answers": {text: True}},
    "key of null": lambda text: {"answers": {"child_age": 3, text: None}},
    "value of a boolean": lambda text: {"answers": {"parents_separated": text}},
    "value of an integer": lambda text: {"answers": {"child_age": text}},
    "value of a choice": lambda text: {"answers": {"school_attendance": text}},
    "value of a list": lambda text: {"answers": {"violence_forms": text}},
    "member": lambda text: {"answers": {"violence_forms": ["stalking", text]}},
    "deep": lambda text: {"answers": {"child_age": [{text: [text]}]}},
    "value of an unknown key": lambda text: {"answers": {"note": text}},
    "answers": lambda text: {"answers": text},
    "judgement": lambda text: {"answers": {}, "judgement": text},
    "judgement key": lambda text: {"answers": {}, "judgement": {"agrees": True, text: 1}},
    "reason": lambda text: {"answers": {}, "judgement": {"deviates": "up", "reason": text}},
    "top key": lambda text: {"answers": {}, text: 1},
    "top value": lambda text: {"answers": {}, "note": text},
    "as_of": lambda text: {"answers": {}, "as_of": text},
}

#: Texts that otseula's own words hold, or that may stand in some of the places.
_OUR_WORDS = ("", "dont_know", "kyllä")

#: What only a file can hold.
FILE_PLACES = {"top key", "top value", "as_of"}


def _as_mapping(case: dict[str, object], tmp_path: Path) -> None:
    check_case(_PERIOD, case["answers"], case.get("judgement"), applies=applies)


def _as_yaml(case: dict[str, object], tmp_path: Path) -> None:
    _through_file(yaml.safe_dump(case, allow_unicode=True, width=10_000), tmp_path / "c.yaml")


def _as_json(case: dict[str, object], tmp_path: Path) -> None:
    _through_file(json.dumps(case, ensure_ascii=False), tmp_path / "c.json")


def _through_file(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    case = load_case(path)
    check_case(_PERIOD, case.answers, case.judgement, applies=applies, places=case.places)


WAYS = {"mapping": _as_mapping, "yaml": _as_yaml, "json": _as_json}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("place", PLACES)
def test_no_refused_text_is_repeated(place: str, way: str, tmp_path: Path) -> None:
    if way == "mapping" and place in FILE_PLACES:
        return
    for number, text in enumerate((*REFUSED_EXAMPLES, *NO_SHAPE)):
        if text in _OUR_WORDS or (place == "as_of" and text == "2014-03-12"):
            continue
        try:
            WAYS[way](PLACES[place](text), tmp_path)
        except CaseError as error:
            assert chain_of(error) == [error], number
            assert_nowhere(text, error)
            again = pickle.loads(pickle.dumps(error))
            assert type(again) is type(error)
            assert again.problems == error.problems
        else:
            raise AssertionError(f"row {number} was accepted")


@pytest.mark.parametrize("place", sorted(PLACES.keys() - {"as_of"}))
def test_the_refusal_names_the_shape(place: str) -> None:
    for number, (text, shape) in enumerate(REFUSED_SHAPES):
        if "\ufeff" in text:
            continue  # the reader of files refuses the character itself
        case = PLACES[place](text)
        with pytest.raises(CaseError) as caught:
            parsed = parse_case(json.dumps(case).encode())
            check_case(_PERIOD, parsed.answers, parsed.judgement, applies=applies)
        told = any(SHAPES[shape].text.fi in p.message.fi for p in caught.value.problems)
        assert told, number
        assert isinstance(caught.value, PrivacyError) == SHAPES[shape].identifying, number


def test_a_day_in_another_form_is_no_privacy_matter() -> None:
    with pytest.raises(CaseError) as caught:
        parse_case(b"answers: {}\nas_of: 1.12.2026\n")
    assert [(p.code, p.line, p.column) for p in caught.value.problems] == [
        ("as-of-not-a-day", 2, 8)
    ]
    assert not isinstance(caught.value, PrivacyError)


def test_the_file_name_is_nowhere(tmp_path: Path) -> None:
    name = "Maija_Meikäläinen_010190-999W"
    directory = tmp_path / f"{name}.d"
    directory.mkdir()
    broken = tmp_path / f"{name}.yaml"
    broken.write_text("answers: [", encoding="utf-8")
    not_utf8 = tmp_path / f"{name}.json"
    not_utf8.write_bytes(b'{"answers": "\xff"}')
    for path in (directory, broken, not_utf8, tmp_path / name, f"{name}\0", f"{name}/" * 900):
        with pytest.raises(CaseError) as caught:
            load_case(path)
        assert_nowhere(name, caught.value)
        assert chain_of(caught.value) == [caught.value]


def test_assert_nowhere_can_fail() -> None:
    secret = "010190-999W"
    leaks: list[Exception] = [ValueError(secret), ValueError(f"x {secret.lower()}")]
    chained = ValueError()
    chained.__context__ = FileNotFoundError(2, "no", secret)
    noted = ValueError()
    noted.add_note(secret)
    held = ValueError()
    held.held = [secret]  # type: ignore[attr-defined]  # hung on it, as a leak would
    for leak in (*leaks, chained, noted, held):
        with pytest.raises(AssertionError):
            assert_nowhere(secret, leak)
    assert_nowhere(secret, ValueError("something else"))
