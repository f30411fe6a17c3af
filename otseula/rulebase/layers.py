"""Layers -> one draft: an upper layer adds, replaces and withdraws what lower ones hold.

What gives safety can only be added to: safety actions, duties, the rules that give them, and all
that these rules stand on (questions, criteria, situations, rules, parameters).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import LISTS, Draft, Entry, versions
from otseula.rulebase.lowering import lowered_by_a_situation


def add_layer(
    draft: Draft,
    entries: Iterable[Entry],
    withdraw: Iterable[tuple[str, Place]],
    number: int,
    findings: Findings,
) -> None:
    """Puts the layer of this number over what the draft holds."""
    lower = {name: versions(draft.lists[name]) for name in LISTS}
    protected = protected_entries(draft)
    gone: dict[tuple[str, str], None] = {}
    for written, place in withdraw:
        _withdraw(written, place, lower, protected, gone, findings)
    for name, entry_id in gone:
        del lower[name][entry_id]
    draft.lists = {
        name: [entry for entry in held if (name, entry.id) not in gone]
        for name, held in draft.lists.items()
    }
    lowered = _lowered(draft)
    replaced: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        earlier = lower[entry.list].get(entry.id)
        _check_replacement(entry, earlier, protected, findings)
        if earlier:
            replaced.setdefault((entry.list, entry.id), []).append(entry)
        else:
            if entry.list == "situations" and lowered is not None:
                findings.add("OTS608", entry.place, name=entry.id, rule=lowered.id)
            draft.lists[entry.list].append(entry)
    draft.changed |= dict.fromkeys((*gone, *replaced), number)
    for name in {name for name, _ in replaced}:
        draft.lists[name] = list(_with_replacements(name, draft.lists[name], replaced))


def _lowered(draft: Draft) -> Entry | None:
    giving = [rule for rule in draft.lists["rules"] if gives(rule, "safety", "duties")]
    return lowered_by_a_situation(giving, draft.named())


def _with_replacements(
    name: str, held: list[Entry], replaced: dict[tuple[str, str], list[Entry]]
) -> Iterator[Entry]:
    """The new versions stand where the first of the old ones stood."""
    done = set()
    for entry in held:
        new = replaced.get((name, entry.id))
        if new is None:
            yield entry
        elif entry.id not in done:
            done.add(entry.id)
            yield from new


def _check_replacement(
    entry: Entry,
    earlier: list[Entry] | None,
    protected: set[tuple[str, str]],
    findings: Findings,
) -> None:
    replaces = entry.data.get("replaces")
    if replaces is None:
        if earlier:
            findings.add("OTS603", entry.place, name=entry.id, where=str(earlier[0].place))
        return
    where = entry.at("replaces")
    if replaces != entry.id:
        findings.add("OTS601", where, name=entry.id, replaces=replaces)
    elif not earlier:
        findings.missing("OTS602", where, name=entry.id, known=())
    elif (entry.list, entry.id) in protected:
        findings.add("OTS606", where, name=entry.id)


def _withdraw(
    written: str,
    place: Place,
    lower: dict[str, dict[str, list[Entry]]],
    protected: set[tuple[str, str]],
    gone: dict[tuple[str, str], None],
    findings: Findings,
) -> None:
    in_list, _, entry_id = written.rpartition(".")
    found = [name for name in LISTS if entry_id in lower[name] and in_list in ("", name)]
    if not found:
        known = {held for name in LISTS for held in lower[name] if in_list in ("", name)}
        findings.missing("OTS604", place, name=entry_id, known=known)
    elif len(found) > 1:
        choices = tuple(f"{name}.{entry_id}" for name in found)
        findings.add("OTS605", place, name=entry_id, choices=choices)
    elif (found[0], entry_id) in protected:
        findings.add("OTS606", place, name=entry_id)
    else:
        gone[found[0], entry_id] = None


def protected_entries(draft: Draft) -> set[tuple[str, str]]:
    """List and id of everything that an upper layer may neither replace nor withdraw."""
    protected = {
        (name, entry.id) for name in ("safety_actions", "duties") for entry in draft.lists[name]
    }
    giving = [rule for rule in draft.lists["rules"] if gives(rule, "safety", "duties")]
    return protected | {(entry.list, entry.id) for entry in Uses(draft).reached(giving)}


def gives(rule: Entry, *kinds: str) -> bool:
    """Whether the rule has consequences of one of these kinds."""
    then = rule.data.get("then")
    return isinstance(then, dict) and any(then.get(kind) for kind in kinds)


class Uses:
    """Which entries stand on which, through any chain, in all their versions."""

    def __init__(self, draft: Draft) -> None:
        self._situations = draft.lists["situations"]
        self._named = draft.named()
        self._parameters = draft.of("parameters")
        self._direct: dict[Entry, list[Entry]] = {}

    def direct(self, entry: Entry) -> list[Entry]:
        """Every version of everything that the entry's condition names."""
        if entry not in self._direct:
            self._direct[entry] = [
                used
                for name in entry.names
                for used in (
                    self._situations
                    if name.kind == "situations"
                    else (self._parameters if name.kind == "parameter" else self._named).get(
                        name.name, ()
                    )
                )
            ]
        return self._direct[entry]

    def reached(self, start: Iterable[Entry]) -> list[Entry]:
        """The entries of `start` and all that they stand on."""
        seen: dict[Entry, None] = {}
        stack = list(start)
        while stack:
            entry = stack.pop()
            if entry not in seen:
                seen[entry] = None
                stack.extend(self.direct(entry))
        return list(seen)
