"""Every code at its place, and the smallest change after which the same text loads."""

from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings, codes
from otseula.rulebase.documents import FAULT_CODES
from otseula.rulebase.nodes import FAULT_KINDS
from otseula.rulebase.reader import read_document
from otseula.text import LANGUAGES
from tests.rulebase.rulefiles import GROUND, findings, marked, write

CASES: list[dict[str, Any]] = read_document(
    (Path(__file__).parent / "broken.yaml").read_bytes()
).plain()
#: Codes of what no text in a table can show; their tests are in test_files.py,
#: test_dates.py, test_layers.py and, of the lints, in tests/authoring/test_check.py.
ELSEWHERE = {
    "OTS101", "OTS102", "OTS103", "OTS104", "OTS106", "OTS110", "OTS111", "OTS121", "OTS122",
    "OTS123", "OTS306", "OTS608",
}  # fmt: skip


def _ids(case: dict[str, Any]) -> str:
    return f"{CASES.index(case)}-{'-'.join(case['expect'])}"


def directories(root: Path, case: dict[str, Any], text: str) -> list[Path]:
    """The layers of a case, with this text as its file."""
    ground = {} if case.get("alone") else {"ground.yaml": GROUND}
    if "extra" in case:
        ground["extra.yaml"] = case["extra"]
    if "upper" in case:
        return [write(root / "lower", ground), write(root / "upper", {"x.yaml": text})]
    return [write(root / "rules", {**ground, "x.yaml": text})]


def mended(case: dict[str, Any]) -> str:
    """The text of a case with its fix."""
    text, _ = marked(case.get("text", "") + case.get("upper", ""))
    for name in ("fix", "fix2"):
        if name in case:
            wrong, right = case[name]
            assert wrong in text
            text = text.replace(wrong, right)
    return text


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_finds_exactly_this_and_here(case: dict[str, Any], tmp_path: Path) -> None:
    text, places = marked(case.get("text", "") + case.get("upper", ""))
    expected = [(c, "x.yaml", *at) for c, at in zip(case["expect"], places, strict=True)]
    found = findings(*directories(tmp_path, case, text))
    also = case.get("also", [])
    assert [f for f in found if f[0] not in also] == sorted(expected, key=lambda e: e[1:])
    assert {f[0] for f in found} == {*case["expect"], *also}


@pytest.mark.parametrize("case", [c for c in CASES if "skip" not in c], ids=_ids)
def test_near_miss_loads(case: dict[str, Any], tmp_path: Path) -> None:
    assert findings(*directories(tmp_path, case, mended(case))) == []


def test_every_code_is_tested_and_every_tested_code_is_known() -> None:
    tabled = {code for case in CASES for code in case["expect"]}
    lints = {code for code in codes() if code[3] == "8"}
    assert tabled | ELSEWHERE | lints == set(codes())
    assert not tabled & (ELSEWHERE | lints)
    assert set(FAULT_CODES) == set(FAULT_KINDS)


@pytest.mark.parametrize("code", codes())
def test_words_of_a_code(code: str) -> None:
    """Three languages, a hint, and the same params in all of them."""
    entry = codes()[code]
    for text in (entry.message, entry.hint):
        for language in LANGUAGES:
            words = getattr(text, language)
            assert words.strip()
            assert words.endswith((".", "?"))
        assert len({_params(getattr(text, language)) for language in LANGUAGES}) == 1


def _params(template: str) -> tuple[str, ...]:
    return tuple(sorted({name for _, name, _, _ in Formatter().parse(template) if name}))


def test_did_you_mean_comes_first_in_the_hint() -> None:
    found = Findings()
    found.missing("OTS421", Place("x", 1, 1), name="prted", known=["parted", "school"])
    [diagnostic] = found.diagnostics()
    assert diagnostic.hint.fi.startswith("Tarkoititko `parted`?")
    assert "prted" in diagnostic.message.fi


def test_a_strange_long_name_is_shown_short_and_on_one_line() -> None:
    found = Findings()
    found.missing("OTS421", Place("x", 1, 1), name="{0}\n" * 1000, known=[])
    [diagnostic] = found.diagnostics()
    assert len(diagnostic.message.fi) < 200
    assert "\n" not in diagnostic.message.fi
