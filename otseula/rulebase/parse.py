"""A node -> a condition as the author wrote it: its form is checked here, its names later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings, nearest
from otseula.rulebase.entries import Name
from otseula.rulebase.nodes import Node
from otseula.rulebase.syntax import ConditionSyntax

#: Words that no question, criterion, situation or rule may have as its id.
RESERVED = frozenset(
    {
        "all", "any", "none", "not", "at_least", "at_most", "between", "is", "of", "known",
        "includes", "includes_any", "includes_all", "situations", "dont_know", "bundled",
    }
)  # fmt: skip
PARAMETER = re.compile(r"\$[a-z][a-z0-9_]*")
OPERATORS = ("at_least", "at_most", "between", "is", "includes", "includes_any", "includes_all")


class ConditionParser:
    """Reads the conditions of one file."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.file = file
        self.findings = findings

    def parse(self, node: Node) -> ConditionSyntax | None:
        """The condition, or None after a finding. Every part is read, whatever is wrong with
        the others."""
        if node.kind == "text":
            return self._name(node)
        if node.kind != "mapping":
            self._add("OTS401", self._place(node))
            return None
        keys = list(node.value)
        if "at_least" in keys or "of" in keys:
            return self._count(node, keys)
        if len(keys) != 1:
            if node.keys or not keys:  # a refused key is a finding already
                self._add("OTS402", self._place(node), keys=tuple(keys))
            return None
        key = keys[0]
        value: Node = node.value[key]
        place = self._key_place(node, key)
        form = _FORMS.get(key)
        if form is not None:
            return form(self, key, value, place)
        if key in RESERVED:
            self._add("OTS405", place, word=key)
            return None
        return self._test(key, value, place)

    def _name(self, node: Node) -> ConditionSyntax | None:
        place = self._place(node)
        if node.value in RESERVED:
            self._add("OTS405", place, word=node.value)
            return None
        return ConditionSyntax("name", place, name=node.value)

    def _group(self, form: str, value: Node, place: Place) -> ConditionSyntax | None:
        """`all`, `any`, `none`: a list of conditions, or the word situations."""
        group = self._parts(value)
        if group is None:
            return None
        where = (self._place(value),) if group[1] else ()
        return ConditionSyntax(form, place, group[0], name=group[1], value_places=where)

    def _parts(self, value: Node) -> tuple[tuple[ConditionSyntax, ...], str] | None:
        if value.kind == "text" and value.value == "situations":
            return (), "situations"
        if value.kind != "sequence":
            self._add("OTS408", self._place(value))
            return None
        if not value.value:
            self._add("OTS403", self._place(value))
            return None
        parts = [self.parse(part) for part in value.value]
        read = tuple(part for part in parts if part is not None)
        return (read, "") if len(read) == len(parts) else None

    def _not(self, form: str, value: Node, place: Place) -> ConditionSyntax | None:
        part = self.parse(value)
        return None if part is None else ConditionSyntax("not", place, (part,))

    def _known(self, form: str, value: Node, place: Place) -> ConditionSyntax | None:
        if value.kind != "text":
            self._add("OTS423", self._place(value))
            return None
        return ConditionSyntax("known", self._place(value), name=value.value)

    def _count(self, node: Node, keys: list[str]) -> ConditionSyntax | None:
        """`at_least: k` with `of: […]`."""
        place = self._key_place(node, keys[0])
        if len(keys) == 1:
            self._add("OTS404", place, word=keys[0])
            group = self._parts(node.value["of"]) if keys == ["of"] else None
            return None
        if len(keys) > 2 or "of" not in keys or "at_least" not in keys:
            self._add("OTS402", self._place(node), keys=tuple(keys))
            return None
        count: Node = node.value["at_least"]
        group = self._parts(node.value["of"])
        number = self._number(count)
        if group is None or number is None:
            return None
        place = self._key_place(node, "at_least")
        return ConditionSyntax(
            "of", place, group[0], name=group[1], value=number, value_place=self._place(count),
            value_places=(self._place(node.value["of"]),) if group[1] else (),
        )  # fmt: skip

    def _number(self, node: Node) -> int | str | None:
        if node.kind == "integer" or (node.kind == "text" and PARAMETER.fullmatch(node.value)):
            number: int | str = node.value
            return number
        self._add("OTS409", self._place(node))
        return None

    def _test(self, name: str, value: Node, place: Place) -> ConditionSyntax | None:
        """`{name: value}` or `{name: {operator: value}}`."""
        where = self._place(value)
        if value.kind in ("boolean", "text", "integer"):
            return ConditionSyntax("test", place, name=name, value=value.value, value_place=where)
        if value.kind == "sequence":
            options = self._options(value)
            if options is None:
                return None
            return ConditionSyntax(
                "test", place, name=name, value=options, value_place=where,
                value_places=self._member_places(value),
            )  # fmt: skip
        if value.kind != "mapping":
            self._add("OTS406", where, name=name)
            return None
        operators = list(value.value)
        for operator in operators:
            if operator not in OPERATORS:
                near = nearest(operator, OPERATORS)
                self._add("OTS407", self._key_place(value, operator), word=operator, near=near)
        if len(operators) != 1:
            if value.keys or not operators:
                self._add("OTS410", where, keys=tuple(operators))
            return None
        if operators[0] not in OPERATORS:
            return None
        operator, operand = operators[0], value.value[operators[0]]
        read = _OPERANDS[operator](self, operand)
        if read is None:
            return None
        return ConditionSyntax(
            "test", place, name=name, operator=operator, value=read,
            value_place=self._place(operand), value_places=self._member_places(operand),
        )  # fmt: skip

    def _pair(self, node: Node) -> tuple[int | str, ...] | None:
        if node.kind != "sequence" or len(node.value) != 2:
            self._add("OTS411", self._place(node))
            return None
        ends = [self._number(end) for end in node.value]
        read = tuple(end for end in ends if end is not None)
        return read if len(read) == 2 else None

    def _option(self, node: Node) -> str | None:
        if node.kind == "text":
            option: str = node.value
            return option
        self._add("OTS412", self._place(node))
        return None

    def _options(self, node: Node) -> tuple[str, ...] | None:
        if node.kind != "sequence":
            self._add("OTS408", self._place(node))
            return None
        if not node.value:
            self._add("OTS403", self._place(node))
            return None
        options = [self._option(option) for option in node.value]
        read = tuple(option for option in options if option is not None)
        return read if len(read) == len(options) else None

    def _add(self, code: str, place: Place, **params: str | tuple[str, ...]) -> None:
        self.findings.add(code, place, **params)

    def _member_places(self, node: Node) -> tuple[Place, ...]:
        return tuple(map(self._place, node.value)) if node.kind == "sequence" else ()

    def _place(self, node: Node) -> Place:
        return Place(self.file, node.line or 1, node.column or 1)

    def _key_place(self, node: Node, key: str) -> Place:
        line, column = node.keys[key]
        return Place(self.file, line or 1, column or 1)


_Form = Callable[[ConditionParser, str, Node, Place], ConditionSyntax | None]
_FORMS: dict[str, _Form] = {
    "all": ConditionParser._group,
    "any": ConditionParser._group,
    "none": ConditionParser._group,
    "not": ConditionParser._not,
    "known": ConditionParser._known,
}
_Operand = Callable[[ConditionParser, Node], int | str | tuple[int | str, ...] | None]
_OPERANDS: dict[str, _Operand] = {
    "at_least": ConditionParser._number,
    "at_most": ConditionParser._number,
    "is": ConditionParser._number,
    "between": ConditionParser._pair,
    "includes": ConditionParser._option,
    "includes_any": ConditionParser._options,
    "includes_all": ConditionParser._options,
}


def names_in(condition: ConditionSyntax) -> Iterator[Name]:
    """Every name in a condition, in the order in which it was written."""
    stack = [condition]
    while stack:
        part = stack.pop()
        if part.form == "known":
            yield Name(part.name, "question", part.place)
        elif part.form in ("name", "test"):
            yield Name(part.name, "condition", part.place)
        elif part.name:
            yield Name(part.name, "situations", part.value_places[0])
        several = isinstance(part.value, tuple)
        values = part.value if isinstance(part.value, tuple) else (part.value,)
        places = part.value_places if several else (part.value_place or part.place,)
        for value, place in zip(values, places, strict=True):
            if isinstance(value, str) and PARAMETER.fullmatch(value):
                yield Name(value[1:], "parameter", place)
        stack.extend(reversed(part.parts))
