"""The gates of a network as lines of Python, for the compiled engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import CodeType
from typing import Any

from otseula.logic.network import AND, NEVER, OR, Network

# A gate that is used once is written inside the one that uses it, but only so deep and so wide:
# CPython's parser and compiler recurse.
_DEEPEST = 12
_WIDEST = 48


#: What stands between the parts of a gate. Every gate is computed, for many cases at once.
BITWISE = {AND: "&", OR: "|"}
#: What one case does not need is passed over.
SHORT_CIRCUIT = {AND: " and ", OR: " or "}


def written(
    network: Network, size: int, outputs: Iterable[int], between: Mapping[str, str]
) -> tuple[Mapping[int, str], list[str]]:
    """The expression of each rail, over the inputs `a0` to `a<size - 1>` and names that the lines
    give; the lines stand first."""
    gates, uses = network.needed(outputs)
    texts = {rail: f"a{rail}" for rail in range(size)} | {NEVER: "0"}
    depths: dict[int, int] = {}
    lines: list[str] = []
    for rail in gates:
        kind, parts = network.gates[rail]
        depth = 1 + max(depths.get(part, 0) for part in parts)
        operands = [texts[part] for part in parts]
        while len(operands) > _WIDEST:
            name = f"t{len(lines)}"
            lines.append(f" {name}={between[kind].join(operands[:_WIDEST])}\n")
            operands[:_WIDEST] = [name]
        text = between[kind].join(operands)
        if uses[rail] == 1 and depth < _DEEPEST:
            texts[rail], depths[rail] = f"({text})", depth
        else:
            texts[rail] = f"g{-rail}"
            lines.append(f" {texts[rail]}={text}\n")
    return texts, lines


def code_of(source: Iterable[str]) -> CodeType:
    """The lines compiled. Generated names and numbers only: nothing that an author or a
    professional wrote is in it."""
    return compile("".join(source), "<rule base>", "exec")


def run(code: CodeType, namespace: dict[str, object]) -> Any:
    """The function `program` that the code defines."""
    exec(code, namespace)
    return namespace["program"]
