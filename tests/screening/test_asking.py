"""What may come next, on random rule bases and answers: the rules that no saving overrides."""

from __future__ import annotations

from random import Random

import pytest

from otseula.logic.completions import Completions, Remaining
from otseula.logic.conditions import DONT_KNOW, Truth
from otseula.logic.diagram import ALWAYS
from otseula.logic.odds import askable
from otseula.logic.truth import Specification
from otseula.screening.asking import Asking, next_to_ask
from tests.logic.random_conditions import random_conditions, random_value


@pytest.mark.parametrize("exact", [0, 8])
@pytest.mark.parametrize("seed", range(60))
def test_a_walk_asks_only_what_matters_in_turn(seed: int, exact: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, random.randint(2, 9))
    completions = Completions(conditions, {name: [name] for name in conditions.nodes})
    specification = Specification(conditions)
    asked = {
        name: askable(
            domain,
            completions.codings[name],
            cost=random.choice([1.0, 2.0]),
            theme=random.choice("xy"),
            private=random.random() < 0.2,
        )
        for name, domain in conditions.questions.items()
    }
    asking = Asking.made(asked.values(), exact)
    goals = [(random.randint(0, 1), name) for name in conditions.nodes]
    answers, begun = {}, frozenset()
    while True:
        remaining = completions.given(answers)
        open_ = [(rank, g) for rank, g in goals if remaining.settled(g) is Truth.UNKNOWN]
        matters = remaining.matters(conditions.nodes) - answers.keys()
        name = next_to_ask(asking, remaining, open_, matters, begun)
        if name is None:
            assert not matters
            return
        assert name in matters
        applies = specification.evaluate(answers).applies.get(name, Truth.MET)
        assert applies is not Truth.NOT_MET
        waiting = {q for q in matters if not _decided(remaining, q)}
        assert name not in waiting
        ready = matters - waiting
        if asked[name].private:
            assert all(asked[q].private for q in ready)
        first = min(rank for rank, _ in open_)
        of_first = remaining.matters([g for rank, g in open_ if rank == first])
        public = {q for q in ready if not asked[q].private} or ready
        if of_first & public:
            assert name in of_first
            if any(asked[q].theme in begun for q in of_first & public):
                assert asked[name].theme in begun
        value = random_value(random, conditions.questions[name], 0.0)
        # A list that is not closed may leave it open for ever whether another applies.
        answers[name] = tuple(set(value) - {DONT_KNOW}) if isinstance(value, tuple) else value
        begun |= {asked[name].theme}


def _decided(remaining: Remaining, question: str) -> bool:
    """Whether every completion says the same of whether the question applies."""
    return remaining.applies(question) <= ALWAYS
