"""A `not` turns around a test on a question that may not apply.

What: a test under `not` or `none` on a question that has an `applies_when`, where that makes a
difference: there is a case in which the condition is met, or not met, only because the question
does not apply. Known exactly, by decision diagrams: what stands beside the test may let it count
only where the question applies, as `all: [parents_separated, {not: custody_dispute}]` does. Two
turns around cancel out.

Why: where the question does not apply, it has no value and its test is not met, so the `not` is met
by whoever was never asked. `{q: false}` asks whether the answer is no, `not: q` whether it is not
yes.

Avoid: `not: custody_dispute`, where `custody_dispute` is asked of separated parents alone

Prefer: `{custody_dispute: false}`; where those who are not asked are meant as well,
`{any: [{custody_dispute: false}, {separation_status: none}]}`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Meaning, Span, distinct
from otseula.authoring.meaning.needless import Part, Path, drawn_with, tree
from otseula.authoring.positive import positive_form
from otseula.logic.conditions import QuestionTest
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry

CODE = "OTS805"
_TURNING = ("not", "none")


def look(checked: Checked, findings: Findings) -> None:
    """Every condition of every layer."""

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        for span in _first_of_each(spans) if entry.condition is not None else ():
            whole = tree(span.meaning, entry)
            for part in _mattering(span.meaning, whole):
                name = part.syntax.name
                form = positive_form(part.syntax, span.period.lists["questions"][name])
                findings.add(CODE, part.place, name=name, form=form)

    checked.meanings.each(findings, tuple(CONDITION_FIELD), ask)


def _first_of_each(spans: Sequence[Span]) -> Iterator[Span]:
    for meaning in distinct(spans):
        yield next(span for span in spans if span.meaning is meaning)


def _turned(part: Part, path: Path = (), *, turned: bool = False) -> Iterator[tuple[Path, Part]]:
    """The tests on questions that stand turned around."""
    if turned and isinstance(part.bound, QuestionTest):
        yield path, part
    turned ^= part.syntax.form in _TURNING
    for number, each in enumerate(part.parts):
        yield from _turned(each, (*path, number), turned=turned)


def _mattering(meaning: Meaning, whole: Part) -> Iterator[Part]:
    """Those without which, or with which alone, whoever is not asked makes a difference: the
    condition would be another one if they did not meet the negation. All of them where it takes
    several together."""
    asked = {
        path: (part, taken)
        for path, part in _turned(whole)
        if (taken := _held_to_the_asked(meaning, part)) is not None
    }
    as_held = {path: taken for path, (_, taken) in asked.items()}

    def says(taken: Mapping[Path, int]) -> int:
        return drawn_with(meaning, whole, taken)

    written, held = says({}), says(as_held)
    if meaning.same(written, held):
        return
    mattering = [
        part
        for path, (part, taken) in asked.items()
        if not meaning.same(says({path: taken}), written)
        or not meaning.same(says({p: t for p, t in as_held.items() if p != path}), held)
    ]
    yield from mattering or (part for part, _ in asked.values())


def _held_to_the_asked(meaning: Meaning, part: Part) -> int | None:
    """The test taken for met where its question does not apply; None where it always applies."""
    drawing, diagram = meaning.drawing, meaning.diagram
    assert isinstance(part.bound, QuestionTest)
    applies = drawing.applies.get(part.bound.question)
    if applies is None:
        return None
    return diagram.either(drawing.tested(part.bound), diagram.negated(applies))
