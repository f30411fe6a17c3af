"""The table of engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from otseula.logic.conditions import Answers, ConditionSet, Evaluation
from otseula.logic.durable import Durable, durable_available
from otseula.logic.lanes import Lanes
from otseula.logic.truth import Specification


class Engine(Protocol):
    """What every engine offers; safe to share between threads."""

    @property
    def name(self) -> str: ...

    @property
    def conditions(self) -> ConditionSet: ...

    def evaluate(self, answers: Answers) -> Evaluation:
        """The truth of every node for checked answers."""


ENGINES: Mapping[str, Callable[..., Engine]] = {
    Lanes.name: Lanes,
    Specification.name: Specification,
    Durable.name: Durable,
}


def available_engines() -> tuple[str, ...]:
    """The names of the engines that run here, in the order in which they are asked."""
    return tuple(name for name in ENGINES if name != Durable.name or durable_available())


def chosen_engines(names: Iterable[str] | None = None) -> tuple[str, ...]:
    """The names, by default of all engines that run here. Raises ValueError for a name that is
    not in the table or an engine that does not run here."""
    available = available_engines()
    chosen = available if names is None else tuple(names)
    for name in chosen:
        if name not in ENGINES:
            raise ValueError(f"no engine {name!r}; the engines are {', '.join(ENGINES)}")
        if name not in available:
            raise ValueError(f"the engine {name!r} does not run here: its module does not import")
    if not chosen:
        raise ValueError("at least one engine is needed")
    return chosen


def build_engines(
    conditions: ConditionSet,
    names: Iterable[str] | None = None,
    made: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[Engine, ...]:
    """The named engines; `made`: what `made_by` gave of engines of the same conditions. Raises as
    `chosen_engines` does."""
    return tuple(
        ENGINES[name](conditions, made[name]) if name in made else ENGINES[name](conditions)
        for name in chosen_engines(names)
    )


def made_by(engines: Iterable[Engine]) -> dict[str, Any]:
    """What takes long to make of conditions, by the name of the engine: may be pickled and kept."""
    return {each.name: each.made for each in engines if isinstance(each, Lanes | Durable)}
