"""Whose turn it may be: the order that no saving of questions overrides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from otseula.logic.odds import Askable


def permitted(
    questions: Sequence[Askable],
    live: Iterable[int],
    ranks: Iterable[Collection[int]],
    waits: Callable[[int], bool],
    begun: Collection[str],
) -> tuple[list[int], int]:
    """The places, of the `live` ones in order, of the questions that may be asked now: a private
    one only where no other is left; then those that matter to the first of the `ranks` (the
    questions that matter to each) that any does; then those of one theme that has been begun,
    where there are any. None before those that decide whether it applies. Also which rank that
    was: the number of ranks where there is none."""
    live = list(live)
    ready = [at for at in live if not waits(at)] or live
    ready = [at for at in ready if not questions[at].private] or ready
    now = 0
    for rank in ranks:
        of_rank = [at for at in ready if at in rank]
        if of_rank:
            ready = of_rank
            break
        now += 1
    themes = (questions[at].theme for at in ready)
    theme = next((theme for theme in themes if theme in begun), None)
    of_theme = [at for at in ready if questions[at].theme == theme] if theme else ready
    return of_theme, now
