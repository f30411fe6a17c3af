"""What each section says, by the name of its place on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log2

from tests.benchmarks.peers import tables
from tests.benchmarks.peers.growth import Grown
from tests.benchmarks.peers.machine import machine, versions
from tests.benchmarks.peers.measuring import Race
from tests.benchmarks.peers.tables import number, table

#: By which a time may pass twice another one and still be called twice: two medians differ so
#: much from one run to the next.
NOISE = 0.1


def machine_text() -> str:
    """The machine, and what is installed."""
    return f"{machine()}.\n\n{versions()}.\n"


def one_case(races: Sequence[Race]) -> Mapping[str, str]:
    """One case at a time over the synthetic rules."""
    return {
        "one case, bars": tables.one_case_bars({race.workload: race for race in races}),
        "one case, over otseula": tables.by_workload(races, tables.to_otseula),
        "one case, over the floor": tables.by_workload(races, tables.to_floor),
        "one case, microseconds": tables.by_workload(races, tables.absolute),
        "one case, cases": tables.by_workload(races, tables.cases)
        + who(tables.apart(races), "In a process of their own:")
        + who(tables.reasons(races), "Not in the tables:"),
    }


def shipped(race: Race) -> Mapping[str, str]:
    """One case at a time over the bundled rule base."""
    rows = [
        [
            tables.label(name),
            tables.to_otseula(race, one),
            tables.to_floor(race, one),
            tables.absolute(race, one),
            tables.cases(race, one),
        ]
        for name in tables.order([race])
        for one in [race.measured[name]]
    ]
    head = ["engine", "over otseula", "over the floor", "µs", "cases (checked)"]
    return {
        "shipped": table(head, rows) + who(tables.reasons([race]), "Not in the table:"),
    }


def who(lines: str, title: str) -> str:
    return f"\n{title}\n\n{lines}" if lines else ""


def growth(by_rules: Sequence[Grown], by_cases: Sequence[Grown]) -> Mapping[str, str]:
    """How time grows, beside how size does."""
    rules = [
        [
            number_of(each.size),
            *(
                text
                for what in range(3)
                for text in (number(each.median(what) * 1e6), _times(by_rules, at, what))
            ),
            _times(by_rules, at, None),
        ]
        for at, each in enumerate(by_rules)
    ]
    cases = [
        [
            number_of(each.size),
            number(each.median() * 1e3),
            number(each.median() * 1e6 / each.size),
            _times(by_cases, at, 0),
            _times(by_cases, at, None),
        ]
        for at, each in enumerate(by_cases)
    ]
    return {
        "growth, bars": _growth_bars(by_rules, by_cases),
        "growth, rules": table(
            ["rules", "one case, µs", "×", "one of many, µs", "×", "compiling, µs", "×", "rules ×"],
            rules,
        ),
        "growth, cases": table(["cases", "ms", "µs for each", "time ×", "cases ×"], cases),
    }


def _growth_bars(by_rules: Sequence[Grown], by_cases: Sequence[Grown]) -> str:
    """What twice as much does to time: over the whole table, and from the worst row to the next."""
    lines = []
    for title, rows, what in (
        ("rules, one case", by_rules, 0),
        ("rules, one of many cases", by_rules, 1),
        ("rules, compiling", by_rules, 2),
        ("cases", by_cases, 0),
    ):
        whole = doubling(rows[0], rows[-1], what)
        worst = at_worst(rows, what)
        lines.append(
            f"- twice the {title}: {number(whole)} times the time, at worst {number(worst)}, "
            f"at most 2: {'held' if worst <= 2 + NOISE else '**not held**'}\n"
        )
    return "".join(lines)


def doubling(small: Grown, large: Grown, what: int) -> float:
    """What twice the size does to time, on the way from one size to another."""
    doublings = log2(large.size / small.size)
    return float((large.median(what) / small.median(what)) ** (1 / doublings))


def at_worst(rows: Sequence[Grown], what: int) -> float:
    """What twice the size does to time, from one row to the next."""
    return max(doubling(*pair, what) for pair in pairwise(rows))


def _times(rows: Sequence[Grown], at: int, what: int | None) -> str:
    """How much more than the row before, in time or (None) in size."""
    if at == 0:
        return "–"
    before, now = rows[at - 1], rows[at]
    return number(
        now.size / before.size if what is None else now.median(what) / before.median(what)
    )


def number_of(size: int) -> str:
    return f"{size:,}".replace(",", " ")
