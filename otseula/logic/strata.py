"""A rule base as strata of small rulesets for the forward-chaining engine.

What one stratum concludes are facts of the next. A ruleset keeps within the limits below, which
leave room to those beyond which the engine fails (durable-rules.md, sections 3.3 and 7).
"""

from __future__ import annotations

from collections.abc import Mapping

from otseula.frozen import dataclass
from otseula.logic.atoms import Atoms, Pair
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
from otseula.logic.normal_form import MOST_ALTERNATIVES, Form, Forms, rail_form

#: Most literals (rails in alternatives) of one ruleset.
MOST_LITERALS = 400
#: Most names of one ruleset: its rails, the marker, and the fact's own two.
MOST_NAMES = 200
_OWN_NAMES = 3
# The form of a name is written out where it is used if it is no larger than this.
_INLINE = 2


@dataclass(frozen=True, slots=True)
class RulesetPlan:
    """`rails`: what its fact may hold. `rules`: (alternative, the rail it concludes)."""

    rails: tuple[int, ...]
    rules: tuple[tuple[tuple[int, ...], int], ...]


@dataclass(frozen=True, slots=True)
class _FormPair:
    met: Form
    not_met: Form

    def exchanged(self) -> _FormPair:
        return _FormPair(self.not_met, self.met)


class Strata:
    """`strata` holds the rulesets of each stratum; `nodes` and `applies` the rails to read."""

    def __init__(self, conditions: ConditionSet) -> None:
        self.atoms = Atoms()
        self._forms = Forms()
        self._conditions = conditions
        self._pairs: dict[str, _FormPair] = {}
        for name in _order(conditions):
            self._add(name)
        self.nodes = self._named(conditions.nodes)
        self.applies = self._named(
            {q.id: q for q in conditions.questions.values() if q.applies_when is not None}
        )
        self.strata = _strata(self._forms.defined)

    def __getstate__(self) -> dict[str, object]:
        """What an engine needs of it."""
        read = ("atoms", "nodes", "applies", "strata")
        return {name: value for name, value in self.__dict__.items() if name in read}

    def _named(self, names: Mapping[str, object]) -> dict[str, Pair]:
        named = self._forms.named
        return {n: Pair(named(self._pairs[n].met), named(self._pairs[n].not_met)) for n in names}

    def _add(self, name: str) -> None:
        if name in self._conditions.nodes:
            self._pairs[name] = self._pair(self._conditions.nodes[name])
        else:
            applies_when = self._conditions.questions[name].applies_when
            if applies_when is not None:
                self._pairs[name] = self._pair(applies_when)

    def _pair(self, condition: Condition) -> _FormPair:
        forms = self._forms
        match condition:
            case Ref(name):
                return _FormPair(*map(self._use, self._both(name)))
            case QuestionTest(question):
                return self._unless_not_applicable(question, self.atoms.test(condition))
            case Known(question):
                known = Pair(self.atoms.has_value(question), self.atoms.dont_know(question))
                return self._unless_not_applicable(question, known)
            case Not(part):
                return self._pair(part).exchanged()
            case AllOf(parts):
                met, not_met = self._sides(parts)
                return _FormPair(forms.conj(met), forms.disj(not_met))
            case AnyOf(parts):
                met, not_met = self._sides(parts)
                return _FormPair(forms.disj(met), forms.conj(not_met))
            case AtLeast(count, parts):
                met, not_met = self._sides(parts)
                return _FormPair(
                    forms.at_least(count, met),
                    forms.at_least(len(parts) - count + 1, not_met),
                )

    def _sides(self, parts: tuple[Condition, ...]) -> tuple[list[Form], list[Form]]:
        pairs = [self._pair(part) for part in parts]
        return [pair.met for pair in pairs], [pair.not_met for pair in pairs]

    def _both(self, name: str) -> tuple[Form, Form]:
        return self._pairs[name].met, self._pairs[name].not_met

    def _use(self, form: Form) -> Form:
        if len(form) <= _INLINE and all(len(alternative) <= _INLINE for alternative in form):
            return form
        return rail_form(self._forms.named(form))

    def _unless_not_applicable(self, question: str, test: Pair) -> _FormPair:
        met, not_met = rail_form(test.met), rail_form(test.not_met)
        applies = self._pairs.get(question)
        if applies is None:
            return _FormPair(met, not_met)
        without = rail_form(self.atoms.without(question))
        silent = self._forms.conj((without, self._use(applies.not_met)))
        return _FormPair(met, self._forms.disj((not_met, silent)))


def _order(conditions: ConditionSet) -> list[str]:
    """Names and questions, each after what it reads, without recursion."""
    reads = {name: _reads(condition) for name, condition in conditions.nodes.items()}
    for question in conditions.questions.values():
        if question.applies_when is not None:
            reads[question.id] = _reads(question.applies_when)
    done: dict[str, None] = {}
    for first in reads:
        stack = [first]
        while stack:
            name = stack[-1]
            waiting = [r for r in reads[name] if r in reads and r not in done]
            if waiting:
                stack.extend(waiting)
            else:
                done[stack.pop()] = None
    return list(done)


def _reads(condition: Condition) -> set[str]:
    read = set()
    for part in walk(condition):
        match part:
            case Ref(name) | QuestionTest(name) | Known(name):
                read.add(name)
    return read


def _strata(defined: Mapping[int, Form]) -> tuple[tuple[RulesetPlan, ...], ...]:
    levels: dict[int, int] = {}
    members: list[list[int]] = []
    for rail, form in defined.items():
        level = max((levels.get(r, -1) for alternative in form for r in alternative), default=-1)
        levels[rail] = level + 1
        if level + 1 == len(members):
            members.append([])
        members[level + 1].append(rail)
    return tuple(_packed({rail: defined[rail] for rail in rails}) for rails in members)


def _packed(forms: Mapping[int, Form]) -> tuple[RulesetPlan, ...]:
    """The forms of one stratum in as few rulesets as come of filling them in order. A form
    may be cut apart: each of its alternatives concludes the same rail."""
    plans: list[RulesetPlan] = []
    rules: list[tuple[tuple[int, ...], int]] = []
    rails: set[int] = set()
    literals = 0
    for rail, form in forms.items():
        for alternative in sorted(map(sorted, form)):
            more = rails.union(alternative)
            if (
                len(rules) == MOST_ALTERNATIVES
                or literals + len(alternative) > MOST_LITERALS
                or len(more) + _OWN_NAMES > MOST_NAMES
            ):
                plans.append(RulesetPlan(tuple(sorted(rails)), tuple(rules)))
                rules, literals, more = [], 0, set(alternative)
            rules.append((tuple(alternative), rail))
            rails, literals = more, literals + len(alternative)
    plans.append(RulesetPlan(tuple(sorted(rails)), tuple(rules)))
    return tuple(plans)
