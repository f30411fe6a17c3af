"""CLIPS (clipspy): one fact of a template, one rule for each alternative of a condition's
disjunctive normal form, so that what rules share is matched once in the Rete network."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.peers.tree import Test, alternatives, positive
from tests.benchmarks.peers.workload import Workload

_KINDS = {"boolean": "SYMBOL", "choice": "SYMBOL", "integer": "INTEGER"}


def build(workload: Workload) -> Any:
    import clips

    rules = workload.rules
    environment = clips.Environment()
    slots = " ".join(f"(slot {f.name} (type {_KINDS[f.kind]}))" for f in rules.facts.values())
    environment.build(f"(deftemplate case {slots})")
    environment.build("(defglobal ?*met* = (create$))")
    for number, tree in enumerate(rules.trees.values()):
        for which, tests in enumerate(alternatives(positive(tree, rules.facts))):
            environment.build(_rule(number, which, tests))
    names = list(rules.trees)
    template = environment.find_template("case")
    options = {option for fact in rules.facts.values() for option in fact.options}
    symbols = {option: clips.Symbol(option) for option in options}
    symbols |= {True: clips.Symbol("TRUE"), False: clips.Symbol("FALSE")}
    symbolic = [fact.name for fact in rules.facts.values() if fact.kind != "integer"]

    def evaluate(case: Any) -> set[str]:
        fact = dict(case)
        for name in symbolic:
            fact[name] = symbols[fact[name]]
        environment.reset()
        template.assert_fact(**fact)  # a string for its own reader takes nine times as long
        environment.run()
        return {names[number] for number in environment.eval("?*met*")}

    return evaluate


def _rule(number: int, which: int, tests: tuple[Test, ...]) -> str:
    slots: dict[str, list[str]] = {}
    for test in dict.fromkeys(tests):
        slots.setdefault(test.fact, []).append(_constraint(test))
    pattern = " ".join(f"({fact} ?{fact}&{'&'.join(each)})" for fact, each in slots.items())
    return (
        f"(defrule r{number}-{which} (case {pattern}) => (bind ?*met* (create$ ?*met* {number})))"
    )


def _constraint(test: Test) -> str:
    match test.operator, test.operand:
        case "yes", _:
            return "TRUE"
        case "no", _:
            return "FALSE"
        case "one_of", tuple(options):
            equal = " ".join(f"(eq ?{test.fact} {option})" for option in options)
            return f":(or FALSE {equal})"
        case "at_least", int(least):
            return f":(>= ?{test.fact} {least})"
        case "at_most", int(most):
            return f":(<= ?{test.fact} {most})"
    raise NotImplementedError(test.operator)
