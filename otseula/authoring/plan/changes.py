"""What an edit changes of the questionnaire, and which questions are the cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from otseula.authoring.plan.figures import Shift, shift
from otseula.authoring.plan.planning import Group, Plan

#: So many questions are named whose share changed most.
_NAMED = 10


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A situation that both rule bases have. The shifts are of the people drawn for it, and of
    the vignettes where it is met before and after; None where there are none."""

    before: Group
    after: Group
    drawn: Shift | None
    vignettes: Shift | None


@dataclass(frozen=True, slots=True)
class Change:
    """`share`: the shares before and after of the questions that are asked more or less often,
    most changed first; `new` and `gone` are questions and situations that one of the two lacks.
    The vignettes are those that both have."""

    before: Plan
    after: Plan
    everyone: Shift | None
    vignettes: Shift | None
    groups: tuple[GroupChange, ...]
    share: Mapping[str, tuple[float, float]]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    new_situations: tuple[str, ...]
    gone_situations: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether every figure is as it was."""
        a, b = self.before, self.after
        return (
            a.everyone == b.everyone
            and a.vignettes == b.vignettes
            and a.share == b.share
            and a.worst == b.worst
            and all(_figures(each.before) == _figures(each.after) for each in self.groups)
            and not (self.new or self.gone or self.new_situations or self.gone_situations)
        )


def change(before: Plan, after: Plan) -> Change:
    """Of two plans with the same seed and draws, so that the same people were asked."""
    old = {group.id: group for group in (before.none, *before.situations)}
    now = {group.id: group for group in (after.none, *after.situations)}
    moved = {
        name: (before.share[name], share)
        for name, share in after.share.items()
        if name in before.share and before.share[name] != share
    }
    most = sorted(moved, key=lambda name: -abs(moved[name][1] - moved[name][0]))[:_NAMED]
    return Change(
        before,
        after,
        shift(before.everyone, after.everyone),
        shift(before.vignettes, after.vignettes),
        tuple(_of_group(old[name], group) for name, group in now.items() if name in old),
        {name: moved[name] for name in most},
        tuple(name for name in after.questions if name not in before.questions),
        tuple(name for name in before.questions if name not in after.questions),
        tuple(name for name in now if name not in old),
        tuple(name for name in old if name not in now),
    )


def _figures(group: Group) -> tuple[object, ...]:
    return group.chance, group.alone, group.drawn, group.met, group.vignettes


def _of_group(before: Group, after: Group) -> GroupChange:
    comparable = before.alone == after.alone
    return GroupChange(
        before,
        after,
        shift(before.drawn, after.drawn) if comparable else None,
        shift(before.vignettes, after.vignettes),
    )
