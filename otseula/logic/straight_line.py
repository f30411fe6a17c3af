"""A network as one straight-line Python function of `&` and `|`, for many cases at once: its rails
are wide integers, or packed arrays, bit i for case i."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from otseula.logic.network import Network
from otseula.logic.writing import BITWISE, run, written

Program = Callable[[Sequence[int]], tuple[int, ...]]


def compiled(network: Network, size: int, outputs: Sequence[int]) -> Program:
    """A function from `size` input rails to the rails in `outputs`."""
    texts, lines = written(network, size, outputs, BITWISE)
    unpack = "".join(f"a{rail}," for rail in range(size))
    source = (
        "def program(rails):\n"
        + (f" {unpack}=rails\n" if size else "")
        + "".join(lines)
        + f" return ({''.join(texts[rail] + ',' for rail in outputs)})\n"
    )
    program: Program = run(source, {})
    return program
