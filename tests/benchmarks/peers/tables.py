"""Tables of what was measured, in Markdown that reads as plain text too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from tests.benchmarks.peers.measuring import Measured, Race, Spread
from tests.benchmarks.peers.table import ENTRANTS, FLOOR, OTSEULA

Cell = Callable[[Race, Measured], str]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their longest cell; the first to the left, the others to the right."""
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        first, *others = zip(cells, widths, strict=True)
        right = [cell.rjust(width) for cell, width in others]
        return f"| {' | '.join([first[0].ljust(first[1]), *right])} |"

    rule = [
        ("-" * width if at == 0 else "-" * (width - 1) + ":") for at, width in enumerate(widths)
    ]
    return "\n".join([line(head), line(rule), *(line(row) for row in rows)]) + "\n"


def number(value: float) -> str:
    """Three digits, no more."""
    if value >= 100:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def spread(found: Spread) -> str:
    return f"{number(found.median)} ({number(found.low)}–{number(found.high)})"


def micros(seconds: float) -> str:
    return number(seconds * 1e6)


def by_workload(races: Sequence[Race], cell: Cell) -> str:
    """A row for each entrant, floors first and then by what it took in the last race, a column
    for each workload."""
    titles = [r.workload if r.workload == "shipped" else f"{r.workload} rules" for r in races]
    rows = [[label(name), *(cell_of(race, name, cell) for race in races)] for name in order(races)]
    return table(["engine", *titles], rows)


def cell_of(race: Race, name: str, cell: Cell) -> str:
    return cell(race, race.measured[name]) if name in race.measured else "–"


def label(name: str) -> str:
    role = next((entrant.role for entrant in ENTRANTS if entrant.name == name), "peer")
    return {"otseula": f"**{name}**", "floor": f"floor: {name}"}.get(role, name)


def order(races: Sequence[Race]) -> list[str]:
    """By the ratio to otseula, over the races in which it ran."""
    ratios: dict[str, list[float]] = {}
    for race in races:
        for name, one in race.measured.items():
            ratios.setdefault(name, []).append(one.ratio(race.measured[OTSEULA.name]).median)
    return sorted(ratios, key=lambda name: median(ratios[name]))


def to_otseula(race: Race, one: Measured) -> str:
    return spread(one.ratio(race.measured[OTSEULA.name]))


def to_floor(race: Race, one: Measured) -> str:
    return spread(one.ratio(race.measured[FLOOR.name]))


def absolute(_: Race, one: Measured) -> str:
    return micros(median(one.seconds))


def cases(_: Race, one: Measured) -> str:
    return f"{one.cases} ({one.checked})"


def reasons(races: Sequence[Race]) -> str:
    """Who is not in the tables, and why."""
    lines: dict[str, list[str]] = {}
    for race in races:
        for name, reason in race.absent.items():
            lines.setdefault(f"- {name}: {reason}", []).append(race.workload)
    everywhere = [race.workload for race in races]
    return "".join(
        f"{line}\n" if where == everywhere else f"{line} ({', '.join(where)} rules)\n"
        for line, where in lines.items()
    )


def apart(races: Sequence[Race]) -> str:
    """Who ran in a process of its own, and why."""
    ran = {name for race in races for name in race.measured}
    return "".join(
        f"- {entrant.name}: {entrant.apart}\n"
        for entrant in ENTRANTS
        if entrant.apart and entrant.name in ran
    )


def held(limit: float, found: Spread, *, most: bool) -> str:
    """Whether a bar is held by the median of the rounds."""
    within = found.median <= limit if most else found.median >= limit
    return f"{spread(found)}, {'at most' if most else 'at least'} {limit:g}: " + (
        "held" if within else "**not held**"
    )


def one_case_bars(races: Mapping[str, Race]) -> str:
    """The bar for one case: against the floor, and against the fastest peer."""
    lines = []
    for name in ("100", "500"):
        if race := races.get(name):
            otseula, floor = race.measured[OTSEULA.name], race.measured[FLOOR.name]
            found = held(3, otseula.ratio(floor), most=True)
            lines.append(f"- {name} rules, otseula over the floor: {found}")
            if any(one.role == "peer" for one in race.measured.values()):
                peer = race.fastest("peer")
                lines.append(
                    f"- {name} rules, the fastest peer ({peer.entrant}) over otseula: "
                    f"{held(2, peer.ratio(otseula), most=False)}"
                )
    return "\n".join(lines) + "\n"
