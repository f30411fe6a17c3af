"""In which order diagrams read their variables: those that conditions read together, together.

Found by FORCE (Aloul, Markov, Sakallah, FORCE: a fast and easy-to-implement variable-ordering
heuristic, GLSVLSI 2003): each group of variables that one condition reads pulls them to its
middle, until the groups span no less.
"""

from __future__ import annotations

from collections.abc import Sequence

#: Enough for the span to settle on every rule base tried.
_ROUNDS = 60


def together(groups: Sequence[Sequence[int]], count: int) -> list[int]:
    """A place from 0 for each of `count` variables. Ties keep the given order."""
    order = list(range(count))
    best, best_span = order, _span(groups, order)
    of: list[list[int]] = [[] for _ in range(count)]
    for number, group in enumerate(groups):
        for variable in group:
            of[variable].append(number)
    # A small group pulls harder: one that reads many variables cannot be kept together anyway.
    # (The bundled rule base's diagrams are a quarter as large for it; 1.2 to 1.7 do alike.)
    weights = [len(group) ** -1.5 for group in groups]
    pulls = [sum(weights[g] for g in of[v]) for v in range(count)]
    for _ in range(_ROUNDS):
        middles = [sum(order[v] for v in group) / len(group) for group in groups]
        pulled = [
            sum(middles[g] * weights[g] for g in of[v]) / pulls[v] if of[v] else float(order[v])
            for v in range(count)
        ]
        order = [0] * count
        for place, variable in enumerate(sorted(range(count), key=lambda v: (pulled[v], v))):
            order[variable] = place
        span = _span(groups, order)
        if span < best_span:
            best, best_span = order, span
    return best


def _span(groups: Sequence[Sequence[int]], order: Sequence[int]) -> int:
    return sum(
        max(order[v] for v in group) - min(order[v] for v in group) for group in groups if group
    )
