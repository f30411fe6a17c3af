"""One case with what can be asked of it: what is settled, and what other answers would settle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from otseula.frozen import dataclass
from otseula.logic.completions import Completions, has_value
from otseula.logic.conditions import DONT_KNOW, Answers, Evaluation, Truth, truth_of_any
from otseula.logic.hitting import bits
from otseula.logic.verdicts import ByKleene, Exactly, Given, Judge
from otseula.rulebase.model import LEVELS, Item
from otseula.screening.changes import Candidate
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.drawn import Key
from otseula.screening.explanation import NO_SUCH_NODE
from otseula.screening.goals import Goal
from otseula.screening.other_values import Other, other_values
from otseula.screening.reasons import Told
from otseula.screening.settled import Settled
from otseula.screening.states import state_of


@dataclass(frozen=True, slots=True)
class Target:
    """What is explained: it holds where one of `nodes` does, or where none does (`turned`)."""

    kind: str
    id: str
    item: Item | None
    key: Key
    nodes: tuple[str, ...]
    turned: bool = False


@dataclass(frozen=True)
class Judged:
    """A case and what is settled of it, of goals and of every named condition."""

    compiled: CompiledPeriod
    settled: Settled = field(repr=False)

    @property
    def answers(self) -> Answers:
        return self.settled.answers

    @property
    def evaluation(self) -> Evaluation:
        """What Kleene's logic decides of the answers."""
        return self.settled.evaluation

    @property
    def completions(self) -> Completions[Key] | None:
        """None where nothing exact can be said."""
        return self.settled.exact.completions

    def target(self, goal: Goal | str) -> Target:
        """Raises KeyError for what the rule base does not have."""
        period = self.compiled.period
        if isinstance(goal, str):
            for kind, table in (
                ("criterion", period.criteria),
                ("situation", period.situations),
                ("rule", period.rules),
            ):
                if goal in table:
                    return Target(kind, goal, table[goal], goal, (goal,))
            raise KeyError(NO_SUCH_NODE)
        if goal.kind == "situations":
            return self.target(goal.id)
        if goal.kind == "eligibility":
            return self._level(goal)
        items = self.compiled.items(goal.kind)
        if goal.id not in items:
            raise KeyError(NO_SUCH_NODE)
        givers = self.compiled.givers[goal.kind].get(goal.id, ())
        return Target(goal.kind, goal.id, items[goal.id], goal, givers)

    def _level(self, goal: Goal) -> Target:
        at = LEVELS.index(goal.id)
        least = Goal(goal.kind, LEVELS[at or 1])
        nodes = self.compiled.exact.goals[least]
        return Target(goal.kind, goal.id, None, least, nodes, turned=at == 0)

    def root(self, key: Key) -> int | None:
        """The diagram of a goal or node; None where there is none."""
        return None if self.completions is None else self.completions.goals.get(key)

    def truth(self, target: Target) -> Truth:
        """The settled truth of the target itself."""
        truth = self.raw(target.key, target.nodes)
        return ~truth if target.turned else truth

    def raw(self, key: Key, nodes: Sequence[str]) -> Truth:
        """The settled truth of any of the nodes."""
        truth = truth_of_any({self.evaluation.nodes[node] for node in nodes})
        if truth is Truth.UNKNOWN and self.root(key) is not None:
            assert self.settled.remaining is not None
            return self.settled.remaining.settled(key)
        return truth

    @cached_property
    def all_apply(self) -> bool:
        """Whether every question with a value is known to apply."""
        applies = self.evaluation.applies
        return all(
            applies.get(question, Truth.MET) is Truth.MET or not has_value(answer)
            for question, answer in self.answers.items()
        )

    @property
    def without_diagrams(self) -> Judged:
        """The same case by Kleene's logic alone."""
        settled = self.settled
        silent = Settled(settled.exact.silent(), settled.evaluation, settled.answers)
        return Judged(self.compiled, silent)

    def tell(self, names: Iterable[str]) -> tuple[Told, ...]:
        """The questions, with their texts and states."""
        questions = self.compiled.period.questions
        return tuple(
            Told(name, questions[name].text, state_of(name, self.answers, self.evaluation))
            for name in names
        )

    def judge(self, targets: Sequence[Target]) -> Judge:
        """Of these targets."""
        return self.judge_of({target.key: target.nodes for target in targets})

    def judge_of(self, nodes: Mapping[Key, Sequence[str]]) -> Judge:
        """By the diagrams where each of these has one, else by Kleene's logic alone; the nodes
        any of which brings each about."""
        kleene = ByKleene(self.compiled.lanes, self.answers, nodes)
        if self.completions is not None and all(self.root(key) is not None for key in nodes):
            return Exactly(self.completions, kleene)
        return kleene

    def candidates(
        self,
        targets: Sequence[Target],
        questions: Collection[str] | None = None,
        *,
        unknown: bool = False,
    ) -> list[Candidate]:
        """The other answers that could make a difference to the targets, nearest first, by
        default of all questions answered; with `unknown` also that it is not known."""
        read = self._read(targets)
        found = []
        for name, now in self.answers.items():
            options = self._options(name, read)
            if questions is not None and name not in questions:
                continue
            others = []
            if options is not None:
                question = self.compiled.period.questions[name]
                others += other_values(question, now, self.compiled.lanes, options)
                if unknown and has_value(now):
                    others.append(Other(DONT_KNOW))
            found += [Candidate(name, other) for other in others]
        return found

    def _options(self, name: str, read: Collection[int] | None) -> list[str] | None:
        """The options of a question that are among the variables read; None where nothing of it
        is. Of one of which it is open whether it applies, all: Kleene's logic takes its value for
        what it is."""
        options = [option.id for option in self.compiled.period.questions[name].options]
        applies = self.evaluation.applies.get(name, Truth.MET)
        if read is None or self.completions is None or applies is Truth.UNKNOWN:
            return options
        coding = self.completions.codings[name]
        if not any(v in read for v in (*coding.variables, coding.known)):
            return None
        if len(options) != len(coding.variables):
            return options
        return [option for option, v in zip(options, coding.variables, strict=True) if v in read]

    def turned(
        self, target: Target, truth: Truth, judge: Judge, width: int, given: Sequence[Given]
    ) -> int:
        """The lanes in which it is no longer settled MET, or now is."""
        possible, (verdict,) = judge.ask(width, given, [target.key])
        holds = verdict.failed if target.turned else verdict.met
        return possible & (~holds if truth is Truth.MET else holds)

    def _read(self, targets: Sequence[Target]) -> set[int] | None:
        """The variables that decide the targets; None where it is not known: Kleene's logic also
        reads a value of which it is open whether its question applies."""
        roots = [self.root(target.key) for target in targets]
        if self.completions is None or None in roots or not self.all_apply:
            return None
        reads = self.completions.drawn.reads
        return {v for root in roots if root is not None for v in bits(reads[root])}
