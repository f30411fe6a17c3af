"""What keeps a condition from being met: the names and tests in it, and the answers behind them."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.logic.conditions import Condition, Known, Not, QuestionTest, Ref, Truth, parts_of
from otseula.logic.truth import truth_of
from otseula.rulebase.model import Content, Item
from otseula.screening.citations import citations
from otseula.screening.forced import Forced
from otseula.screening.judged import Judged, Target
from otseula.screening.reasons import Failed


def failed(content: Content, forced: Forced, target: Target) -> Iterator[Failed]:
    """What the conditions of the target's nodes name directly and what keeps them from being
    met; nothing where none of them should be."""
    case = forced.case
    nodes = case.compiled.period.conditions.nodes
    seen: set[str] = set()
    for node in () if target.turned else target.nodes:
        for part in _against(case, nodes[node], Truth.MET):
            name = part.name if isinstance(part, Ref) else part.question
            truth = _truth_of(case, part)
            if name in seen or truth is Truth.UNKNOWN:
                continue
            seen.add(name)
            item = _item(case, name)
            is_ref = isinstance(part, Ref)
            why = forced.why(name, (name,))[0] if is_ref else forced.own(name)
            yield Failed(name, item.text, truth, case.tell(why), citations(item, content))


def _against(
    case: Judged, condition: Condition, wanted: Truth
) -> Iterator[Ref | QuestionTest | Known]:
    """The names and tests in a condition by which it is not as wanted."""
    if _truth_of(case, condition) is wanted:
        return
    if isinstance(condition, Ref | QuestionTest | Known):
        yield condition
        return
    for part in parts_of(condition):
        yield from _against(case, part, ~wanted if isinstance(condition, Not) else wanted)


def _truth_of(case: Judged, part: Condition) -> Truth:
    if isinstance(part, Ref):
        return case.raw(part.name, (part.name,))
    return truth_of(part, case.evaluation, case.answers)


def _item(case: Judged, name: str) -> Item:
    period = case.compiled.period
    tables = (period.questions, period.criteria, period.situations, period.rules)
    return next(table[name] for table in tables if name in table)
