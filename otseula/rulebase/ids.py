"""Ids and periods: what may stand twice, and when."""

from __future__ import annotations

from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import LISTS, NAMED, UNDATED, Draft, Entry
from otseula.rulebase.spans import overlap, span_of


def check_ids(draft: Draft, findings: Findings) -> None:
    """One id, one thing: versions of one id do not overlap, and questions, criteria, situations
    and rules share one set of ids."""
    owners: dict[str, Entry] = {}
    for name in LISTS:
        for entry_id, held in draft.of(name).items():
            _check_versions(name, held, findings)
            if name in NAMED:
                owner = owners.setdefault(entry_id, held[0])
                if owner.list != name:
                    where = str(owner.place)
                    findings.add("OTS304", held[0].place, name=entry_id, where=where)


def _check_versions(name: str, held: list[Entry], findings: Findings) -> None:
    if len(held) == 1:
        return
    spans = [(*span_of(entry), index) for index, entry in enumerate(held)]
    if name in UNDATED:
        spans = [(0, 0, index) for index in range(len(held))]
    spans.sort()
    reach = spans[0]
    for span in spans[1:]:
        if overlap(span[:2], reach[:2]):
            first, second = sorted((reach[2], span[2]))
            findings.add(
                "OTS303", held[second].place, name=held[second].id, where=str(held[first].place)
            )
        reach = max(reach, span, key=lambda s: s[1])
