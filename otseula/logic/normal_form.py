"""Monotone disjunctive normal forms over rails, kept small by naming what would grow.

A form is a set of alternatives, an alternative a set of rails that must all be on. There is no
negation: the *not_met* rail of a condition has a form of its own. Where a form would pass the
limits, parts of it become named rails, which a ruleset of an earlier stratum concludes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

Alternative = frozenset[int]
Form = frozenset[Alternative]

NEVER: Form = frozenset()
ALWAYS: Form = frozenset({frozenset()})

#: Most alternatives of one form: what one ruleset may hold.
MOST_ALTERNATIVES = 60
#: Most rails in one alternative.
MOST_RAILS = 40
# A product larger than this is not written out: naming its parts costs a stratum, which is
# cheaper than so many firings.
_LARGEST_PRODUCT = 12


def rail_form(rail: int) -> Form:
    return frozenset({frozenset({rail})})


class Forms:
    """Builds forms; `defined` maps each named rail to its form, in order of definition, so
    that each stands after those it uses. Input rails, from 0 up, are not defined here."""

    def __init__(self) -> None:
        self.defined: dict[int, Form] = {}
        self._names: dict[Form, int] = {}

    def named(self, form: Form) -> int:
        """The rail that stands for a form: its own if it is a single rail."""
        if len(form) == 1 and len(alternative := next(iter(form))) == 1:
            return next(iter(alternative))
        if form not in self._names:
            # Named rails are numbered downwards from -1, inputs upwards from 0.
            rail = self._names[form] = -1 - len(self._names)
            self.defined[rail] = form
        return self._names[form]

    def disj(self, forms: Iterable[Form]) -> Form:
        """The form of "some of these"."""
        parts = list(forms)
        union = NEVER.union(*parts)
        if len(union) <= 4 * MOST_ALTERNATIVES:
            union = _without_absorbed(union)
        if len(union) <= MOST_ALTERNATIVES:
            return union
        union = NEVER.union(*(f if len(f) == 1 else rail_form(self.named(f)) for f in parts))
        while len(union) > MOST_ALTERNATIVES:
            union = frozenset(
                alternative
                for group in _groups(sorted(union, key=sorted), MOST_ALTERNATIVES)
                for alternative in rail_form(self.named(frozenset(group)))
            )
        return union

    def conj(self, forms: Iterable[Form]) -> Form:
        """The form of "all of these"."""
        product = ALWAYS
        for form in sorted(set(forms), key=len):
            if len(product) * len(form) > _LARGEST_PRODUCT and len(form) > 1:
                form = rail_form(self.named(form))  # the same, by its name
            product = _without_absorbed(frozenset(a | b for a in product for b in form))
        return frozenset(self._shortened(alternative) for alternative in product)

    def at_least(self, count: int, forms: Sequence[Form]) -> Form:
        """The form of "at least `count` of these", what stands twice counting twice: halves
        are counted apart and merged, never written out by combinations."""
        counted: dict[tuple[int, int, int], Form] = {}

        def count_in(start: int, stop: int, wanted: int) -> Form:
            size = stop - start
            if wanted <= 0 or wanted > size:
                return NEVER if wanted > 0 else ALWAYS
            if size == 1:
                return forms[start]
            if wanted == 1:
                return self.disj(forms[start:stop])
            if wanted == size:
                return self.conj(forms[start:stop])
            key = (start, stop, wanted)
            if key not in counted:
                middle = (start + stop) // 2
                counted[key] = self.disj(
                    self.conj((self._short(left), self._short(right)))
                    for taken in range(wanted + 1)
                    if (left := count_in(start, middle, taken))
                    and (right := count_in(middle, stop, wanted - taken))
                )
            return counted[key]

        return count_in(0, len(forms), count)

    def _short(self, form: Form) -> Form:
        """A count as it is, or by its name where merging it would grow."""
        return form if len(form) <= 2 else rail_form(self.named(form))

    def _shortened(self, alternative: Alternative) -> Alternative:
        while len(alternative) > MOST_RAILS:
            alternative = frozenset(
                self.named(frozenset({frozenset(group)}))
                for group in _groups(sorted(alternative), MOST_RAILS)
            )
        return alternative


def _without_absorbed(form: Form) -> Form:
    """Without the alternatives that contain another one."""
    if len(form) < 2:
        return form
    kept: list[Alternative] = []
    for alternative in sorted(form, key=len):
        if not any(shorter <= alternative for shorter in kept):
            kept.append(alternative)
    return frozenset(kept)


def _groups(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
