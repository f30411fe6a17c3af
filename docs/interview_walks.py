"""Writes docs/interview_walks.md: `python docs/interview_walks.py` (a minute). `make bench` holds
the page to what it measures anew."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import otseula  # noqa: E402 (needs the path)
from tests.benchmarks.walk_table import Row, by_kind, by_vignette, rows, share  # noqa: E402 (same)

PAGE = ROOT / "docs/interview_walks.md"
_TOP = """\
<!-- Written by docs/interview_walks.py. Edit that, then run it again. -->
# How many questions the vignettes are asked

Each vignette of the bundled rule base goes through the [interview](interview.md); what it does not
tell is answered "not known". Questions that are `always_ask` come first and are the same for every
way of asking. Counted are the others:

- **all that apply**: the full questionnaire (`--full`).
- **author order**: every question that applies, in author order, until by Kleene's truths no
  question that is left could change anything.
- **the same, skipping**: in author order, but only questions that something still reads which
  Kleene's truths leave undecided.
- **otseula**: what the interview asks.
- **no order can spare**: what anybody would have to ask who knew every answer beforehand, but must
  stop only when no answer could change anything, and ask no question before those that decide
  whether it applies. A question counts that could still change something when all else is answered,
  and one that decides whether such a question applies. Fewer is impossible in any order; as few may
  be so too.

After the interview all consequences are those of the full questionnaire, for each vignette:
safety, duties, eligibility, situations, expertise, channels and notices.

"""
_MIDDLE = """
The bar set for clear yes, clear no and borderline together was 0.75 of author order. The interview
asks {adaptive:.3f} of it. {bound}

"""
_OUT_OF_REACH = """\
No order can come below {fewest:.3f}: the bar cannot be met by choosing well,
only by a rule base that needs fewer answers. Nearly all that is asked is needed: of what the
interview asks there, {needed:.0%} is spared by no order at all."""
_IN_REACH = "No order can come below {fewest:.3f}."


def page(found: list[Row]) -> str:
    """The whole page."""
    fewest = share(found, "fewest")
    bound = (_OUT_OF_REACH if fewest > 0.75 else _IN_REACH).format(
        fewest=fewest, needed=share(found, "fewest", of="adaptive")
    )
    told = _MIDDLE.format(adaptive=share(found, "adaptive"), bound=bound)
    return _TOP + by_kind(found) + told + "## Each vignette\n\n" + by_vignette(found)


def main() -> int:
    """Writes the page."""
    PAGE.write_text(page(rows(otseula.load())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
