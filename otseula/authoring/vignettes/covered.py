"""The coverage of vignettes as text for people and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from otseula.authoring.vignettes.alone import Alone, Unshown
from otseula.authoring.vignettes.because import place_as_dict
from otseula.authoring.vignettes.coverage import Coverage
from otseula.authoring.vignettes.words import say


def coverage_lines(coverage: Coverage, language: str, *, full: bool) -> Iterator[str]:
    """What is covered, and what is not; of the parts of conditions, which are many, only how many
    but where `full`."""
    yield say("coverage", language, covered=coverage.covered, total=coverage.total)
    yield from _counts(coverage.counts, language)
    if coverage.uncovered:
        yield say("not_covered", language)
    for entry in coverage.uncovered:
        yield f"  {entry.id}: {say('lacks_' + entry.lacks, language)}, {entry.place}"
    if coverage.alone.total or coverage.alone.impossible:
        yield ""
        yield from _alone(coverage.alone, language, full=full)


def _alone(alone: Alone, language: str, *, full: bool) -> Iterator[str]:
    yield say("alone", language, shown=alone.shown, total=alone.total)
    yield from _counts(alone.counts, language)
    if not full:
        if alone.impossible:
            yield say("alone_impossible", language, count=len(alone.impossible))
        if alone.lacking or alone.impossible:
            yield say("alone_option", language)
        return
    if alone.lacking:
        yield from ("", say("lacking", language))
        yield from _entries(alone.lacking, language, cases=True)
    if not alone.checked:
        yield say("alone_unchecked", language)
    if alone.impossible:
        yield from ("", say("impossible", language))
        yield from _entries(alone.impossible, language, cases=False)


def _counts(counts: Mapping[str, tuple[int, int]], language: str) -> Iterator[str]:
    for name, (found, total) in counts.items():
        if total:
            yield f"  {say('list_' + name, language)} {found}/{total}"


def _entries(parts: Iterable[Unshown], language: str, *, cases: bool) -> Iterator[str]:
    """Entry by entry; the parts of one that lack the same kind of case stand together."""
    for (_, name, file), group in groupby(parts, lambda u: (u.list, u.id, u.leaf.place.file)):
        of_entry = list(group)
        yield f"  {name}, {file}"
        if not cases:
            yield from (f"    {_named(each)}" for each in of_entry)
            continue
        for kind, lacking in _by_case(of_entry).items():
            yield f"    {say(kind, language)}"
            yield from (f"      {_named(each)}" for each in lacking)


def _by_case(parts: Sequence[Unshown]) -> dict[str, list[Unshown]]:
    found: dict[str, list[Unshown]] = {}
    for part in parts:
        for lacks in part.lacks:
            side = "against" if part.leaf.turned else "for"
            found.setdefault(f"case_{side}_{lacks}", []).append(part)
    return found


def _named(part: Unshown) -> str:
    place = part.leaf.place
    return f"{place.line}:{place.column} {part.leaf.name}"


def coverage_as_dict(coverage: Coverage) -> dict[str, object]:
    """`{covered, total, lists, uncovered, parts}`; JSON types only."""
    return {
        "covered": coverage.covered,
        "total": coverage.total,
        "lists": {n: {"covered": c, "total": t} for n, (c, t) in coverage.counts.items()},
        "uncovered": [
            {"list": e.list, "id": e.id, "lacks": e.lacks, "place": place_as_dict(e.place)}
            for e in coverage.uncovered
        ],
        "parts": _alone_as_dict(coverage.alone),
    }


def _alone_as_dict(alone: Alone) -> dict[str, object]:
    return {
        "shown": alone.shown,
        "total": alone.total,
        "lists": {n: {"shown": s, "total": t} for n, (s, t) in alone.counts.items()},
        "lacking": [_unshown(each) for each in alone.lacking],
        "impossible": [_unshown(each) for each in alone.impossible],
        "checked": alone.checked,
    }


def _unshown(part: Unshown) -> dict[str, object]:
    return {
        "list": part.list,
        "id": part.id,
        "part": part.leaf.name,
        "turned": part.leaf.turned,
        "lacks": list(part.lacks),
        "place": place_as_dict(part.leaf.place),
    }
