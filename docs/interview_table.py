"""Writes docs/interview.md: `python docs/interview_table.py` (a minute or two). `make bench` holds
the page to what it measures anew."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.interview_table import SEEDS, costs, table  # noqa: E402 (needs the path)

_TOP = """\
<!-- Written by docs/interview_table.py. Edit that, then run it again. -->
# The interview

Which question comes next, how near that is to the fewest questions possible, and how long choosing
takes. How many questions the bundled vignettes are asked: [the walks](interview_walks.md).

1. Questions marked `always_ask` come first, in author order, whatever they cost.
2. Of the others only one that matters is asked: some completion of the open answers makes its
   answer change a consequence, a situation or the eligibility. This is exact, by a binary decision
   diagram of each ([settled](architecture.md)). None is asked before those that decide whether it
   applies. Where a rule base hangs together too closely for diagrams, what Kleene's truths leave
   open is asked instead, theme by theme in author order.
3. What is most urgent is settled first: safety, duties, eligibility, then situations and routes.
   Questions that only decide which channels are offered come after these.
4. A theme that has been begun is gone through while any of its questions still matters to that.
   Where several have been begun, the one whose question stands first in author order goes on: what
   is asked hangs on the answers given, not on the order they were given in.
5. Among the questions that are left the next is the one expected to tell most (in bits, added up
   over what is open) for what it costs: `effort` times one more than `sensitivity`. Questions of
   sensitivity 3 wait for all others. Of equals the author's first is asked.
6. Where at most 10 questions still matter, and little enough is open, the choice is the exact
   optimum under the same rules, by dynamic programming over all that may be left open.

How often an answer is given is read from `prior`. What that does not tell is even: one half for
yes and for each option of a `choices` question, every number of a range alike. Priors choose what
is asked, never what is concluded. The sensitivity and effort of a question that is always asked
change nothing.

A changed answer revives what it had made irrelevant: the next question is found from the answers
in force alone. `--full` asks everything that applies, by theme in author order.

## Against the optimum

400 random rule bases from fixed seeds with 5 to 10 questions, at least 5 of which bear on one of
three goals, all operators. The optimum is found independently, by dynamic programming over all
states of knowledge. "Kleene stop" leaves out what no undecided condition reads; "mention count"
asks what undecided conditions name most. "Without the exact end" is rule 5 alone.

"""
_TOLD = """
The same with three themes, costs of 1, 2 or 4 and some private questions, all under
rules 2, 4 and 5 above (mention count for what a question costs):

"""
_END = """
`make bench` measures this anew and holds it to at most 1.03 of the optimum on average and 1.20 at
worst; `make test` does so on the first 30.

## How long a choice takes

On the whole bundled catalogue `make bench` holds it to 50 ms of CPU for 95 choices of 100, over the
walks of all vignettes and of people of whom much is open; `make test` holds a slice of them to
three times that. Goals of which too much is open to be read in that time are taken to hang on
every question that is left; what is asked at all stays exact.
"""


def main() -> int:
    """Writes the page."""
    plain = table([costs(seed, told=False) for seed in SEEDS], "expected questions")
    told = table([costs(seed, told=True) for seed in SEEDS], "expected cost")
    (ROOT / "docs/interview.md").write_text(_TOP + plain + _TOLD + told + _END, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
