"""Where one is in the questionnaire and why a question is asked, in short lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from otseula.cli.standing_words import PARTS, STANDING, WHY
from otseula.screening.hinges import Hinge
from otseula.screening.interview import Progress

#: So many of what hinges on a question are named.
_MOST = 5


def standing_line(progress: Progress, language: str, width: int) -> str:
    """What is settled and what is open; how many safety actions or situations, where that fits
    on one line."""
    open_ = [part for part, kinds in PARTS.items() if kinds & progress.open_by_kind.keys()]
    settled = [
        part
        for part, kinds in PARTS.items()
        if part not in open_ and kinds & progress.settled_by_kind.keys()
    ]
    if not open_:
        return STANDING["all_settled"].in_language(language)
    # Situations are counted once the opening answer is there: twenty would only frighten before.
    counted = "safety" if progress.common else "situations"
    still = [_open(part, part == counted, progress, language) for part in open_]
    line = _told(settled, still, language)
    if len(line) > width:
        line = _told(settled, [_open(part, False, progress, language) for part in open_], language)
    return line


def _open(part: str, counted: bool, progress: Progress, language: str) -> str:
    """An open part, as a number of things where they are counted."""
    count = progress.open_by_kind.get(part)
    key = f"one_{part}" if count == 1 else f"many_{part}"
    return STANDING[key if counted else part].in_language(language).format(n=count)


def _told(settled: list[str], open_: list[str], language: str) -> str:
    names = [STANDING[part].in_language(language) for part in settled]
    return " ".join(
        STANDING[key].in_language(language).format(parts=", ".join(parts))
        for key, parts in (("settled", names), ("open", open_))
        if parts
    )


def why_lines(hinges: Iterable[Hinge], language: str, width: int) -> list[str]:
    """What hinges on a question, one line each that fits the width; the rest as a number."""

    def say(key: str, **fill: object) -> str:
        return WHY[key].in_language(language).format(**fill)

    entries: dict[tuple[str, str], list[str]] = {}
    for hinge in hinges:  # the levels are one entry together
        text = say(hinge.id) if hinge.text is None else hinge.text.in_language(language)
        key = "" if hinge.text is None else hinge.id
        entries.setdefault((hinge.kind, key), []).append(text)
    lines = [f"{say(kind)}: {say('or').join(texts)}" for (kind, _), texts in entries.items()]
    more = len(lines) - _MOST
    shown = [textwrap.shorten(line, width - 4, placeholder=" …") for line in lines[:_MOST]]
    if more > 0:
        shown.append(say("one_more" if more == 1 else "more", n=more))
    return [f"  - {line}" for line in shown]
