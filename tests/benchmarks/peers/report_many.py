"""What the section of many cases says; it needs numpy, as the section itself does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from tests.benchmarks.peers import many, polars_columns, tables
from tests.benchmarks.peers.measuring import Measured, Race
from tests.benchmarks.peers.report import number_of, who
from tests.benchmarks.peers.tables import held, number, spread, table


def many_cases(races: Sequence[Race]) -> Mapping[str, str]:
    """A million cases, from columns and from mappings."""
    titles = [f"{race.workload} rules" for race in races]

    def rows(cell: tables.Cell) -> list[list[str]]:
        return [
            [_many_label(e), *(tables.cell_of(race, many.label(e), cell) for race in races)]
            for e in many.ENTRANTS
        ]

    absolute = [*titles, "cases"]
    nanos = [
        [*row, _counts(entrant, races)]
        for row, entrant in zip(rows(_nanoseconds), many.ENTRANTS, strict=True)
    ]
    return {
        "many cases, bars": _many_bars(races),
        "many cases, over numpy": table(["engine", *titles], rows(_to_numpy)),
        "many cases, nanoseconds": table(["engine", *absolute], nanos)
        + f"\npolars: {polars_columns.threads()} threads.\n"
        + who(tables.reasons(races), "Not in the tables:"),
    }


def _counts(entrant: many.Many, races: Sequence[Race]) -> str:
    """On how many cases; more than one number where they differ."""
    counts = dict.fromkeys(entrant.cases(int(race.workload)) for race in races)
    return ", ".join(map(number_of, counts))


def _many_label(entrant: many.Many) -> str:
    name = f"{entrant.name}, from {entrant.given}"
    return {"otseula": f"**{name}**", "floor": f"floor: {name}"}.get(entrant.role, name)


def _to_numpy(race: Race, one: Measured) -> str:
    return spread(one.ratio(many.fastest_numpy(race)))


def _nanoseconds(_: Race, one: Measured) -> str:
    return number(median(one.seconds) * 1e9)


def _many_bars(races: Sequence[Race]) -> str:
    lines = []
    for race in races:
        ran = race.measured
        peer = race.fastest("peer") if any(o.role == "peer" for o in ran.values()) else None
        columns = ran.get(many.label(many.OTSEULA_COLUMNS))
        mappings = ran[many.label(many.OTSEULA_DICTS)]
        rules = f"{race.workload} rules"
        if columns and peer and race.workload == "100":
            found = held(300, peer.ratio(columns), most=False)
            lines.append(f"- {rules}, from columns, the fastest peer over otseula: {found}")
        if columns:
            numpy = many.fastest_numpy(race)
            found = held(2, columns.ratio(numpy), most=True)
            lines.append(f"- {rules}, from columns, otseula over numpy ({numpy.entrant}): {found}")
        if peer:
            found = held(5, peer.ratio(mappings), most=False)
            lines.append(f"- {rules}, from mappings, the fastest peer over otseula: {found}")
    return "\n".join(lines) + "\n"
