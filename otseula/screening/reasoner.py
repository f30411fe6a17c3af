"""The reasons of one recommendation, each found when it is first asked for."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from otseula.frozen import dataclass
from otseula.rulebase.model import LEVELS, Content
from otseula.screening.compiled import KINDS, CompiledPeriod
from otseula.screening.explanation import NO_SUCH_NODE
from otseula.screening.goals import Goal
from otseula.screening.reasons import Firmness, Reasons, Told
from otseula.screening.settled import Settled

if TYPE_CHECKING:
    from otseula.screening.explaining import Explaining
    from otseula.screening.judged import Judged


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Reasoner:
    """Holds the answers, so it stays within the process. Making one costs nothing: what it needs
    is imported and searched when a reason is first asked for, and then remembered."""

    content: Content
    compiled: CompiledPeriod
    settled: Settled = field(repr=False)
    told: dict[Goal | str, Reasons] = field(default_factory=dict, repr=False, compare=False)
    forced: dict[Goal | str, tuple[Told, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __call__(self, node: Goal | str) -> Reasons:
        """All reasons of a goal, or of an id as `named` takes it."""
        goal = self.named(node)
        if goal not in self.told:
            self.told[goal] = self._explaining(goal)
        return self.told[goal]

    def why(self, node: Goal | str) -> tuple[Told, ...]:
        """What forces it, as in its reasons, without the search for the others."""
        goal = self.named(node)
        if goal in self.told:
            return self.told[goal].why
        if goal not in self.forced:
            self.forced[goal] = self._explaining.why(goal)
        return self.forced[goal]

    def named(self, node: Goal | str) -> Goal | str:
        """What an id means: a criterion, situation or rule; else a consequence of the first kind
        that has it; else a level. Raises KeyError for another id."""
        if isinstance(node, Goal) or node in self.compiled.period.conditions.nodes:
            return node
        for kind in KINDS:
            if node in self.compiled.items(kind):
                return Goal(kind, node)
        if node in LEVELS:
            return Goal("eligibility", node)
        raise KeyError(NO_SUCH_NODE)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id that `named` takes."""
        consequences = (name for kind in KINDS for name in self.compiled.items(kind))
        return tuple(
            dict.fromkeys((*self.compiled.period.conditions.nodes, *consequences, *LEVELS))
        )

    @cached_property
    def firmness(self) -> Firmness:
        """How firm the eligibility is."""
        from otseula.screening.firm import firmness

        return firmness(self._judged)

    # Imported where they are used: a screening whose reasons nobody asks for does without.
    @cached_property
    def _explaining(self) -> Explaining:
        from otseula.screening.explaining import Explaining

        return Explaining(self.content, self._judged)

    @cached_property
    def _judged(self) -> Judged:
        from otseula.screening.judged import Judged

        return Judged(self.compiled, self.settled)
