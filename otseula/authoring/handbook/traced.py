"""What leads to what, as diagrams: of one situation, and of the rule base as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otseula.authoring.handbook.blocks import Edge, Figure, Graph, Node, plain
from otseula.authoring.handbook.book import Book, anchor, given_by, rules_naming
from otseula.authoring.handbook.names import condition_of, heights, named, names_in
from otseula.rulebase.model import LEVELS, Item, Rule, Situation

_KINDS = {
    "questions": "question",
    "criteria": "criterion",
    "situations": "situation",
    "rules": "rule",
}
#: What follows, in the order of the overview.
_FOLLOWING = ("safety_actions", "duties", "eligibility", "expertise", "channels", "notices")


def figure_of(book: Book, situation: Situation) -> Figure:
    """How a situation is identified, and what follows from it."""
    before, after = _before(book, situation), _after(book, situation)
    whole = Graph((*before.columns, *after.columns[1:]), (*before.edges, *after.edges))
    return Figure(
        f"{anchor('situations', situation.id)}-figure",
        book.say("fig_situation"),
        _in_words(whole),
        (before, after) if after.edges else (before,),
        whole,
    )


def overview_figure(book: Book) -> Figure:
    """The lists of the rule base with their counts, and which leads to which."""
    columns: list[tuple[Node, ...]] = [
        (_counted(book, table),) if book.table(table) else () for table in _KINDS
    ]
    rules = book.period.rules.values()
    given = {table for rule in rules for table, _ in given_by(rule)}
    levels = any(rule.then.eligibility is not None for rule in rules)
    following = [name for name in _FOLLOWING if name in given or (levels and name == "eligibility")]
    columns.append(tuple(_counted(book, name) for name in following))
    steps = dict.fromkeys(
        (named(name, book.period)[0], use.list)
        for name, uses in book.users.items()
        for use in uses
        if not name.startswith("$")
    )
    order = [*_KINDS]
    edges = [Edge(start, end) for start, end in steps if order.index(start) < order.index(end)]
    edges += [Edge("rules", name) for name in following]
    graph = Graph(tuple(column for column in columns if column), tuple(edges))
    return Figure(
        "overview-figure",
        book.say("fig_overview"),
        _in_words(graph),
        (graph,),
        graph,
    )


def _in_words(graph: Graph) -> str:
    """The boxes column by column, for those who do not see the diagram."""
    return " → ".join("; ".join(node.text for node in column) for column in graph.columns)


def _counted(book: Book, table: str) -> Node:
    # no link: a chapter without entries is left out
    text = book.say(f"n_{table}", n=0 if table == "eligibility" else len(book.table(table)))
    return Node(table, text, _KINDS.get(table, "consequence"))


def _before(book: Book, situation: Situation) -> Graph:
    """Questions, criteria by their height, the situation."""
    found = heights(situation, book.period)
    top = max(found.values(), default=0) + 1
    members: list[Item] = [*(named(name, book.period)[1] for name in found), situation]
    edges: dict[tuple[str, str], bool] = {}
    questions: dict[str, None] = {}
    for item in members:
        condition = condition_of(item)
        for each in () if condition is None else names_in(condition, book.period):
            ends = each.name, item.id
            # where a name stands both ways the arrow is whole
            edges[ends] = edges.get(ends, True) and each.negative
            if each.name in book.period.questions:
                questions[each.name] = None
    columns: list[tuple[Node, ...]] = [_nodes(book, questions)]
    columns += [
        _nodes(book, (name for name, height in found.items() if height == step))
        for step in range(1, top)
    ]
    columns.append(_nodes(book, [situation.id]))
    return Graph(tuple(columns), tuple(Edge(*ends, no) for ends, no in edges.items()))


def _after(book: Book, situation: Situation) -> Graph:
    """The situation, the rules that name it, what they give."""
    naming = rules_naming(book, situation.id)
    rules = (*naming.own, *naming.general)
    edges = [Edge(situation.id, rule.id) for rule in rules]
    following: dict[str, Node] = {}
    for rule in rules:
        for node in _given(book, rule):
            following.setdefault(node.id, node)
            edges.append(Edge(rule.id, node.id))
    order = [f"eligibility {level}" for level in reversed(LEVELS)]
    levels = [following.pop(name) for name in order if name in following]
    columns: Sequence[tuple[Node, ...]] = (
        _nodes(book, [situation.id]),
        _nodes(book, [rule.id for rule in rules]),
        (*levels, *following.values()),
    )
    return Graph(tuple(column for column in columns if column), tuple(edges))


def _given(book: Book, rule: Rule) -> Iterable[Node]:
    level = rule.then.eligibility
    if level is not None:
        yield Node(
            f"eligibility {level}", book.say(f"level_{level}"), "consequence", "#eligibility"
        )
    for table, name in given_by(rule):
        text = plain(book.text(book.table(table)[name].text))
        yield Node(f"{table} {name}", text, "consequence", book.target(table, name))


def _nodes(book: Book, names: Iterable[str]) -> tuple[Node, ...]:
    found = []
    for name in names:
        table, item = named(name, book.period)
        text = plain(book.text(item.text))
        found.append(Node(name, text, _KINDS[table], book.target(table, name)))
    return tuple(found)
