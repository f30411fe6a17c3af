"""A network as one straight-line Python function of `&` and `|`, for many cases at once: its rails
are wide integers, or packed arrays, bit i for case i."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import CodeType

from otseula.logic.network import Network
from otseula.logic.writing import BITWISE, code_of, run, written

Program = Callable[[Sequence[int]], tuple[int, ...]]


def coded(network: Network, size: int, outputs: Sequence[int]) -> CodeType:
    """The code of a function from `size` input rails to the rails in `outputs`."""
    texts, lines = written(network, size, outputs, BITWISE)
    unpack = "".join(f"a{rail}," for rail in range(size))
    return code_of(
        (
            "def program(rails):\n",
            f" {unpack}=rails\n" if size else "",
            *lines,
            f" return ({''.join(texts[rail] + ',' for rail in outputs)})\n",
        )
    )


def compiled(network: Network, size: int, outputs: Sequence[int]) -> Program:
    """The function itself."""
    return program_of(coded(network, size, outputs))


def program_of(code: CodeType) -> Program:
    """The function that the code is of."""
    program: Program = run(code, {})
    return program
