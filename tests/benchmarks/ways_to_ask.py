"""What each way of choosing the next question costs on average, and the least that any could.

All ask under the same constraints: none before it is decided that it applies, a private one only
when no other is left, and those of one theme together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable

from otseula.logic.completions import Completions
from otseula.logic.conditions import (
    Answers,
    Condition,
    ConditionSet,
    Evaluation,
    Known,
    QuestionTest,
    Ref,
    Truth,
    Value,
    parts_of,
)
from otseula.logic.lanes import Lanes
from otseula.logic.odds import askable
from otseula.logic.truth import truth_of
from otseula.screening.asking import Asking, next_to_ask
from tests.benchmarks.small_interviews import Small, World
from tests.logic.test_completions import values_of

#: From the answers to the next question, or None at the end.
Way = Callable[[dict[str, Value]], "str | None"]


def expected(base: Small, way: Way) -> float:
    """The expected cost of asking in a way."""
    memo: dict[frozenset[tuple[str, Value]], float] = {}

    def after(answers: dict[str, Value]) -> float:
        key = frozenset(answers.items())
        if key not in memo:
            name = way(answers)
            memo[key] = 0.0
            if name is not None:
                memo[key] = base.costs[name] + sum(
                    base.chance(name, value) * after({**answers, name: value})
                    for value in values_of(base.conditions.questions[name])
                )
        return memo[key]

    return after({})


def optimum(base: Small, world: World, *, prune: bool = True) -> float:
    """The least expected cost, over all states; a state is who may still be the one asked.
    Without `prune` also questions that cannot matter are tried, which themes do not allow."""
    memo: dict[tuple[int, frozenset[str]], float] = {}

    def after(who: int, begun: frozenset[str]) -> float:
        if all(goal & who in (0, who) for goal in world.goals):
            return 0.0
        if (who, begun) not in memo:
            names = [
                name
                for name, applies in world.applies.items()
                if applies & who == who
                and not any(answer & who == who for answer in world.told[name].values())
                and (not prune or world.matters(name, who))
            ]
            memo[who, begun] = min(
                base.costs[name]
                + sum(
                    base.chance(name, value) * after(who & answer, begun | _themes(base, [name]))
                    for value, answer in world.told[name].items()
                )
                for name in constrained(base, names, begun)
            )
        return memo[who, begun]

    return after(world.everyone, frozenset())


def constrained(base: Small, names: list[str], begun: Container[str | None]) -> list[str]:
    """A private question last, then those of a theme that has been begun first."""
    names = [name for name in names if name not in base.private] or names
    theme = next((base.themes[name] for name in names if base.themes[name] in begun), None)
    return [name for name in names if theme and base.themes[name] == theme] or names


def _themes(base: Small, names: Iterable[str]) -> frozenset[str]:
    return frozenset(theme for name in names if (theme := base.themes[name]) is not None)


def everything(base: Small, world: World) -> float:
    """What it costs to ask all that apply."""

    def share(of: int, who: int, names: list[str]) -> float:
        if of & who in (0, who) or not names:
            return float(of & who == who)
        return sum(
            base.chance(names[0], value) * share(of, who & answer, names[1:])
            for value, answer in world.told[names[0]].items()
        )

    return sum(
        base.costs[name] * share(applies, world.everyone, [*world.told])
        for name, applies in world.applies.items()
    )


def adaptive(base: Small, *, exact_end: bool = True) -> Way:
    """Our own choice; without `exact_end` by expected gain to the last question."""
    conditions = base.conditions
    exact = Completions(conditions, {goal: [goal] for goal in base.goals})
    told = [
        askable(
            domain,
            exact.codings[name],
            base.priors[name],
            cost=base.costs[name],
            theme=base.themes[name],
            private=name in base.private,
        )
        for name, domain in conditions.questions.items()
    ]
    asking = Asking.made(told) if exact_end else Asking.made(told, exact=0)

    def way(answers: dict[str, Value]) -> str | None:
        remaining = exact.given(answers)
        goals = [(0, g) for g in base.goals if remaining.settled(g) is Truth.UNKNOWN]
        left = remaining.matters(base.goals) - answers.keys()
        return next_to_ask(asking, remaining, goals, left, _themes(base, answers))

    return way


def author_order(base: Small) -> Way:
    """The first in author order that an undecided goal still reads, by Kleene's truths."""
    candidates = _undecided(base)

    def way(answers: dict[str, Value]) -> str | None:
        names = [name for name, _ in candidates(answers)]
        return next(iter(constrained(base, names, _themes(base, answers))), None)

    return way


def mention_count(base: Small) -> Way:
    """The one that undecided conditions name most, for what it costs."""
    candidates = _undecided(base)

    def way(answers: dict[str, Value]) -> str | None:
        counts = dict(candidates(answers))
        names = constrained(base, [*counts], _themes(base, answers))
        return max(names, key=lambda name: counts[name] / base.costs[name], default=None)

    return way


def _undecided(base: Small) -> Callable[[Answers], list[tuple[str, int]]]:
    """The questions that may be asked, in author order, and how often undecided parts of the
    goals name them."""
    conditions, lanes = base.conditions, Lanes(base.conditions)

    def candidates(answers: Answers) -> list[tuple[str, int]]:
        known = lanes.evaluate(answers)
        counts = _mentions(conditions, base.goals, known, answers)
        return [
            (name, counts[name])
            for name, domain in conditions.questions.items()
            if counts[name]
            and name not in answers
            and known.applies.get(name, Truth.MET) is Truth.MET
        ]

    return candidates


def _mentions(
    conditions: ConditionSet, goals: Iterable[str], known: Evaluation, answers: Answers
) -> Counter[str]:
    counts: Counter[str] = Counter()
    todo: list[Condition] = [Ref(goal) for goal in goals]
    seen: set[str] = set()
    while todo:
        part = todo.pop()
        if truth_of(part, known, answers) is not Truth.UNKNOWN:
            continue
        if isinstance(part, Ref):
            if part.name not in seen:
                seen.add(part.name)
                todo.append(conditions.nodes[part.name])
        elif isinstance(part, QuestionTest | Known):
            counts[part.question] += 1
            applies = conditions.questions[part.question].applies_when
            if applies is not None and counts[part.question] == 1:
                todo.append(applies)
        else:
            todo += parts_of(part)
    return counts
