"""The compiled engine: the whole rule base as one function, run on one case or many at once."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import CodeType

from otseula.frozen import dataclass
from otseula.logic import short_circuit, straight_line
from otseula.logic.atoms import Atoms
from otseula.logic.conditions import Answers, ConditionSet, Evaluation, Truth, Value
from otseula.logic.filling import Filling
from otseula.logic.railing import Railing

#: Answers changed in one what-if case; `None` takes an answer away.
Change = Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Written:
    """What the engine makes of conditions: their rails and the code over these, as `marshal` of
    this Python writes it. May be kept: it holds nothing of any case."""

    railing: Railing
    for_one: bytes
    for_many: bytes


class Lanes:
    """Evaluates by the compiled function. Safe to share between threads."""

    name = "lanes"

    def __init__(self, conditions: ConditionSet, made: Written | None = None) -> None:
        """`made`: what was made of these very conditions, where it is at hand."""
        self.conditions = conditions
        railing = Railing(conditions) if made is None else made.railing
        self._railing = railing
        self._made = made
        self._atoms = railing.atoms
        self._nodes = tuple(railing.nodes)
        self._applies = tuple(railing.applies)
        self._for_one = short_circuit.program_of(
            self._code_for_one() if made is None else marshal.loads(made.for_one),
            railing.atoms,
            railing.nodes,
            railing.applies,
        )

    @property
    def made(self) -> Written:
        """What it has made of its conditions."""
        if self._made is not None:
            return self._made
        one, many = self._code_for_one(), self._code_for_many()
        return Written(self._railing, marshal.dumps(one), marshal.dumps(many))

    def evaluate(self, answers: Answers) -> Evaluation:
        """The truth of every node for checked answers."""
        return Evaluation(*self._for_one(answers.get))

    def evaluate_many(self, cases: Sequence[Answers]) -> LaneResult:
        """All cases in one run."""
        inputs = Inputs(self._atoms, len(cases))
        inputs.rails = self._filling.rails(cases)
        return self.run(inputs)

    @cached_property
    def _filling(self) -> Filling:
        return Filling(self._atoms)

    def what_if(self, answers: Answers, changes: Sequence[Change]) -> LaneResult:
        """One lane for each change of the same answers, in one run."""
        inputs = self.inputs(answers, len(changes))
        for question in {question for change in changes for question in change}:
            now = answers.get(question)
            inputs.answer_each(question, [change.get(question, now) for change in changes])
        return self.run(inputs)

    def inputs(self, answers: Answers, width: int) -> Inputs:
        """Rails for `width` lanes that all hold the same answers, to be changed and run."""
        inputs = Inputs(self._atoms, width)
        for rail in self._atoms.all_on(answers):
            inputs.rails[rail] = inputs.full
        return inputs

    def run(self, inputs: Inputs) -> LaneResult:
        """The truth of every node in every lane."""
        out = self._program(inputs.rails)
        n, a = len(self._nodes), 2 * len(self._nodes)
        b = a + len(self._applies)
        return LaneResult(
            inputs.width,
            dict(zip(self._nodes, out[:n], strict=True)),
            dict(zip(self._nodes, out[n:a], strict=True)),
            dict(zip(self._applies, out[a:b], strict=True)),
            dict(zip(self._applies, out[b:-1], strict=True)),
            out[-1],
        )

    @cached_property
    def _program(self) -> straight_line.Program:
        """For many cases; a questionnaire needs it at its second question, one screening never."""
        # Two threads may both compile it; either is right.
        made = self._made
        return straight_line.program_of(
            self._code_for_many() if made is None else marshal.loads(made.for_many)
        )

    def _code_for_one(self) -> CodeType:
        made = self._railing
        return short_circuit.coded(made.network, made.atoms, made.nodes, made.applies)

    def _code_for_many(self) -> CodeType:
        nodes, applies = self._railing.nodes.values(), self._railing.applies.values()
        outputs = [
            *(pair.met for pair in nodes),
            *(pair.not_met for pair in nodes),
            *(pair.met for pair in applies),
            *(pair.not_met for pair in applies),
            self._railing.contradictory,
        ]
        return straight_line.coded(self._railing.network, self._atoms.size, outputs)

    def rails(self, question: str, value: Value | None) -> tuple[int, ...]:
        """What the program sees of an answer: values with the same rails are the same to every
        condition. `None` is not asked."""
        return self._atoms.on(question, value)


class Inputs:
    """The input rails of many lanes: bit i of each integer belongs to lane i."""

    def __init__(self, atoms: Atoms, width: int) -> None:
        self.width = width
        self.full = (1 << width) - 1
        self.rails = [0] * atoms.size
        self._atoms = atoms

    def answer(self, question: str, value: Value | None, lanes: int | None = None) -> None:
        """Gives the question one value in the lanes of a mask (by default in all); `None` takes
        its answer away."""
        lanes = self.full if lanes is None else lanes
        for rail in self._atoms.rails_of(question):
            self.rails[rail] &= ~lanes
        for rail in self._atoms.on(question, value):
            self.rails[rail] |= lanes

    def answer_each(self, question: str, values: Sequence[Value | None]) -> None:
        """Gives the question its own value in each lane."""
        patterns = _Patterns(self._atoms, question)
        column = [patterns[value] for value in values]
        column.reverse()  # int() reads the highest bit first
        digits = "".join(column)
        for rail in self._atoms.rails_of(question):
            table = {ord(sign): "01"[rail in on] for on, sign in patterns.signs.items()}
            self.rails[rail] = int(digits.translate(table) or "0", 2)


class _Patterns(dict[Value | None, str]):
    """A sign for each value; values that turn on the same rails share one."""

    def __init__(self, atoms: Atoms, question: str) -> None:
        super().__init__()
        self.signs: dict[tuple[int, ...], str] = {}
        self._atoms = atoms
        self._question = question

    def __missing__(self, value: Value | None) -> str:
        on = self._atoms.on(self._question, value)
        sign = self[value] = self.signs.setdefault(on, chr(len(self.signs)))
        return sign


@dataclass(frozen=True, slots=True)
class LaneResult:
    """Rails of all lanes: bit i of each integer belongs to case i. Neither rail is unknown.

    `contradictory` marks the cases in which a question has a value though it does not apply.
    """

    width: int
    met: Mapping[str, int]
    not_met: Mapping[str, int]
    applies: Mapping[str, int]
    applies_not: Mapping[str, int]
    contradictory: int

    def truth(self, name: str, case: int) -> Truth:
        """The truth of a node in one case."""
        return _truth(self.met[name] >> case & 1, self.not_met[name] >> case & 1)

    def evaluation(self, case: int) -> Evaluation:
        """Everything about one case."""
        return Evaluation(
            {name: self.truth(name, case) for name in self.met},
            {
                question: _truth(met >> case & 1, self.applies_not[question] >> case & 1)
                for question, met in self.applies.items()
            },
        )


def _truth(met: int, not_met: int) -> Truth:
    return Truth.MET if met else Truth.NOT_MET if not_met else Truth.UNKNOWN
