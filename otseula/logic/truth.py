"""The specification: what a condition means, read straight from section 3 of the design.

Written to be compared with the text line by line, and shares no code with the other engines.
"""

from __future__ import annotations

from graphlib import TopologicalSorter

from otseula.logic.conditions import (
    DONT_KNOW,
    AllOf,
    Answers,
    AnyOf,
    AtLeast,
    Condition,
    ConditionSet,
    Evaluation,
    Known,
    Not,
    QuestionTest,
    Ref,
    Truth,
    Value,
    walk,
)

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN


class Specification:
    """The reference engine. Safe to share between threads."""

    name = "specification"

    def __init__(self, conditions: ConditionSet) -> None:
        self.conditions = conditions
        # In this order every name and every question's applies_when is evaluated once, before
        # it is read, so that a chain of names hundreds long does not recurse.
        applies = {q.id: q.applies_when for q in conditions.questions.values() if q.applies_when}
        self._steps = {**applies, **conditions.nodes}
        uses = {name: _names_in(condition) for name, condition in self._steps.items()}
        self._order = [n for n in TopologicalSorter(uses).static_order() if n in self._steps]

    def evaluate(self, answers: Answers) -> Evaluation:
        """The truth of every node for checked answers."""
        nodes: dict[str, Truth] = dict.fromkeys(self.conditions.nodes, UNKNOWN)
        applies: dict[str, Truth] = {}
        evaluation = Evaluation(nodes, applies)
        for name in self._order:
            target = nodes if name in nodes else applies
            target[name] = truth_of(self._steps[name], evaluation, answers)
        return evaluation


def truth_of(condition: Condition, known: Evaluation | ConditionSet, answers: Answers) -> Truth:
    """The truth of any condition, a part of a larger one too. `known` is the evaluation of
    the same answers; from a ConditionSet it is computed first."""
    if isinstance(known, ConditionSet):
        known = Specification(known).evaluate(answers)
    match condition:
        case QuestionTest() | Known():
            return _of_question(condition, known, answers)
        case Ref(name):
            return known.nodes[name]
        case Not(part):
            return ~truth_of(part, known, answers)
        case AllOf(parts):
            truths = [truth_of(part, known, answers) for part in parts]
            return NOT_MET if NOT_MET in truths else UNKNOWN if UNKNOWN in truths else MET
        case AnyOf(parts):
            truths = [truth_of(part, known, answers) for part in parts]
            return MET if MET in truths else UNKNOWN if UNKNOWN in truths else NOT_MET
        case AtLeast(count, parts):
            truths = [truth_of(part, known, answers) for part in parts]
            met, unknown = truths.count(MET), truths.count(UNKNOWN)
            return MET if met >= count else NOT_MET if met + unknown < count else UNKNOWN


def _of_question(test: QuestionTest | Known, known: Evaluation, answers: Answers) -> Truth:
    value = answers.get(test.question)
    has_value = value is not None and value not in (DONT_KNOW, (DONT_KNOW,))
    if not has_value and known.applies.get(test.question) is NOT_MET:
        return NOT_MET
    if isinstance(test, Known):
        return MET if has_value else UNKNOWN if value is None else NOT_MET
    return _of_value(test.operator, test.operand, value) if has_value else UNKNOWN


def value_meets(test: QuestionTest, value: Value) -> Truth:
    """What a test says of a value, whatever `applies_when` says."""
    return _of_value(test.operator, test.operand, value)


def _of_value(operator: str, operand: object, value: Value | None) -> Truth:
    match operator, operand, value:
        case "is", _, _:
            return _decided(value == operand)
        case "one_of", tuple(options), _:
            return _decided(value in options)
        case "at_least", int(least), int(number):
            return _decided(number >= least)
        case "at_most", int(most), int(number):
            return _decided(number <= most)
        case "between", (int(low), int(high)), int(number):
            return _decided(low <= number <= high)
        case "includes", str(option), tuple(marked):
            return MET if option in marked else UNKNOWN if DONT_KNOW in marked else NOT_MET
        case "includes_any", tuple(options), tuple(marked):
            truths = [_of_value("includes", option, marked) for option in options]
            return MET if MET in truths else UNKNOWN if UNKNOWN in truths else NOT_MET
        case "includes_all", tuple(options), tuple(marked):
            truths = [_of_value("includes", option, marked) for option in options]
            return NOT_MET if NOT_MET in truths else UNKNOWN if UNKNOWN in truths else MET
    # No value in the message: it may come from a case.
    raise TypeError(f"the test {operator} does not fit its operand or the answer's type")


def _decided(holds: bool) -> Truth:
    return MET if holds else NOT_MET


def _names_in(condition: Condition) -> set[str]:
    """The names and questions that must be evaluated before the condition."""
    used = set()
    for part in walk(condition):
        match part:
            case Ref(name):
                used.add(name)
            case QuestionTest(question=question) | Known(question=question):
                used.add(question)
    return used
