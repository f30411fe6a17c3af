"""Hashes of what a rule base means: texts included; places, comments, quoting, the order of
keys and the names of files left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from otseula.rulebase.entries import NAMED, Draft, Entry
from otseula.rulebase.graph import knots
from otseula.rulebase.layers import Uses


def content_hash(entries: Iterable[Entry], more: Iterable[Any] = ()) -> str:
    """sha256 in hexadecimal over all entries in an order of their own, and whatever else
    counts: the header of a layer, what it withdraws. Vignettes test a rule base and are no
    part of what it says."""
    counted = (entry for entry in entries if entry.list != "vignettes")
    lines = sorted(f"{entry.list} {canonical(entry.data)}" for entry in counted)
    lines += [canonical(part) for part in more]
    return _digest(lines)


class ItemHashes:
    """Short hashes of entries with all that they name, through any chain: questions, criteria,
    situations, rules and parameters, in every version. The status is left out."""

    def __init__(self, draft: Draft) -> None:
        self._uses = Uses(draft)
        self._named: dict[Entry, str] = {}
        entries = [entry for name in (*NAMED, "parameters") for entry in draft.lists[name]]
        graph = {entry: tuple(self._uses.direct(entry)) for entry in entries}
        # What is named comes before what names it; versions of other days may name each other.
        for knot in knots(graph):
            alone = sorted(map(_alone, knot))
            below = {used for entry in knot for used in graph[entry]} - knot
            digest = _digest([*alone, *sorted(self._named[used] for used in below)])
            self._named.update(dict.fromkeys(knot, digest))

    def of(self, entry: Entry) -> str:
        """The first 12 hexadecimal digits of the hash."""
        below = sorted({self._named[used] for used in self._uses.direct(entry)})
        return _digest([_alone(entry), *below])[:12]


def _alone(entry: Entry) -> str:
    data = {key: value for key, value in entry.data.items() if key != "status"}
    return f"{entry.list} {canonical(data)}"


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def canonical(data: Any) -> str:
    """JSON with sorted keys and no spaces; a field that is null is a field left out."""
    if isinstance(data, dict):
        data = {key: value for key, value in data.items() if value is not None}
    return json.dumps(
        data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=date.isoformat
    )
