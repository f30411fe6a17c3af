"""Validity boundaries -> periods, each with one version of every entry and its conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from otseula.errors import Place
from otseula.logic.conditions import Condition, ConditionSet, QuestionDomain
from otseula.rulebase.binding import Binder
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import LISTS, NAMED, UNDATED, Draft, Entry, Name
from otseula.rulebase.graph import cycles, dependency_order, reach
from otseula.rulebase.layers import gives
from otseula.rulebase.spans import boundaries

#: More days of change than any rule base needs; each is a rule base of its own to check.
MOST_BOUNDARIES = 400
_LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class PeriodDraft:
    """One version of each entry by list and id, in author order, and the bound conditions."""

    start: date | None
    end: date | None
    lists: Mapping[str, Mapping[str, Entry]]
    conditions: ConditionSet


def draft_periods(draft: Draft, findings: Findings) -> list[PeriodDraft]:
    """Every period, first to last; they cover every day. Empty after too many boundaries."""
    dated = [entry for name in LISTS if name not in UNDATED for entry in draft.lists[name]]
    days = boundaries(dated)
    if len(days) > MOST_BOUNDARIES:
        first = next(entry for entry in dated if entry.valid_from or entry.valid_to)
        findings.add("OTS306", first.place, count=len(days), most=MOST_BOUNDARIES)
        return []
    conditions = _Conditions(findings)
    starts: list[date | None] = [None, *days]
    ends = [*(day - timedelta(days=1) for day in days), None]
    periods = []
    for start, end in zip(starts, ends, strict=True):
        day = start or end or date.min
        lists = {
            name: {e.id: e for e in reversed(draft.lists[name]) if e.id and e.valid_on(day)}
            for name in LISTS
        }
        # Reversed twice: the first of two versions that overlap wrongly is the one that counts.
        lists = {name: dict(reversed(held.items())) for name, held in lists.items()}
        periods.append(PeriodDraft(start, end, lists, conditions.of(lists)))
    return periods


@dataclass(slots=True)
class _Conditions:
    """Binds conditions period by period, each once for the same versions of what it names."""

    findings: Findings
    bound: dict[tuple[object, ...], Condition | None] = field(default_factory=dict)

    def of(self, lists: Mapping[str, Mapping[str, Entry]]) -> ConditionSet:
        """The questions and conditions of one period; of use only without findings."""
        named = {entry.id: entry for name in reversed(NAMED) for entry in lists[name].values()}
        graph = {
            entry.id: tuple(_used_by(entry, named, tuple(lists["situations"])))
            for name in NAMED
            for entry in lists[name].values()
        }
        self._check_cycles(graph, named)
        self._check_safety(graph, lists, named)
        binder = Binder(named, lists["parameters"], tuple(lists["situations"]), self.findings)
        conditions = {
            entry.id: self._bind(entry, binder) for name in NAMED for entry in lists[name].values()
        }
        if self.findings:
            return ConditionSet({}, {})
        order = dependency_order(graph)
        questions = {
            entry.id: _domain(entry, conditions[entry.id]) for entry in lists["questions"].values()
        }
        nodes = {name: conditions[name] for name in order if name not in questions}
        return ConditionSet(questions, {n: c for n, c in nodes.items() if c is not None})

    def _bind(self, entry: Entry, binder: Binder) -> Condition | None:
        if entry.condition is None:
            return None
        key = (entry, *(_version(name, binder) for name in entry.names))
        if key not in self.bound:
            self.bound[key] = binder.bind(entry.condition)
        return self.bound[key]

    def _check_cycles(
        self, graph: Mapping[str, tuple[str, ...]], named: Mapping[str, Entry]
    ) -> None:
        for path in cycles(graph):
            chain = [*path, path[0]]
            if len(chain) > _LONGEST_CHAIN:
                chain = [*chain[: _LONGEST_CHAIN - 2], "…", chain[-1]]
            place = _use(named[path[0]], path[1 % len(path)])
            self.findings.add("OTS430", place, chain=" → ".join(chain))

    def _check_safety(
        self,
        graph: Mapping[str, tuple[str, ...]],
        lists: Mapping[str, Mapping[str, Entry]],
        named: Mapping[str, Entry],
    ) -> None:
        """Rule 4 of design.md section 3."""
        giving = [rule.id for rule in lists["rules"].values() if gives(rule, "safety")]
        for name, rule_id in reach(graph, giving).items():
            question = named[name]
            if question.list != "questions":
                continue
            if not question.data.get("always_ask"):
                place = question.at("always_ask" if "always_ask" in question.data else "id")
                self.findings.add("OTS501", place, name=name, rule=rule_id)
            if "applies_when" in question.node.value:
                self.findings.add(
                    "OTS502", question.at_key("applies_when"), name=name, rule=rule_id
                )


def _used_by(
    entry: Entry, named: Mapping[str, Entry], situations: tuple[str, ...]
) -> Iterator[str]:
    for used in entry.names:
        if used.kind == "situations":
            yield from situations if entry.list == "rules" else ()
        elif used.kind != "parameter" and used.name in named:
            yield used.name


def _version(name: Name, binder: Binder) -> object:
    if name.kind == "situations":
        return tuple(binder.situations)
    return (binder.parameters if name.kind == "parameter" else binder.named).get(name.name)


def _use(entry: Entry, name: str) -> Place:
    """Where the entry uses the name, or the word that stands for it."""
    for used in entry.names:
        if used.name == name and used.kind != "parameter":
            return used.place
    return next((used.place for used in entry.names if used.kind == "situations"), entry.place)


def _domain(question: Entry, applies_when: Condition | None) -> QuestionDomain:
    data = question.data
    low_high = data.get("range")
    return QuestionDomain(
        question.id,
        data["type"],
        tuple(option["id"] for option in data.get("options", ())),
        (low_high[0], low_high[1]) if low_high else None,
        applies_when,
    )
