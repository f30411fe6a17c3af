"""Trees as text for the peers whose conditions are expressions: one grammar each."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tests.benchmarks.peers.tree import All, Count, No, Some, Test, Tree

NOTHING_NAMED: Mapping[int, str] = MappingProxyType({})


def _quoted(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else str(value)


@dataclass(frozen=True)
class Grammar:
    """`fact` writes the name of a fact, `value` an option or a number. Without `one_of`, each
    option has its own comparison."""

    all: str = " and "
    some: str = " or "
    no: str = "(not {})"
    yes: str = "{fact}"
    is_no: str = "(not {fact})"
    one: str = "{fact} == {value}"
    one_of: str = "{fact} in [{values}]"
    at_least: str = "{fact} >= {value}"
    at_most: str = "{fact} <= {value}"
    has: str = "{value} in {fact}"
    counted: str = "({} ? 1 : 0)"
    never: str = "false"
    fact: Callable[[str], str] = str
    value: Callable[[object], str] = field(default=_quoted)

    def written(self, tree: Tree, named: Mapping[int, str] = NOTHING_NAMED) -> str:
        """The text of a tree, in brackets wherever they could matter. `named`: what parts have a
        name of their own, by their id()."""
        if id(tree) in named:
            return named[id(tree)]

        def written(part: Tree) -> str:
            return self.written(part, named)

        match tree:
            case Test():
                return self._test(tree)
            case No(part):
                return self.no.format(written(part))
            case All(parts):
                return f"({self.all.join(map(written, parts))})"
            case Some(parts):
                return f"({self.some.join(map(written, parts))})"
            case Count(least, parts):
                ones = " + ".join(self.counted.format(written(part)) for part in parts)
                return f"(({ones}) >= {least})"

    def _test(self, test: Test) -> str:
        fact, operand = self.fact(test.fact), test.operand
        match test.operator, operand:
            case "one_of", ():
                return self.never
            case "one_of", tuple(options) if len(options) == 1 or not self.one_of:
                ones = [self.one.format(fact=fact, value=self.value(each)) for each in options]
                return f"({self.some.join(f'({one})' for one in ones)})"
            case "one_of", tuple(options):
                values = ", ".join(map(self.value, options))
                return f"({self.one_of.format(fact=fact, values=values)})"
            case "yes", _:
                return self.yes.format(fact=fact)
            case "no", _:
                return self.is_no.format(fact=fact)
            case (("at_least" | "at_most" | "has"), _):
                form: str = getattr(self, test.operator)
                return f"({form.format(fact=fact, value=self.value(operand))})"
        raise NotImplementedError(test.operator)


PYTHON = Grammar(one_of="{fact} in ({values})", counted="{}", never="False")
ZEN = Grammar()
CEL = Grammar(all=" && ", some=" || ", no="(!{})", is_no="(!{fact})")
RULE_ENGINE = Grammar()
SQL = Grammar(one="{fact} = {value}", one_of="{fact} in ({values})", counted="({})::int")
#: Over whole columns. Numbers stand for options there.
NUMPY = Grammar(all=" & ", some=" | ", no="(~{})", is_no="(~{fact})", one_of="")
