"""A network as one straight-line Python function of `&` and `|`.

The same function runs one case on 0 and 1 and many cases on wide integers, bit i for case i.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from otseula.logic.network import NEVER, Network

Program = Callable[[Sequence[int]], tuple[int, ...]]

# A gate that is used once is written inside the one that uses it, but only so deep and so wide:
# CPython's parser and compiler recurse.
_DEEPEST = 12
_WIDEST = 48


def compiled(network: Network, size: int, outputs: Sequence[int]) -> Program:
    """A function from `size` input rails to the rails in `outputs`."""
    gates, uses = network.needed(outputs)
    kept = set(outputs)
    texts = {rail: f"a{rail}" for rail in range(size)} | {NEVER: "0"}
    depths: dict[int, int] = {}
    lines: list[str] = []
    for rail in gates:
        kind, parts = network.gates[rail]
        depth = 1 + max(depths.get(part, 0) for part in parts)
        operands = [texts[part] for part in parts]
        while len(operands) > _WIDEST:
            name = f"t{len(lines)}"
            lines.append(f" {name}={kind.join(operands[:_WIDEST])}\n")
            operands[:_WIDEST] = [name]
        text = kind.join(operands)
        if uses[rail] == 1 and rail not in kept and depth < _DEEPEST:
            texts[rail], depths[rail] = f"({text})", depth
        else:
            texts[rail] = f"g{-rail}"
            lines.append(f" {texts[rail]}={text}\n")
    unpack = "".join(f"a{rail}," for rail in range(size))
    source = (
        "def program(rails):\n"
        + (f" {unpack}=rails\n" if size else "")
        + "".join(lines)
        + f" return ({''.join(texts[rail] + ',' for rail in outputs)})\n"
    )
    namespace: dict[str, Program] = {}
    # Generated names and numbers only: nothing that an author or a professional wrote is in it.
    exec(compile(source, "<rule base>", "exec"), namespace)
    return namespace["program"]
