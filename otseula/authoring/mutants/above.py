"""What follows from one named condition, and what it stands on: through any chain of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    walk,
)


@dataclass(frozen=True)
class Above:
    """Of the conditions of one set: names and questions by what reads them."""

    conditions: ConditionSet
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _users: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def of(self, name: str) -> tuple[str, ...]:
        """The name, and every name and question whose truth or place in the questionnaire may
        change with it; names in the order of the set."""
        if name not in self._found:
            users = self._readers()
            seen, todo = {name}, [name]
            while todo:
                for user in users.get(todo.pop(), ()):
                    if user not in seen:
                        seen.add(user)
                        todo.append(user)
            order = (*self.conditions.questions, *self.conditions.nodes)
            self._found[name] = tuple(each for each in order if each in seen)
        return self._found[name]

    def _readers(self) -> Mapping[str, list[str]]:
        if not self._users:
            asked = self.conditions.questions.values()
            gates = {q.id: q.applies_when for q in asked if q.applies_when is not None}
            for name, condition in {**gates, **self.conditions.nodes}.items():
                for part in walk(condition):
                    if isinstance(part, Ref):
                        self._users.setdefault(part.name, []).append(name)
                    elif isinstance(part, QuestionTest | Known):
                        self._users.setdefault(part.question, []).append(name)
        return self._users


def below(conditions: ConditionSet, start: Iterable[Condition]) -> Mapping[str, object]:
    """All that conditions reach, by name: conditions, and questions with when they apply."""
    found: dict[str, object] = {}
    todo = [*start]
    while todo:
        for part in walk(todo.pop()):
            if isinstance(part, Ref) and part.name not in found:
                found[part.name] = conditions.nodes[part.name]
                todo.append(conditions.nodes[part.name])
            elif isinstance(part, QuestionTest | Known) and part.question not in found:
                asked = conditions.questions[part.question]
                found[part.question] = asked
                todo += [] if asked.applies_when is None else [asked.applies_when]
    return found


def renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    """The condition with other names of conditions."""
    match condition:
        case Ref(name):
            return Ref(names.get(name, name))
        case Not(part):
            return Not(renamed(part, names))
        case AllOf(parts):
            return AllOf(tuple(renamed(part, names) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(renamed(part, names) for part in parts))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(renamed(part, names) for part in parts))
    return condition
