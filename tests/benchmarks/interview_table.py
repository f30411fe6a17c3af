"""The table of docs/interview.md: what each way of asking costs against the optimum."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.small_interviews import World, small
from tests.benchmarks.ways_to_ask import (
    adaptive,
    author_order,
    everything,
    expected,
    mention_count,
    optimum,
)

SEEDS = range(400)
WAYS = (
    "the optimum",
    "**otseula**",
    "otseula without the exact end",
    "mention count",
    "author order, Kleene stop",
    "ask everything",
)


def costs(seed: int, *, told: bool) -> tuple[float, ...]:
    """The expected cost of each of WAYS on the rule base of a seed."""
    base = small(seed, told=told)
    world = World.of(base.conditions, base.goals)
    return (
        optimum(base, world),
        expected(base, adaptive(base)),
        expected(base, adaptive(base, exact_end=False)),
        expected(base, mention_count(base)),
        expected(base, author_order(base)),
        everything(base, world),
    )


def ratios(rows: Sequence[tuple[float, ...]], way: str) -> list[float]:
    """To the optimum, of each rule base."""
    at = WAYS.index(way)
    return [row[at] / row[0] for row in rows]


def table(rows: Sequence[tuple[float, ...]], unit: str) -> str:
    """In Markdown."""
    lines = [
        f"| way of asking | {unit} | of the optimum, on average | at worst |",
        "|---|---|---|---|",
    ]
    for at, way in enumerate(WAYS):
        each = ratios(rows, way)
        mean = sum(row[at] for row in rows) / len(rows)
        lines.append(f"| {way} | {mean:.2f} | {sum(each) / len(each):.3f} | {max(each):.2f} |")
    return "\n".join(lines) + "\n"
