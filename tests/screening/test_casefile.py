"""Reading case files: what they hold, and where what is wrong stands."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.errors import CaseError
from otseula.rulebase.nodes import FAULT_KINDS, MAX_BYTES
from otseula.screening.case import check_case
from otseula.screening.case_problems import problem
from otseula.screening.case_wordings import CASE_WORDINGS
from otseula.screening.casefile import Case, load_case, parse_case
from otseula.screening.casefile_wordings import CASEFILE_WORDINGS, SHARED_FAULT_CODES
from tests.screening.periods import small_period
from tests.screening.test_case_table import applies

_TABLE = yaml.safe_load(Path(__file__).with_name("casefile_table.yaml").read_text(encoding="utf-8"))


def codes_of(data: bytes, **how: Any) -> list[str]:
    with pytest.raises(CaseError) as caught:
        parse_case(data, **how)
    return [found.code for found in caught.value.problems]


@pytest.mark.parametrize("row", _TABLE["read"], ids=str)
def test_what_a_case_holds(row: dict[str, Any]) -> None:
    case = parse_case(row["text"].encode())
    assert case.answers == row["answers"]
    assert [type(value) for value in case.answers.values()] == [
        type(value) for value in row["answers"].values()
    ]
    assert case.judgement == row.get("judgement")
    day = row.get("as_of")
    assert case.as_of == (date.fromisoformat(day) if day else None)
    assert case.problems == ()


@pytest.mark.parametrize("row", _TABLE["refused"], ids=str)
def test_where_a_case_is_wrong(row: dict[str, Any]) -> None:
    with pytest.raises(CaseError) as caught:
        parse_case(row["text"].encode())
    assert [[p.code, p.line, p.column] for p in caught.value.problems] == row["problems"]


def test_hostile_files_are_refused() -> None:
    assert codes_of(b"x" * (MAX_BYTES + 1)) == ["file-too-large"]
    assert codes_of(b"answers: \xff") == ["file-not-utf8"]
    assert codes_of(b"answers: " + b"[" * 100_000) == ["file-too-deep"]
    assert codes_of(b'{"answers": ' + b"[" * 100_000) == ["file-too-deep"]
    assert codes_of(b"answers: [" + b"1," * 110_000 + b"]") == ["file-too-many-nodes"]
    assert codes_of(b'{"answers": {"a": 1,}}', json=True) == ["file-syntax"]
    assert codes_of(b"answers: {}", json=True) == ["file-syntax"]


def test_every_fault_of_the_reader_has_words_in_three_languages() -> None:
    for kind in FAULT_KINDS:
        code = SHARED_FAULT_CODES.get(kind, "file-" + kind.replace("_", "-"))
        assert code in CASEFILE_WORDINGS, kind
    assert not CASE_WORDINGS.keys() & CASEFILE_WORDINGS.keys()
    for code in CASEFILE_WORDINGS:
        found = problem(code, "", position=1, shape="phone")
        for text in (found.message, found.hint):
            assert len({text.fi, text.sv, text.en}) == 3


def test_a_file_is_read_by_its_suffix_or_its_beginning(tmp_path: Path) -> None:
    for name, text in (
        ("a.yaml", "answers: {child_age: 3}"),
        ("a.YML", '{"answers": {"child_age": 3}}'),
        ("a.JSON", '{"answers": {"child_age": 3}}'),
        ("a", "answers: {child_age: 3}"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert load_case(tmp_path / name).answers == {"child_age": 3}
        assert load_case(str(tmp_path / name)).answers == {"child_age": 3}


def test_a_json_file_must_be_json(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("answers: {}", encoding="utf-8")
    with pytest.raises(CaseError, match="file-syntax"):
        load_case(tmp_path / "a.json")


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "file-is-a-directory"),
        (tmp_path / "missing.yaml", "file-unreadable"),
        ("a\0b", "file-unreadable"),
        ("a" * 5000, "file-unreadable"),
    ):
        with pytest.raises(CaseError) as caught:
            load_case(path)
        assert [(p.code, p.pointer, p.line) for p in caught.value.problems] == [(code, "", None)]
        assert [p.code for p in load_case(path, strict=False).problems] == [code]


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: reading it all would not end well
    with pytest.raises(CaseError, match="file-too-large"):
        load_case(path)


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"answers: {child_age: 3}", b'{"answers": {"child_age": 3}}'):
        monkeypatch.setattr(sys, "stdin", _Stdin(data))
        assert load_case("-").answers == {"child_age": 3}
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    for stdin in (None, closed):
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(CaseError, match="file-unreadable"):
            load_case("-")


def test_places_lead_to_the_problems_of_the_answers() -> None:
    case = parse_case(
        b"# a case\n"
        b"judgement:\n"
        b"  agrees: maybe\n"
        b"  note: 1\n"
        b"answers:\n"
        b"  child_age: 99\n"
        b"  vanhempi: true\n"
        b"  violence_forms:\n"
        b"    - stalking\n"
        b"    - hitting\n"
        b"  '*1': true\n"
    )
    with pytest.raises(CaseError) as caught:
        check_case(
            small_period(), case.answers, case.judgement, applies=applies, places=case.places
        )
    assert [(p.line, p.column, p.pointer) for p in caught.value.problems] == [
        (3, 11, "/judgement/agrees"),
        (4, 3, "/judgement/*2"),
        (6, 14, "/answers/child_age"),
        (7, 3, "/answers/*2"),
        (10, 7, "/answers/violence_forms/1"),
        (11, 3, "/answers/*4"),
    ]


def test_problems_of_the_file_and_of_the_answers_can_be_told_together() -> None:
    case = parse_case(b"nimi: 1\nanswers:\n  child_age: 99\nas_of: soon\n", strict=False)
    assert case.answers == {"child_age": 99}
    with pytest.raises(CaseError) as caught:
        check_case(
            small_period(),
            case.answers,
            applies=applies,
            places=case.places,
            problems=case.problems,
        )
    assert [(p.line, p.code) for p in caught.value.problems] == [
        (1, "case-unknown-key"),
        (3, "out-of-range"),
        (4, "as-of-not-a-day"),
    ]


def test_a_case_shows_nothing_of_itself() -> None:
    assert repr(Case({"child_age": 13}, {"agrees": True})) == "Case(as_of=None, problems=())"


def test_a_text_instead_of_bytes_is_told_as_such() -> None:
    with pytest.raises(TypeError, match="parse_case takes bytes"):
        parse_case("answers: {}")  # type: ignore[arg-type]  # the mistake under test
