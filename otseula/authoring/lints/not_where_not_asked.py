"""A `not` turns around a test on a question that may not apply.

What: a test under `not` or `none` on a question that has an `applies_when`, unless what stands
beside it lets the test count only where the question applies, as `all: [parents_separated, {not:
custody_dispute}]` does. Two turns around cancel out.

Why: where the question does not apply, it has no value and its test is not met, so the `not` is met
by whoever was never asked. `{q: false}` asks whether the answer is no, `not: q` whether it is not
yes.

Avoid: `not: custody_dispute`, where `custody_dispute` is asked of separated parents alone

Prefer: `{custody_dispute: false}`; where those who are not asked are meant as well,
`{any: [{custody_dispute: false}, {separation_status: none}]}`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otseula.authoring.checked import Checked
from otseula.authoring.parts import Saying, saying
from otseula.authoring.positive import positive_form
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import NAMED, Entry
from otseula.rulebase.syntax import ConditionSyntax

CODE = "OTS805"


def look(checked: Checked, findings: Findings) -> None:
    """Every condition of every layer."""
    questions = checked.draft.of("questions")
    for name in NAMED:
        for entry in checked.draft.lists[name]:
            if entry.condition is not None:
                for test in _turned(entry.condition, questions, frozenset(), turned=False):
                    form = positive_form(test, questions[test.name][0])
                    findings.add(CODE, test.place, name=test.name, form=form)


def _turned(
    part: ConditionSyntax,
    questions: Mapping[str, list[Entry]],
    demanded: frozenset[Saying],
    *,
    turned: bool,
) -> Iterator[ConditionSyntax]:
    """The tests that stand turned around where their question may not apply. `demanded` is what
    is met wherever this part makes a difference."""
    if part.form in ("name", "test"):
        held = questions.get(part.name, ())
        if turned and not all(_applies(question, demanded) for question in held):
            yield part
        return
    if part.form == "all":
        demanded |= {saying(each) for each in part.parts}
    elif part.form in ("any", "none"):
        demanded |= {saying(each.parts[0]) for each in part.parts if each.form == "not"}
    for each in part.parts:
        yield from _turned(each, questions, demanded, turned=turned ^ (part.form in _TURNING))


_TURNING = ("not", "none")


def _applies(question: Entry, demanded: frozenset[Saying]) -> bool:
    """Whether the question applies wherever all that is demanded is met."""
    condition = question.condition
    if condition is None or saying(condition) in demanded:
        return True
    return condition.form == "all" and {saying(each) for each in condition.parts} <= demanded
