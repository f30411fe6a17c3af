"""A network as a Python function for one case: the same gates as for many cases, but with `and` and
`or`, so that what is decided early is not worked out further.

The rails of a question come from a table by its answer. For a hundred rules this is as fast as a
function written by hand that knows neither `unknown` nor `dont_know` (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from otseula.logic.atoms import Atoms, Pair
from otseula.logic.conditions import Truth, Value
from otseula.logic.network import Network
from otseula.logic.writing import SHORT_CIRCUIT, run, written

#: From `answers.get` to the truth of each pair.
Program = Callable[[Callable[[str], Value | None]], tuple[Truth, ...]]

#: Answers of one question remembered: the combinations of a long list are too many.
_REMEMBERED = 1_000


class _Rails(dict[Value | None, tuple[bool, ...]]):
    """Which rails of a question each answer turns on."""

    def __init__(self, atoms: Atoms, question: str) -> None:
        super().__init__()
        self._atoms = atoms
        self._question = question
        self.rails = atoms.rails_of(question)

    def __missing__(self, value: Value | None) -> tuple[bool, ...]:
        on = self._atoms.on(self._question, value)
        found = tuple(rail in on for rail in self.rails)
        if len(self) < _REMEMBERED:
            self[value] = found
        return found


def compiled(network: Network, atoms: Atoms, pairs: Sequence[Pair]) -> Program:
    """A function from the answers of one case to the truths of the pairs."""
    outputs = [rail for pair in pairs for rail in pair]
    texts, lines = written(network, atoms.size, outputs, SHORT_CIRCUIT)
    namespace: dict[str, object] = {"M": Truth.MET, "N": Truth.NOT_MET, "U": Truth.UNKNOWN}
    unpack = []
    for number, question in enumerate(atoms.questions()):
        table = _Rails(atoms, question)
        namespace |= {f"q{number}": question, f"r{number}": table}
        names = "".join(f"a{rail}," for rail in table.rails)
        unpack.append(f" {names}=r{number}[get(q{number})]\n")
    truths = "".join(f"M if {texts[p.met]} else N if {texts[p.not_met]} else U," for p in pairs)
    source = f"def program(get):\n{''.join(unpack)}{''.join(lines)} return ({truths})\n"
    program: Program = run(source, namespace)
    return program
