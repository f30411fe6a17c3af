"""A question as an editor must know it: what all its versions together allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from otseula.authoring.editor.names import KIND_WORDS, Schema, known
from otseula.rulebase.model import Content, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """`type` is empty where the versions differ in it; `options` are texts by id; `low` and
    `high` the ends of all ranges."""

    id: str
    type: str
    text: str
    help: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    low: int = 0
    high: int = 0
    unit: str = ""

    @property
    def about(self) -> Schema:
        """The title and description of whatever stands under the question's id."""
        lines = (f"{self.text} ({_TYPE_WORDS[self.type](self)})", self.help)
        return {"title": KIND_WORDS["questions"], "description": "\n".join(filter(None, lines))}

    def known_options(self) -> list[Schema]:
        """The options as ids that may stand somewhere."""
        return [known(name, "vaihtoehto", text) for name, text in self.options.items()]

    def option_words(self) -> str:
        """The options in words."""
        return ", ".join(f"{name} ({text})" for name, text in self.options.items())


_TYPE_WORDS: Mapping[str, Callable[[Asked], str]] = {
    "boolean": lambda _: "kyllä/ei",
    "choice": lambda _: "valinta",
    "choices": lambda _: "monivalinta",
    "integer": lambda asked: f"luku {asked.low}–{asked.high}{asked.unit and ' ' + asked.unit}",
    "": lambda _: "eri tyyppejä eri aikoina",
}


def all_asked(content: Content) -> dict[str, Asked]:
    """Every question, in author order."""
    versions: dict[str, list[Question]] = {}
    for item in content.items["questions"]:
        if isinstance(item, Question):
            versions.setdefault(item.id, []).append(item)
    return {name: _merged(held) for name, held in versions.items()}


def _merged(versions: list[Question]) -> Asked:
    last = versions[-1]
    ranges = [held.range for held in versions if held.range is not None]
    return Asked(
        last.id,
        last.type if len({held.type for held in versions}) == 1 else "",
        last.text.fi,
        last.help.fi if last.help is not None else "",
        {option.id: option.text.fi for held in versions for option in held.options},
        min((low for low, _ in ranges), default=0),
        max((high for _, high in ranges), default=0),
        last.unit or "",
    )
