"""Reasons against brute force, on random rule bases small enough for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product
from random import Random

import pytest

from otseula.logic.completions import Completions
from otseula.logic.conditions import DONT_KNOW, Answers, ConditionSet, Truth, Value
from otseula.logic.truth import Specification
from otseula.rulebase.model import LEVELS
from otseula.screening.compiled import CompiledPeriod, compile_period
from otseula.screening.explaining import Explaining
from otseula.screening.firm import firmness
from otseula.screening.goals import Goal, goals
from otseula.screening.judged import Judged
from otseula.screening.reasons import Reasons
from otseula.screening.states import OPEN, state_of
from tests.logic.random_conditions import (
    contradictions,
    random_answers,
    random_conditions,
    random_value,
)
from tests.logic.test_completions import values_of
from tests.screening.random_bases import random_base

SEEDS = range(260)
#: Cases that are written out at most for one question of a test.
MOST = 4_000


class World:
    """A random rule base, one case of it, and what is settled in any case."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        self.random = random
        base = random_base(random, random_conditions(random, random.randint(2, 7)))
        self.content = base.content
        self.compiled: CompiledPeriod = compile_period(base.content.periods[0], ("lanes",))
        self.conditions: ConditionSet = self.compiled.period.conditions
        named = {name: [name] for name in self.conditions.nodes}
        self.goals = goals(self.compiled.period, self.compiled.givers)
        self.completions = Completions(self.conditions, {**self.goals, **named})
        answers = random_answers(random, self.conditions, consistent=True)
        self.answers = {name: _checked(value) for name, value in answers.items()}
        self.evaluation = self.compiled.lanes.evaluate(self.answers)
        self.specification = Specification(self.conditions)
        self.names = [
            *(goal for goal in self.goals if not self._always(goal)),
            *self.conditions.nodes,
        ]

    def _always(self, goal: Goal) -> bool:
        if goal.kind in ("eligibility", "situations"):
            return False
        return getattr(self.compiled.items(goal.kind)[goal.id], "always", False)

    def settled(self, answers: Answers, name: Goal | str) -> Truth | None:
        """As a screening tells it: what Kleene's logic decides, else what is the same in every
        completion. None where the answers hold a contradiction."""
        if contradictions(self.specification, answers):
            return None
        decided = self.by_kleene(answers, name)
        return self.exact(answers, name) if decided is Truth.UNKNOWN else decided

    def by_kleene(self, answers: Answers, name: Goal | str) -> Truth:
        """What the answers decide, each value taken for what it is."""
        nodes = self.specification.evaluate(answers).nodes
        truths = {nodes[n] for n in (self.goals[name] if isinstance(name, Goal) else (name,))}
        return next((t for t in (Truth.MET, Truth.UNKNOWN) if t in truths), Truth.NOT_MET)

    def exact(self, answers: Answers, name: Goal | str) -> Truth:
        """What is the same in every completion; what turns out not to apply is set aside."""
        return self.completions.given(answers).settled(name)

    def judged_by(self, name: Goal | str) -> Callable[[Answers, Goal | str], Truth]:
        """By what a reason is one: by Kleene's logic only where nothing else settles it."""
        truth = self.settled(self.answers, name)
        return self.exact if self.exact(self.answers, name) is truth else self.settled

    def reasons(self, name: Goal | str, completions: bool = True) -> Reasons:
        case = self.case if completions else self.case.without_diagrams
        return Explaining(self.content, case)(name)

    @property
    def case(self) -> Judged:
        return Judged(self.compiled, self.compiled.settled(self.evaluation, self.answers))

    def only(self, names: list[str] | tuple[str, ...]) -> dict[str, Value]:
        return {name: value for name, value in self.answers.items() if name in names}

    def others(self, question: str) -> list[Value]:
        domain = self.conditions.questions[question]
        return [value for value in values_of(domain) if value != self.answers.get(question)]


def _checked(value: Value) -> Value:
    """As a checked case holds it."""
    if value == (DONT_KNOW,):
        return DONT_KNOW
    if isinstance(value, tuple):
        return tuple(sorted(value, key=lambda option: (option == DONT_KNOW, option)))
    return value


def worlds() -> Iterator[World]:
    for seed in SEEDS:
        yield World(seed)


@pytest.fixture(scope="module")
def every() -> list[World]:
    return list(worlds())


def test_a_minimal_reason_forces_and_nothing_of_it_can_be_left_out(every: list[World]) -> None:
    seen = 0
    for world in every:
        for name in world.names:
            told = world.reasons(name)
            assert told.truth is world.settled(world.answers, name), name
            if told.truth is Truth.UNKNOWN:
                assert told.why == ()
                continue
            why = [each.id for each in told.why]
            truth_of = world.judged_by(name)
            assert truth_of(world.only(why), name) is told.truth
            for dropped in why:
                rest = world.only([each for each in why if each != dropped])
                assert truth_of(rest, name) is Truth.UNKNOWN
            seen += len(why) > 1
    assert seen > 30


def test_the_smallest_reason_is_the_smallest(every: list[World]) -> None:
    seen = 0
    for world in every:
        for name in world.names:
            told = world.reasons(name)
            if told.truth is Truth.UNKNOWN:
                continue
            truth_of = world.judged_by(name)
            assert told.smallest is (truth_of == world.exact)
            for size in range(len(told.why) if told.smallest else 0):
                for some in combinations(world.answers, size):
                    assert truth_of(world.only(some), name) is not told.truth, name
            seen += len(told.why) > 1
    assert seen > 30


def test_a_reason_holds_in_a_thousand_random_completions(every: list[World]) -> None:
    seen = 0
    for world in every[:60]:
        specification = Specification(world.conditions)
        for name in list(world.conditions.nodes)[:2]:
            told = world.reasons(name)
            if not told.why:
                continue
            fixed = world.only([each.id for each in told.why])
            cases = []
            for _ in range(1_000):
                case = {
                    q: fixed.get(q, random_value(world.random, domain, 0.0))
                    for q, domain in world.conditions.questions.items()
                }
                cases.append({q: _complete(v) if q not in fixed else v for q, v in case.items()})
            for case in cases:
                while wrong := [q for q in contradictions(specification, case) if q not in fixed]:
                    for question in wrong:
                        del case[question]
            result = world.compiled.lanes.evaluate_many(cases)
            wrong_way = result.not_met if told.truth is Truth.MET else result.met
            assert not wrong_way[name] & ~result.contradictory
            seen += 1
    assert seen > 10


def _complete(value: Value) -> Value:
    return tuple(v for v in value if v != DONT_KNOW) if isinstance(value, tuple) else value


def test_the_missing_can_bring_it_about_and_nothing_smaller_can(every: list[World]) -> None:
    seen = 0
    for world in every:
        for name in world.names:
            told = world.reasons(name)
            if told.truth is not Truth.UNKNOWN:
                assert told.missing == ()
                continue
            open_ = [
                q
                for q in world.conditions.questions
                if state_of(q, world.answers, world.evaluation) in OPEN
            ]
            assert told.smallest
            size = _fewest(world, name, open_)
            if size is not None:
                assert len(told.missing) == size, (world.answers, name)
                if size:
                    assert _can(world, name, [each.id for each in told.missing])
                seen += size > 1
    assert seen > 20


def _can(world: World, name: Goal | str, questions: list[str] | tuple[str, ...]) -> bool:
    return any(
        world.exact({**world.answers, **dict(zip(questions, values, strict=True))}, name)
        is Truth.MET
        for values in product(*(_full(world, q) for q in questions))
    )


def _full(world: World, question: str) -> list[Value]:
    """Every value that says more than what is answered now."""
    now = world.answers.get(question)
    marked = {*now} - {DONT_KNOW} if isinstance(now, tuple) else set()
    found = values_of(world.conditions.questions[question])
    return [v for v in found if not isinstance(v, tuple) or marked <= {*v}]


def _fewest(world: World, name: Goal | str, open_: list[str]) -> int | None:
    """0 where no set can; None where there is too much to try."""
    spent = 0
    for size in range(1, len(open_) + 1):
        for some in combinations(open_, size):
            cases = 1
            for q in some:
                cases *= len(_full(world, q))
            spent += cases
            if spent > MOST:
                return None
            if _can(world, name, some):
                return size
    return 0


def test_the_smallest_change_turns_it_and_nothing_smaller_does(every: list[World]) -> None:
    seen = {0: 0, 1: 0, 2: 0}
    for world in every[:140]:
        for name in world.names[:12]:
            told = world.reasons(name)
            sizes = {len(each) for each in told.changes}
            assert len(sizes) <= 1
            assert told.changes_searched == 2
            found = sizes.pop() if sizes else 0
            singles = [q for q in world.answers if _turns(world, name, told.truth, [q])]
            if singles:
                assert sorted(each[0].id for each in told.changes) == sorted(singles)
                seen[1] += 1
                continue
            assert found != 1
            pairs = list(combinations(world.answers, 2))
            size = sum(len(world.others(a)) * len(world.others(b)) for a, b in pairs)
            if size > MOST:
                continue
            turning = [{*pair} for pair in pairs if _turns(world, name, told.truth, pair)]
            assert found == (2 if turning else 0), (world.answers, name)
            assert all({c.id for c in each} in turning for each in told.changes)
            seen[found] += 1
    assert min(seen.values()) > 10, seen


def _turns(world: World, name: Goal | str, truth: Truth, questions) -> bool:
    for values in product(*(world.others(q) for q in questions)):
        now = world.settled({**world.answers, **dict(zip(questions, values, strict=True))}, name)
        if now is not None and (now is Truth.MET) is not (truth is Truth.MET):
            return True
    return False


def test_firm_is_what_no_single_answer_would_change(every: list[World]) -> None:
    levels = [Goal("eligibility", level) for level in LEVELS[1:]]
    seen = set()
    for world in every:
        now = [world.settled(world.answers, level) for level in levels]
        hinges = set()
        for question in world.answers:
            for value in [*world.others(question), DONT_KNOW]:
                then = [
                    world.settled({**world.answers, question: value}, level) for level in levels
                ]
                if None not in then and then != now:
                    hinges.add(question)
        told = firmness(world.case)
        assert {each.id for each in told.hinges_on} == hinges
        assert told.robust is not bool(hinges)
        states = [each.state for each in told.hinges_on]
        assert states == sorted(states, key=lambda state: state != "dont_know")
        seen.add(told.robust)
    assert seen == {True, False}
