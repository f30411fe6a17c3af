"""The tables of the comparison, and their place on the page."""

from __future__ import annotations

import re

import pytest

from tests.benchmarks.peers import report, run
from tests.benchmarks.peers.growth import Grown
from tests.benchmarks.peers.measuring import Measured, Race, Spread
from tests.benchmarks.peers.page import PAGE, filled
from tests.benchmarks.peers.table import FLOOR, OTSEULA
from tests.benchmarks.peers.tables import held, number, one_case_bars, table

OURS = Measured(OTSEULA.name, "otseula", [10e-6, 12e-6, 11e-6], 200, 200)
LOW = Measured(FLOOR.name, "floor", [5e-6, 4e-6, 5.5e-6], 200, 200)
PEER = Measured("CLIPS", "peer", [30e-6, 36e-6, 66e-6], 100, 150)
RACE = Race("100", {m.entrant: m for m in (OURS, LOW, PEER)}, {"experta": "not installed: experta"})


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1234, "0.12"), (9.996, "10.00"), (12.34, "12.3"), (123.4, "123"), (12345, "12 345")],
)
def test_a_number_has_three_digits(value: float, text: str) -> None:
    assert number(value) == text


def test_a_table_is_aligned() -> None:
    assert table(["engine", "µs"], [["CLIPS", "1.00"], ["otseula, lanes", "12.3"]]) == (
        "| engine         |   µs |\n"
        "| -------------- | ---: |\n"
        "| CLIPS          | 1.00 |\n"
        "| otseula, lanes | 12.3 |\n"
    )


def test_a_ratio_is_taken_within_each_round() -> None:
    assert PEER.ratio(OURS) == Spread.of([3.0, 3.0, 6.0])
    assert Spread.of([3.0, 3.0, 6.0]).median == 3.0
    assert Spread.of([2.0]) == Spread(2.0, 2.0, 2.0)


@pytest.mark.parametrize(
    ("limit", "most", "word"),
    [(3.0, True, ": held"), (2.9, True, "not held"), (3.0, False, ": held"), (3.1, False, "not")],
)
def test_a_bar_is_held_by_the_median(limit: float, most: bool, word: str) -> None:
    assert word in held(limit, Spread(3.0, 1.0, 9.0), most=most)


def test_the_sections_of_one_case() -> None:
    said = report.one_case([RACE])
    lines = said["one case, over otseula"].splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [
        f"floor: {FLOOR.name}",
        f"**{OTSEULA.name}**",
        "CLIPS",
    ]
    assert lines[4].endswith("| 3.00 (3.00–5.40) |")
    assert "| 100 (150) |" in said["one case, cases"].replace("  ", " ").replace("  ", " ")
    assert "- experta: not installed: experta\n" in said["one case, cases"]
    assert "(CLIPS) over otseula: 3.00 (3.00–5.40), at least 2: held" in said["one case, bars"]


def test_no_bar_is_told_of_without_what_it_takes() -> None:
    alone = Race("100", {m.entrant: m for m in (OURS, LOW)})
    assert one_case_bars({"100": alone}).count("\n- ") == 0
    assert one_case_bars({"20": RACE}).strip() == ""


GROWN = [Grown(20, [[1e-6], [2e-6], [3e-6]]), Grown(40, [[3e-6], [2e-6], [6e-6]])]


def test_growth_is_told_by_doublings() -> None:
    bars = report.growth(GROWN, GROWN)["growth, bars"].splitlines()
    assert bars[0].endswith("one case: 3.00 times the time, at worst 3.00, at most 2: **not held**")
    assert bars[1].endswith("many cases: 1.00 times the time, at worst 1.00, at most 2: held")
    four = report.doubling(Grown(10, [[1.0]]), Grown(40, [[9.0]]), 0)
    assert four == pytest.approx(3.0)


def test_growth_is_told_beside_the_growth_in_size() -> None:
    last = report.growth(GROWN, GROWN)["growth, rules"].splitlines()[-1]
    assert [cell.strip() for cell in last.split("|")[1:-1]] == [
        *("40", "3.00", "3.00", "2.00", "1.00", "6.00", "2.00", "2.00")
    ]


def test_the_page_has_a_place_for_every_section() -> None:
    places = re.findall(r"<!-- measured: (.+) -->", PAGE.read_text(encoding="utf-8"))
    growth = report.growth(GROWN, GROWN)
    said = {"machine", *report.one_case([RACE]), "shipped", *growth}
    many = {"many cases, bars", "many cases, over numpy", "many cases, nanoseconds"}
    assert sorted(places) == sorted(said | many)


def test_only_what_stands_between_the_markers_is_written() -> None:
    page = "a\n<!-- measured: x -->\nold\n<!-- end -->\nb\n<!-- measured: y -->\n<!-- end -->\n"
    new = filled(page, {"y": "table | \\1\n"})
    assert new == page.replace("y -->\n", "y -->\n\ntable | \\1\n\n")
    assert filled(new, {"y": "table | \\1\n"}) == new
    with pytest.raises(ValueError, match="measured: z"):
        filled(page, {"z": ""})


def test_the_command_tells_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert tuple(run._MEASURED) == run.SECTIONS
    with pytest.raises(SystemExit) as left:
        run.main(["--help"])
    assert left.value.code == 0
    assert "--columns" in capsys.readouterr().out
