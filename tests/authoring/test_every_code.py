"""Every code of `otseula check` is triggered by something at an exact place, and not by something
very like it. Most are rows of tests/rulebase/broken.yaml and tests/authoring/lints.yaml; what no
text in a table can show is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from otseula.authoring.check import linted
from otseula.authoring.meaning.drawn import LIMIT, Meanings
from otseula.rulebase.diagnostics import codes
from otseula.rulebase.nodes import MAX_DEPTH, MAX_NODES
from tests.authoring.meaning.test_meaning import too_large
from tests.authoring.test_check import CASES as LINTS
from tests.rulebase.rulefiles import findings, write
from tests.rulebase.test_broken import CASES as BROKEN

Found = list[tuple[str, str, int, int]]
#: What is written, and what is found.
Show = Callable[[Path], Found]
TEXT = "{fi: A, sv: A, en: A}"


def _file(data: bytes | str, name: str = "x.yaml") -> Show:
    return lambda directory: findings(write(directory, {name: data}))


def _linked(to: str) -> Show:
    def show(directory: Path) -> Found:
        write(directory, {"x.yaml": "criteria: []\n"})
        (directory / "link.yaml").symlink_to(directory / to)
        return findings(directory)

    return show


def _directory(name: str) -> Show:
    def show(directory: Path) -> Found:
        (write(directory, {"x.yaml": "criteria: []\n"}) / name).mkdir()
        return findings(directory)

    return show


def _missing(directory: Path) -> Found:
    return findings(directory / "missing")


def _days(count: int) -> Show:
    first = date(2026, 1, 1)
    entries = (
        f"  - {{id: n{i}, text: {TEXT}, valid_from: {first + timedelta(days=i)}}}\n"
        for i in range(count)
    )
    return _file(f"notices:\n{''.join(entries)}")


def _second_situation(when: str) -> Show:
    lower = f"""questions: [{{id: danger, type: boolean, always_ask: true, text: {TEXT}}}]
situations: [{{id: first, text: {TEXT}, when: danger}}]
safety_actions: [{{id: act, order: 1, text: {TEXT}}}]
rules: [{{id: safe, when: {when}, then: {{safety: [act]}}, because: {TEXT}}}]
"""
    upper = f"situations: [{{id: second, text: {TEXT}, when: {{danger: false}}}}]\n"

    def show(directory: Path) -> Found:
        layers = [
            write(directory / "a", {"x.yaml": lower}),
            write(directory / "b", {"y.yaml": upper}),
        ]
        return findings(*layers)

    return show


def _drawn(limit: int) -> Show:
    def show(directory: Path) -> Found:
        checked = too_large(directory)
        checked.__dict__["meanings"] = Meanings(checked.draft, limit=limit)
        return [
            (d.code, Path(d.place.file).name, d.place.line, d.place.column)
            for d in linted(checked)
            if d.code == "OTS830"
        ]

    return show


def _nodes(count: int) -> bytes:
    return b"criteria: []\nwithdraw: [" + b"a," * count + b"]"


#: By code: what triggers it, at which place, and what is very like it and does not.
ELSEWHERE: Mapping[str, tuple[Show, tuple[str, int, int], Show]] = {
    "OTS101": (_linked("gone.yaml"), ("link.yaml", 1, 1), _linked("x.yaml")),
    "OTS102": (_directory("y.yaml"), ("y.yaml", 1, 1), _directory("y.d")),
    "OTS103": (
        _file(b"criteria: []\n" + b"#" * 1_999_988),
        ("x.yaml", 1, 1),
        _file(b"criteria: []\n" + b"#" * 1_999_987),
    ),
    "OTS104": (
        _file("criteria: [] # ä".encode("latin-1")),
        ("x.yaml", 1, 16),
        _file("criteria: [] # ä".encode()),
    ),
    "OTS106": (
        _file("criteria: []\n\t# b\n"),
        ("x.yaml", 2, 1),
        _file("criteria: []\n  # b\n"),
    ),
    "OTS110": (
        _file(f"criteria: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}"),
        ("x.yaml", 1, len("criteria: ") + MAX_DEPTH),
        _file(f"criteria: {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)}"),
    ),
    "OTS111": (
        _file(_nodes(MAX_NODES - 2)),
        ("x.yaml", 2, len("withdraw: [") + 2 * (MAX_NODES - 3) + 1),
        _file(_nodes(MAX_NODES - 3)),
    ),
    "OTS121": (_missing, ("missing", 1, 1), _file("criteria: []\n")),
    "OTS122": (
        lambda directory: findings(write(directory / "bare", {"x.txt": ""})),
        ("bare", 1, 1),
        _file("criteria: []\n"),
    ),
    "OTS123": (_file("criteria: []\n", "x.yml"), ("x.yml", 1, 1), _file("criteria: []\n")),
    "OTS306": (_days(401), ("x.yaml", 2, 10), _days(400)),
    "OTS608": (
        _second_situation("{none: situations}"),
        ("y.yaml", 1, 19),
        _second_situation("{any: situations}"),
    ),
    "OTS830": (_drawn(400), ("x.yaml", 30, 10), _drawn(LIMIT)),
}


@pytest.mark.parametrize("code", codes())
def test_something_triggers_it_and_something_near_does_not(code: str, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [*BROKEN, *LINTS]
    if code in ELSEWHERE:
        show, place, near = ELSEWHERE[code]
        assert (code, *place) in show(tmp_path / "wrong")
        assert code not in {each[0] for each in near(tmp_path / "right")}
    else:
        # the places are marked in the text, and the row is looked at again with its fix
        shown = [row for row in rows if code in row["expect"] and "fix" in row]
        assert [row for row in shown if "skip" not in row]
        for row in shown:
            assert len(row["expect"]) == (row.get("text", "") + row.get("upper", "")).count("«")
