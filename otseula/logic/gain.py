"""How much each question is expected to tell: one pass up and one down the diagram of each goal.

With the variables independent, the chance of a goal with a variable on, less that with it off, is
the sum over its nodes of the chance to come there times the difference of their children's
chances (Birnbaum's importance, read off a diagram).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2

from otseula.logic.diagram import ALWAYS, NEVER, Diagram
from otseula.logic.odds import Askable


def gains(
    diagram: Diagram,
    goals: Iterable[int],
    questions: Sequence[Askable],
    chance: Mapping[int, float],
    most: int = 1 << 30,
) -> dict[str, float]:
    """How many bits each question's answer is expected to tell of the goals, added up. `chance`
    is of every open variable. Goals beyond `most` nodes in all, but for the first, are left out:
    a guess is enough to choose by."""
    chances: dict[int, float] = {NEVER: 0.0, ALWAYS: 1.0}
    found = dict.fromkeys((question.id for question in questions), 0.0)
    seen: set[int] = set()
    for goal in goals:
        if goal in seen:
            continue
        seen.add(goal)
        nodes = diagram.below([goal])
        most -= len(nodes)
        slopes = _slopes(diagram, goal, nodes, chance, chances)
        for question in questions:
            if not slopes.keys().isdisjoint(question.chance):
                found[question.id] += _gain(question, chances[goal], slopes)
        if most <= 0:
            break
    return found


def _slopes(
    diagram: Diagram,
    goal: int,
    nodes: Sequence[int],
    chance: Mapping[int, float],
    chances: dict[int, float],
) -> dict[int, float]:
    """What each variable being on, not off, adds to the chance of the goal. Fills in the chances
    of the nodes."""
    variable, low, high = diagram.variable, diagram.low, diagram.high
    for number in nodes:
        if number not in chances:
            p = chance[variable[number]]
            chances[number] = p * chances[high[number]] + (1 - p) * chances[low[number]]
    coming = dict.fromkeys(nodes, 0.0)
    coming |= {NEVER: 0.0, ALWAYS: 0.0, goal: 1.0}
    slopes: dict[int, float] = {}
    for number in reversed(nodes):
        here, v, off, on = coming[number], variable[number], low[number], high[number]
        p = chance[v]
        coming[on] += here * p
        coming[off] += here * (1 - p)
        slopes[v] = slopes.get(v, 0.0) + here * (chances[on] - chances[off])
    return slopes


def _gain(question: Askable, chance: float, slopes: Mapping[int, float]) -> float:
    """Bits about one goal. Exact but for `choices`, whose options are taken one by one, and for
    what `known` adds."""
    before = _bits(chance)
    own = question.coding.variables
    known = question.coding.known
    found = 0.0 if known is None else _of_variable(question, known, chance, slopes)
    if not question.kinds:
        found += sum(_of_variable(question, v, chance, slopes) for v in own)
    elif own:
        # With variable i on, the value is an earlier one, as often as that is given, or kind i.
        earlier, passed, after = 0.0, 0.0, 0.0
        for variable, weight in zip(own, question.kinds, strict=False):
            on = chance + (1 - question.chance[variable]) * slopes.get(variable, 0.0)
            of_kind = (on - earlier) / (1 - passed)
            earlier += weight * of_kind
            passed += weight
            after += weight * _bits(of_kind)
        after += question.kinds[-1] * _bits((chance - earlier) / question.kinds[-1])
        found += before - after
    return min(max(found, 0.0), before)


def _of_variable(
    question: Askable, variable: int, chance: float, slopes: Mapping[int, float]
) -> float:
    p, slope = question.chance[variable], slopes.get(variable, 0.0)
    on, off = chance + (1 - p) * slope, chance - p * slope
    return _bits(chance) - p * _bits(on) - (1 - p) * _bits(off)


def _bits(p: float) -> float:
    return 0.0 if p <= 1e-12 or p >= 1 - 1e-12 else -p * log2(p) - (1 - p) * log2(1 - p)
