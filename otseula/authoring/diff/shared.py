"""Two rule bases side by side: which questions are the same variable, and the conditions of both
written over variables that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from otseula.authoring.diff.sides import Side
from otseula.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Known,
    Not,
    QuestionDomain,
    QuestionTest,
    Ref,
    walk,
)


@dataclass(frozen=True, slots=True)
class Shared:
    """The questions of both rule bases. `domains`: the values that both know; `apart`: shared
    names of questions that one of the two asks in another way, so that no answer suits both."""

    domains: Mapping[str, QuestionDomain]
    ids: tuple[Mapping[str, str], Mapping[str, str]]
    apart: frozenset[str]


def shared_questions(
    old: Mapping[str, QuestionDomain],
    new: Mapping[str, QuestionDomain],
    renamed: Mapping[str, str],
) -> Shared:
    """`renamed`: new ids by old ones. A question is the same where both know a value of it."""
    domains: dict[str, QuestionDomain] = {}
    of_old: dict[str, str] = {}
    of_new: dict[str, str] = {}
    apart: set[str] = set()
    before = {now: then for then, now in renamed.items()}
    for name, domain in new.items():
        then = before.get(name, name if name in old and name not in renamed else None)
        common = _common(old[then], domain) if then is not None else domain
        if common is None:
            assert then is not None
            of_old[then], of_new[name] = f"old {name}", f"new {name}"
            domains[f"old {name}"] = replace(old[then], id=f"old {name}", applies_when=None)
            domains[f"new {name}"] = replace(domain, id=f"new {name}", applies_when=None)
            apart |= {f"old {name}", f"new {name}"}
            continue
        of_new[name] = name
        if then is not None:
            of_old[then] = name
        domains[name] = replace(common, id=name, applies_when=None)
    for name, domain in old.items():
        if name not in of_old:
            shared = f"gone {name}" if name in domains else name
            of_old[name] = shared
            domains[shared] = replace(domain, id=shared, applies_when=None)
    return Shared(domains, (of_old, of_new), frozenset(apart))


def _common(old: QuestionDomain, new: QuestionDomain) -> QuestionDomain | None:
    """The values that both know; None where there is none."""
    if old.type != new.type:
        return None
    if new.type == "integer":
        assert old.range is not None
        assert new.range is not None
        low, high = max(old.range[0], new.range[0]), min(old.range[1], new.range[1])
        return replace(new, range=(low, high)) if low <= high else None
    options = tuple(option for option in new.options if option in old.options)
    return None if new.options and not options else replace(new, options=options)


def joined(sides: tuple[Side, Side], shared: Shared, roots: Iterable[str]) -> ConditionSet:
    """The conditions of both over the shared questions: a node n of a side is `0 n` or `1 n`. Only
    what the roots (of either side) reach."""
    nodes: dict[str, Condition] = {}
    wanted = [*roots]
    for number, side in enumerate(sides):
        every = side.conditions.nodes
        todo, seen = [name for name in wanted if name in every], set[str]()
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            condition = _written(every[name], number, side, shared)
            nodes[f"{number} {name}"] = condition
            todo += [p.name.split(" ", 1)[1] for p in walk(condition) if isinstance(p, Ref)]
    return ConditionSet(shared.domains, nodes)


def for_ordering(of: ConditionSet, sides: tuple[Side, Side], shared: Shared) -> ConditionSet:
    """The same, with each question's `applies_when` where the ordering of variables looks."""
    questions = dict(of.questions)
    for number, side in enumerate(sides):
        for name, domain in side.conditions.questions.items():
            if domain.applies_when is not None:
                own = _written(domain.applies_when, number, side, shared)
                which = side.ids[name]
                questions[which] = replace(questions[which], applies_when=own)
    return ConditionSet(questions, of.nodes)


def _written(condition: Condition, number: int, side: Side, shared: Shared) -> Condition:
    match condition:
        case Ref(name):
            return Ref(f"{number} {name}")
        case Not(part):
            return Not(_written(part, number, side, shared))
        case AllOf(parts):
            return AllOf(tuple(_written(part, number, side, shared) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_written(part, number, side, shared) for part in parts))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(_written(part, number, side, shared) for part in parts))
        case Known(question) | QuestionTest(question=question):
            name = side.ids[question]
            test: Condition = Known(name)
            if isinstance(condition, QuestionTest):
                test = _narrowed(replace(condition, question=name), shared.domains[name])
            if side.conditions.questions[question].applies_when is None:
                return test
            return AllOf((test, Ref(f"{number} applies {question}")))


def _narrowed(test: QuestionTest, domain: QuestionDomain) -> Condition:
    """The test as far as values that both rule bases know go."""
    if domain.type not in ("choice", "choices"):
        return test
    written = (test.operand,) if isinstance(test.operand, str) else test.operand
    assert isinstance(written, tuple)
    options = tuple(str(option) for option in written if option in domain.options)
    if not options or (test.operator == "includes_all" and len(options) < len(written)):
        return AnyOf(())
    return replace(test, operand=options[0] if test.operator == "includes" else options)


def same_as_written(sides: tuple[Side, Side], shared: Shared) -> frozenset[str]:
    """The names whose condition, and all that it reaches, both sides write alike."""
    old, new = sides
    same_question = {
        name
        for name, domain in new.conditions.questions.items()
        if name in old.ids
        and old.ids[name] == new.ids[name]
        and replace(old.conditions.questions[name], applies_when=None)
        == replace(domain, applies_when=None)
    }
    every = [side.conditions.nodes for side in sides]
    names = every[0].keys() | every[1].keys()
    different = {name for name in names if every[0].get(name) != every[1].get(name)}
    users: dict[str, set[str]] = {}
    for of in every:
        for name, condition in of.items():
            for part in walk(condition):
                if isinstance(part, Ref):
                    users.setdefault(part.name, set()).add(name)
                elif isinstance(part, Known | QuestionTest):
                    users.setdefault(f"applies {part.question}", set()).add(name)
                    if part.question not in same_question:
                        different.add(name)
    todo = [*different]
    while todo:
        for user in users.get(todo.pop(), ()):
            if user not in different:
                different.add(user)
                todo.append(user)
    return frozenset(names - different)
