"""What follows from a case: screening_table.yaml, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

import otseula
from otseula import RuleBase, Truth
from tests.screening.small_bases import loaded

_TABLE = yaml.safe_load(Path(__file__).with_name("screening_table.yaml").read_text("utf-8"))
_KINDS = ("safety", "duties", "expertise", "channels", "notices", "situations")


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RuleBase]:
    return {
        name: loaded(tmp_path_factory.mktemp(name), base) for name, base in _TABLE["bases"].items()
    }


def _marked(items: Iterable[Any]) -> list[str]:
    marks = {Truth.MET: "", Truth.UNKNOWN: "?"}
    return [item.id + marks[item.truth] for item in items if item.truth in marks]


def _found(result: otseula.Recommendation, row: dict[str, Any]) -> dict[str, Any]:
    """What a row speaks of, as it speaks of it."""
    consequences = {each.id: each for kind in _KINDS[:-1] for each in getattr(result, kind)}
    eligibility = result.eligibility
    told = {
        **{kind: _marked(getattr(result, kind)) for kind in _KINDS},
        "eligibility": [eligibility.level, eligibility.at_least, eligibility.at_most],
        "because": list(eligibility.because),
        "hinges_on": list(eligibility.hinges_on),
        "missing": [m.id + {"dont_know": "?", "not_asked": ""}[m.state] for m in result.missing],
        "safety_questions": [
            q.id for q in result.safety_questions if q.state in ("not_asked", "dont_know")
        ],
        "questions": {name: result.questions[name] for name in row.get("questions", ())},
        "because_of": {i: list(consequences[i].because) for i in row.get("because_of", ())},
        "hinges_of": {i: list(consequences[i].hinges_on) for i in row.get("hinges_of", ())},
        "areas": {i: list(consequences[i].areas) for i in row.get("areas", ())},
        "usable": {i: consequences[i].usable for i in row.get("usable", ())},
    }
    return {key: told[key] for key in row if key not in ("base", "answers", "as_of")}


def _expected(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("base", "answers", "as_of")}


@pytest.mark.parametrize("row", _TABLE["rows"], ids=lambda r: f"{r['base']}-{r['answers']}")
def test_what_follows(row: dict[str, Any], bases: dict[str, RuleBase]) -> None:
    result = bases[row["base"]].screen(row["answers"], as_of=row.get("as_of"))
    assert _found(result, row) == _expected(row)


@pytest.mark.parametrize("row", _TABLE["rows"], ids=lambda r: f"{r['base']}-{r['answers']}")
def test_every_node_and_consequence_is_explained_as_it_stands(
    row: dict[str, Any], bases: dict[str, RuleBase]
) -> None:
    rulebase = bases[row["base"]]
    result = rulebase.screen(row["answers"], as_of=row.get("as_of"))
    for node, truth in result.truth.items():
        explained = result.explain(node)
        assert (explained.id, explained.truth) == (node, truth)
        assert explained.text is not None
        assert len(explained.parts) == 1
    period = rulebase.period(row.get("as_of"))
    stands = {each.id: each.truth for kind in _KINDS[:-1] for each in getattr(result, kind)}
    for table in (period.safety_actions, period.duties, period.expertise, period.notices):
        for name, item in table.items():
            explained = result.explain(name)
            assert explained.truth is stands.get(name, Truth.NOT_MET)
            assert explained.text == item.text
    for name in period.channels.keys() & stands.keys():
        assert result.explain(name).truth is stands[name]
    for other in ("no_such_node", "", *period.questions):
        with pytest.raises(KeyError):
            result.explain(other)


def test_a_consequence_that_is_not_valid_is_not_explained(bases: dict[str, RuleBase]) -> None:
    result = bases["dated"].screen({}, as_of=_TABLE["rows"][-1].get("as_of") or _DAY)
    with pytest.raises(KeyError):
        result.explain("old")


_DAY = yaml.safe_load("2026-05-01")
