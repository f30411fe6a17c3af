"""Which parts of conditions the vignettes show to matter alone: by hand, and by the definition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import otseula
from otseula.authoring.meaning.drawn import Meaning
from otseula.authoring.vignettes import alone
from otseula.authoring.vignettes.alone import Alone, Unshown, shown_alone
from otseula.authoring.vignettes.deciding import can_decide, deciding
from otseula.authoring.vignettes.run import run_vignettes
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Evaluation,
    Not,
    Truth,
    parts_of,
)
from otseula.logic.diagram import TooLargeError
from otseula.logic.truth import Specification, truth_of
from tests.authoring.meaning.cases import known_in, small_bases
from tests.authoring.small_rulebase import small, vignette
from tests.logic.random_conditions import random_answers, random_conditions
from tests.logic.test_completions import completions
from tests.rulebase.rulefiles import write

ROWS = yaml.safe_load((Path(__file__).parent / "alone.yaml").read_text("utf-8"))
QUESTIONS = """\
questions:
  - {id: a, type: boolean, text: {fi: A?}}
  - {id: b, type: boolean, text: {fi: B?}}
  - {id: c, type: boolean, text: {fi: C?}}
  - {id: age, type: integer, range: [0, 22], unit: years, text: {fi: Ikä?}}
  - {id: g, type: boolean, text: {fi: G?}, applies_when: a}
notices: [{id: note, text: {fi: Huomaa.}}]
"""


def _loaded(row: Mapping[str, Any], directory: Path) -> otseula.RuleBase:
    lines = [QUESTIONS]
    for name in ("criteria", "situations", "rules"):
        entries = row.get(name, {})
        lines += [f"{name}:\n"] if entries else []
        for entry, when in entries.items():
            said = "because" if name == "rules" else "text"
            then = ", then: {notices: [note]}" if name == "rules" else ""
            condition = json.dumps(when)
            lines.append(f"  - {{id: {entry}, {said}: {{fi: X}}, when: {condition}{then}}}\n")
    write(directory, {"x.yaml": "".join(lines)})
    return otseula.load(directory, engines=("lanes", "specification"))


def _told(parts: tuple[Unshown, ...]) -> list[list[Any]]:
    return [
        [each.id, each.leaf.name, list(each.lacks), *["turned"] * each.leaf.turned]
        for each in parts
    ]


def _of(rulebase: otseula.RuleBase, cases: list[dict[str, Any]]) -> Alone:
    made = [vignette(answers, {"safety": []}) for answers in cases]
    return shown_alone(rulebase.content, run_vignettes(rulebase, made))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_by_hand(row: Mapping[str, Any], tmp_path: Path) -> None:
    found = _of(_loaded(row, tmp_path), row["cases"])
    assert _told(found.lacking) == row.get("lacking", [])
    assert _told(found.impossible) == row.get("impossible", [])
    assert [found.shown, found.total] == row["shown"]
    assert found.total == found.shown + len(found.lacking)
    assert found.checked


def test_counts_by_list_and_the_place_of_a_part() -> None:
    found = _of(small(), [{"danger": True, "age": 9, "tried": True}])
    # school_age, never_covered; school_age and tried in hard; danger, tried, hard in the rules
    assert dict(found.counts) == {"criteria": (0, 2), "situations": (0, 2), "rules": (0, 3)}
    tried = next(each for each in found.lacking if each.leaf.name == "tried")
    place = tried.leaf.place
    line = Path(place.file).read_text("utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith("tried]")


VERSIONS = (
    QUESTIONS
    + """\
criteria:
  - {id: k, text: {fi: X}, when: {all: [a, b]}, valid_to: 2025-12-31}
  - {id: k, text: {fi: X}, when: {any: [a, b]}, valid_from: 2026-01-01}
"""
)


def test_each_version_has_parts_of_its_own_that_a_case_of_its_days_shows(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": VERSIONS})
    rulebase = otseula.load(tmp_path, engines=("lanes", "specification"))
    both = {"a": True, "b": True}
    made = [
        vignette(answers, {"safety": []}, as_of=day)
        for answers, day in (
            (both, date(2025, 6, 1)),
            ({**both, "a": False}, date(2025, 6, 1)),
            (both, date(2026, 6, 1)),
        )
    ]
    found = shown_alone(rulebase.content, run_vignettes(rulebase, made))
    assert dict(found.counts)["criteria"] == (1, 4)
    assert [(u.leaf.name, u.leaf.place.line, u.lacks) for u in found.lacking] == [
        ("b", 9, ("not_met",)),
        ("a", 10, ("met", "not_met")),
        ("b", 10, ("met", "not_met")),
    ]


def test_what_is_too_large_to_draw_counts_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object) -> frozenset[Truth]:
        raise TooLargeError

    monkeypatch.setattr(alone, "can_decide", too_large)
    found = _of(small(), [])
    assert not found.checked
    assert (found.total, len(found.lacking), found.impossible) == (7, 7, ())


# --- the definition, written out


def _leaves(condition: Condition, path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    parts = parts_of(condition)
    if not parts:
        yield path
    for number, part in enumerate(parts):
        yield from _leaves(part, (*path, number))


def _at(condition: Condition, path: tuple[int, ...]) -> Condition:
    return _at(parts_of(condition)[path[0]], path[1:]) if path else condition


def _put(condition: Condition, path: tuple[int, ...], truth: Truth) -> Condition:
    """The condition with this one part always met, or never."""
    if not path:
        return AllOf(()) if truth is Truth.MET else AnyOf(())
    parts = [
        _put(part, path[1:], truth) if number == path[0] else part
        for number, part in enumerate(parts_of(condition))
    ]
    match condition:
        case Not():
            return Not(*parts)
        case AtLeast(count, _):
            return AtLeast(count, tuple(parts))
        case AllOf():
            return AllOf(tuple(parts))
    return AnyOf(tuple(parts))


def _by_definition(
    condition: Condition, path: tuple[int, ...], evaluation: Evaluation, answers: Any
) -> Truth | None:
    """The truth of the part where turning it alone turns the whole; else None."""
    own = truth_of(_at(condition, path), evaluation, answers)
    whole = truth_of(condition, evaluation, answers)
    if Truth.UNKNOWN in (own, whole):
        return None
    turned = truth_of(_put(condition, path, ~own), evaluation, answers)
    return own if turned is ~whole else None


def test_what_decides_alone_is_what_turns_the_whole() -> None:
    random = Random(20261122)
    decided = others = 0
    while decided < 600:
        conditions = random_conditions(random, random.randint(1, 8))
        specification = Specification(conditions)
        for _ in range(4):
            answers = random_answers(random, conditions, consistent=True)
            evaluation = specification.evaluate(answers)
            for condition in conditions.nodes.values():
                found = dict(deciding(condition, evaluation, answers))
                for path in _leaves(condition):
                    expected = _by_definition(condition, path, evaluation, answers)
                    assert found.get(path) is expected, (conditions, answers, path)
                    decided += expected is not None
                    others += expected is None
    assert others > 600


def test_what_no_case_can_show_is_so_in_every_case() -> None:
    """Every case written out in which all is answered; where `known` is read what the diagrams
    call possible may be more."""
    compared = impossible = 0
    for conditions in small_bases(seed=22):
        cases = list(_every(conditions))
        meaning, exact = Meaning(conditions), not known_in(conditions)
        for condition in list(conditions.nodes.values())[-4:]:
            for path in _leaves(condition):
                shown = {_by_definition(condition, path, *case) for case in cases} - {None}
                possible = can_decide(meaning, condition, path)
                assert shown == possible if exact else shown <= possible, (conditions, path)
                compared += exact
                impossible += exact and len(possible) < 2
        if compared >= 100:
            break
    assert impossible >= 10


def _every(conditions: ConditionSet) -> Iterator[tuple[Evaluation, Any]]:
    specification = Specification(conditions)
    for answers, _ in completions(conditions, {}):
        yield specification.evaluate(answers), answers
