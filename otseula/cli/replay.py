"""`otseula screen --replay`: a recorded screening again; the sheet, and what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from otseula.cli import options
from otseula.cli.last_words import fixed_line
from otseula.cli.outcome import DONE, FINDINGS, refuse
from otseula.cli.showing import result_style, show_result
from otseula.cli.terminal import put, put_json, tell, wrapped
from otseula.cli.wishes import Wishes
from otseula.cli.words import say

if TYPE_CHECKING:
    from otseula.rulebase.model import Item, Period
    from otseula.screening.recommendation import Recommendation
    from otseula.screening.record import Replay

#: A record is some hundred kilobytes; more than this is none.
_MAX_BYTES = 20_000_000
_KINDS = ("safety", "duties", "expertise", "channels", "notices")


def replayed(wishes: Wishes) -> int:
    """Screens the record again. 0 with the sheet where the recommendation is the same, else 1
    with both results and the items that changed."""
    from otseula.screening.record import replay

    data = _read(wishes.replay or "")
    rulebase = options.rule_base(wishes.rules)
    found = replay(rulebase, data)
    if found.same:
        show_result(wishes, found.now)
        return DONE
    if wishes.format == "json" and wishes.output is None:
        put_json(_as_data(found))
        tell(fixed_line(wishes.language))
        return FINDINGS
    width = result_style(wishes).width
    text = difference(found, rulebase.period(found.now.as_of), wishes.language, width)
    # HTML on stdout stays a document; the difference is told beside it
    (tell if wishes.format == "html" else put)(text + "\n")
    show_result(wishes, found.now)
    return FINDINGS


def difference(found: Replay, period: Period, language: str, width: int) -> str:
    """Both results side by side, kind by kind, and the items that changed."""
    tables: Mapping[str, Mapping[str, Item]] = {
        "safety": period.safety_actions,
        "duties": period.duties,
        "expertise": period.expertise,
        "channels": period.channels,
        "notices": period.notices,
    }
    before, after = found.recorded, in_force(found.now)
    rows = [("eligibility", [_level(before, language)], [_level(after, language)])]
    rows += [
        (
            kind,
            _texts(before.get(kind, ()), tables[kind], language),
            _texts(after[kind], tables[kind], language),
        )
        for kind in _KINDS
        if tuple(before.get(kind, ())) != tuple(after[kind])
    ]
    lines = [say("replay_changed", language), ""]
    for kind, was, now in rows:
        lines.append(f"{say(kind, language)}:")
        for key, texts in (("replay_recorded", was), ("replay_now", now)):
            lines.append(f"  {say(key, language)}:")
            shown = texts or [say("none", language)]
            lines += [wrapped(f"  - {text}", width, "    ") for text in shown]
    changed = ", ".join(found.changed) or say("replay_no_items", language)
    lines.append(wrapped(f"{say('replay_items', language)}: {changed}", width, "  "))
    if found.gone:
        lines.append(wrapped(f"{say('replay_gone', language)}: {found.gone}", width, "  "))
    return "\n".join(lines)


def in_force(result: Recommendation) -> dict[str, Any]:
    """The recommendation in the short form in which a replay gives the recorded one."""
    from otseula.logic.conditions import Truth

    short: dict[str, Any] = {
        "at_least": result.eligibility.at_least,
        "at_most": result.eligibility.at_most,
    }
    for kind in _KINDS:
        entries = getattr(result, kind)
        short[kind] = tuple(each.id for each in entries if each.truth is Truth.MET)
    return short


def _as_data(found: Replay) -> dict[str, Any]:
    return {
        "same": found.same,
        "recorded": {k: list(v) if isinstance(v, tuple) else v for k, v in found.recorded.items()},
        "now": found.now.to_dict(),
        "changed": list(found.changed),
        "gone": found.gone,
    }


def _level(short: Mapping[str, Any], language: str) -> str:
    from otseula.present.sections.recommendation import level_said
    from otseula.present.voice import Voice

    low, high = short.get("at_least"), short.get("at_most")
    if low is None or high is None:
        return "?"
    return level_said(Voice(language), low, high)


def _texts(ids: Iterable[str], table: Mapping[str, Item], language: str) -> list[str]:
    return [table[name].text.in_language(language) if name in table else name for name in ids]


def _read(name: str) -> bytes:
    data = None
    try:
        with Path(name).open("rb") as file:
            data = file.read(_MAX_BYTES)
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        data = None
    if data is None:
        raise refuse("file_unreadable", option="--replay")
    return data
