"""Markdown and HTML: escaped, balanced, and readable by everyone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from otseula.present import render
from otseula.text import Text
from tests.present.examples import EXAMPLES
from tests.present.reading import LANGUAGES, Reader

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3"),
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "span", "a"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
@pytest.mark.parametrize("long", [False, True])
def test_html_is_balanced_and_accessible(name: str, language: str, long: bool) -> None:
    text = render(EXAMPLES[name](), "html", language, long=long)
    reader = Reader(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert reader.faults == []
    assert {tag for tag, _ in reader.elements} <= ALLOWED
    assert ("html", {"lang": language}) in reader.elements
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1 and levels.count(2) == 11 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in reader.elements:
        if "aria-labelledby" in attributes:
            assert attributes["aria-labelledby"] in ids
        assert not [key for key in attributes if key.startswith("on") or key == "src"], tag
        assert attributes.get("href", "https://").startswith(("https://", "http://"))


def test_html_lists_hold_only_entries() -> None:
    for name, make in EXAMPLES.items():
        text = render(make(), "html", "fi", long=True)
        assert not re.search(r"<[uo]l[^>]*>\s*</[uo]l>", text), name
        assert not re.search(r"<[uo]l[^>]*>\s*<(?!li|/)", text), name


def test_html_says_what_stands_in_finnish() -> None:
    text = render(EXAMPLES["finnish_only"](), "html", "sv")
    assert '<span lang="fi">Suomenkielinen kanava</span> (på finska)' in text


def test_html_stands_alone_and_prints() -> None:
    text = render(EXAMPLES["clear_yes"](), "html", "fi")
    assert "@media print" in text and "default-src 'none'" in text
    assert not re.search(r"<(script|link|iframe|img|form)", text)
    assert not re.search(r"\d+px(?! solid)", text)


@pytest.mark.parametrize("long", [False, True])
def test_hostile_html_is_text(long: bool) -> None:
    text = render(EXAMPLES["hostile"](), "html", "fi", long=long)
    assert "<script" not in text
    assert "<script>alert(1)</script>" in "".join(Reader(text).texts)
    assert 'href="javascript' not in text


@pytest.mark.parametrize("long", [False, True])
def test_hostile_markdown_is_text(long: bool) -> None:
    text = render(EXAMPLES["hostile"](), "markdown", "fi", long=long)
    assert "<script" not in text
    assert not re.search(r"(?<!\\)[|`*\[\]]", text.replace("**", ""))
    assert not re.search(r"(?<!&amp;)&(?!amp;|lt;|gt;)", text)
    assert "\n# otsikko" not in text and "\n- kohta" not in text
    headings = [line for line in text.splitlines() if re.match("##? ", line)]
    assert len(headings) == 12


@pytest.mark.parametrize(
    "beginning", ["- a", "+ a", "# a", "1. a", "12) a", "=== a", "> a", "* a", "--- ", ": a"]
)
def test_the_beginning_of_a_text_is_never_markup(beginning: str) -> None:
    found = EXAMPLES["some_safety"]()
    poisoned = tuple(replace(action, text=Text(beginning)) for action in found.safety)
    text = render(replace(found, safety=poisoned), "markdown", "fi")
    escaped = r"(\\[-+#=*:]|\d+\\[.)]|&gt;)"
    assert re.search(rf"^- \*\*{escaped}", text, re.MULTILINE)


def test_source_addresses_stand_in_the_long_documents() -> None:
    found = EXAMPLES["clear_yes"]()
    assert "<https://thl.fi/ero>" in render(found, "markdown", "fi", long=True)
    assert 'href="https://thl.fi/ero"' in render(found, "html", "fi", long=True)
    assert "thl.fi" not in render(found, "markdown", "fi")
