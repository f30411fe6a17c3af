"""Ids as an editor completes them: each with the text it stands for, which is also what it shows
where the mouse rests on the id.

The YAML language server makes more of some forms than of others that mean the same. Of an `enum`
it shows every value wherever the mouse rests on one; of an `anyOf` of constants only the one that
is there. But of an `anyOf` that fails it lists every constant, and in the items of a list it
completes the parts of one badly. So here snippets complete, an `anyOf` whose last part lets all
pass explains, and a pattern refuses what is not known, with a message of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from otseula.rulebase.model import Content, Item, Rule, Source

Schema = dict[str, Any]

#: What the ids of each list are called on their own.
KIND_WORDS = {
    "sources": "lähde",
    "themes": "teema",
    "parameters": "parametri",
    "questions": "kysymys",
    "criteria": "kriteeri",
    "situations": "vaativa tilanne",
    "rules": "sääntö",
    "safety_actions": "toimi ensin",
    "duties": "velvollisuus",
    "expertise": "asiantuntemus",
    "channels": "yhteydenottokanava",
    "notices": "huomio",
    "areas": "hyvinvointialue",
    "ytas": "yhteistyöalue",
    "deviation_reasons": "poikkeamisen syy",
    "vignettes": "esimerkkitapaus",
}
#: What to do where a name is right and only the schema is older than it.
IF_NEW = "Jos se on uusi, tee skeema uudelleen: `otseula schema rulebase --rules … --output …`."


def known(name: str, kind: str, text: str) -> Schema:
    """One id that may stand somewhere."""
    return {"const": name, "title": kind, "description": text}


def one_of(choices: Iterable[Schema], unknown: str) -> Schema:
    """What completes these ids (each from `known`) and says `unknown` of any other text. Where
    they are of several kinds, each says which."""
    offered = list(choices)
    kinds = {choice["title"] for choice in offered}
    if len(kinds) > 1:
        offered = [
            {**choice, "description": f"{choice['title']}: {choice['description']}"}
            for choice in offered
        ]
    written = "|".join(re.escape(choice["const"]) for choice in offered)
    return {
        "pattern": f"^({written})$" if offered else "^(?!)",
        "patternErrorMessage": unknown,
        "defaultSnippets": [_snippet(choice) for choice in offered],
        "if": {"title": ", ".join(sorted(kinds)) or "tunnus", "type": "string"},
        "then": {"anyOf": [*offered, {}]},
    }


def _snippet(choice: Schema) -> Schema:
    name = choice["const"]
    return {"label": name, "body": name, "description": choice["description"]}


def one_id(choices: Iterable[Schema], unknown: str) -> Schema:
    """As `one_of`, where nothing but a text may stand."""
    return {"type": "string", **one_of(choices, unknown)}


def known_items(content: Content, *lists: str) -> list[Schema]:
    """The ids of these lists, each once."""
    return [
        known(item.id, KIND_WORDS[name], text_of(item))
        for name in lists
        for item in latest(content, name).values()
    ]


def ids_of(content: Content, name: str) -> Schema:
    """One id of this list."""
    unknown = f"OTS312 Tunnusta ei ole luettelossa `{name}`. Korjaa kirjoitusasu. {IF_NEW}"
    return one_id(known_items(content, name), unknown)


def latest(content: Content, name: str) -> Mapping[str, Item]:
    """The last version of each item of a list, in author order."""
    return {item.id: item for item in content.items[name]}


def text_of(item: Item) -> str:
    """What an id stands for, in Finnish."""
    if isinstance(item, Source):
        return ", ".join(filter(None, (item.text.fi, item.publisher)))
    return f"Seuraa, kun: {item.text.fi}" if isinstance(item, Rule) else item.text.fi
