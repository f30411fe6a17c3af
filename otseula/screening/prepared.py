"""What there is to ask of one period, made once, when first needed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import field
from typing import TYPE_CHECKING, TypeVar

from otseula.frozen import dataclass
from otseula.logic.completions import Completions
from otseula.rulebase.model import Question

if TYPE_CHECKING:
    from otseula.screening.asking import Asking

GoalT = TypeVar("GoalT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Calls for it, with the completions and the questions of the period."""

    _found: list[Asking] = field(default_factory=list)

    def __call__(self, completions: Completions[GoalT], questions: Iterable[Question]) -> Asking:
        # Imported here: a screening asks nothing.
        from otseula.screening.asking import Asking

        # Two threads may both make it; they make the same.
        if not self._found:
            self._found.append(Asking.of(completions, questions))
        return self._found[0]
