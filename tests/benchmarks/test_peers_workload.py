"""What the peers are given says the same as what otseula is given, however it is written."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.benchmarks.peers import json_logic_rules, plain_python
from tests.benchmarks.peers.infix import CEL, PYTHON, SQL, ZEN
from tests.benchmarks.peers.tree import (
    All,
    Count,
    No,
    Some,
    Test,
    Tree,
    all_tests,
    alternatives,
    coded,
    codes_of,
    positive,
)
from tests.benchmarks.peers.workload import case_of, synthetic, workload

WORKLOADS = ("20", "shipped")
_TESTS = {
    "yes": lambda value, _: value is True,
    "no": lambda value, _: value is False,
    "one_of": lambda value, options: value in options,
    "at_least": lambda value, least: value >= least,
    "at_most": lambda value, most: value <= most,
    "has": lambda value, option: option in value,
    "lacks": lambda value, option: option not in value,
}


def holds(tree: Tree, case: Mapping[str, object]) -> bool:
    """What a tree means."""
    match tree:
        case All(parts):
            return all(holds(part, case) for part in parts)
        case Some(parts):
            return any(holds(part, case) for part in parts)
        case No(part):
            return not holds(part, case)
        case Count(least, parts):
            return sum(holds(part, case) for part in parts) >= least
        case Test(fact, operator, operand):
            return _TESTS[operator](case[fact], operand)


@pytest.mark.parametrize("name", WORKLOADS)
def test_the_neutral_trees_say_what_the_specification_says(name: str) -> None:
    work = workload(name)
    for facts, expected in zip(work.facts, work.truths, strict=True):
        assert tuple(holds(tree, facts) for tree in work.rules.trees.values()) == expected


@pytest.mark.parametrize("name", WORKLOADS)
def test_without_negation_they_say_the_same(name: str) -> None:
    work = workload(name)
    trees = [positive(tree, work.rules.facts) for tree in work.rules.trees.values()]
    assert not any("No(" in repr(tree) for tree in trees)
    for facts, expected in zip(work.facts[:40], work.truths, strict=False):
        assert tuple(holds(tree, facts) for tree in trees) == expected


def test_alternatives_and_codes_say_the_same() -> None:
    work = workload("20")
    codes = {f.name: codes_of(f) for f in work.rules.facts.values() if f.kind == "choice"}
    forms = [alternatives(positive(t, work.rules.facts)) for t in work.rules.trees.values()]
    numbered = coded(work.rules).trees.values()
    for facts, expected in zip(work.facts, work.truths, strict=True):
        numbers = {k: codes[k][v] if k in codes else v for k, v in facts.items()}
        assert tuple(holds(tree, numbers) for tree in numbered) == expected
        said = tuple(any(all(holds(t, facts) for t in each) for each in form) for form in forms)
        assert said == expected


@pytest.mark.parametrize("name", WORKLOADS)
def test_generated_python_says_what_the_specification_says(name: str) -> None:
    work = workload(name)
    rules = plain_python.build(work)
    assert [tuple(map(bool, rules(facts))) for facts in work.facts] == list(work.truths)


def test_the_synthetic_rules_are_what_the_page_says() -> None:
    work = workload("100")
    kinds = [fact.kind for fact in work.rules.facts.values()]
    assert [kinds.count(kind) for kind in ("boolean", "choice", "integer")] == [30, 15, 15]
    sizes = {len({t.fact for t in all_tests(tree)}) for tree in work.rules.trees.values()}
    assert sizes == {2, 3, 4, 5, 6}
    met = sum(map(sum, work.truths)) / len(work.truths) / len(work.rules.trees)
    assert 0.15 < met < 0.25


def test_they_are_the_same_from_the_same_seed() -> None:
    few, many = synthetic(20), synthetic(40)
    assert list(few.nodes.items()) == list(many.nodes.items())[:20]
    assert synthetic(20) == few
    assert synthetic(20, seed=1) != few
    assert case_of(few, 3) == case_of(many, 3) != case_of(few, 4)


TREE = All((Test("a", "yes"), No(Some((Test("b", "one_of", ("x", "y")), Test("c", "no"))))))


@pytest.mark.parametrize(
    ("grammar", "text"),
    [
        (PYTHON, '(a and (not ((b in ("x", "y")) or (not c))))'),
        (ZEN, '(a and (not ((b in ["x", "y"]) or (not c))))'),
        (CEL, '(a && (!((b in ["x", "y"]) || (!c))))'),
        (SQL, '(a and (not ((b in ("x", "y")) or (not c))))'),
    ],
)
def test_a_tree_as_an_expression(grammar: object, text: str) -> None:
    assert grammar.written(TREE) == text


def test_a_tree_as_json_logic() -> None:
    b, c = {"in": [{"var": "b"}, ["x", "y"]]}, {"!": [{"var": "c"}]}
    assert json_logic_rules.written(TREE) == {"and": [{"var": "a"}, {"!": [{"or": [b, c]}]}]}
    counted = Count(2, (Test("a", "yes"), Test("n", "at_least", 3), Test("l", "has", "x")))
    assert json_logic_rules.written(counted) == {
        ">=": [
            {"+": [{"var": "a"}, {">=": [{"var": "n"}, 3]}, {"in": ["x", {"var": "l"}]}]},
            2,
        ]
    }
    assert (
        ZEN.written(counted) == '(((a ? 1 : 0) + ((n >= 3) ? 1 : 0) + (("x" in l) ? 1 : 0)) >= 2)'
    )
