"""A network as a Python function for one case: the same gates as for many cases, but with `and` and
`or`, so that what is decided early is not worked out further.

The rails of a question come from a table by its answer. Most conditions are not met in most cases,
so the truths begin as a copy of "nothing is met", and only the others are written. For a hundred
rules this takes half as long again as a function written by hand that knows neither `unknown` nor
`dont_know`; for five hundred as long (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType

from otseula.logic.atoms import Atoms, Pair
from otseula.logic.conditions import Truth, Value
from otseula.logic.network import AND, Network
from otseula.logic.writing import SHORT_CIRCUIT, code_of, run, written

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


def coded(
    network: Network, atoms: Atoms, nodes: Mapping[str, Pair], applies: Mapping[str, Pair]
) -> CodeType:
    """The code of a function from the answers of one case to the truths of the nodes, and of
    whether the questions apply."""
    pairs = [*nodes.values(), *applies.values()]
    outputs = [rail for pair in pairs for rail in pair]
    texts, lines = written(network, atoms.size, outputs, SHORT_CIRCUIT)
    source = ["def program(get):\n"]
    for number, question in enumerate(atoms.questions()):
        names = "".join(f"a{rail}," for rail in atoms.rails_of(question))
        source.append(f" {names}=r{number}[get(q{number})]\n")
    source += lines
    for into, told in (("d", nodes), ("e", applies)):
        source.append(f" {into}=new_{into}()\n")
        for number, pair in enumerate(told.values()):
            all_of = network.gates.get(pair.met, (AND, ()))[0] == AND
            source += _written_where_not_failed(
                f"{into}[{into}{number}]", texts[pair.met], texts[pair.not_met], all_of=all_of
            )
    return code_of((*source, " return d,e\n"))


def program_of(
    code: CodeType, atoms: Atoms, nodes: Iterable[str], applies: Iterable[str]
) -> Program:
    """The function that the code is of, with the atoms and names it was compiled for."""
    namespace: dict[str, object] = {"M": Truth.MET, "U": Truth.UNKNOWN}
    for number, question in enumerate(atoms.questions()):
        namespace |= {f"q{number}": question, f"r{number}": _Rails(atoms, question)}
    for into, names in (("d", tuple(nodes)), ("e", tuple(applies))):
        namespace[f"new_{into}"] = dict.fromkeys(names, Truth.NOT_MET).copy
        namespace |= {f"{into}{number}": name for number, name in enumerate(names)}
    program: Program = run(code, namespace)
    return program


def _written_where_not_failed(truth: str, met: str, not_met: str, *, all_of: bool) -> Iterator[str]:
    """First what is sooner found: one part that fails an `all`, one that brings about an `any`."""
    if all_of:
        yield f" if not {not_met}:{truth}=M if {met} else U\n"
    else:
        yield f" if {met}:{truth}=M\n"
        yield f" elif not {not_met}:{truth}=U\n"
