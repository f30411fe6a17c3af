"""How the tests read a sheet: its text as a reader sees it, whatever the format."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from otseula.present import FORMATS, render
from otseula.screening.recommendation import Recommendation

LANGUAGES = ("fi", "sv", "en")
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Reader(HTMLParser):
    """Collects elements and text, and what is not balanced."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)


def squeezed(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def read(text: str, format: str) -> str:
    """What a reader sees of an output: markup and escapes taken away."""
    if format == "html":
        return squeezed(" ".join(Reader(text).texts))
    if format == "markdown":
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("**", ""))
        for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
            text = text.replace(entity, character)
    return squeezed(re.sub(r"\x1b\[[0-9;]*m", "", text))


def every_output(found: Recommendation, language: str) -> dict[str, str]:
    """What a reader sees in every format, short and long."""
    outputs = {}
    for format in FORMATS:
        for long in (False, True):
            text = render(found, format, language, long=long)
            outputs[f"{format} {'long' if long else 'short'}"] = read(text, format)
    return outputs
