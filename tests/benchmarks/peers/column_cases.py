"""The synthetic cases as columns: a million of them, from the same seed on every machine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

import otseula
from otseula.logic.conditions import AllOf, AnyOf, Condition, Not, QuestionTest
from tests.benchmarks.peers.tree import FactValue, Rules, coded, codes_of
from tests.benchmarks.peers.workload import SEED, SHARES, Workload, workload

Column = NDArray[Any]


@dataclass(frozen=True)
class ColumnCases:
    """`columns` by fact: booleans as they are, options as their numbers, in a byte each. The first
    cases are those of the workload, for which the specification has spoken."""

    work: Workload
    count: int
    columns: Mapping[str, Column]

    @cached_property
    def rules(self) -> Rules:
        """With numbers for options."""
        return coded(self.work.rules)

    def part(self, count: int) -> ColumnCases:
        """The first cases."""
        columns = {name: column[:count] for name, column in self.columns.items()}
        return ColumnCases(self.work, min(count, self.count), columns)

    def rows(self, count: int) -> Sequence[Mapping[str, FactValue]]:
        """The first cases as mappings, with options by name."""
        lists = {name: column[:count].tolist() for name, column in self.columns.items()}
        for fact in self.rules.facts.values():
            if fact.kind == "choice":
                lists[fact.name] = [fact.options[number] for number in lists[fact.name]]
        return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]


@cache
def column_cases(rules: int, count: int) -> ColumnCases:
    work = workload(str(rules))
    random = np.random.default_rng(SEED)
    share = random.choice(SHARES, count)
    columns: dict[str, Column] = {}
    for domain in work.conditions.questions.values():
        fact = work.rules.facts[domain.id]
        if fact.kind == "boolean":
            column: Column = random.random(count, np.float32) < share
        elif fact.kind == "choice":
            column = random.integers(0, len(fact.options), count, np.int8)
        else:
            assert domain.range is not None
            column = random.integers(*domain.range, count, np.int8, endpoint=True)
        codes = codes_of(fact)
        for at, case in enumerate(work.cases[:count]):
            value = case[domain.id]
            column[at] = codes[value] if isinstance(value, str) else value
        columns[domain.id] = column
    return ColumnCases(work, count, columns)


def rule_base(work: Workload) -> otseula.RuleBase:
    """The synthetic rules as a rule base that otseula loads, on lanes alone."""
    entries = {
        "questions": [
            {"id": q.id, "type": q.type, "text": {"fi": q.id}}
            | ({"range": q.range} if q.range else {})
            | ({"options": [{"id": o, "text": {"fi": o}} for o in q.options]} if q.options else {})
            for q in work.conditions.questions.values()
        ],
        "criteria": [
            {"id": name, "text": {"fi": name}, "when": _when(condition)}
            for name, condition in work.conditions.nodes.items()
        ],
    }
    with TemporaryDirectory() as directory:
        Path(directory, "rules.yaml").write_text(json.dumps(entries), encoding="utf-8")
        return otseula.load(directory, engines=("lanes",))


def _when(condition: Condition) -> Any:
    match condition:
        case AllOf(parts):
            return {"all": [_when(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [_when(part) for part in parts]}
        case Not(part):
            return {"not": _when(part)}
        case QuestionTest(question, "is" | "one_of", operand):
            return {question: operand}
        case QuestionTest(question, operator, operand):
            return {question: {operator: operand}}
    raise NotImplementedError("no synthetic rule has it")
