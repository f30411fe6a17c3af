"""Whatever a text holds is shown as it is, in both formats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula.authoring.handbook.blocks import Document, Heading, Listing, Span, Table, entry, plain
from otseula.authoring.handbook.handbook import RENDERERS, questions_only, whole
from otseula.text import LANGUAGES
from otseula.writing import clean
from tests.authoring.handbook.reading import (
    as_html,
    lines_of,
    seen_in_html,
    seen_in_markdown,
)
from tests.authoring.handbook.snapshots import BASE, loaded
from tests.present.reading import Reader, squeezed

DAY = date(2026, 12, 1)
HOSTILE = (Path(__file__).parent / "hostile.yaml").read_text("utf-8")
SEEN = {"html": seen_in_html, "markdown": seen_in_markdown}


@pytest.mark.parametrize("format", RENDERERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [HOSTILE, BASE], ids=["hostile", "small"])
def test_every_line_is_seen_as_it_is(text: str, language: str, format: str) -> None:
    for document in (
        whole(loaded(text), DAY, language),
        questions_only(loaded(text), DAY, language),
    ):
        seen = SEEN[format](RENDERERS[format](document))
        lines = [squeezed(plain(line)) for line in lines_of(document)]
        assert len(lines) > 20
        for line in lines:
            assert line in seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_make_no_elements(language: str) -> None:
    document = whole(loaded(HOSTILE), DAY, language)
    page = Reader(RENDERERS["html"](document))
    assert page.faults == []
    hostile = {"script", "b", "i", "u", "q", "r", "k", "h", "s", "td2", "img", "br", "o|w"}
    assert not {tag for tag, _ in page.elements} & hostile
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    # an address that is none is shown, and leads nowhere
    assert {each for each in links if each and not each.startswith("#")} == set()
    told = Reader(as_html(RENDERERS["markdown"](document)))
    tags = [tag for tag, _ in told.elements]
    assert not {"script", "b", "i", "u", "q", "r", "k", "h", "s", "img"} & {*tags}
    # as many headings as the document has, and its title
    wanted = sum(isinstance(block, Heading) for block in document.blocks)
    cards = sum(type(block).__name__ == "Card" for block in document.blocks)
    assert sum(tag in ("h1", "h2", "h3", "h4") for tag in tags) == wanted + cards + 1
    assert tags.count("table") == sum(isinstance(block, Table) for block in document.blocks)


TEXTS = st.text(
    st.one_of(
        st.sampled_from("<>&|*_`#[](){}\\~$!-+=.:;1a \n\t\u202e\x07\xa0\"'"), st.characters()
    ),
    max_size=12,
).map(clean)


@given(
    texts=st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3),
    style=st.sampled_from(["plain", "strong"]),
)
def test_any_text_is_seen_as_it_is(texts: list[str], style: str) -> None:
    listing = Listing(tuple(entry((Span(text, style),)) for text in texts))
    table = Table(("h",), tuple(((entry((Span(text, style),)),),) for text in texts))
    document = Document("en", "T", (listing, table))
    wanted = squeezed(" ".join(["T", *texts, "h", *texts]))
    assert squeezed("".join(Reader(RENDERERS["html"](document)).texts)).endswith(
        wanted.replace("T ", "T ", 1)
    )
    assert seen_in_markdown(RENDERERS["markdown"](document)) == wanted
