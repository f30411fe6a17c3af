"""A network as a Python function for one case: the same gates as for many cases, but with `and` and
`or`, so that what is decided early is not worked out further.

The rails of a question come from a table by its answer. Most conditions are not met in most cases,
so the truths begin as a copy of "nothing is met", and only the others are written. For a hundred
rules this takes half as long again as a function written by hand that knows neither `unknown` nor
`dont_know`; for five hundred as long (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from otseula.logic.atoms import Atoms, Pair
from otseula.logic.conditions import Truth, Value
from otseula.logic.network import AND, Network
from otseula.logic.writing import SHORT_CIRCUIT, run, written

Truths = dict[str, Truth]
#: From `answers.get` to the truth of every node, and of whether every question applies.
Program = Callable[[Callable[[str], Value | None]], tuple[Truths, Truths]]

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


def compiled(
    network: Network, atoms: Atoms, nodes: Mapping[str, Pair], applies: Mapping[str, Pair]
) -> Program:
    """A function from the answers of one case to the truths of the nodes, and of whether the
    questions apply."""
    pairs = [*nodes.values(), *applies.values()]
    outputs = [rail for pair in pairs for rail in pair]
    texts, lines = written(network, atoms.size, outputs, SHORT_CIRCUIT)
    namespace: dict[str, object] = {"M": Truth.MET, "U": Truth.UNKNOWN}
    source = ["def program(get):\n"]
    for number, question in enumerate(atoms.questions()):
        table = _Rails(atoms, question)
        namespace |= {f"q{number}": question, f"r{number}": table}
        names = "".join(f"a{rail}," for rail in table.rails)
        source.append(f" {names}=r{number}[get(q{number})]\n")
    source += lines
    for into, told in (("d", nodes), ("e", applies)):
        namespace[f"new_{into}"] = dict.fromkeys(told, Truth.NOT_MET).copy
        source.append(f" {into}=new_{into}()\n")
        for number, (name, pair) in enumerate(told.items()):
            namespace[f"{into}{number}"] = name
            all_of = network.gates.get(pair.met, (AND, ()))[0] == AND
            source += _written_where_not_failed(
                f"{into}[{into}{number}]", texts[pair.met], texts[pair.not_met], all_of=all_of
            )
    program: Program = run("".join(source) + " return d,e\n", namespace)
    return program


def _written_where_not_failed(truth: str, met: str, not_met: str, *, all_of: bool) -> Iterator[str]:
    """First what is sooner found: one part that fails an `all`, one that brings about an `any`."""
    if all_of:
        yield f" if not {not_met}:{truth}=M if {met} else U\n"
    else:
        yield f" if {met}:{truth}=M\n"
        yield f" elif not {not_met}:{truth}=U\n"
