"""Which answers of a case force what it settles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import cached_property

from otseula.frozen import dataclass
from otseula.logic.completions import has_value
from otseula.logic.conditions import Truth
from otseula.logic.diagram import ALWAYS, NEVER
from otseula.screening.answer_search import AnswerSearch
from otseula.screening.drawn import Key
from otseula.screening.judged import Judged

#: Questions, and whether no fewer would do.
Names = tuple[tuple[str, ...], bool]


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Forced:
    """Remembers what was found: what several rules name is asked for several times."""

    case: Judged
    found: dict[tuple[int | tuple[str, ...], Truth], Names] = field(default_factory=dict)

    def why(self, key: Key, nodes: Sequence[str]) -> Names:
        """A minimal set of answers that forces the settled truth of any of the nodes."""
        truth = self.case.raw(key, nodes)
        root = self.case.root(key)
        place = tuple(nodes) if root is None else root, truth
        if place not in self.found:
            exact = self._exactly(root, truth is Truth.MET)
            self.found[place] = exact or (self._dropping(key, nodes, truth), False)
        return self.found[place]

    def own(self, question: str) -> tuple[str, ...]:
        """The answer to a question, or the answers by which it does not apply."""
        case = self.case
        if has_value(case.answers.get(question)):
            return (question,)
        root = None if case.completions is None else case.completions.applies.get(question)
        exact = self._exactly(root, holds=False)
        if exact is not None:
            return exact[0]
        return (question,) if question in case.answers else ()

    def _exactly(self, root: int | None, holds: bool) -> Names | None:
        """None where the diagrams do not say so."""
        completions, remaining = self.case.completions, self.case.settled.remaining
        if root is None or completions is None or remaining is None:
            return None
        if completions.diagram.leaf(root, remaining.fixed) != (ALWAYS if holds else NEVER):
            return None
        return self._search.forcing(root, holds)

    @cached_property
    def _search(self) -> AnswerSearch:
        assert self.case.completions is not None  # else nothing is found exactly
        return AnswerSearch(self.case.completions, self.case.answers)

    def _dropping(self, key: Key, nodes: Sequence[str], truth: Truth) -> tuple[str, ...]:
        """What is left when each answer that can be is left out: where Kleene's logic decides by
        a value of which it is open whether its question applies, or there are no diagrams."""
        answers = self.case.answers
        judge = self.case.judge_of({key: nodes})
        kept = dict.fromkeys(answers)
        for name in list(kept):
            dropped = [(n, None, 1) for n in answers if n not in kept or n == name]
            _, (verdict,) = judge.ask(1, dropped, [key])
            if verdict.met if truth is Truth.MET else verdict.failed:
                del kept[name]
        return tuple(kept)
