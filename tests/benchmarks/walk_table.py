"""The tables of docs/interview_walks.md: how many questions each vignette is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from otseula import RuleBase
from otseula.rulebase.model import Vignette
from tests.benchmarks.walks import (
    Person,
    adaptively,
    everything,
    in_author_order,
    skipping,
    unavoidable,
)
from tests.vignettes import whole

#: The kinds that the bar on the number of questions is about.
CLEAR = ("clear_yes", "clear_no", "borderline")


class Row(NamedTuple):
    """One vignette: questions that are always asked, and others by each way of asking; `fewest`:
    those that no order can spare."""

    id: str
    kind: str
    always: int
    every: int
    in_order: int
    skipping: int
    adaptive: int
    fewest: int


def row(rulebase: RuleBase, vignette: Vignette) -> Row:
    person = Person.of(rulebase, vignette)
    ways = (everything, in_author_order, skipping, adaptively)
    answers = [person.asked(way) for way in ways]
    others = [person.others(each) for each in answers]
    always = len(answers[-1]) - others[-1]
    return Row(vignette.id, vignette.kind, always, *others, unavoidable(person))


def rows(rulebase: RuleBase) -> list[Row]:
    return [row(rulebase, vignette) for vignette in whole(rulebase)]


def share(rows: Sequence[Row], way: str, of: str = "in_order") -> float:
    """Of the others asked in author order, over the clear and borderline ones together."""
    clear = [each for each in rows if each.kind in CLEAR]
    return sum(getattr(r, way) for r in clear) / sum(getattr(r, of) for r in clear)


def by_kind(rows: Sequence[Row]) -> str:
    """In Markdown."""
    kinds = {
        kind: [r for r in rows if r.kind == kind] for kind in dict.fromkeys(r.kind for r in rows)
    }
    lines = _head("kind", "vignettes")
    lines += [_line(kind, len(of_kind), of_kind) for kind, of_kind in kinds.items()]
    clear = [r for r in rows if r.kind in CLEAR]
    lines.append(_line("**clear yes, clear no, borderline**", len(clear), clear))
    lines.append(_line("all", len(rows), rows))
    return "\n".join(lines) + "\n"


def by_vignette(rows: Sequence[Row]) -> str:
    lines = _head("vignette", "kind")
    lines += [_line(f"`{each.id}`", each.kind, [each]) for each in rows]
    return "\n".join(lines) + "\n"


def _head(first: str, second: str) -> list[str]:
    ways = "all that apply | author order | the same, skipping | **otseula** | no order can spare"
    return [
        f"| {first} | {second} | always asked | {ways} | otseula of author order |",
        "|---|---|---|---|---|---|---|---|---|",
    ]


def _line(name: str, second: object, rows: Iterable[Row]) -> str:
    every = list(rows)
    sums = [sum(r[at] for r in every) for at in range(2, len(Row._fields))]
    of_order = f"{sums[4] / sums[2]:.2f}" if sums[2] else ""
    return f"| {name} | {second} | {' | '.join(map(str, sums))} | {of_order} |"
