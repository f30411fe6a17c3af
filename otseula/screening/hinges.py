"""What hinges on one question, and what of all that a screening gives is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from otseula.logic.conditions import Answers
from otseula.screening.channels import context_of
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.goals import Goal
from otseula.screening.missing import open_goals
from otseula.screening.reach import deciding, open_questions
from otseula.screening.settled import Settled
from otseula.text import Text

#: Kinds of goals, the most urgent first.
_KINDS = ("safety", "duties", "eligibility", "situations", "expertise", "channels", "notices")


@dataclass(frozen=True, slots=True)
class Hinge:
    """One thing that a question decides: a `kind` of consequence as in a rule's `then` (safety,
    duties, expertise, channels, notices), one of the `situations`, or whether `eligibility` is at
    least the level `id`. `text` is the item's own; a level has none."""

    kind: str
    id: str
    text: Text | None


def hinges(compiled: CompiledPeriod, answers: Answers, question: str) -> tuple[Hinge, ...]:
    """What hangs on the question, the most urgent first. An answer that it has is left out."""
    answers = {name: value for name, value in answers.items() if name != question}
    settled = compiled.settled(compiled.lanes.evaluate(answers), answers)
    context = _context(compiled, settled)
    found = {*_turned(compiled, settled, question)}
    found |= {goal for goal, names in context.items() if question in names}
    found = found or {*_turned_by_another(compiled, settled, question, context)}
    return tuple(_hinge(compiled, goal) for goal in _by_urgency(compiled, found))


def standing(compiled: CompiledPeriod, settled: Settled) -> tuple[dict[str, int], dict[str, int]]:
    """How much of each kind is settled, and how much is open, the most urgent kind first. A
    channel is open also while it is not known whom it serves."""
    open_ = {*open_goals(compiled, settled)}
    open_ |= {goal for goal, names in _context(compiled, settled).items() if names}
    every = _by_urgency(compiled, {*compiled.exact.goals, *_channels(compiled)})
    is_settled = Counter(goal.kind for goal in every if goal not in open_)
    is_open = Counter(goal.kind for goal in every if goal in open_)
    return dict(is_settled), dict(is_open)


def _turned(compiled: CompiledPeriod, settled: Settled, question: str) -> Iterator[Goal]:
    """The open goals that the question changes in some completion."""
    conditions = compiled.period.conditions
    known: dict[tuple[str, ...], bool] = {}
    for goal in open_goals(compiled, settled):
        nodes = compiled.exact.goals[goal]
        if nodes not in known:
            # The first is soon looked up and never misses one.
            reached = open_questions(nodes, conditions, settled.evaluation, settled.answers)
            known[nodes] = question in reached and question in settled.hinges_on([goal])
        if known[nodes]:
            yield goal


def _turned_by_another(
    compiled: CompiledPeriod,
    settled: Settled,
    question: str,
    context: Mapping[Goal, set[str]],
) -> Iterator[Goal]:
    """The goals that hang on questions of which this one decides whether they apply."""
    conditions = compiled.period.conditions
    turning = {goal: {*settled.hinges_on([goal])} for goal in open_goals(compiled, settled)}
    for goal in {*turning, *context}:
        names = turning.get(goal, set()) | context.get(goal, set())
        if question in deciding(names, conditions, settled.evaluation, settled.answers):
            yield goal


def _context(compiled: CompiledPeriod, settled: Settled) -> dict[Goal, set[str]]:
    """Each channel, with the context questions that it hangs on."""
    return {
        Goal("channels", channel.id): context_of(compiled, settled, channel)
        for channel in compiled.period.channels.values()
    }


def _channels(compiled: CompiledPeriod) -> Iterator[Goal]:
    """The channels that are offered to some: by a rule, or always."""
    for channel in compiled.period.channels.values():
        if channel.always or channel.id in compiled.givers["channels"]:
            yield Goal("channels", channel.id)


def _by_urgency(compiled: CompiledPeriod, found: Collection[Goal]) -> list[Goal]:
    """The goals by kind, safety actions in their own order, the rest in author order."""
    actions = compiled.period.safety_actions
    every = dict.fromkeys([*compiled.exact.goals, *_channels(compiled)])
    return sorted(
        (goal for goal in every if goal in found),
        key=lambda goal: (
            _KINDS.index(goal.kind),
            actions[goal.id].order if goal.kind == "safety" else 0,
        ),
    )


def _hinge(compiled: CompiledPeriod, goal: Goal) -> Hinge:
    if goal.kind == "eligibility":
        return Hinge(goal.kind, goal.id, None)
    situations = compiled.period.situations
    items = situations if goal.kind == "situations" else compiled.items(goal.kind)
    return Hinge(goal.kind, goal.id, items[goal.id].text)
