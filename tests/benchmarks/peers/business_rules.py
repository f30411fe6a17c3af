"""business-rules (Venmo): JSON conditions over methods of a class of variables. It has no
negation and no counting; negations are written out as the opposite tests."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.peers.tree import All, Some, Test, Tree, positive
from tests.benchmarks.peers.workload import Workload

_DECORATORS = {
    "boolean": "boolean_rule_variable",
    "choice": "string_rule_variable",
    "integer": "numeric_rule_variable",
}


def build(workload: Workload) -> Any:
    from business_rules import run_all, variables
    from business_rules.actions import BaseActions, rule_action

    rules = workload.rules
    methods: dict[str, Any] = {}
    for fact in rules.facts.values():
        decorated = getattr(variables, _DECORATORS[fact.kind])()
        methods[fact.name] = decorated(lambda self, name=fact.name: self.case[name])

    class Variables(variables.BaseVariables):
        def __init__(self, case: Any) -> None:
            self.case = case

    for name, method in methods.items():
        setattr(Variables, name, method)

    class Actions(BaseActions):
        def __init__(self) -> None:
            self.met: set[str] = set()

        @rule_action()
        def conclude(self, rule: str) -> None:
            self.met.add(rule)

    Actions.conclude.params = {"rule": "text"}
    table = [
        {
            "conditions": written(positive(tree, rules.facts)),
            "actions": [{"name": "conclude", "params": {"rule": name}}],
        }
        for name, tree in rules.trees.items()
    ]

    def evaluate(case: Any) -> set[str]:
        actions = Actions()
        run_all(table, Variables(case), actions)
        return actions.met

    return evaluate


def written(tree: Tree) -> dict[str, Any]:
    """The conditions of one rule."""
    match tree:
        case All(parts):
            return {"all": [written(part) for part in parts]}
        case Some(parts):
            return {"any": [written(part) for part in parts]}
        case Test(fact, "one_of", tuple(options)) if len(options) != 1:
            tests = [_test(fact, "equal_to", option) for option in options]
            return {"any": tests or [_test(fact, "equal_to", "\0")]}
        case Test(fact, "one_of", (option,)):
            return _test(fact, "equal_to", option)
        case Test(fact, operator, operand):
            return _test(fact, _OPERATORS[operator], operand)
    raise NotImplementedError("business-rules has no counting")


def _test(fact: str, operator: str, operand: object) -> dict[str, Any]:
    return {"name": fact, "operator": operator, "value": operand}


_OPERATORS = {
    "yes": "is_true",
    "no": "is_false",
    "at_least": "greater_than_or_equal_to",
    "at_most": "less_than_or_equal_to",
}
