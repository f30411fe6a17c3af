"""The findings about what conditions mean, on random rule bases, against every case written out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from otseula.authoring.check import all_lints
from otseula.authoring.checked import Checked
from otseula.authoring.meaning.needless import needless
from otseula.logic.coding import starts_of
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Known,
    Not,
    QuestionTest,
    Ref,
    Truth,
    parts_of,
    walk,
)
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.load import load_draft
from tests.authoring.meaning.cases import every_case, small_bases
from tests.rulebase.rulefiles import write

BASES = 10
T = {"fi": "K", "sv": "K", "en": "K"}
Cases = list[tuple[Any, dict[str, Truth]]]


def written(condition: Condition) -> Any:
    """As an author writes it."""
    match condition:
        case Ref(name):
            return name
        case Not(part):
            return {"not": written(part)}
        case AllOf(parts):
            return {"all": [written(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [written(part) for part in parts]}
        case AtLeast(count, parts):
            return {"at_least": count, "of": [written(part) for part in parts]}
        case Known(question):
            return {"known": question}
        case QuestionTest(question, "one_of", operand):
            return {question: list(operand)}
        case QuestionTest(question, "is", bool(operand)):
            return {question: operand}
    operand = condition.operand
    listed = list(operand) if isinstance(operand, tuple) else operand
    return {condition.question: {condition.operator: listed}}


def rule_base(random: Random, conditions: ConditionSet) -> tuple[str, dict[str, list[str]]]:
    """The text, one entry on a line, and what follows: consequences by the rules that give them.
    Some that nothing names are rules."""
    named = {
        part.name
        for condition in (
            *conditions.nodes.values(),
            *(q.applies_when for q in conditions.questions.values() if q.applies_when),
        )
        for part in walk(condition)
        if isinstance(part, Ref)
    }
    lists: dict[str, list[Any]] = {"questions": [], "criteria": [], "rules": []}
    goals: dict[str, list[str]] = {}
    for name, domain in conditions.questions.items():
        entry: dict[str, Any] = {"id": name, "type": domain.type, "text": T}
        if domain.options:
            entry["options"] = [{"id": option, "text": T} for option in domain.options]
        if domain.range:
            entry["range"] = list(domain.range)
        if domain.applies_when:
            entry["applies_when"] = written(domain.applies_when)
        lists["questions"].append(entry)
    for name, condition in conditions.nodes.items():
        entry = {"id": name, "when": written(condition)}
        if name not in named and random.random() < 0.7:
            notice = random.choice(["m", "o"])
            goals.setdefault(notice, []).append(name)
            lists["rules"].append({**entry, "because": T, "then": {"notices": [notice]}})
        else:
            lists["criteria"].append({**entry, "text": T})
    text = f"notices: {json.dumps([{'id': n, 'text': T} for n in ('m', 'o')])}\n"
    for name, entries in lists.items():
        text += f"{name}:\n" + "".join(f"  - {json.dumps(e)}\n" for e in entries) if entries else ""
    return text, goals or {name: [name] for name in conditions.nodes}


def found_in(checked: Checked) -> dict[str, list[dict[str, Any]]]:
    """The params of all findings of meaning, by code."""
    findings = Findings()
    for code, lint in all_lints().items():
        if "OTS820" <= code <= "OTS830":
            lint.look(checked, findings)
    by_code: dict[str, list[dict[str, Any]]] = {}
    for code, _, params in findings.found:
        by_code.setdefault(code, []).append(dict(params))
    return by_code


def without(condition: Condition, path: tuple[int, ...], value: Condition) -> Condition:
    """The condition with the part at the end of the path taken for another."""
    if not path:
        return value
    parts = list(parts_of(condition))
    parts[path[0]] = without(parts[path[0]], path[1:], value)
    if isinstance(condition, Not):
        return Not(parts[0])
    return replace(condition, parts=tuple(parts))


def paths(condition: Condition, at: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    for number, part in enumerate(parts_of(condition)):
        yield (*at, number)
        yield from paths(part, (*at, number))


def ungated(conditions: ConditionSet) -> ConditionSet:
    domains = {n: replace(d, applies_when=None) for n, d in conditions.questions.items()}
    return ConditionSet(domains, conditions.nodes)


def traceless(conditions: ConditionSet, name: str, taken: dict[tuple[int, ...], Condition]) -> bool:
    """Whether a node is the same in every case with those parts taken for others."""
    changed = conditions.nodes[name]
    for path, value in taken.items():
        changed = without(changed, path, value)
    gated = any(domain.applies_when for domain in conditions.questions.values())
    for each in (conditions, ungated(conditions)) if gated else (conditions,):
        both = ConditionSet(each.questions, {**each.nodes, "changed": changed})
        if any(settled[name] is not settled["changed"] for _, settled in every_case(both)):
            return False
    return True


def taken_for(condition: Condition, path: tuple[int, ...]) -> list[Condition]:
    for step in path[:-1]:
        condition = parts_of(condition)[step]
    met, not_met = AllOf(()), AnyOf(())
    return {AllOf: [met], AnyOf: [not_met], AtLeast: [not_met, met]}.get(type(condition), [])


class Outcome:
    """What is settled of the goals in each case."""

    def __init__(self, cases: Cases, goals: list[str]) -> None:
        self.names = list(cases[0][0])
        self.settled = {tuple(case.values()): [s[goal] for goal in goals] for case, s in cases}

    def changed(self, question: str, one: Any, other: Any) -> bool:
        """Whether the second answer in place of the first changes a goal in some case."""
        at = self.names.index(question)
        return any(
            found != self.settled[(*case[:at], other, *case[at + 1 :])]
            for case, found in self.settled.items()
            if case[at] == one and type(case[at]) is type(one)
        )


def test_findings_are_what_every_case_shows(tmp_path: Path) -> None:
    counted = hold(tmp_path, seed=1, bases=BASES)
    assert counted.keys() >= {"OTS822", "OTS824", "OTS825", "OTS827", "OTS829"}, counted


def hold(tmp_path: Path, seed: int, bases: int) -> Counter[str]:
    """Holds the findings of random rule bases to every case; in how many each code was found."""
    counted: Counter[str] = Counter()
    for number, conditions in enumerate(islice(small_bases(seed), bases)):
        text, giving = rule_base(Random(number), conditions)
        loaded = load_draft(write(tmp_path / str(number), {"x.yaml": text}))
        assert loaded.content is not None, loaded.findings.diagnostics()
        checked = Checked.of(loaded, date(2026, 11, 22))
        found = found_in(checked)
        counted.update(found.keys())
        assert "OTS830" not in found
        [span] = checked.meanings.spans
        conditions = span.meaning.conditions
        goals = {f"goal {n}": AnyOf(tuple(map(Ref, names))) for n, names in giving.items()}
        gates = {
            f"asks {q.id}": q.applies_when for q in conditions.questions.values() if q.applies_when
        }
        whole = ConditionSet(conditions.questions, {**conditions.nodes, **goals, **gates})
        cases = list(every_case(whole))
        _never_and_always(checked, conditions, cases, found)
        _needless(checked, conditions)
        _questions(conditions, cases, Outcome(cases, list(goals)), found)
    return counted


def _never_and_always(checked: Checked, conditions: ConditionSet, cases: Cases, found: Any) -> None:
    names = set(conditions.nodes)
    told = {p["name"] for code in ("OTS820", "OTS821") for p in found.get(code, ())} & names
    never = {n for n in names if all(s[n] is not Truth.MET for _, s in cases)}
    assert told <= never
    for name in never - told:  # as a contradiction of two parts of the whole
        assert isinstance(conditions.nodes[name], AllOf)
        assert "OTS823" in found
    always = {n for n in names if all(s[n] is Truth.MET for _, s in cases)}
    assert {p["name"] for p in found.get("OTS822", ())} & names == always
    criteria = [entry.id for entry in checked.draft.lists["criteria"]]
    open_cases = [s for _, s in every_case(ungated(conditions))]
    same = {
        name
        for at, name in enumerate(criteria)
        if name not in never | always
        and any(
            all(s[name] is s[other] for _, s in cases)
            and all(s[name] is s[other] for s in open_cases)
            for other in criteria[:at]
        )
    }
    assert {p["name"] for p in found.get("OTS826", ())} == same


def _needless(checked: Checked, conditions: ConditionSet) -> None:
    for name in list(conditions.nodes)[-1:]:
        [entry] = (e for each in ("criteria", "rules") for e in checked.draft.lists[each]
                   if e.id == name)  # fmt: skip
        condition = conditions.nodes[name]
        taken: dict[tuple[int, ...], Condition] = {}
        found = needless(checked.meanings, entry, checked.meanings.of(entry))
        for path in reversed(found):
            fits = [
                value
                for value in taken_for(condition, path)
                if traceless(conditions, name, {path: value})
                and traceless(conditions, name, {**taken, path: value})
            ]
            assert fits, (conditions, name, path)
            taken[path] = fits[0]
        meaning = checked.meanings.spans[0].meaning
        drawn = meaning.named(name)
        if not found and not meaning.never(drawn) and not meaning.always(drawn):
            _nothing_left_out(conditions, name)


def _nothing_left_out(conditions: ConditionSet, name: str) -> None:
    """Each part makes a difference but a repeat, and an `all` that is never met."""
    condition = conditions.nodes[name]
    for path in list(paths(condition))[:3]:
        groups = [_at(condition, path[:depth]) for depth in range(len(path))]
        part = _at(condition, path)
        repeated = any(
            parts_of(group).count(_at(condition, path[: depth + 1])) > 1
            for depth, group in enumerate(groups)
        )
        if not repeated and not isinstance(part, AllOf):
            for value in taken_for(condition, path):
                assert not traceless(conditions, name, {path: value}), (conditions, name, path)


def _at(condition: Condition, path: tuple[int, ...]) -> Condition:
    for step in path:
        condition = parts_of(condition)[step]
    return condition


def _questions(conditions: ConditionSet, cases: Cases, goals: Outcome, found: Any) -> None:
    idle = {p["name"] for p in found.get("OTS829", ())}
    alike = {(p["name"], p["option"]) for p in found.get("OTS827", ())}
    numbers = {(p["name"], p["number"]) for p in found.get("OTS828", ())}
    never_asked = {  # told as a condition that is never met
        name
        for name, domain in conditions.questions.items()
        if domain.applies_when and all(s[f"asks {name}"] is not Truth.MET for _, s in cases)
    }
    for name, domain in conditions.questions.items():
        answers = list({json.dumps(case[name]): case[name] for case, _ in cases}.values())
        nothing = not any(goals.changed(name, one, other) for one in answers for other in answers)
        assert (name in idle) == (nothing and name not in never_asked), (conditions, name)
        if domain.type == "choices" and not nothing:
            for option in domain.options:
                pairs = [
                    (a, _flipped(a, option, domain.options)) for a in answers if a != "dont_know"
                ]
                told = not any(goals.changed(name, a, b) for a, b in pairs)
                assert told == ((name, option) in alike), (conditions, name, option)
        if domain.type == "choice" and not nothing:
            for at, option in enumerate(domain.options):
                told = any(not goals.changed(name, option, other) for other in domain.options[:at])
                assert told == ((name, option) in alike), (conditions, name, option)
        if domain.type == "integer" and not nothing:
            low, high = domain.range
            told = {
                number
                for number in cuts(conditions, name)
                if low < number <= high and not goals.changed(name, number - 1, number)
            }
            assert told == {number for of, number in numbers if of == name}


def cuts(conditions: ConditionSet, question: str) -> set[int]:
    """The numbers that some test tells from the next lower one."""
    gates = [q.applies_when for q in conditions.questions.values() if q.applies_when]
    return set().union(
        *(
            starts_of(part)
            for condition in (*conditions.nodes.values(), *gates)
            for part in walk(condition)
            if isinstance(part, QuestionTest) and part.question == question
        )
    )


def _flipped(marked: tuple[str, ...], option: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Marked where it was not, and the other way round, in the order of the question."""
    return tuple(o for o in options if (o in marked) != (o == option))
