"""Conditions that may name what is there: one form for each kind of entry that owns one."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from otseula.authoring.editor.asked import Asked
from otseula.authoring.editor.messages import worded
from otseula.authoring.editor.names import (
    IF_NEW,
    KIND_WORDS,
    Schema,
    known,
    known_items,
    latest,
    one_of,
    text_of,
)
from otseula.authoring.editor.question_tests import limit, yes_or_no
from otseula.rulebase.model import Content, Item
from otseula.rulebase.names import MAY_NAME

#: The operators that hold conditions, and those that hold lists of them.
_INNER = ("not",)
_LISTS = ("all", "any", "none", "of")
_ALIKE = {"questions": "criteria"}
_COUNT = "at_least"
#: What is offered as a bare name is not offered as a key as well.
_BARE = {"doNotSuggest": True}
_SITUATIONS = "Kaikki vaativat tilanteet, jotka ovat voimassa seulontapäivänä."
_ONE_KEY = (
    "OTS402 Ehdossa on oltava täsmälleen yksi avain. Yhdistä ehdot: all: (kaikki) tai any: "
    "(jokin), ja kukin omalle rivilleen viivalla."
)
_TRUTH = "Kirjoita true (täyttyy) tai false (ei täyty)."


def condition_of(user: str) -> str:
    """The definition of the conditions of a list. Those of questions and criteria are alike."""
    return f"condition_in_{_ALIKE.get(user, user)}"


def _list_of(user: str) -> str:
    return f"conditions_in_{_ALIKE.get(user, user)}"


def condition_definitions(
    content: Content, asked: Mapping[str, Asked], general: Schema
) -> dict[str, Schema]:
    """The conditions of each list, and the lists in them."""
    found: dict[str, Schema] = {"how_many": limit(content, 1)}
    for name in ("criteria", "situations", "rules"):
        for item in latest(content, name).values():
            found[f"truth_of_{item.id}"] = _truth(name, item)
    for user, lists in MAY_NAME.items():
        if condition_of(user) not in found:
            found[condition_of(user)] = _condition(content, asked, general, user, lists)
            found[_list_of(user)] = _condition_list(general, user)
    return found


def _condition(
    content: Content,
    asked: Mapping[str, Asked],
    general: Schema,
    user: str,
    lists: tuple[str, ...],
) -> Schema:
    shape = deepcopy(general["condition"])
    for replaced in ("not", "propertyNames", "additionalProperties", "minProperties"):
        del shape[replaced]
    together = [
        {"if": {"required": [word]}, "then": {"required": needed, "errorMessage": _both(word)}}
        for word, needed in shape.pop("dependentRequired").items()
    ]
    counted = {
        "if": shape.pop("if"),
        "then": {**shape.pop("then"), "errorMessage": _ONE_KEY},
        "else": {**shape.pop("else"), "minProperties": 1, "errorMessage": _ONE_KEY},
    }
    operators = shape["properties"]
    for name in _INNER:
        operators[name]["$ref"] = f"#/$defs/{condition_of(user)}"
    for name in _LISTS:
        operators[name]["$ref"] = f"#/$defs/{_list_of(user)}"
    operators[_COUNT]["$ref"] = "#/$defs/how_many"
    operators["known"]["$ref"] = "#/$defs/one_of_questions"
    tested = {
        name: {"$ref": f"#/$defs/test_of_{name}", **(_BARE if each.type == "boolean" else {})}
        for name, each in asked.items()
    }
    others = [name for name in lists if name != "questions"]
    named = {
        item_id: {"$ref": f"#/$defs/truth_of_{item_id}", **_BARE}
        for name in others
        for item_id in latest(content, name)
    }
    words = [KIND_WORDS[name] for name in others]
    bare = [
        known(each.id, KIND_WORDS["questions"], each.text)
        for each in asked.values()
        if each.type in ("boolean", "")
    ]
    unknown = (
        "OTS421 Tällaista nimeä ei ole, tai se ei käy tässä pelkkänä nimenä. Pelkkänä nimenä käy: "
        f"kyllä/ei-kysymys, {', '.join(words)}. {IF_NEW}"
    )
    return {
        **shape,
        "properties": {**operators, **tested, **named},
        "additionalProperties": False,
        "allOf": [counted, *together],
        **one_of([*bare, *known_items(content, *others)], unknown),
        "errorMessage": "OTS421 Tässä voi olla: all, any, none, not, at_least + of, known tai "
        f"kysymys ja sen testi tai {', '.join(words)}. Tällaista nimeä ei ole, tai sitä ei voi "
        f"nimetä tässä. {IF_NEW}",
    }


def _both(word: str) -> str:
    return worded("OTS404", {"word": word})


def _truth(name: str, item: Item) -> Schema:
    return {
        "title": KIND_WORDS[name],
        "description": text_of(item),
        **yes_or_no("täyttyy", "ei täyty", _TRUTH),
    }


def _condition_list(general: Schema, user: str) -> Schema:
    shape = deepcopy(general["condition_list"])
    shape["items"]["$ref"] = f"#/$defs/{condition_of(user)}"
    shape["errorMessage"] = (
        "OTS408 Tässä on oltava luettelo: kohdat viivoin omille riveilleen tai hakasulkuihin."
    )
    if user != "rules":  # the word stands in rules alone
        del shape["pattern"]
        return {**shape, "type": "array"}
    every = known("situations", "kaikki tilanteet", _SITUATIONS)
    return {**shape, **one_of([every], shape["errorMessage"])}
