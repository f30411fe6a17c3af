"""The long run: `python -m tests.fuzz [N]` compares the engines on N pairs of a random rule base
and a random case (default 100 000), prints what it did, and exits 1 on any disagreement."""

from __future__ import annotations

import sys
import time

from otseula.logic.engines import available_engines
from tests.logic.agreement import Tally, compare

CASES = 20


def main(pairs: int = 100_000, first_seed: int = 1_000_000) -> int:
    tally, started, shown = Tally(), time.monotonic(), time.monotonic()
    print("engines:", ", ".join(available_engines()), flush=True)
    seed = first_seed
    while tally.pairs < pairs:
        compare(seed, min(CASES, pairs - tally.pairs), tally)
        seed += 1
        if time.monotonic() - shown > 15:
            shown = time.monotonic()
            print(f"{tally.pairs} pairs, {len(tally.disagreements)} disagreements", flush=True)
    for line in tally.disagreements[:50]:
        print(line)
    print(
        f"{tally.pairs} pairs of {seed - first_seed} rule bases, "
        f"{tally.node_evaluations} node evaluations, {tally.decided} nodes decided, "
        f"{tally.contradictory} contradictory cases, "
        f"{len(tally.disagreements)} disagreements, {time.monotonic() - started:.0f} s"
    )
    return 1 if tally.disagreements else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
