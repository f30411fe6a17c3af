"""Findings that an author has answered on their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from otseula.authoring.check import check
from otseula.authoring.ignores import ignores_in, may_be_ignored
from tests.rulebase.rulefiles import write

ENTRY = "notices:\n  - {id: n, text: {fi: X}}"


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("", ["OTS801"]),
        ("  # ots-ignore: OTS801 käännetään keväällä", []),
        ("  # ots-ignore: OTS801", ["OTS801", "OTS831"]),
        ("  # ots-ignore: OTS802 toinen koodi", ["OTS801"]),
        ("  # ots-ignore: käännetään keväällä", ["OTS801", "OTS831"]),
        ("  # ots-ignore: OTS101 ei lataamista", ["OTS801", "OTS831"]),
        ("  # ots-ignore: OTS831 ei tätäkään", ["OTS801", "OTS831"]),
        ("\n  # ots-ignore: OTS801 väärällä rivillä", ["OTS801"]),
        ("  # OTS801 käännetään keväällä", ["OTS801"]),
    ],
)
def test_only_its_own_line_code_and_with_a_reason(
    comment: str, codes: list[str], tmp_path: Path
) -> None:
    found = check(write(tmp_path, {"x.yaml": ENTRY + comment + "\n"}))
    assert [d.code for d in found if d.code in ("OTS801", "OTS831")] == codes


def test_loading_is_never_ignored(tmp_path: Path) -> None:
    text = "notices:\n  - {id: n}  # ots-ignore: OTS202 myöhemmin\n"
    assert [d.code for d in check(write(tmp_path, {"x.yaml": text}))] == ["OTS202"]


def test_where_the_comment_stands() -> None:
    text = ENTRY.replace("X", '"ä #"') + "  # ots-ignore: OTS801 syy on tämä\r\n"
    [ignore] = ignores_in(text)
    assert (ignore.line, ignore.code, ignore.reason) == (2, "OTS801", "syy on tämä")
    assert text.split("\n")[1][ignore.column - 1 :].startswith("# ots-ignore")


def test_which_codes_can_be_ignored() -> None:
    assert may_be_ignored("OTS801")
    assert may_be_ignored("OTS829")
    assert not any(map(may_be_ignored, ("OTS830", "OTS831", "OTS832", "OTS202", "ots801", "")))
