"""Checked entries -> the frozen items of otseula.rulebase.model. Nothing can be wrong here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from otseula.rulebase import model
from otseula.rulebase.documents import as_day
from otseula.rulebase.entries import Draft, Entry
from otseula.rulebase.hashing import ItemHashes
from otseula.rulebase.periods import PeriodDraft
from otseula.text import Text


def build_items(draft: Draft) -> dict[Entry, model.Item]:
    """One item for each entry."""
    hashes = ItemHashes(draft)
    return {
        entry: _item(entry, hashes.of(entry))
        for entries in draft.lists.values()
        for entry in entries
    }


def build_period(period: PeriodDraft, items: Mapping[Entry, model.Item]) -> model.Period:
    """The period with its items, in author order. A channel that has lapsed is left out of the
    rules that name it, and a YTA that a channel names gives way to its areas."""
    lists: dict[str, Mapping[str, Any]] = {
        name: MappingProxyType({entry_id: items[entry] for entry_id, entry in held.items()})
        for name, held in period.lists.items()
        if name not in ("sources", "vignettes")
    }
    areas = lists["areas"]
    channels = {name: _in_areas(each, areas) for name, each in lists["channels"].items()}
    rules = {name: _in_force(rule, channels) for name, rule in lists["rules"].items()}
    conditions = replace(
        period.conditions,
        questions=MappingProxyType(period.conditions.questions),
        nodes=MappingProxyType(period.conditions.nodes),
    )
    return model.Period(
        start=period.start,
        end=period.end,
        conditions=conditions,
        **{**lists, "rules": MappingProxyType(rules), "channels": MappingProxyType(channels)},
    )


def _in_areas(channel: model.Channel, areas: Mapping[str, model.Area]) -> model.Channel:
    """The channel with the areas of each YTA that it names, in author order, in its place."""
    if all(name in areas for name in channel.areas):
        return channel
    named = [
        area
        for name in channel.areas
        for area in ([name] if name in areas else [a.id for a in areas.values() if a.yta == name])
    ]
    return replace(channel, areas=tuple(dict.fromkeys(named)))


def _in_force(rule: model.Rule, channels: Mapping[str, model.Item]) -> model.Rule:
    if all(name in channels for name in rule.then.channels):
        return rule
    left = tuple(name for name in rule.then.channels if name in channels)
    return replace(rule, then=replace(rule.then, channels=left))


def text_of(data: Any) -> Text | None:
    """A text as written, or a plain string as Finnish."""
    if data is None:
        return None
    if isinstance(data, str):
        return Text(data.strip())
    sv, en = (data[name].strip() if name in data else None for name in ("sv", "en"))
    return Text(data["fi"].strip(), sv, en)


def _item(entry: Entry, digest: str) -> model.Item:
    data = entry.data
    make, text_field = _KINDS[entry.list]
    common = {
        "id": entry.id,
        "text": text_of(data.get(text_field)) or Text(entry.id),
        "place": entry.place,
        "layer": entry.layer,
        "hash": digest,
        "source": tuple(model.SourceRef(s["ref"], s["basis"]) for s in data.get("source", ())),
        "rationale": text_of(data.get("rationale")),
        "review": _review(data.get("status"), digest),
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
    }
    return make(entry, data, common)


def _review(status: Any, digest: str) -> model.Review | None:
    """A review of what stood here before an edit is a review no more."""
    if not isinstance(status, dict) or status["reviewed"]["of"] != digest:
        return None
    reviewed = status["reviewed"]
    day = as_day(reviewed["on"])
    return None if day is None else model.Review(reviewed["by"], day, digest)


def _question(entry: Entry, data: Mapping[str, Any], common: Mapping[str, Any]) -> model.Item:
    limits = data.get("range")
    worse = data.get("worse", ())
    return model.Question(
        **common,
        type=data["type"],
        help=text_of(data.get("help")),
        theme=data.get("theme"),
        options=tuple(
            model.Option(o["id"], text_of(o["text"]) or Text(o["id"]))
            for o in data.get("options", ())
        ),
        range=(limits[0], limits[1]) if limits else None,
        unit=data.get("unit"),
        applies_when=entry.condition,
        always_ask=data.get("always_ask", False),
        sensitivity=data.get("sensitivity", 0),
        effort=data.get("effort", 1),
        prior=MappingProxyType(data.get("prior", {})),
        risk=data.get("risk", False),
        worse=(worse,) if isinstance(worse, str) else tuple(worse),
    )


def _rule(entry: Entry, data: Mapping[str, Any], common: Mapping[str, Any]) -> model.Item:
    then: dict[str, Any] = {
        key: given if isinstance(given, str) else tuple(given)
        for key, given in data["then"].items()
    }
    assert entry.condition is not None
    return model.Rule(**common, when=entry.condition, then=model.Consequences(**then))


def _channel(entry: Entry, data: Mapping[str, Any], common: Mapping[str, Any]) -> model.Item:
    areas = data.get("areas", "all")
    return model.Channel(
        **common,
        for_roles=tuple(data.get("for_roles", ())),
        via=text_of(data.get("via")),
        goes_by=data.get("goes_by", "area"),
        areas=() if areas == "all" else tuple(areas),
        how=text_of(data.get("how")),
        cost=data.get("cost"),
        contact=data.get("contact"),
        find=text_of(data.get("find")),
        verified_on=data.get("verified_on"),
        always=data.get("always", False),
        for_advice=data.get("for_advice", False),
    )


def _vignette(entry: Entry, data: Mapping[str, Any], common: Mapping[str, Any]) -> model.Item:
    return model.Vignette(
        **common,
        kind=data.get("kind", ""),
        origin=data.get("origin", ""),
        written_from=data.get("written_from"),
        answered_by=data.get("answered_by"),
        answered_on=data.get("answered_on"),
        as_of=data["as_of"],
        answers=_frozen(data["answers"]),
        expect=_frozen(data["expect"]),
    )


def _frozen(data: Any) -> Any:
    """Plain data that nobody can change: every rule base of the process shares it."""
    if isinstance(data, dict):
        return MappingProxyType({key: _frozen(value) for key, value in data.items()})
    return tuple(map(_frozen, data)) if isinstance(data, list) else data


def _plain(make: Callable[..., model.Item], *fields: str, texts: tuple[str, ...] = ()) -> _Maker:
    """An item whose fields are taken as they are; one that is not there keeps its default."""

    def item(entry: Entry, data: Mapping[str, Any], common: Mapping[str, Any]) -> model.Item:
        more = {name: data[name] for name in fields if data.get(name) is not None}
        more |= {name: text_of(data.get(name)) for name in texts}
        if "when" in data:
            more["when"] = entry.condition
        return make(**common, **more)

    return item


_Maker = Callable[[Entry, Mapping[str, Any], Mapping[str, Any]], model.Item]
#: By list: how an item is made, and the field that holds its text.
_KINDS: dict[str, tuple[_Maker, str]] = {
    "sources": (_plain(model.Source, "publisher", "url", "read_on"), "title"),
    "themes": (_plain(model.Theme), "text"),
    "parameters": (_plain(model.Parameter, "value", "unit", "owner"), "text"),
    "questions": (_question, "text"),
    "criteria": (_plain(model.Criterion), "text"),
    "situations": (_plain(model.Situation), "text"),
    "rules": (_rule, "because"),
    "safety_actions": (_plain(model.SafetyAction, "order", texts=("if_unknown",)), "text"),
    "duties": (_plain(model.Duty, texts=("section", "if_unknown")), "text"),
    "expertise": (_plain(model.Expertise), "text"),
    "channels": (_channel, "text"),
    "notices": (_plain(model.Notice, "heading", "always"), "text"),
    "areas": (_plain(model.Area, "yta"), "text"),
    "ytas": (_plain(model.Yta), "text"),
    "deviation_reasons": (_plain(model.DeviationReason, "direction"), "text"),
    "vignettes": (_vignette, "text"),
}
