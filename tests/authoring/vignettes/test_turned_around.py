"""OTS805 held to every case: where nothing is told, who is not asked makes no difference."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import otseula
from otseula.authoring.check import check
from tests.rulebase.rulefiles import write

APPLIES: dict[str, Any] = {"b": "a", "c": {"all": ["a", "b"]}}
#: Every case that has an answer to each question that applies, and none to the others.
CASES = (
    {"a": False},
    {"a": True, "b": False},
    {"a": True, "b": True, "c": False},
    {"a": True, "b": True, "c": True},
)
PAIRS = 400


def _random(chance: random.Random, depth: int) -> Any:
    if depth == 0 or chance.random() < 0.2:
        name = chance.choice("abc")
        return chance.choice([name, {name: True}, {name: False}])
    form = chance.choice(["all", "any", "none", "not", "of"])
    if form == "not":
        return {"not": _random(chance, depth - 1)}
    parts = [_random(chance, depth - 1) for _ in range(chance.choice([2, 3]))]
    return {"at_least": 2, "of": parts} if form == "of" else {form: parts}


def _of_those_asked(part: Any, *, turned: bool = False) -> Any:
    """The condition with every test that stands turned around held to those who are asked."""
    if isinstance(part, str) or next(iter(part)) in "abc":
        name = part if isinstance(part, str) else next(iter(part))
        if turned and name in APPLIES:
            return {"any": [part, {"not": APPLIES[name]}]}
        return part
    form = next(key for key in part if key != "at_least")
    if form == "not":
        return {"not": _of_those_asked(part["not"], turned=not turned)}
    inside = turned ^ (form == "none")
    return {**part, form: [_of_those_asked(each, turned=inside) for each in part[form]]}


def test_what_is_not_told_makes_no_difference(tmp_path: Path) -> None:
    chance = random.Random(805)
    pairs = [_random(chance, 3) for _ in range(PAIRS)]
    questions = [
        {"id": name, "type": "boolean", "text": {"fi": name}}
        | ({"applies_when": APPLIES[name]} if name in APPLIES else {})
        for name in "abc"
    ]
    lines = [
        {"id": f"{kind}{index}", "text": {"fi": "X"}, "when": when}
        for index, condition in enumerate(pairs)
        for kind, when in (("x", condition), ("y", _of_those_asked(condition)))
    ]
    held = "".join(f"  - {json.dumps(line)}\n" for line in lines)
    write(tmp_path, {"x.yaml": f"questions: {json.dumps(questions)}\ncriteria:\n{held}"})
    told = {
        (found.place.line - 3) // 2
        for found in check(tmp_path)
        if found.code == "OTS805" and found.place.line % 2
    }
    rulebase = otseula.load(tmp_path, engines=("lanes",))
    truths = [rulebase.screen(case).truth for case in CASES]
    differing = {
        index
        for index in range(PAIRS)
        if any(truth[f"x{index}"] != truth[f"y{index}"] for truth in truths)
    }
    assert differing <= told
    assert len(differing) > PAIRS / 10
    assert len(told) < PAIRS * 9 / 10
