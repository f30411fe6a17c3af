"""durable-rules in its best two-valued form: its C module called directly, one flat fact, rules
in chunks below its limits, assert, fire, retract; and its public Host, which is how its
documentation says to use it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import prod
from typing import Any

from tests.benchmarks.peers.tree import All, Fact, Some, Test, Tree, coded, codes_of, positive
from tests.benchmarks.peers.workload import Workload

#: Above 64 conditions true at once an assertion fails; a chunk holds fewer alternatives.
_MOST_PATHS = 60
_LAST = 65000


def raw(workload: Workload) -> Any:
    """Nobody else's session may be in this process: run apart."""
    import durable_rules_engine as module

    chunks = [
        (module.create_ruleset(f"rules{at}", json.dumps(chunk | {"sentinel": _sentinel()})))
        for at, chunk in enumerate(_chunks(workload))
    ]
    encoded = _encoder(workload)

    def evaluate(case: Any) -> set[str]:
        fact = json.dumps({"sid": "s", "id": "c", "k": 1, **encoded(case)})
        met: set[str] = set()
        for handle in chunks:
            code, state = module.assert_fact(handle, fact)
            if code:
                raise RuntimeError(f"assert_fact gave {code}")
            message = module.start_action_for_state(handle, state)[1]
            while message is not None:
                met.add(message[2 : message.index('"', 2)])
                message = module.complete_and_start_action(handle, state)
            module.retract_fact(handle, fact)
        return met - {"sentinel"}

    return evaluate


def host(workload: Workload) -> Any:
    """The public way: rules with actions, a session for each case, deleted afterwards."""
    from durable.engine import Host

    met: set[str] = set()

    def action(name: str) -> Any:
        return lambda _: met.add(name)  # a second parameter would make it asynchronous

    definitions = {}
    for at, chunk in enumerate(_chunks(workload)):
        for name, rule in chunk.items():
            rule["run"] = action(name)
        last = _sentinel() | {"run": lambda _: None}
        definitions[f"rules{at}"] = chunk | {"sentinel": last}
    names = list(definitions)
    engine = Host(definitions)
    encoded = _encoder(workload)

    def evaluate(case: Any) -> set[str]:
        met.clear()
        fact = {"sid": "s", "id": "c", "k": 1, **encoded(case)}
        for name in names:
            engine.assert_fact(name, dict(fact))
            engine.delete_state(name, "s")
        return set(met)

    return evaluate


def _encoder(workload: Workload) -> Any:
    codes = {f.name: codes_of(f) for f in workload.rules.facts.values() if f.kind == "choice"}

    def encoded(case: Any) -> dict[str, Any]:
        fact = dict(case)
        for name, numbers in codes.items():
            fact[name] = numbers[fact[name]]
        return fact

    return encoded


def _sentinel() -> dict[str, Any]:
    return {"all": [{"m": {"k": 1}}], "pri": _LAST}


def _chunks(workload: Workload) -> Iterator[dict[str, Any]]:
    """Rules as durable-rules reads them, in groups that stay below its limits."""
    chunk: dict[str, Any] = {}
    filled = 0
    facts, rules = workload.rules.facts, coded(workload.rules)
    options = {f.name: _as_codes(f) for f in facts.values()}
    for name, tree in rules.trees.items():
        plain = positive(tree, options)
        paths = _paths(plain)
        if filled + paths > _MOST_PATHS:
            yield chunk
            chunk, filled = {}, 0
        filled += paths
        chunk[name] = {"all": [{"m": {"$and": [{"k": 1}, _written(plain)]}}]}
    yield chunk


def _as_codes(fact: Fact) -> Any:
    """A choice whose options are their codes, so that an opposite names codes too."""
    codes: tuple[Any, ...] = tuple(range(len(fact.options)))
    return Fact(fact.name, fact.kind, codes, None if fact.absent is None else -1)


def _paths(tree: Tree) -> int:
    match tree:
        case All(parts):
            return prod(map(_paths, parts))
        case Some(parts):
            return sum(map(_paths, parts))
        case Test(_, "one_of", tuple(options)):
            return len(options)
    return 1


def _written(tree: Tree) -> Mapping[str, Any]:
    match tree:
        case All(parts):
            return {"$and": [_written(part) for part in parts]}
        case Some(parts):
            return {"$or": [_written(part) for part in parts]}
        case Test(fact, "one_of", (only,)):
            return {fact: only}
        case Test(fact, "one_of", tuple(options)):
            return {"$or": [{fact: option} for option in options]}
        case Test(fact, operator, operand):
            return _TESTS[operator](fact, operand)
    raise NotImplementedError("durable-rules counts only by combinations")


_TESTS = {
    "yes": lambda fact, _: {fact: True},
    "no": lambda fact, _: {fact: False},
    "at_least": lambda fact, least: {"$gte": {fact: least}},
    "at_most": lambda fact, most: {"$lte": {fact: most}},
}
