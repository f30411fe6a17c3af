"""What the answers to a question change of anything that follows: exactly, by diagrams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from otseula.authoring.meaning.drawn import Meaning, Meanings, Span
from otseula.logic.diagram import Diagram
from otseula.rulebase.entries import CONSEQUENCE_LISTS, Entry
from otseula.rulebase.model import LEVELS
from otseula.screening.channels import AREA, ROLE, SERVICE_AREA

#: Which values of a question the variables of a diagram stand for.
Setting = Mapping[int, int]


def read_by_channels(span: Span, question: str) -> bool:
    """Whether channels go by the answer: what it changes no condition says."""
    return question in (AREA, SERVICE_AREA, ROLE) and bool(span.period.lists["channels"])


class Matter:
    """Everything that follows on some days: each consequence, each situation, each level of
    eligibility, by the names that bring it about. Where there is neither a rule nor a situation,
    every condition: its truth is then all that the rule base gives."""

    def __init__(self, meaning: Meaning, goals: Iterable[tuple[str, ...]]) -> None:
        self.meaning = meaning
        self.diagram: Diagram = meaning.diagram
        drawn = [self.diagram.any_of([meaning.named(name) for name in names]) for names in goals]
        #: For each thing that follows: where it is settled that it does, and that it does not.
        self.roots = tuple(dict.fromkeys(f for each in drawn for f in meaning.rails(each)))
        below = self.diagram.below(self.roots)
        self._read = frozenset(map(self.diagram.variable.__getitem__, below))
        self._own: dict[str, tuple[int, ...]] = {}

    def changes(self, question: str) -> bool:
        """Whether some answer, or that there is none, changes something."""
        coding = self.meaning.drawing.codings[question]
        return not self._read.isdisjoint((*coding.variables, coding.known))

    def marks(self, question: str, option: str) -> bool:
        """Whether marking an option of a `choices` question, or not, changes something."""
        coding = self.meaning.drawing.codings[question]
        options = self.meaning.conditions.questions[question].options
        variable = coding.variables[options.index(option)]
        known = {} if coding.known is None else {coding.known: 1}
        return self._differ(question, {**known, variable: 0}, {**known, variable: 1})

    def kinds(self, question: str) -> list[tuple[object, Setting]]:
        """The values of a question as far as any condition tells them apart: of an interval of
        numbers the least."""
        coding = self.meaning.drawing.codings[question]
        known = {} if coding.known is None else {coding.known: 1}
        return [
            (
                value,
                {**known, **{v: s or 0 for v, s in zip(coding.variables, setting, strict=True)}},
            )
            for value, setting in coding.kinds
        ]

    def alike(self, question: str) -> Iterator[tuple[object, object]]:
        """Each value beside the one before it that nothing tells from it (of numbers the next
        lower, of options the first)."""
        integer = self.meaning.conditions.questions[question].type == "integer"
        kinds = self.kinds(question)
        for at, (value, setting) in enumerate(kinds):
            for other, before in kinds[max(at - 1, 0) if integer else 0 : at]:
                if not self._differ(question, before, setting):
                    yield value, other
                    break

    def _differ(self, question: str, one: Setting, other: Setting) -> bool:
        last = max((*one, *other))
        if question not in self._own:
            variables = set(one) | {*self.meaning.drawing.codings[question].variables}
            self._own[question] = tuple(
                root for root in self.roots if variables & self._support(root)
            )
        return any(_apart(self.diagram, root, one, other, last) for root in self._own[question])

    def _support(self, root: int) -> frozenset[int]:
        return frozenset(self.diagram.reads([root]))


def _apart(diagram: Diagram, root: int, one: Setting, other: Setting, last: int) -> bool:
    """Whether the root comes to two different functions under the two settings: followed side by
    side no further than the last variable that is set."""
    variable, low, high = diagram.variable, diagram.low, diagram.high

    def under(number: int, setting: Setting) -> int:
        while (value := setting.get(variable[number])) is not None:
            number = high[number] if value else low[number]
        return number

    seen, todo = set[tuple[int, int]](), [(root, root)]
    while todo:
        a, b = todo.pop()
        a, b = under(a, one), under(b, other)
        if variable[a] > last and variable[b] > last:
            if a != b:
                return True
        elif (a, b) not in seen:
            seen.add((a, b))
            at = min(variable[a], variable[b])
            a0, a1 = (low[a], high[a]) if variable[a] == at else (a, a)
            b0, b1 = (low[b], high[b]) if variable[b] == at else (b, b)
            todo += ((a0, b0), (a1, b1))
    return False


def changing(meanings: Meanings, question: Entry, spans: Sequence[Span]) -> list[Matter] | None:
    """What follows in the periods in which some answer to the question changes something,
    together for all in which the conditions are the same. None where channels go by it."""
    goals: dict[Meaning, dict[tuple[str, ...], None]] = {}
    for span in spans:
        if read_by_channels(span, question.id):
            return None
        goals.setdefault(span.meaning, {}).update(dict.fromkeys(_goals(span).values()))
    found = []
    for meaning, named in goals.items():
        kept = meanings.memory.get((meaning, frozenset(named)))
        if not isinstance(kept, Matter):
            kept = meanings.memory[meaning, frozenset(named)] = Matter(meaning, named)
        if kept.changes(question.id):
            found.append(kept)
    return found


def _goals(span: Span) -> dict[tuple[str, str], tuple[str, ...]]:
    """As otseula.screening.goals, from the entries as written."""
    lists, found = span.period.lists, dict[tuple[str, str], tuple[str, ...]]()
    for rule in lists["rules"].values():
        for kind, named in _given(rule, lists):
            found[kind, named] = (*found.get((kind, named), ()), rule.id)
    found |= {("situations", name): (name,) for name in lists["situations"]}
    if not lists["rules"] and not lists["situations"]:
        found |= {("conditions", name): (name,) for name in span.meaning.conditions.nodes}
    return found


def _given(rule: Entry, lists: Mapping[str, Mapping[str, Entry]]) -> Iterable[tuple[str, str]]:
    then = rule.data["then"]
    for kind, held in CONSEQUENCE_LISTS.items():
        yield from ((kind, name) for name in then.get(kind, ()) if name in lists[held])
    if "eligibility" in then:
        levels = LEVELS[1 : LEVELS.index(then["eligibility"]) + 1]
        yield from (("eligibility", level) for level in levels)
