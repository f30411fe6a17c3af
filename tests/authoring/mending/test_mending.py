"""What `otseula check --fix` makes of a rule base: exactly these letters, never another meaning,
and never a file that is not its own."""

from __future__ import annotations

import json
import os
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from otseula.authoring.check import check
from otseula.authoring.mending import mend as mending
from otseula.authoring.mending.edits import Cut, Edit, applied
from otseula.authoring.mending.files import write_over
from otseula.authoring.mending.mend import mend
from otseula.errors import Place
from otseula.logic.conditions import AllOf, AnyOf, AtLeast, Condition, Not
from otseula.logic.truth import Specification
from otseula.rulebase.bundled import BUNDLED
from otseula.rulebase.load import load_content
from otseula.rulebase.reader import read_document
from tests.authoring.meaning.cases import every_case, small_bases
from tests.authoring.meaning.test_meaning_lints import rule_base
from tests.rulebase.rulefiles import write

TEXT = "{fi: k, sv: k, en: k}"
OPTIONS = ", ".join(f"{{id: {option}, text: {TEXT}}}" for option in "xyz")
HEAD = (
    "questions:\n"
    + "".join(f"  - {{id: {name}, type: boolean, text: {TEXT}}}\n" for name in "abc")
    + f"  - {{id: d, type: choice, text: {TEXT}, options: [{OPTIONS}]}}\n"
    + f"  - {{id: m, type: choices, text: {TEXT}, options: [{OPTIONS}]}}\n"
    + "criteria:\n"
)
CASES: list[dict[str, Any]] = read_document(
    Path(__file__).with_name("mends.yaml").read_bytes()
).plain()
REPEATS = f"{HEAD}  - {{id: t, text: {TEXT}, when: {{any: [a, b, a]}}}}\n"
MENDED = REPEATS.replace("[a, b, a]", "[a, b]")


def _file(text: str) -> str:
    for key in ("text", "because", "rationale"):
        text = text.replace(f"{key}: *", f"{key}: {TEXT}")
    return HEAD + text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_exactly_these_letters(case: dict[str, Any], mark: bytes, tmp_path: Path) -> None:
    end = "\r\n" if case.get("windows") else "\n"
    before, after = (
        mark + _file(text).replace("\n", end).encode()
        for text in (case["before"], case.get("after", case["before"]))
    )
    path = write(tmp_path, {"x.yaml": before}) / "x.yaml"
    found = {(d.code, d.place) for d in check(tmp_path)}
    shown = mend(tmp_path, write=False)
    assert path.read_bytes() == before
    done = mend(tmp_path)
    assert path.read_bytes() == after
    assert done == shown
    assert done.changed == ({str(path): (before, after)} if before != after else {})
    assert bool(done.fixed) is (before != after)
    assert done.left == {}
    assert done.remaining == check(tmp_path)
    assert mend(tmp_path).fixed == ()
    assert [path] == [*tmp_path.iterdir()]
    first = [d for d in done.fixed if (d.code, d.place) in found]
    assert bool(first) is bool(done.fixed)


def _repeating(random: Random, condition: Condition) -> Condition:
    """The same with parts written twice and counts of all and of one."""
    match condition:
        case Not(part):
            return Not(_repeating(random, part))
        case AllOf(parts) | AnyOf(parts):
            turned = [_repeating(random, part) for part in parts]
            if random.random() < 0.3:
                count = len(turned) if isinstance(condition, AllOf) else 1
                return AtLeast(count, tuple(turned))
            for _ in range(random.randint(0, 2)):
                turned.insert(random.randint(0, len(turned)), random.choice(turned))
            return type(condition)(tuple(turned))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(_repeating(random, part) for part in parts))
    return condition


def test_every_case_says_the_same_after_it(tmp_path: Path) -> None:
    """Random rule bases, each case written out: what the specification says stays the same."""
    random = Random(7)
    mended = 0
    for number, conditions in enumerate(islice(small_bases(11), 40)):
        nodes = {name: _repeating(random, each) for name, each in conditions.nodes.items()}
        repeating = type(conditions)(conditions.questions, nodes)
        text, _ = rule_base(random, repeating)
        directory = write(tmp_path / str(number), {"x.yaml": text})
        before = load_content(directory).periods[0].conditions
        done = mend(directory)
        after = load_content(directory).periods[0].conditions
        mended += len(done.fixed)
        assert done.left == {}
        assert "OTS807" not in {d.code for d in done.remaining}
        old, new = Specification(before), Specification(after)
        for case, _ in every_case(conditions):
            assert old.evaluate(case).nodes == new.evaluate(case).nodes, json.dumps(text)
    assert mended > 40


def test_the_bundled_rule_base_and_links_are_left_alone(tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"x.yaml": REPEATS}) / "x.yaml"
    rules = write(tmp_path / "rules", {"y.yaml": f"notices: [{{id: n, text: {TEXT}}}]\n"})
    (rules / "x.yaml").symlink_to(elsewhere)
    done = mend(rules)
    assert done.left == {str(rules / "x.yaml"): "linked"}
    assert elsewhere.read_text() == REPEATS
    assert (rules / "x.yaml").is_symlink()
    assert "OTS806" in {d.code for d in done.remaining}
    assert mend(BUNDLED).changed == {}


def test_a_layer_over_another(tmp_path: Path) -> None:
    lower = write(tmp_path / "lower", {"x.yaml": HEAD + f"  - {{id: s, text: {TEXT}, when: c}}\n"})
    upper = f"criteria:\n  - {{id: t, text: {TEXT}, when: {{any: [a, b, a]}}}}\n"
    written = write(tmp_path / "upper", {"x.yaml": upper}) / "x.yaml"
    done = mend(lower, written.parent)
    assert [*done.changed] == [str(written)]
    assert written.read_text() == upper.replace("[a, b, a]", "[a, b]")


def test_rights_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path, {"x.yaml": REPEATS}) / "x.yaml"
    path.chmod(0o640)
    assert mend(tmp_path).left == {}
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text() == MENDED


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_what_cannot_be_written_is_told(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, {"x.yaml": REPEATS}) / "x.yaml"

    def full(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, step, full)
    done = mend(tmp_path)
    monkeypatch.undo()
    assert [*tmp_path.iterdir()] == [path]
    assert done.left == {str(path): "unwritable"}
    assert (done.fixed, done.changed) == ((), {})
    assert "OTS806" in {d.code for d in done.remaining}
    assert path.read_text() == REPEATS


def test_a_file_that_changed_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, {"x.yaml": REPEATS}) / "x.yaml"
    other = REPEATS.replace("id: t", "id: u")

    def proved(*_: object) -> bool:
        path.write_text(other)  # while it is being proved, somebody saves the file
        return True

    monkeypatch.setattr(mending, "says_the_same", proved)
    done = mend(tmp_path)
    assert done.left == {str(path): "changed_meanwhile"}
    assert (done.fixed, done.changed) == ((), {})
    assert path.read_text() == other
    assert [*tmp_path.iterdir()] == [path]


def test_what_is_not_proved_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit that would change a meaning, or break the file, is left; others are made."""
    bad = REPEATS.replace("id: t", "id: u").replace(HEAD, "criteria:\n")
    write(tmp_path, {"good.yaml": REPEATS, "bad.yaml": bad})
    real = mending.applied
    for wrong in (", c]", ", "):

        def mistaken(text: str, edits: Any, wrong: str = wrong) -> tuple[str, list[Edit]]:
            found, taken = real(text, edits)
            return (found if HEAD in found else found.replace("[a, b]", f"[a, b{wrong}")), taken

        monkeypatch.setattr(mending, "applied", mistaken)
        done = mend(tmp_path, write=False)
        assert done.left == {str(tmp_path / "bad.yaml"): "not_proved"}
        assert [*done.changed] == [str(tmp_path / "good.yaml")]
        assert {Path(d.place.file).name for d in done.fixed} == {"good.yaml"}
        assert "bad.yaml" in {Path(d.place.file).name for d in done.remaining}


def test_what_does_not_load_is_only_told(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": REPEATS + "  - {id: t}\n"})
    done = mend(tmp_path)
    assert (done.fixed, done.changed) == ((), {})
    assert done.remaining == check(tmp_path) != ()


def test_edits_that_touch_wait_for_the_next_round() -> None:
    place = Place("x", 1, 1)
    first, second, third = (
        Edit("OTS806", place, (Cut(*ends, "-"),)) for ends in ((1, 3), (3, 4), (6, 7))
    )
    assert applied("01234567", [first, second, third]) == ("0-345-7", [first, third])


def test_writing_over_what_is_no_file(tmp_path: Path) -> None:
    assert write_over(tmp_path, b"", b"x") == "linked"
    assert write_over(tmp_path / "gone", b"", b"x") == "linked"
