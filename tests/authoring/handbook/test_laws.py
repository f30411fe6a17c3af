"""What holds of the handbook of the bundled rule base, in every language and format."""

from __future__ import annotations

import itertools
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.authoring.handbook.blocks import (
    Document,
    Facts,
    Figure,
    Heading,
    Table,
    Ticks,
    all_blocks,
    plain,
)
from otseula.authoring.handbook.handbook import RENDERERS, questions_only, whole
from otseula.authoring.handbook.words import TABLES
from otseula.logic.conditions import Ref, walk
from otseula.rulebase.cache import bundled_content
from otseula.rulebase.entries import CONSEQUENCE_LISTS
from otseula.rulebase.model import Content, Period, Rule
from otseula.text import LANGUAGES
from tests.authoring.handbook.reading import (
    anchors,
    entries_of,
    lines_of,
    parts,
    seen_in_html,
    targets,
)
from tests.authoring.handbook.snapshots import BASE, loaded
from tests.present.reading import Reader

DAY = date(2026, 12, 1)
LISTS = (
    *("questions", "criteria", "situations", "rules", "parameters"),
    *CONSEQUENCE_LISTS.values(),
)
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p"),
    *("ul", "li", "dl", "dt", "dd", "div", "table", "thead", "tbody", "tr", "th", "td", "a"),
    *("span", "strong", "code", "figure", "figcaption"),
    *("svg", "desc", "rect", "text", "path", "polygon"),
}


@cache
def content() -> Content:
    return bundled_content()


@cache
def document(language: str) -> Document:
    return whole(content(), DAY, language)


@cache
def page(language: str) -> str:
    return RENDERERS["html"](document(language))


@cache
def period() -> Period:
    return content().on(DAY)


def test_every_entry_in_force_is_told_exactly_once() -> None:
    told = Counter(anchors(document("fi")))
    assert set(told.values()) == {1}
    expected = {f"{name}-{each}" for name in LISTS for each in getattr(period(), name)}
    expected |= {f"sources-{name}" for name in content().sources}
    expected |= {f"themes-{each}" for each in period().themes}
    named = {each for each in told if "-" in each}
    more = {
        f"situations-{s}-{x}" for s in period().situations for x in ("figure", "criteria", "then")
    }
    assert named == expected | more | {"overview-figure"}


def test_every_question_has_its_options_in_their_order() -> None:
    told = parts(document("sv"))
    for question in period().questions.values():
        blocks = told[f"questions-{question.id}"]
        (ticks,) = (block for block in blocks if isinstance(block, Ticks))
        expected = [option.text.sv for option in question.options]
        if question.type == "boolean":
            expected = ["ja", "nej"]
        if question.type == "choices":
            expected.append("inget av dessa")
        assert [plain(line) for line in ticks.lines] == [*expected, "inte känt"]


def reached(name: str) -> set[str]:
    """The criteria that a node reaches, read off the bound conditions."""
    nodes = period().conditions.nodes
    found: set[str] = set()
    todo = [name]
    while todo:
        for part in walk(nodes[todo.pop()]):
            if isinstance(part, Ref) and part.name not in found:
                found.add(part.name)
                todo.append(part.name)
    return found & period().criteria.keys()


def test_every_situation_has_the_table_of_exactly_its_criteria() -> None:
    told = parts(document("en"))
    for name in period().situations:
        (table,) = (b for b in told[f"situations-{name}-criteria"] if isinstance(b, Table))
        rows = [row[0][0].line[0].target for row in table.rows]
        assert sorted(rows) == sorted(f"#criteria-{each}" for each in reached(name))


def given(rule: Rule) -> Iterator[str]:
    for kind, table in CONSEQUENCE_LISTS.items():
        yield from (f"#{table}-{name}" for name in getattr(rule.then, kind))


def test_every_rule_and_consequence_leads_to_the_other() -> None:
    told = parts(document("en"))
    linked = {
        anchor: [
            {target for entry in entries for target in _targets_below(entry)}
            for block in blocks
            if isinstance(block, Facts)
            for label, entries in block.rows
            if label in ("What follows", "By which rule")
        ]
        for anchor, blocks in told.items()
    }
    expected: dict[str, set[str]] = {}
    for rule in period().rules.values():
        assert linked[f"rules-{rule.id}"] == [{*given(rule)}]
        for each in given(rule):
            expected.setdefault(each.removeprefix("#"), set()).add(f"#rules-{rule.id}")
    for table in CONSEQUENCE_LISTS.values():
        for name in getattr(period(), table):
            anchor = f"{table}-{name}"
            assert linked[anchor] == [expected.get(anchor, set())]


def _targets_below(entry: object) -> Iterator[str]:
    yield from targets([entry.line])  # type: ignore[attr-defined]  # an Entry
    for below in entry.entries:  # type: ignore[attr-defined]  # likewise
        yield from _targets_below(below)


def test_every_source_tells_all_that_cites_it() -> None:
    told = parts(document("fi"))
    cited: dict[str, set[str]] = {}
    for table in LISTS:
        for item in getattr(period(), table).values():
            for ref in item.source:
                cited.setdefault(ref.ref, set()).add(f"#{table}-{item.id}")
    for name, source in content().sources.items():
        blocks = told[f"sources-{name}"]
        found = {
            target
            for block in blocks
            for entry in entries_of(block)
            for target in _targets_below(entry)
        }
        outside = {source.url} if source.url else set()
        assert found == cited.get(name, set()) | outside


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("only_questions", [False, True])
def test_every_link_resolves_within_the_document(language: str, only_questions: bool) -> None:
    made = questions_only(content(), DAY, language) if only_questions else document(language)
    known = {f"#{anchor}" for anchor in anchors(made)}
    urls = {source.url for source in content().sources.values()}
    assert len(set(anchors(made))) == len(anchors(made))
    html = RENDERERS["html"](made)
    links = [attributes.get("href") for tag, attributes in Reader(html).elements if tag == "a"]
    assert len(links) > 50
    assert {*links} <= known | urls
    ids = [attributes["id"] for _, attributes in Reader(html).elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    markdown = RENDERERS["markdown"](made)
    assert {*re.findall(r"\]\((#[^)]*)\)", markdown)} <= {
        f"#{name}" for name in re.findall(r'<a id="([^"]+)"></a>', markdown)
    }
    assert {*re.findall(r"\]\(<([^>]*)>\)", markdown)} <= urls
    if not only_questions:
        assert urls - {None} <= {*links}
        assert known - {link for link in known if "-" not in link} - {*links} <= {
            link
            for link in known
            if link.endswith(("-then", "-criteria", "-figure")) or link.startswith("#themes-")
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands_alone(language: str) -> None:
    text = page(language)
    reader = Reader(text)
    assert reader.faults == []
    assert {tag for tag, _ in reader.elements} <= ALLOWED
    assert ("html", {"lang": language}) in reader.elements
    for tag, attributes in reader.elements:
        assert not [key for key in attributes if key.startswith("on") or key in ("src", "style")], (
            tag
        )
        assert "href" not in attributes or tag == "a"
    (style,) = re.findall(r"<style>(.*?)</style>", text, flags=re.S)
    assert "url(" not in style and "@import" not in style
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    figures = [tag for tag, _ in reader.elements if tag == "svg"]
    named = [attributes for tag, attributes in reader.elements if tag == "svg"]
    ids = {attributes.get("id") for _, attributes in reader.elements}
    assert len(figures) > len(period().situations)
    for attributes in named:
        assert {*str(attributes["aria-labelledby"]).split()} <= ids
        assert attributes["role"] == "img"


def test_a_diagram_shows_what_the_text_tells() -> None:
    """The arrows into a situation are the names in its condition, those out of it its rules."""
    made = document("en")
    figures = {b.anchor: b for b in all_blocks(made.blocks) if isinstance(b, Figure)}
    nodes = period().conditions.nodes
    for name in period().situations:
        graph = figures[f"situations-{name}-figure"].whole
        place = {node.id: i for i, column in enumerate(graph.columns) for node in column}
        assert len(place) == sum(len(column) for column in graph.columns)
        assert all(place[edge.start] < place[edge.end] for edge in graph.edges)
        named = {p.name for p in walk(nodes[name]) if isinstance(p, Ref)}
        named |= {p.question for p in walk(nodes[name]) if hasattr(p, "question")}
        assert {edge.start for edge in graph.edges if edge.end == name} == named
        followed = {edge.end for edge in graph.edges if edge.start == name}
        naming = {
            rule
            for rule in period().rules
            if any(isinstance(p, Ref) and p.name == name for p in walk(nodes[rule]))
        }
        assert followed <= naming
        assert {n.id for n in graph.nodes if n.kind == "criterion"} == reached(name)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_frame_is_in_the_chosen_language_only(language: str) -> None:
    seen = {
        each: seen_in_html(RENDERERS["html"](whole(loaded(SWEDISH), DAY, each)))
        for each in ("fi", language)
    }
    told = 0
    for table in TABLES:
        for key, text in table.items():
            finnish, own = text.fi, text.in_language(language)
            if "{" in finnish or len(finnish) < 8 or finnish.lower() in own.lower():
                continue
            assert finnish not in seen[language], key
            told += finnish in seen["fi"] and own in seen[language]
    assert told > 60


#: The small rule base with no text left in Finnish alone.
SWEDISH = BASE.replace("text: {fi: vain suomeksi}", "text: {fi: aa, sv: bb, en: cc}")


def test_the_same_document_every_time_and_soon() -> None:
    start = time.process_time()
    again = whole(content(), DAY, "fi")
    texts = {name: render(again) for name, render in RENDERERS.items()}
    assert time.process_time() - start < 5
    assert again == document("fi")
    assert texts["html"] == page("fi")


def test_every_line_of_the_bundled_handbook_is_short_enough_to_read() -> None:
    assert max(len(plain(line)) for line in lines_of(document("fi"))) < 1500


ODD = yaml.safe_load((Path(__file__).parent / "odd.yaml").read_text("utf-8"))
ALWAYS = {"about", "contents", "reading", "index"}


@pytest.mark.parametrize("row", ODD, ids=lambda row: str(row["name"]))
def test_a_rule_base_that_lacks_something_has_a_handbook(row: dict[str, Any]) -> None:
    base = loaded(row["base"])
    made = whole(base, DAY, "en")
    chapters = [b.anchor for b in made.blocks if isinstance(b, Heading) and b.level == 2]
    assert [each for each in chapters if each not in ALWAYS] == row["chapters"]
    assert {*chapters} >= ALWAYS
    for document_ in (made, questions_only(base, DAY, "en")):
        html, markdown = (RENDERERS[format](document_) for format in ("html", "markdown"))
        assert Reader(html).faults == []
        known = {f"#{anchor}" for anchor in anchors(document_)}
        assert {*targets(lines_of(document_))} <= known
        assert {*re.findall(r'href="([^"]*)"', html)} <= known
        assert {*re.findall(r"\]\((#[^)]*)\)", markdown)} <= known


DRAFTS = """
questions: [{id: q, type: boolean, text: {fi: Q}}]
criteria:
  - {id: one, text: {fi: C1}, when: q}
  - {id: two, text: {fi: C2}, when: {q: false}}
"""


def reviewed(text: str, name: str) -> str:
    """The rule base with one of its criteria reviewed as it stands."""
    hash_ = loaded(text).on(DAY).criteria[name].hash
    status = f"status: {{reviewed: {{by: ot_team, on: 2026-11-02, of: {hash_}}}}}"
    return text.replace(f"id: {name},", f"id: {name}, {status},")


def test_reviews_are_told() -> None:
    one = reviewed(DRAFTS, "one")
    texts = [
        seen_in_html(RENDERERS["html"](whole(loaded(each), DAY, "en")))
        for each in (DRAFTS, one, reviewed(one, "two"))
    ]
    line = "reviewed by ot_team on 2 November 2026; owner: ot_team; valid until further notice"
    assert [text.count(line) for text in texts] == [0, 1, 2]
    assert "a draft; the owner has not yet reviewed it" in texts[0]
    assert "the owner has reviewed 1 of 2 items; the others are drafts" in texts[1]
    assert "the owner has reviewed all 2 items" in texts[2]
