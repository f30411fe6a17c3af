"""Conditions in words: each part a line, what it holds below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from otseula.authoring.handbook.blocks import STRONG, Entry, Line, Span
from otseula.authoring.handbook.book import Book
from otseula.authoring.handbook.names import named
from otseula.rulebase.model import Question
from otseula.rulebase.syntax import ConditionSyntax
from otseula.writing import with_unit

_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def sentence(book: Book, condition: ConditionSyntax) -> Entry:
    """A condition as the author wrote it, in words."""
    return _FORMS[condition.form](book, condition)


def _parts(book: Book, condition: ConditionSyntax) -> Entry:
    form = condition.form
    # with a name: the word that stands for every situation
    key = f"situations_{form}" if condition.name else form
    below = tuple(_each(book, condition.parts))
    if form != "of":
        return Entry(book.said(key), below)
    count, note = _number(book, condition.value)
    told = book.say(key, count=_counted(book, count))
    ending = ":" if told.endswith(":") else ""
    return Entry((Span(told.removesuffix(":")), *note, *([Span(ending)] if ending else [])), below)


def _each(book: Book, parts: Iterable[ConditionSyntax]) -> Iterator[Entry]:
    """Each part; of several options of one question in a row the question is told once."""
    for _, run in groupby(enumerate(parts), key=_run_of):
        members = [part for _, part in run]
        if len(members) == 1:
            yield sentence(book, members[0])
            continue
        question = book.period.questions[members[0].name]
        options = tuple(Entry(_option(book, question, part.value)) for part in members)
        yield _answered(book, question, book.said("includes_each"), options)


def _run_of(numbered: tuple[int, ConditionSyntax]) -> str | int:
    """The question whose option a part asks for; of any other part its number."""
    number, part = numbered
    return part.name if part.form == "test" and part.operator == "includes" else number


def _not(book: Book, condition: ConditionSyntax) -> Entry:
    return Entry(book.said("not"), tuple(sentence(book, part) for part in condition.parts))


def _name(book: Book, condition: ConditionSyntax) -> Entry:
    table, item = named(condition.name, book.period)
    if isinstance(item, Question):
        return _answered(book, item, book.said("yes", STRONG))
    return Entry((*book.said(f"name_{table}"), *book.link(table, item)))


def _known(book: Book, condition: ConditionSyntax) -> Entry:
    question = book.period.questions[condition.name]
    return _answered(book, question, book.said("known"))


def _test(book: Book, condition: ConditionSyntax) -> Entry:
    table, item = named(condition.name, book.period)
    if not isinstance(item, Question):
        key = f"name_{table}" if condition.value is True else f"unnamed_{table}"
        return Entry((*book.said(key), *book.link(table, item)))
    if condition.operator in ("includes_any", "includes_all"):
        return _several(book, item, condition)
    return _answered(book, item, _TESTS[condition.operator](book, item, condition.value))


def _answered(book: Book, question: Question, answer: Line, below: tuple[Entry, ...] = ()) -> Entry:
    return Entry((*book.link("questions", question), *book.said("dash"), *answer), below)


def _several(book: Book, question: Question, condition: ConditionSyntax) -> Entry:
    names = condition.value
    assert isinstance(names, tuple)
    if len(names) == 1:
        return _answered(book, question, _includes(book, question, names[0]))
    options = tuple(Entry(_option(book, question, name)) for name in names)
    return _answered(book, question, book.said(condition.operator), options)


def _plain(book: Book, question: Question, value: object) -> Line:
    """A value without an operator: yes or no, a number, or one of some options."""
    if isinstance(value, bool):
        return book.said("yes" if value else "no", STRONG)
    names = value if isinstance(value, tuple) else (value,)
    told: list[Span] = []
    for position, name in enumerate(names):
        if position:
            told += book.said("or")
        told += _option(book, question, name)
    return tuple(told)


def _includes(book: Book, question: Question, value: object) -> Line:
    return (*book.said("includes"), *_option(book, question, value))


def _option(book: Book, question: Question, name: object) -> Line:
    text = next(option.text for option in question.options if option.id == name)
    return book.text(text, STRONG)


def _bound(key: str) -> Callable[[Book, Question, object], Line]:
    def told(book: Book, question: Question, value: object) -> Line:
        number, note = _number(book, value)
        said = book.say(key) + with_unit(number, question.unit, book.language)
        return (Span(said, STRONG), *note)

    return told


def _between(book: Book, question: Question, value: object) -> Line:
    assert isinstance(value, tuple)
    (low, low_note), (high, high_note) = (_number(book, each) for each in value)
    said = book.say("between", low=low, high=with_unit(high, question.unit, book.language))
    return (Span(said, STRONG), *low_note, *high_note)


def _number(book: Book, value: object) -> tuple[int, Line]:
    """A number as it stands or as a parameter holds it; then a note leads to the parameter."""
    if isinstance(value, int):
        return value, ()
    parameter = book.period.parameters[str(value).removeprefix("$")]
    link = book.link("parameters", parameter)
    return parameter.value, (*book.said("parameter_note"), *link, Span(")"))


def _counted(book: Book, count: int) -> str:
    return book.say(_COUNTS[count - 1]) if 1 <= count <= len(_COUNTS) else str(count)


_FORMS: Mapping[str, Callable[[Book, ConditionSyntax], Entry]] = {
    "all": _parts,
    "any": _parts,
    "none": _parts,
    "of": _parts,
    "not": _not,
    "name": _name,
    "test": _test,
    "known": _known,
}

_TESTS: Mapping[str, Callable[[Book, Question, object], Line]] = {
    "": _plain,
    "is": _bound("is"),
    "at_least": _bound("at_least"),
    "at_most": _bound("at_most"),
    "between": _between,
    "includes": _includes,
}
