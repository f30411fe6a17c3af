"""What is told when the engines do not agree: every action that any of them does not rule out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from otseula.errors import OtseulaError
from otseula.logic.conditions import Answers, Evaluation, Truth, truth_of_any
from otseula.logic.lockstep import Disagreement
from otseula.rulebase.model import Content
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.consequences import Consequences
from otseula.screening.recommendation import Action
from otseula.screening.settled import Settled


class EngineDisagreement(OtseulaError):  # noqa: N818  # the name is a contract of design.md 6
    """The engines did not agree, so no recommendation is given. Names the `nodes`, never the
    answers; `safety` and `duties` hold all that any engine finds met or unknown."""

    def __init__(
        self, nodes: Iterable[str], safety: Iterable[Action], duties: Iterable[Action]
    ) -> None:
        self.nodes = tuple(nodes)
        self.safety = tuple(safety)
        self.duties = tuple(duties)
        super().__init__(self.nodes, self.safety, self.duties)

    def __str__(self) -> str:
        return "the engines disagree on: " + ", ".join(self.nodes)


def engine_disagreement(
    found: Disagreement, content: Content, compiled: CompiledPeriod, answers: Answers
) -> EngineDisagreement:
    """The error to raise. Its actions say nothing of the questions they hang on: which these
    are is what the engines do not agree on."""
    # Nothing is looked up: what would be settled is what the engines do not agree on.
    settled = Settled(compiled.exact.silent(), _most_careful(found, compiled), answers)
    consequences = Consequences(content, compiled, settled)
    return EngineDisagreement(
        found.nodes,
        (replace(action, hinges_on=()) for action in consequences.safety()),
        (replace(action, hinges_on=()) for action in consequences.duties()),
    )


def _most_careful(found: Disagreement, compiled: CompiledPeriod) -> Evaluation:
    """Met where any engine says so; not met only where every engine says so. An engine that
    failed, or says nothing of a node, leaves it open."""
    nodes = {}
    for name in compiled.period.conditions.nodes:
        said = {
            Truth.UNKNOWN if each is None else each.nodes.get(name, Truth.UNKNOWN)
            for each in found.evaluations.values()
        }
        nodes[name] = truth_of_any(said)
    return Evaluation(nodes, {})
