"""Which name stands on which: order, cycles and reach, without recursion."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Graph = Mapping[str, tuple[str, ...]]
Node = TypeVar("Node", bound=Hashable)


def dependency_order(graph: Graph) -> list[str]:
    """Every name after the names that it uses; by the order of the graph where that is free.
    The graph has no cycle."""
    done: dict[str, None] = {}
    for start in graph:
        stack = [(start, iter(graph[start]))]
        while stack:
            name, rest = stack[-1]
            below = next((used for used in rest if used not in done), None)
            if below is None:
                stack.pop()
                done[name] = None
            else:
                stack.append((below, iter(graph[below])))
    return list(done)


def reach(graph: Graph, start: Iterable[str]) -> dict[str, str]:
    """The names of `start` and all that they use, through any chain, each with the first of
    `start` that was found to reach it."""
    origin: dict[str, str] = {}
    for first in start:
        stack = [first]
        while stack:
            name = stack.pop()
            if name not in origin:
                origin[name] = first
                stack.extend(graph[name])
    return origin


def cycles(graph: Graph) -> list[list[str]]:
    """One shortest cycle through each knot of names that stand on each other; `[a, b]` means
    that a uses b and b uses a. Each begins with the first of its names in the graph's order."""
    order = {name: index for index, name in enumerate(graph)}
    found = []
    for knot in knots(graph):
        start = min(knot, key=order.__getitem__)
        if len(knot) > 1 or start in graph[start]:
            found.append(_shortest_cycle(graph, start, knot))
    return sorted(found, key=lambda path: order[path[0]])


def knots(graph: Mapping[Node, tuple[Node, ...]]) -> list[set[Node]]:
    """The strongly connected components, each after those it uses (Tarjan's algorithm, with a
    stack of its own)."""
    index: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_names: dict[Node, None] = {}
    found = []
    for start in graph:
        if start in index:
            continue
        index[start] = lowest[start] = len(index)
        open_names[start] = None
        stack = [(start, iter(graph[start]))]
        while stack:
            name, rest = stack[-1]
            for used in rest:
                if used not in index:
                    index[used] = lowest[used] = len(index)
                    open_names[used] = None
                    stack.append((used, iter(graph[used])))
                    break
                if used in open_names:
                    lowest[name] = min(lowest[name], index[used])
            else:
                stack.pop()
                if stack:
                    user = stack[-1][0]
                    lowest[user] = min(lowest[user], lowest[name])
                if lowest[name] == index[name]:
                    knot: set[Node] = set()
                    while name not in knot:
                        knot.add(open_names.popitem()[0])
                    found.append(knot)
    return found


def _shortest_cycle(graph: Graph, start: str, knot: set[str]) -> list[str]:
    """From `start` back to it, breadth first; in a knot there is always a way."""
    came_from: dict[str, str] = {}
    queue = deque([start])
    while True:
        name = queue.popleft()
        for used in graph[name]:
            if used == start:
                path = [name]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if used in knot and used not in came_from:
                came_from[used] = name
                queue.append(used)
