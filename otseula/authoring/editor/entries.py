"""What entries name outside conditions: sources, themes, consequences, areas, roles, and the
answers and expectations of vignettes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from otseula.authoring.editor.asked import Asked
from otseula.authoring.editor.names import (
    IF_NEW,
    KIND_WORDS,
    Schema,
    ids_of,
    known,
    known_items,
    latest,
    one_id,
    one_of,
    text_of,
)
from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.entries import CONSEQUENCE_LISTS, LISTS
from otseula.rulebase.model import Area, Content
from otseula.rulebase.references import EXPECTED_LISTS, TRUTH_LISTS

_TRUTHS = {"met": "täyttyy", "not_met": "ei täyty", "unknown": "vielä auki"}


def id_definitions(content: Content) -> dict[str, Schema]:
    """`one_of_<list>` for each list, and the areas a channel may name."""
    found = {f"one_of_{name}": ids_of(content, name) for name in LISTS}
    unknown = f"OTS312 Tällaista aluetta tai yhteistyöaluetta ei ole. {IF_NEW}"
    found["one_area"] = one_id(
        [*known_items(content, "areas", "ytas"), *_bare_ytas(content)], unknown
    )
    return found


def _bare_ytas(content: Content) -> Iterator[Schema]:
    """The YTAs that areas name and that have no entry of their own."""
    named = {item.yta: None for item in content.items["areas"] if isinstance(item, Area)}
    for yta in named:
        if yta is not None and yta not in latest(content, "ytas"):
            yield known(yta, KIND_WORDS["ytas"], yta)


def name_references(definitions: Schema, content: Content, asked: Mapping[str, Asked]) -> None:
    """Lets the definitions of entries name only what is there."""
    _refer(definitions["source_list"]["items"]["properties"]["ref"], "one_of_sources")
    _refer(definitions["question"]["properties"]["theme"], "one_of_themes")
    for name, shape in definitions["rule"]["properties"]["then"]["properties"].items():
        if name in CONSEQUENCE_LISTS:
            _refer(shape["items"], f"one_of_{CONSEQUENCE_LISTS[name]}")
    channel = definitions["channel"]["properties"]
    _refer(channel["areas"]["items"], "one_area")
    every = known("all", "kaikki alueet", "Kaikki hyvinvointialueet.")
    channel["areas"] |= one_of([every], "OTS204 Kirjoita all tai luettelo alueita.")
    if content.items["ytas"]:
        _refer(definitions["area"]["properties"]["yta"], "one_of_ytas")
    if "role" in asked:
        unknown = f"OTS314 Tämä ei ole kysymyksen `role` vaihtoehto. {IF_NEW}"
        channel["for_roles"]["items"] = one_id(asked["role"].known_options(), unknown)
    vignette = definitions["vignette"]["properties"]
    _expectations(vignette["expect"]["properties"], content)
    vignette["answers"] |= {
        "properties": {name: _answer(each) for name, each in asked.items()},
        "additionalProperties": False,
        "errorMessage": f"OTS701 Tällaista kysymystä ei ole. {IF_NEW}",
    }


def _refer(shape: Schema, name: str) -> None:
    shape["$ref"] = f"#/$defs/{name}"


def _expectations(expected: Schema, content: Content) -> None:
    for name, shape in expected.items():
        kind = name.removesuffix("_include").removesuffix("_exclude").removesuffix("_open")
        if kind in EXPECTED_LISTS:
            del shape["$ref"]
            items = {"$ref": f"#/$defs/one_of_{EXPECTED_LISTS[kind]}"}
            shape |= {"type": "array", "items": items}
    expected["truth"] |= {
        "properties": {
            item.id: {
                "title": KIND_WORDS[name],
                "description": text_of(item),
                "enum": list(_TRUTHS),
                "enumDescriptions": list(_TRUTHS.values()),
            }
            for name in TRUTH_LISTS
            for item in latest(content, name).values()
        },
        "additionalProperties": False,
        "errorMessage": f"OTS702 Tällaista kriteeriä, tilannetta tai sääntöä ei ole. {IF_NEW}",
    }


def _answer(question: Asked) -> Schema:
    return {**question.about, **_ANSWERS[question.type](question)}


def _dont_know() -> Schema:
    return known(DONT_KNOW, "vastaus", "ei tiedossa")


def _boolean(_: Asked) -> Schema:
    return {
        "enum": [True, False, DONT_KNOW, None],
        "enumDescriptions": ["kyllä", "ei", "ei tiedossa", "ei ole kysytty"],
        "errorMessage": "Kirjoita true (kyllä), false (ei), dont_know (ei tiedossa) tai null.",
    }


def _integer(question: Asked) -> Schema:
    wrong = f"Kirjoita luku {question.low}–{question.high} tai dont_know (ei tiedossa)."
    return {
        "type": ["integer", "string", "null"],
        "minimum": question.low,
        "maximum": question.high,
        **one_of([_dont_know()], wrong),
        "errorMessage": wrong,
    }


def _choice(question: Asked) -> Schema:
    wrong = f"Vaihtoehdot: {', '.join(question.options)}, dont_know (ei tiedossa). {IF_NEW}"
    options = [*question.known_options(), _dont_know()]
    return {"type": ["string", "null"], **one_of(options, wrong), "errorMessage": wrong}


def _choices(question: Asked) -> Schema:
    wrong = (
        f"Kirjoita luettelo, [] jos mikään ei päde. Vaihtoehdot: {', '.join(question.options)}, "
        f"dont_know (ei tiedossa). {IF_NEW}"
    )
    options = [*question.known_options(), _dont_know()]
    return {
        "type": ["array", "string", "null"],
        **one_of([_dont_know()], wrong),
        "items": one_id(options, wrong),
        "errorMessage": wrong,
    }


_ANSWERS: Mapping[str, Callable[[Asked], Schema]] = {
    "boolean": _boolean,
    "integer": _integer,
    "choice": _choice,
    "choices": _choices,
    "": lambda _: {},
}
