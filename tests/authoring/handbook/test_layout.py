"""Laws of the drawing: boxes apart, within the page, arrows to the right, labels as they are."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from otseula.authoring.handbook.blocks import Edge, Graph, Node
from otseula.authoring.handbook.layout import WIDTH, laid_out
from otseula.authoring.handbook.mermaid import mermaid
from otseula.authoring.handbook.svg import drawn
from otseula.writing import clean
from tests.present.reading import Reader

#: A box: its number, its shape, and between quotes only what is no markup, or a number for it.
_NODE = re.compile(r'  n\d+[(\[{]{1,2}"((?:[^"<>&`#;{}\[\]|%\\*_~$]|#\d+;)*)"[)\]}]{1,2}')
KINDS = ("question", "criterion", "situation", "rule", "consequence")


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(clean)
    columns = tuple(
        tuple(
            Node(
                f"c{i}n{j}",
                draw(texts),
                draw(st.sampled_from(KINDS)),
                draw(st.sampled_from(["", f"#c{i}n{j}"])),
            )
            for j in range(size)
        )
        for i, size in enumerate(sizes)
    )
    pairs = [
        (start.id, end.id)
        for left, right in combinations(columns, 2)
        for start in left
        for end in right
    ]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=12, unique=True)) if pairs else []
    return Graph(columns, tuple(Edge(*ends, draw(st.booleans())) for ends in chosen))


@given(graphs())
def test_boxes_stand_apart_and_arrows_go_to_the_right(graph: Graph) -> None:
    found = laid_out(graph)
    assert found.width <= WIDTH + 2
    assert {box.node.id for box in found.boxes if box.node} == {node.id for node in graph.nodes}
    for one, other in combinations(found.boxes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y
    for box in found.boxes:
        assert box.x >= 0 and box.x + box.width <= found.width
        assert box.y >= 0 and box.y + box.height <= found.height
        assert box.node is not None
        said = " ".join(box.lines).removesuffix(" …")
        assert "".join(box.node.text.split()).startswith("".join(said.split()).removesuffix("…"))
    for edge, way in found.arrows:
        ends = way[0].node, way[-1].node
        assert (ends[0] and ends[0].id, ends[1] and ends[1].id) == (edge.start, edge.end)
        assert all(left.x + left.width < right.x for left, right in pairwise(way))
        assert all(box.node is None for box in way[1:-1])


@given(graphs())
def test_an_arrow_passes_between_the_boxes(graph: Graph) -> None:
    found = laid_out(graph)
    for _, way in found.arrows:
        for lane in way[1:-1]:
            for box in found.boxes:
                if box.x == lane.x:
                    assert lane.middle < box.y or lane.middle > box.y + box.height


@given(graphs())
def test_the_drawing_is_well_formed(graph: Graph) -> None:
    text = "\n".join(drawn(graph, "name", "a <title>", "a & b"))
    reader = Reader(text)
    assert reader.faults == []
    counts = [tag for tag, _ in reader.elements]
    assert counts.count("rect") == sum(1 for _ in graph.nodes)
    assert counts.count("path") == counts.count("polygon") == len(graph.edges)
    negative = sum(attributes.get("class") == "arrow negative" for _, attributes in reader.elements)
    assert negative == sum(edge.negative for edge in graph.edges)


@given(graphs())
def test_mermaid_holds_the_texts_and_nothing_it_reads_as_markup(graph: Graph) -> None:
    head, *lines = mermaid(graph)
    assert head == "flowchart LR"
    nodes = [*graph.nodes]
    for node, line in zip(nodes, lines, strict=False):
        found = _NODE.fullmatch(line)
        assert found, line
        assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), found[1]) == node.text
    assert len(lines) == len(nodes) + len(graph.edges)
