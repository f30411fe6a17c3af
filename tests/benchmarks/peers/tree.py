"""Conditions as every peer can be told them: facts that always have a value, two-valued tests;
and the same written otherwise, for peers that cannot take everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from otseula.logic.conditions import Answers


@dataclass(frozen=True, slots=True)
class Test:
    """`operator` by kind of fact: boolean `yes`, `no`; choice `one_of`; integer `at_least`,
    `at_most`; choices `has`, `lacks`. `operand` is None, options, a number, an option."""

    __test__ = False  # pytest would take the name for a class of tests

    fact: str
    operator: str
    operand: int | str | tuple[str, ...] | tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Some:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class No:
    part: Tree


@dataclass(frozen=True, slots=True)
class Count:
    """At least so many of the parts."""

    least: int
    parts: tuple[Tree, ...]


Tree = Test | All | Some | No | Count
FactValue = bool | int | str | list[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """`options` of a choice or choices; `absent` is what it holds where its question does not
    apply, None where it always does."""

    name: str
    kind: str
    options: tuple[str, ...]
    absent: FactValue | None


@dataclass(frozen=True, slots=True)
class Rules:
    """Named trees over facts; every name of another condition is written out."""

    facts: Mapping[str, Fact]
    trees: Mapping[str, Tree]

    def facts_of(self, answers: Answers) -> dict[str, FactValue]:
        """The case that peers are given."""
        return {
            name: list(value) if isinstance(value, tuple | list) else value
            for name, fact in self.facts.items()
            if (value := answers.get(name, fact.absent)) is not None
        }


def positive(tree: Tree, facts: Mapping[str, Fact], wanted: bool = True) -> Tree:
    """The same without `No`, for a peer that cannot negate. A count must not stand below one."""
    match tree:
        case No(part):
            return positive(part, facts, not wanted)
        case All(parts) | Some(parts):
            inner = tuple(positive(part, facts, wanted) for part in parts)
            return All(inner) if isinstance(tree, All) == wanted else Some(inner)
        case Count(least, parts):
            if wanted:
                return Count(least, tuple(positive(part, facts) for part in parts))
            fewest = len(parts) - least + 1
            return Count(fewest, tuple(positive(part, facts, False) for part in parts))
    return tree if wanted else _opposite(tree, facts[tree.fact])


_OPPOSITE = {"yes": "no", "no": "yes", "has": "lacks", "lacks": "has"}


def _opposite(test: Test, fact: Fact) -> Test:
    match test.operator, test.operand:
        case "one_of", tuple(options):
            every = (*fact.options, *([] if fact.absent is None else [fact.absent]))
            return Test(test.fact, "one_of", tuple(o for o in every if o not in options))
        case "at_least", int(least):
            return Test(test.fact, "at_most", least - 1)
        case "at_most", int(most):
            return Test(test.fact, "at_least", most + 1)
    return Test(test.fact, _OPPOSITE[test.operator], test.operand)


def alternatives(tree: Tree) -> list[tuple[Test, ...]]:
    """The disjunctive normal form of a tree without `No` and `Count`."""
    match tree:
        case All(parts):
            return [sum(each, ()) for each in product(*(alternatives(part) for part in parts))]
        case Some(parts):
            return [each for part in parts for each in alternatives(part)]
        case Test():
            return [(tree,)]
    raise NotImplementedError("a count or a negation has no short normal form")


def parts_of(tree: Tree) -> tuple[Tree, ...]:
    """Its direct parts; none of a test."""
    match tree:
        case No(part):
            return (part,)
        case All(parts) | Some(parts) | Count(_, parts):
            return parts
    return ()


def all_tests(tree: Tree) -> Iterator[Test]:
    """Every test in it, as often as it stands there."""
    if isinstance(tree, Test):
        yield tree
    for part in parts_of(tree):
        yield from all_tests(part)


def coded(rules: Rules) -> Rules:
    """The same with the options of each choice as numbers, in their order; -1 is absent."""
    codes = {f.name: codes_of(f) for f in rules.facts.values() if f.kind == "choice"}

    def recoded(tree: Tree) -> Tree:
        match tree:
            case Test(fact, "one_of", tuple(options)):
                return Test(fact, "one_of", tuple(codes[fact][option] for option in options))
            case No(part):
                return No(recoded(part))
            case Count(least, parts):
                return Count(least, tuple(map(recoded, parts)))
            case All(parts) | Some(parts):
                return type(tree)(tuple(map(recoded, parts)))
        return tree

    return Rules(rules.facts, {name: recoded(tree) for name, tree in rules.trees.items()})


def codes_of(fact: Fact) -> dict[str, int]:
    """The number of each option of a choice."""
    return {option: number for number, option in enumerate(fact.options)} | {"": -1}
