"""A recommendation only where the engines agree, and nothing of the case in what they raise."""

from __future__ import annotations

import pickle

import pytest

from otseula.logic.conditions import Evaluation, Truth
from otseula.logic.lanes import Lanes
from otseula.logic.lockstep import Disagreement, Lockstep
from otseula.logic.truth import Specification
from tests.logic.author_form import condition_set

CONDITIONS = condition_set(
    {
        "questions": [
            {"id": "separated", "type": "boolean"},
            {"id": "parting", "type": "choice", "options": ["calm", "stalking"]}
            | {"applies_when": "separated"},
        ],
        "criteria": [
            {"id": "bitter", "when": {"parting": "stalking"}},
            {"id": "apart", "when": "separated"},
        ],
    }
)
ANSWERS = {"separated": True, "parting": "stalking"}


class Other:
    """An engine that says something else of some names, or fails."""

    name = "other"
    conditions = CONDITIONS

    def __init__(self, nodes=(), applies=(), error=None) -> None:
        self.nodes, self.applies, self.error = dict(nodes), dict(applies), error

    def evaluate(self, answers):
        if self.error:
            raise self.error
        said = Specification(CONDITIONS).evaluate(answers)
        return Evaluation({**said.nodes, **self.nodes}, {**said.applies, **self.applies})


def lockstep(*others) -> Lockstep:
    return Lockstep([Lanes(CONDITIONS), Specification(CONDITIONS), *others])


def test_agreement() -> None:
    assert lockstep().names == ("lanes", "specification")
    said = lockstep(Other()).evaluate(ANSWERS)
    assert said.nodes == {"bitter": Truth.MET, "apart": Truth.MET}
    assert said.applies == {"parting": Truth.MET}


def test_one_engine_alone() -> None:
    assert Lockstep([Lanes(CONDITIONS)]).evaluate({}).nodes["bitter"] is Truth.UNKNOWN


def test_no_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Lockstep([])


@pytest.mark.parametrize(
    ("other", "nodes"),
    [
        (Other({"bitter": Truth.NOT_MET}), ("bitter",)),
        (Other({"bitter": Truth.UNKNOWN, "apart": Truth.NOT_MET}), ("bitter", "apart")),
        (Other(applies={"parting": Truth.UNKNOWN}), ("parting",)),
        (Other(error=ValueError("stalking")), ("bitter", "apart", "parting")),
        (Other(error=MemoryError()), ("bitter", "apart", "parting")),
    ],
)
def test_disagreement_names_the_nodes_and_nothing_of_the_case(other, nodes) -> None:
    with pytest.raises(Disagreement) as caught:
        lockstep(other).evaluate(ANSWERS)
    raised = caught.value
    assert raised.nodes == nodes
    assert set(raised.evaluations) == {"lanes", "specification", "other"}
    assert raised.evaluations["lanes"].nodes["bitter"] is Truth.MET
    assert (raised.evaluations["other"] is None) == bool(other.error)
    assert set(raised.failures.values()) == ({type(other.error).__name__} - {"NoneType"})
    assert raised.__context__ is None
    assert raised.__cause__ is None
    assert "stalking" not in f"{raised} {raised.args} {vars(raised)}"


def test_engines_that_all_fail_disagree_on_everything() -> None:
    with pytest.raises(Disagreement) as caught:
        Lockstep([Other(error=RuntimeError())]).evaluate(ANSWERS)
    assert caught.value.nodes == ("bitter", "apart", "parting")
    assert caught.value.evaluations == {"other": None}


def test_an_interrupt_is_not_a_disagreement() -> None:
    with pytest.raises(KeyboardInterrupt):
        lockstep(Other(error=KeyboardInterrupt())).evaluate(ANSWERS)


def test_a_disagreement_can_be_pickled() -> None:
    with pytest.raises(Disagreement) as caught:
        lockstep(Other({"bitter": Truth.NOT_MET})).evaluate(ANSWERS)
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.nodes == ("bitter",)
    assert again.evaluations == caught.value.evaluations
