"""Values given to questions that do not apply (design.md 3, rule 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from otseula.frozen import dataclass
from otseula.logic.conditions import (
    DONT_KNOW,
    Answers,
    Condition,
    Known,
    QuestionTest,
    Ref,
    Truth,
    walk,
)
from otseula.rulebase.model import Period


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A `question` with a value whose `applies_when` is not_met, and the answered questions
    (`others`) that make it so."""

    question: str
    others: tuple[str, ...]


def contradictions(
    period: Period, answers: Answers, applies: Callable[[Answers], Mapping[str, Truth]]
) -> Iterator[Contradiction]:
    """Every contradiction among checked answers, in question author order. `dont_know` on a
    question that does not apply is none."""
    domains = period.conditions.questions
    valued = [
        name
        for name, value in answers.items()
        if domains[name].applies_when is not None and value != DONT_KNOW
    ]
    truths = applies(answers) if valued else {}
    found = {name for name in valued if truths[name] is Truth.NOT_MET}
    for name in domains if found else ():
        if name in found:
            yield Contradiction(name, _others(period, name, answers))


def _others(period: Period, question: str, answers: Answers) -> tuple[str, ...]:
    """The answered questions that the question's `applies_when` reads, through names and
    through the `applies_when` of questions without a value; all it reads where none is
    answered."""
    domains, nodes = period.conditions.questions, period.conditions.nodes
    seen: set[str] = set()
    read: set[str] = set()
    todo: list[Condition | None] = [domains[question].applies_when]
    while todo:
        condition = todo.pop()
        for part in walk(condition) if condition is not None else ():
            if isinstance(part, Ref) and part.name not in seen:
                seen.add(part.name)
                todo.append(nodes[part.name])
            elif isinstance(part, QuestionTest | Known) and part.question not in read:
                read.add(part.question)
                if answers.get(part.question, DONT_KNOW) == DONT_KNOW:
                    todo.append(domains[part.question].applies_when)
    read.discard(question)
    answered = tuple(name for name in domains if name in read and name in answers)
    return answered or tuple(name for name in domains if name in read)
