"""The length of the questionnaire as text for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import wrap
from types import MappingProxyType

from otseula.authoring.plan.changes import Change, GroupChange
from otseula.authoring.plan.data import report_data
from otseula.authoring.plan.figures import Lengths, Shift
from otseula.authoring.plan.planning import Group, Plan
from otseula.authoring.plan.words import say
from otseula.rulebase.model import Question

_WIDTH = 100
#: So many of the questions that are not always asked are named.
_NAMED = 10
_NOBODY = "–"
#: A shift of less is not told: one digit does not show it.
_SEEN = 0.05


def render(
    plan: Plan, change: Change | None = None, format: str = "text", language: str = "fi"
) -> str:
    """The report, ending in a newline; `change` is the one that led to `plan`. `format` is text or
    json; `language` fi, sv or en. JSON holds every text in all three. Raises ValueError for
    another format."""
    if format not in FORMATS:
        raise ValueError("format is one of " + ", ".join(FORMATS))
    return FORMATS[format](plan, change, language)


def _json(plan: Plan, change: Change | None, _: str) -> str:
    return json.dumps(report_data(plan, change), ensure_ascii=False, indent=2) + "\n"


def _text(plan: Plan, change: Change | None, language: str) -> str:
    blocks: list[Iterable[str]] = [
        _in_all(plan, language),
        _at_worst(plan, language),
        _per_situation(plan, language),
    ]
    if change is None:
        blocks.append(_most_asked(plan, language))
    blocks.append(_named("never", [plan.questions[name] for name in plan.never], language))
    if change is not None:
        blocks += _changed(change, language)
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"


def _in_all(plan: Plan, language: str) -> Iterator[str]:
    of = plan.everyone
    yield say("title", language, day=plan.day.isoformat(), n=of.n, seed=plan.seed)
    mean = _number(of.mean, language) + _margin(of.margin, language)
    always, others = (_number(each.mean, language) for each in (plan.always, plan.others))
    yield "  " + say("mean", language, mean=mean, always=always, others=others)
    low, high = of.middle
    yield "  " + say("spread", language, low=low, high=high, longest=of.longest)
    cases = plan.vignettes
    if not cases.n:
        yield "  " + say("no_vignettes", language)
        return
    mean = _number(cases.mean, language)
    yield "  " + say("vignettes", language, n=cases.n, mean=mean, longest=cases.longest)


def _at_worst(plan: Plan, language: str) -> Iterator[str]:
    worst = plan.worst
    told = {"at_most": worst.at_most}
    if worst.at_most_knowing < worst.at_most:
        told["at_most_knowing"] = worst.at_most_knowing
    told |= {"unknowing": worst.unknowing, "found": worst.found}
    yield say("worst", language)
    for key, count in told.items():
        yield "  " + say(key, language, count=f"{count:3}")


def _per_situation(plan: Plan, language: str) -> Iterator[str]:
    yield say("situations", language)
    if not plan.situations:
        yield "  " + say("no_situations", language)
        return
    heads = [say(f"column_{each}", language) for each in ("vignettes", "drawn", "met")]
    yield "  " + "  ".join(f"{head:>16}" for head in heads)
    yield "  " + "  ".join([f"{say('columns', language):>16}"] * len(heads))
    for group in (*plan.situations, plan.none):
        columns = [_column(each, language) for each in (group.vignettes, group.drawn, group.met)]
        mark = " " if group.alone or not group.drawn.n else "*"
        yield f"  {columns[0]}  {columns[1]}{mark} {columns[2]}  {_name(group, language)}"
    for line in wrap(say("legend", language), _WIDTH - 2):
        yield "  " + line


def _column(of: Lengths, language: str) -> str:
    if not of.n:
        return f"{_NOBODY:>4}{'':12}"
    return f"{of.n:4} {_number(of.mean, language):>6} {of.longest:4} "


def _most_asked(plan: Plan, language: str) -> Iterator[str]:
    others = [q for q in plan.questions.values() if not q.always_ask and plan.share[q.id]]
    if others:
        yield say("most_asked", language)
    for question in sorted(others, key=lambda q: -plan.share[q.id])[:_NAMED]:
        yield f"  {_share(plan.share[question.id])}  {_question(question, language)}"


def _changed(change: Change, language: str) -> Iterator[Iterable[str]]:
    if change.is_none:
        yield [say("no_change", language)]
        return
    yield _moved_in_all(change, language)
    yield _moved_groups(change, language)
    questions = {**change.before.questions, **change.after.questions}
    if change.share:
        yield [
            say("share_moved", language),
            *(
                f"  {_share(before)} → {_share(after)}  {_question(questions[name], language)}"
                for name, (before, after) in change.share.items()
            ),
        ]
    for key, names, share in (
        ("new_questions", change.new, change.after.share),
        ("gone_questions", change.gone, change.before.share),
    ):
        if names:
            asked = (f"  {_share(share[n])}  {_question(questions[n], language)}" for n in names)
            yield [say(key, language), *asked]
    for key, groups, ids in (
        ("new_situations", change.after.situations, change.new_situations),
        ("gone_situations", change.before.situations, change.gone_situations),
    ):
        if ids:
            yield [say(key, language), *(f"  {_name(g, language)}" for g in groups if g.id in ids)]


def _moved_in_all(change: Change, language: str) -> Iterator[str]:
    yield say("change", language)
    if change.everyone is not None:
        moved = _moved(change.everyone, language, _margin(change.everyone.margin, language))
        yield "  " + say("mean_moved", language, moved=moved)
    if change.vignettes is not None:
        yield "  " + say("vignettes_moved", language, moved=_moved(change.vignettes, language))
    before, after = change.before.worst, change.after.worst
    yield "  " + say("at_most_moved", language, before=before.at_most, after=after.at_most)
    yield "  " + say("found_moved", language, before=before.found, after=after.found)


def _moved_groups(change: Change, language: str) -> Iterator[str]:
    """Most changed first."""
    moved = sorted(change.groups, key=lambda each: -max(map(_size, _shifts(each))))
    told = [each for each in moved if max(map(_size, _shifts(each))) >= _SEEN]
    yield say("groups_moved" if told else "no_groups_moved", language)
    for each in told:
        shifts = [_NOBODY if s is None else _moved(s, language) for s in _shifts(each)]
        yield f"  {shifts[0]:>21}  {shifts[1]:>21}  {_name(each.after, language)}"


def _shifts(of: GroupChange) -> tuple[Shift | None, Shift | None]:
    return of.vignettes, of.drawn


def _size(shift: Shift | None) -> float:
    return 0.0 if shift is None else abs(shift.difference)


def _named(key: str, questions: Iterable[Question], language: str) -> list[str]:
    lines = [f"  {_question(question, language)}" for question in questions]
    return [say(key, language), *lines] if lines else []


def _name(group: Group, language: str) -> str:
    return say("none_met", language) if group.text is None else group.text.in_language(language)


def _question(question: Question, language: str) -> str:
    """As `otseula questions` names them: with the id, by which one finds it in the files."""
    return f"{question.id}: {question.text.in_language(language)}"


def _moved(shift: Shift, language: str, margin: str = "") -> str:
    before, after = _number(shift.before, language), _number(shift.after, language)
    return f"{before} → {after} ({_number(shift.difference, language, '+')}{margin})"


def _number(value: float, language: str, sign: str = "") -> str:
    # without a minus before nothing, and as the language writes it
    text = format(round(value, 1) + 0.0, f"{sign}.1f").replace("-", "−")
    return text if language == "en" else text.replace(".", ",")


def _margin(margin: float | None, language: str) -> str:
    return "" if margin is None else f" ± {_number(margin, language)}"


def _share(share: float) -> str:
    return f"{round(100 * share):3} %"


#: A renderer by format.
FORMATS: Mapping[str, Callable[[Plan, Change | None, str], str]] = MappingProxyType(
    {"text": _text, "json": _json}
)
