"""The vignettes of one detail each: written from the sources by a reader who saw no condition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.test_vignettes_shape import QUESTIONS, VIGNETTES, allowed

FOLDER = Path(__file__).parents[2] / "criteria" / "vignettes" / "details"
DETAILS: dict[str, dict[str, Any]] = {
    vignette["id"]: vignette
    for path in sorted(FOLDER.glob("*.yaml"))
    for vignette in yaml.safe_load(path.read_text("utf-8"))["vignettes"]
}

every_detail = pytest.mark.parametrize("detail", DETAILS.values(), ids=DETAILS)


@every_detail
def test_a_detail_says_one_thing_and_its_source(detail: dict[str, Any]) -> None:
    assert detail["kind"] == "detail" and detail["origin"] == "source"
    assert detail["written_from"].startswith(("domain.md ", "seeds/"))
    ((kind, truths),) = detail["expect"].items()
    assert kind == "truth" and len(truths) == 1
    assert set(truths.values()) <= {"met", "not_met", "unknown"}


@every_detail
def test_a_detail_names_known_answers_and_nobody(detail: dict[str, Any]) -> None:
    for name, value in detail["answers"].items():
        assert allowed(QUESTIONS[name], value), (name, value)
    told = detail["text"]["fi"]
    assert told.endswith(".") and not re.search(r"\d|@", told)


def test_no_case_is_told_twice() -> None:
    assert len(DETAILS) >= 300 and not DETAILS.keys() & VIGNETTES.keys()
    told = {(str(d["answers"]), str(d["expect"])) for d in DETAILS.values()}
    assert len(told) == len(DETAILS)
