"""What an entry names outside conditions: consequences, themes, sources, areas, roles, the
answers and expectations of a vignette. Each must be in force as long as the entry is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONSEQUENCE_LISTS, Draft, Entry
from otseula.rulebase.spans import gaps, in_words, span_of
from otseula.text import Text

_Reference = tuple[str, str, Place]  # the list, the id, where it stands
#: Lists whose entries come and go by themselves: one that is not in force is left out.
_MAY_LAPSE = ("channels", "sources")
#: What a vignette may expect, and the lists that each names.
EXPECTED_LISTS = {
    **CONSEQUENCE_LISTS,
    "situations": "situations",
    "missing": "questions",
}
_NOTHING = Text("ei vielä mitään", "ingenting ännu", "nothing yet")
TRUTH_LISTS = ("criteria", "situations", "rules")


def check_references(draft: Draft, findings: Findings) -> None:
    """Names that stand for nothing, or for nothing on some day of the entry."""
    lists = {name: draft.of(name) for name in draft.lists}
    known = {**lists, "areas": {**_by_yta(draft), **lists["areas"]}}
    for entries in draft.lists.values():
        for entry in entries:
            for name, entry_id, place in _references(entry):
                _check(entry, name, entry_id, place, known[name], findings)
    _check_ytas(draft, findings)
    roles = {
        option["id"]
        for question in lists["questions"].get("role", ())
        for option in question.data.get("options", ())
    }
    for channel in draft.lists["channels"] if roles else ():
        for index, role in enumerate(channel.data.get("for_roles", ())):
            if role not in roles:
                place = channel.at("for_roles", index)
                findings.missing("OTS314", place, name=role, known=roles)
    in_force = _in_force(lists)
    for vignette in draft.lists["vignettes"]:
        _check_vignette(vignette, in_force, draft.changed, findings)


def _by_yta(draft: Draft) -> dict[str, list[Entry]]:
    """The areas of each YTA: a channel may name it in their place."""
    found: dict[str, list[Entry]] = {}
    for area in draft.lists["areas"]:
        if "yta" in area.data:
            found.setdefault(area.data["yta"], []).append(area)
    return found


def _check_ytas(draft: Draft, findings: Findings) -> None:
    """A name is of an area or of a YTA, never of both: a channel names either. Where YTAs have
    entries of their own, each YTA that an area names has one."""
    ytas = draft.of("ytas")
    names = {*_by_yta(draft), *ytas}
    for area in draft.lists["areas"]:
        if area.id in names:
            findings.add("OTS315", area.place, name=area.id)
        if ytas and "yta" in area.data:
            _check(area, "ytas", area.data["yta"], area.at("yta"), ytas, findings)


def _references(entry: Entry) -> Iterator[_Reference]:
    data = entry.data
    if "theme" in data:
        yield "themes", data["theme"], entry.at("theme")
    for index, source in enumerate(data.get("source", ())):
        yield "sources", source["ref"], entry.at("source", index, "ref")
    if isinstance(data.get("areas"), list):
        for index, area in enumerate(data["areas"]):
            yield "areas", area, entry.at("areas", index)
    if "then" in data:
        for kind, name in CONSEQUENCE_LISTS.items():
            for index, entry_id in enumerate(data["then"].get(kind, ())):
                yield name, entry_id, entry.at("then", kind, index)


def _check(
    entry: Entry,
    name: str,
    entry_id: str,
    place: Place,
    known: Mapping[str, list[Entry]],
    findings: Findings,
) -> None:
    held = known.get(entry_id)
    if not held:
        if not findings.incomplete:
            allowed: Text | tuple[str, ...] = tuple(known) or _NOTHING
            findings.missing("OTS312", place, name=entry_id, known=known, allowed=allowed)
        return
    if name in _MAY_LAPSE:
        return
    missing = gaps(span_of(entry), map(span_of, held))
    if missing:
        findings.add("OTS313", place, name=entry_id, days=in_words(missing))


def _in_force(lists: Mapping[str, Mapping[str, list[Entry]]]) -> Callable[..., frozenset[str]]:
    """The ids in these lists of what is in force on a day; without one, of all there is. Looked
    up once: most vignettes are of one day."""

    @cache
    def on(day: date | None, *names: str) -> frozenset[str]:
        return frozenset(
            entry_id
            for name in names
            for entry_id, held in lists[name].items()
            if day is None or any(entry.valid_on(day) for entry in held)
        )

    return on


def _check_vignette(
    vignette: Entry,
    in_force: Callable[..., frozenset[str]],
    changed: Mapping[tuple[str, str], int],
    findings: Findings,
) -> None:
    """What an upper layer took away is missing in a vignette of a lower one by no mistake of
    its: `otseula test` tells the difference, and the rule base can be screened with."""
    day = vignette.data.get("as_of")

    def taken(name: str, *among: str) -> bool:
        return any(changed.get((each, name), 0) > vignette.layer for each in among)

    questions = in_force(day, "questions")
    for question in vignette.data.get("answers", ()):
        if question not in questions and not taken(question, "questions"):
            line, column = vignette.node.value["answers"].keys[question]
            place = Place(vignette.file, line or 1, column or 1)
            findings.missing("OTS701", place, name=question, known=questions)
    expect = vignette.data.get("expect", {})
    for key, value in expect.items():
        if key == "truth":
            among: tuple[str, ...] = TRUTH_LISTS
            written = vignette.node.value["expect"].value["truth"].keys
            places = {n: Place(vignette.file, at[0] or 1, at[1] or 1) for n, at in written.items()}
        elif isinstance(value, list):
            kind = key.removesuffix("_include").removesuffix("_exclude").removesuffix("_open")
            among = (EXPECTED_LISTS[kind],)
            places = {n: vignette.at("expect", key, index) for index, n in enumerate(value)}
        else:
            continue
        # That a service which has ended is not offered is well worth expecting.
        names = in_force(None if key.endswith("_exclude") else day, *among)
        for name, place in places.items():
            if name not in names and not taken(name, *among):
                findings.missing("OTS702", place, name=name, known=names)
