"""Which criteria, situations, rules and consequences the vignettes try, and which parts of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from otseula.authoring.vignettes.alone import Alone, shown_alone
from otseula.authoring.vignettes.expectations import in_force
from otseula.authoring.vignettes.run import VignetteResult
from otseula.errors import Place
from otseula.rulebase.model import Content, Item

#: What some vignette must show of each entry of a list: a truth of it, or that it is in force.
AIMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "criteria": ("met", "not_met"),
        "situations": ("met", "not_met"),
        "rules": ("met",),
        "safety_actions": ("in_force",),
        "duties": ("in_force",),
        "expertise": ("in_force",),
        "channels": ("in_force",),
        "notices": ("in_force",),
    }
)

_KIND_OF_LIST = {"safety_actions": "safety"}


@dataclass(frozen=True, slots=True)
class Uncovered:
    """An entry and what no vignette shows of it: `met`, `not_met` or `in_force`."""

    list: str
    id: str
    lacks: str
    place: Place


@dataclass(frozen=True, slots=True)
class Coverage:
    """`counts` holds by list how many of its aims are covered, and how many there are (two for
    a criterion or a situation, one for others); `uncovered` is in the order of the rule base;
    `alone` which parts of conditions are shown to matter alone."""

    counts: Mapping[str, tuple[int, int]]
    uncovered: tuple[Uncovered, ...]
    alone: Alone

    @property
    def covered(self) -> int:
        """How many aims are covered."""
        return sum(covered for covered, _ in self.counts.values())

    @property
    def total(self) -> int:
        """How many aims there are."""
        return sum(total for _, total in self.counts.values())


def coverage_of(content: Content, results: Sequence[VignetteResult]) -> Coverage:
    """What the screened vignettes show of a rule base, passed or not. An entry with several
    versions counts once."""
    shown = _shown(results)
    counts: dict[str, tuple[int, int]] = {}
    uncovered: list[Uncovered] = []
    for name, aims in AIMS.items():
        entries: dict[str, Item] = {}
        for item in content.items.get(name, ()):
            entries.setdefault(item.id, item)
        lacking = [
            Uncovered(name, item.id, aim, item.place)
            for item in entries.values()
            for aim in aims
            if (_kind(name, aim), item.id) not in shown
        ]
        counts[name] = (len(entries) * len(aims) - len(lacking), len(entries) * len(aims))
        uncovered += lacking
    return Coverage(MappingProxyType(counts), tuple(uncovered), shown_alone(content, results))


def _kind(list_name: str, aim: str) -> str:
    return _KIND_OF_LIST.get(list_name, list_name) if aim == "in_force" else aim


def _shown(results: Iterable[VignetteResult]) -> set[tuple[str, str]]:
    shown: set[tuple[str, str]] = set()
    for result in results:
        if result.recommendation is not None:
            shown |= {(truth.value, n) for n, truth in result.recommendation.truth.items()}
            shown |= {
                (kind, entry)
                for kind, entries in in_force(result.recommendation).items()
                for entry in entries
            }
    return shown
