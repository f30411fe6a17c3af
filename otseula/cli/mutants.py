"""`otseula test --mutants`: which small changes of the conditions no vignette notices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from otseula.cli import options
from otseula.cli.outcome import DONE, FINDINGS, refuse
from otseula.cli.terminal import put, put_json, tell

if TYPE_CHECKING:
    from otseula.rulebase.model import Content, Vignette

_FORMATS = ("text", "json")
_ORIGINS = ("source", "owner", "invented")
_ALL = 100


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options of mutants ask for."""

    mutants: bool
    origins: tuple[str, ...]
    min_killed: int | None
    accept: str | None
    plain: bool

    def checked(self, format: str) -> Wishes:
        """The same; Stop where they do not go together."""
        given = {
            "--origin": bool(self.origins),
            "--min-killed": self.min_killed is not None,
            "--accept": self.accept is not None,
            "--plain": self.plain,
        }
        for option, is_given in given.items():
            if is_given and not self.mutants:
                raise refuse("only_with", option=option, other="--mutants")
        for origin in self.origins:
            options.one_of("--origin", origin, _ORIGINS)
        if self.min_killed is not None and not 0 <= self.min_killed <= _ALL:
            raise refuse("bad_percent", option="--min-killed")
        if self.mutants:
            options.one_of("--format", format, _FORMATS)
        if self.accept is not None:
            from otseula.cli.accepting import check_target

            check_target(self.accept, format)
        return self


def run_mutants(
    content: Content, vignettes: Sequence[Vignette], wishes: Wishes, format: str, language: str
) -> int:
    """Tries the mutants and prints what became of them."""
    from otseula.authoring.mutants.report import render
    from otseula.authoring.mutants.run import mutation_run
    from otseula.authoring.mutants.words import say

    tell(say("working", language))
    run = mutation_run(content, vignettes, wishes.origins)
    if wishes.accept is not None:
        from otseula.cli.accepting import accept

        return accept(run, wishes.accept, language, plain=wishes.plain)
    report = render(run, format, language)
    if format == "json":
        put_json(json.loads(report))
    else:
        put(report)
    if wishes.min_killed is not None:
        return DONE if run.count().percent >= wishes.min_killed else FINDINGS
    return FINDINGS if run.of("open") or run.of("too_large") else DONE
