"""The truths of many cases, case by case: the rails of a run turned over when first read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from otseula.logic.conditions import Evaluation, Truth
from otseula.logic.lanes import LaneResult

_TRUTHS: Mapping[str, Truth] = {"0": Truth.UNKNOWN, "1": Truth.MET, "2": Truth.NOT_MET}


class LaneRows:
    """What a run says of each case. All cases are turned over at once: that takes little more
    than to pick the bits of one."""

    def __init__(self, result: LaneResult) -> None:
        self._result = result

    def evaluation(self, case: int) -> Evaluation:
        """Everything about one case."""
        truths = map(_TRUTHS.__getitem__, self._rows[case])
        nodes, applies = self._result.met, self._result.applies
        return Evaluation(
            dict(zip(nodes, truths, strict=False)), dict(zip(applies, truths, strict=True))
        )

    @cached_property
    def _rows(self) -> Sequence[str]:
        """A character for each node and each `applies_when`, by case."""
        found = self._result
        pairs = [
            *zip(found.met.values(), found.not_met.values(), strict=True),
            *zip(found.applies.values(), found.applies_not.values(), strict=True),
        ]
        columns = [_signs(met, not_met, found.width) for met, not_met in pairs]
        return list(map("".join, zip(*columns, strict=True))) or [""] * found.width


def _signs(met: int, not_met: int, width: int) -> str:
    """A sign of `_TRUTHS` for each case, the first first."""
    # A bit becomes a hexadecimal digit; of two rails never both are on.
    both = int(f"{met:b}", 16) + 2 * int(f"{not_met:b}", 16)
    return f"{both:0{width}x}"[::-1]
