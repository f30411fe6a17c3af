"""Several engines, one answer: what they do not agree on is not given out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from otseula.logic.conditions import Answers, Evaluation

if TYPE_CHECKING:
    from otseula.logic.engines import Engine


class Disagreement(Exception):  # noqa: N818  # not an error of the caller, and never shown as it is
    """The engines differ. Holds no answers, in its attributes or anything that hangs on it.

    `nodes`: the nodes they differ on, and the questions they say apply differently.
    `evaluations`: what each engine said, by its name; None for an engine that failed.
    `failures`: the class name of the exception of each engine that failed.
    """

    def __init__(
        self,
        nodes: Iterable[str],
        evaluations: Mapping[str, Evaluation | None],
        failures: Mapping[str, str],
    ) -> None:
        self.nodes = tuple(nodes)
        self.evaluations = dict(evaluations)
        self.failures = dict(failures)
        super().__init__(self.nodes, self.evaluations, self.failures)

    def __str__(self) -> str:
        return "the engines disagree on: " + ", ".join(self.nodes)


class Lockstep:
    """Runs every engine on each case. Safe to share between threads."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        if not engines:
            raise ValueError("at least one engine is needed")
        self.engines = tuple(engines)
        self.names = tuple(engine.name for engine in engines)
        conditions = engines[0].conditions
        applies = (q.id for q in conditions.questions.values() if q.applies_when is not None)
        self._everything = (*conditions.nodes, *applies)

    def evaluate(self, answers: Answers) -> Evaluation:
        """What all engines say. Raises Disagreement; an engine that fails agrees on nothing."""
        evaluations: dict[str, Evaluation | None] = {}
        failures: dict[str, str] = {}
        for engine in self.engines:
            evaluations[engine.name], failure = _attempt(engine, answers)
            if failure:
                failures[engine.name] = failure
        first, *others = evaluations.values()
        if first is not None and all(other == first for other in others):
            return first
        # Outside any except block: a traceback's frames would hold the answers' values.
        raise Disagreement(self._differing(evaluations), evaluations, failures)

    def _differing(self, evaluations: Mapping[str, Evaluation | None]) -> list[str]:
        said = [{**e.nodes, **e.applies} if e else {} for e in evaluations.values()]
        if None in evaluations.values():
            return list(self._everything)
        return [n for n in self._everything if len({each.get(n) for each in said}) > 1]


def _attempt(engine: Engine, answers: Answers) -> tuple[Evaluation | None, str]:
    """The evaluation, or None and the class name of what was raised: nothing else of the
    exception is kept, since it may hold answers."""
    try:
        return engine.evaluate(answers), ""
    except Exception as failure:
        return None, type(failure).__name__
