"""The command: measures, prints the tables, and with --markdown writes them into the page."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.benchmarks.peers import growth, report
from tests.benchmarks.peers.measuring import ROUNDS, race
from tests.benchmarks.peers.page import PAGE, filled
from tests.benchmarks.peers.runners import not_installed
from tests.benchmarks.peers.table import ENTRANTS
from tests.benchmarks.peers.verify import DiffersError

RULES = "20,100,500,2000"
#: What there is to measure, in the order in which it is printed.
SECTIONS = ("rules", "shipped", "columns", "growth")


def main(arguments: Sequence[str] | None = None) -> int:
    """0, or 1 where an entrant differs from the specification."""
    options = _options(arguments)
    started = time.monotonic()

    def told(what: str) -> None:
        print(f"{time.monotonic() - started:5.0f} s  {what}", file=sys.stderr, flush=True)

    chosen = [name for name in SECTIONS if getattr(options, name)] or SECTIONS
    try:
        for section in chosen:
            parts = _MEASURED[section](options, told)
            for name, text in parts.items():
                print(f"\n## {name}\n\n{text}", flush=True)
            if options.markdown and parts:
                taken = {"machine": report.machine_text(), **parts}
                PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), taken), encoding="utf-8")
    except DiffersError as wrong:
        print(f"error: {wrong}", file=sys.stderr)
        return 1
    told("done")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.peers", description="All sections, unless some are named."
    )
    parser.add_argument(
        "--rules", nargs="?", const=RULES, help=f"synthetic rules, one case: {RULES}"
    )
    parser.add_argument("--shipped", action="store_true", help="the bundled rule base, one case")
    parser.add_argument("--columns", action="store_true", help="many cases, columns and mappings")
    parser.add_argument("--growth", action="store_true", help="otseula over more rules and cases")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="interleaved rounds of one case")
    parser.add_argument(
        "--markdown", action="store_true", help=f"write the tables into {PAGE.name}"
    )
    return parser.parse_args(arguments)


def _rules(options: argparse.Namespace, told: Callable[[str], None]) -> Mapping[str, str]:
    sizes = (options.rules or RULES).split(",")
    return report.one_case([race(size, ENTRANTS, options.rounds, told) for size in sizes])


def _shipped(options: argparse.Namespace, told: Callable[[str], None]) -> Mapping[str, str]:
    return report.shipped(race("shipped", ENTRANTS, options.rounds, told))


def _columns(options: argparse.Namespace, told: Callable[[str], None]) -> Mapping[str, str]:
    del options
    try:
        from tests.benchmarks.peers import many, report_many
    except ImportError as missing:
        told(f"many cases: not measured, {not_installed(missing)} (make peers)")
        return {}
    return report_many.many_cases([many.race(rules, told=told) for rules in many.RULES])


def _growth(options: argparse.Namespace, told: Callable[[str], None]) -> Mapping[str, str]:
    del options
    # In a process of its own: what the other engines have left in the memory of this one takes
    # part in how long making something large takes.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        told("growth, over rules")
        by_rules = alone.submit(growth.by_rules).result()
        told("growth, over cases")
        return report.growth(by_rules, alone.submit(growth.by_cases).result())


_MEASURED = {"rules": _rules, "shipped": _shipped, "columns": _columns, "growth": _growth}
