"""The first lines of a terminal sheet: safety, recommendation and first channel within 20."""

from __future__ import annotations

from collections.abc import Sequence

from otseula.present.sheet import ALERT, PLAIN, STRONG, Detail, Sheet, Summary
from otseula.present.style import Style, clip, wrap
from otseula.present.voice import Line, Voice, plain_text

TOP_LINES = 20
_LEAST_FOR_SAFETY = 3


def top(sheet: Sheet, style: Style, detail: Detail) -> list[str]:
    """Title, fixed line, safety, duties, recommendation and first contact: at most 20 lines at
    80 columns. Actions stand in full where they fit, else cut, in full in section 2; what is to
    be found out stands here only where the sheet has room, else its count."""
    voice = Voice(sheet.language)
    head = [*wrap(sheet.title, style, tone=STRONG), *wrap(sheet.danger, style, tone=ALERT)]
    tail = [
        *wrap(plain_text(sheet.summary.duties), style),
        *wrap(plain_text(sheet.summary.recommendation), style, tone=STRONG),
    ]
    contact = plain_text(sheet.summary.contact)
    lead = [line for said in sheet.summary.lead for line in wrap(plain_text(said), style)]
    left = TOP_LINES - len(head) - len(lead) - len(tail)
    wishes = [_counted_find(voice, sheet.summary, style)] if detail.full_top else []
    if detail.airy:
        wishes.insert(0, _full(voice, sheet.summary, style))
    for actions in wishes:
        for contact_lines in (3, 2):
            said = clip(contact, style, contact_lines)
            spare = left - len(actions) - len(said)
            if spare >= 0:
                return _joined(head, [*lead, *actions], tail, said, spare)
    said = clip(contact, style, 2)
    room = max(left - len(said), _LEAST_FOR_SAFETY)
    actions = _squeezed(voice, sheet.summary, style, room, full=detail.full_top)
    return _joined(head, [*lead, *actions], tail, said, 0)


def _joined(
    head: list[str], safety: list[str], tail: list[str], contact: list[str], spare: int
) -> list[str]:
    """The parts, with empty lines between them where there is room for both."""
    gap = [""] if spare >= 2 else []
    return [*head, *gap, *safety, *gap, *tail, *contact]


def _full(voice: Voice, summary: Summary, style: Style) -> list[str]:
    return [
        *_list(voice.word("act_first") + ":", summary.act, style, ALERT),
        *_list(voice.word("find_out_first") + ":", summary.find, style, PLAIN),
    ]


def _counted_find(voice: Voice, summary: Summary, style: Style) -> list[str]:
    return [
        *_list(voice.word("act_first") + ":", summary.act, style, ALERT),
        *_find_count(voice, summary, style),
    ]


def _squeezed(voice: Voice, summary: Summary, style: Style, room: int, *, full: bool) -> list[str]:
    """Every action cut to one line, or if `full` to as many as `room` has for each; where there
    are more actions than lines, as many as fit, and how many more there are."""
    find = _find_count(voice, summary, style)
    if not summary.act:
        return find
    heading = wrap(voice.word("top_act"), style, tone=ALERT)
    room = max(room - len(heading) - len(find), 1)
    shown = summary.act if len(summary.act) <= room else summary.act[: max(room - 1, 0)]
    each = max(room // len(summary.act), 1) if full else 1
    lines = [
        style.paint(line, ALERT)
        for action in shown
        for line in clip(plain_text(action), style, each, first=style.bullet, hanging="  ")
    ]
    hidden = len(summary.act) - len(shown)
    if hidden:
        more = voice.counted("more_actions", hidden)
        lines.extend(wrap(more, style, first=style.bullet, hanging="  ", tone=ALERT))
    return [*heading, *lines, *find]


def _find_count(voice: Voice, summary: Summary, style: Style) -> list[str]:
    if not summary.find:
        return []
    return wrap(voice.counted("find_first_count", len(summary.find)), style)


def _list(heading: str, lines: Sequence[Line], style: Style, tone: str) -> list[str]:
    if not lines:
        return []
    said = wrap(heading, style, tone=tone)
    for line in lines:
        said.extend(wrap(plain_text(line), style, first=style.bullet, hanging="  ", tone=tone))
    return said
