"""What an edit changes, as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from otseula.authoring.diff.case import DecidingCase
from otseula.authoring.diff.compare import JUDGED, Compared, Comparison
from otseula.authoring.diff.items import shown
from otseula.authoring.diff.other_days import OnAnotherDay
from otseula.authoring.diff.results import Results, Turned
from otseula.authoring.diff.words import say
from otseula.authoring.plan.figures import Shift
from otseula.authoring.vignettes.words import WORDS as RESULT_WORDS
from otseula.authoring.vignettes.words import worded
from otseula.logic.conditions import DONT_KNOW, Value
from otseula.rulebase.model import Content, Question
from otseula.text import LANGUAGES, Text


@dataclass(frozen=True, slots=True)
class Report:
    """All that `otseula diff` tells. `other_days`: versions not in force on the day compared that
    were edited; `corpus`: the cases given, if any; `length`: None unless
    respondents were drawn (`draws`)."""

    comparison: Comparison
    vignettes: Results
    corpus: Results | None
    length: Shift | None
    draws: int
    other_days: tuple[OnAnotherDay, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything changes: an entry, or the result of a case."""
        cases = (self.vignettes, *([] if self.corpus is None else [self.corpus]))
        turned = any(each.turned for each in cases)
        return self.comparison.differs or bool(self.other_days) or turned


def render(report: Report, language: str) -> str:
    """The report, ending in a newline."""
    of = report.comparison
    blocks: list[Iterable[str]] = [
        _head(of, language),
        *entry_blocks(of, language, nothing=not report.differs),
        _on_other_days(report.other_days, language),
        _results("vignettes", report.vignettes, of, language),
        [] if report.corpus is None else _results("corpus", report.corpus, of, language),
        _length(report, language),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"


def entry_blocks(of: Comparison, language: str, *, nothing: bool | None = None) -> list[list[str]]:
    """What is told of the entries: blocks of lines, two spaces before each for each step to the
    right. `nothing`: whether to say that nothing changes, by default where no entry differs."""
    nothing = not of.differs if nothing is None else nothing
    blocks: list[Iterable[str]] = [
        *_changes(of, language),
        *(_listed(of, status, language) for status in ("not_compared", "not_comparable")),
        *(_listed(of, status, language) for status in ("new", "gone", "renamed")),
        *(_fields(of, kind, language) for kind in ("settings", "words", "sources")),
        _listed(of, "narrowed", language),
        _listed(of, "equivalent", language),
        [say("nothing", language)] if nothing else [],
        _unchanged(of, language),
    ]
    return [lines for lines in map(list, blocks) if lines]


def _head(of: Comparison, language: str) -> Iterator[str]:
    yield say("title", language, day=of.day.isoformat())
    for key, content in (("before", of.old), ("after", of.new)):
        yield "  " + say(key, language, layers=_layers(content))
    if len(of.old.periods) > 1 or len(of.new.periods) > 1:
        yield "  " + say("other_days", language)


def _layers(content: Content) -> str:
    told = (f"{layer.name} {layer.version}".strip() for layer in content.layers)
    return f"{', '.join(told)} ({content.hash[:12]})"


def _changes(of: Comparison, language: str) -> Iterator[Iterable[str]]:
    """Entries that the same case shows stand together."""
    changed = [entry for entry in of.entries if entry.status == "changed"]
    groups: dict[tuple[object, ...], list[Compared]] = {}
    for entry in changed:
        case = entry.case
        key = (entry.list, entry.id) if case is None else (*case.answers.items(), case.truths)
        groups.setdefault(key, []).append(entry)
    if changed:
        yield [f"{say('changed', language)}: {len(changed)}"]
    for group in groups.values():
        yield _group(group, of, language)


def _group(group: Sequence[Compared], of: Comparison, language: str) -> Iterator[str]:
    case = group[0].case
    for entry in group:
        yield "  " + name_of(entry, language)
    if case is None:
        yield "    " + say("no_case", language)
        return
    before, after = (say(truth.value, language) for truth in case.truths)
    yield "    " + say("turns", language, before=before, after=after)
    if not case.answers:
        yield "    " + say("empty_case", language)
        return
    yield "    " + say("case", language)
    for line in case_lines(case, of.questions, language):
        yield "      " + line


def case_lines(
    case: DecidingCase,
    questions: Mapping[str, tuple[Question | None, Question | None]],
    language: str,
) -> Iterator[str]:
    """The questions of a case with their answers, by their texts."""
    for name, value in case.answers.items():
        before, after = questions[name]
        question = after or before
        assert question is not None
        answer = answer_text(question, value).in_language(language)
        note = ""
        if before is None or after is None:
            note = "only_after" if before is None else "only_before"
        elif before.id not in case.given[0]:
            note = "aside_before"
        elif after.id not in case.given[1]:
            note = "aside_after"
        told = f" {say(note, language)}" if note else ""
        yield f"{question.text.in_language(language)} ({question.id}): {answer}{told}"


def answer_text(question: Question, value: Value) -> Text:
    """An answer in words, with the ids of options beside them."""
    texts = {option.id: option.text for option in question.options}

    def option(name: str, language: str) -> str:
        if name == DONT_KNOW or name not in texts:
            return say("dont_know", language)
        return f"{texts[name].in_language(language)} ({name})"

    def told(language: str) -> str:
        if isinstance(value, bool):
            return say("yes" if value else "no", language)
        if isinstance(value, tuple):
            marked = [option(name, language) for name in value]
            return ", ".join(marked) if marked else say("none_of_them", language)
        return option(value, language) if isinstance(value, str) else str(value)

    return Text(*(told(language) for language in LANGUAGES))


def name_of(entry: Compared, language: str) -> str:
    """The list, the text and the id of an entry."""
    kind = say(entry.list, language)
    item = entry.new or entry.old
    if item is None:
        return f"{kind} {RESULT_WORDS[entry.id].in_language(language)}"
    if entry.list == "questions" and entry.status in ("changed", "equivalent", "narrowed"):
        kind = f"{kind}, {say('applies', language)}"
    ident = f"{entry.before} → {entry.id}" if entry.before else entry.id
    return f"{kind}: {item.text.in_language(language)} ({ident})"


def _listed(of: Comparison, status: str, language: str) -> Iterator[str]:
    """The entries of a status; `renamed` is one of those that stay the same otherwise."""
    if status == "renamed":
        found = [entry for entry in of.entries if entry.before and entry.status != "changed"]
    else:
        found = [e for e in of.entries if e.status == status and not e.before]
    if found:
        yield say(status, language)
    for entry in found:
        told = f" [{', '.join(entry.questions)}]" if entry.questions else ""
        yield f"  {name_of(entry, language)}{told}"


def _on_other_days(found: Sequence[OnAnotherDay], language: str) -> Iterator[str]:
    if found:
        yield say("on_other_days", language)
    for each in found:
        key, day = ("since", each.since.isoformat()) if each.since else ("from_the_first", "")
        told = f"{say(each.list, language)}: {each.item.text.in_language(language)} ({each.id})"
        yield f"  {told}, {say(key, language, day=day)}"


def _fields(of: Comparison, kind: str, language: str) -> Iterator[str]:
    found = []
    for entry in of.entries:
        changed = [field for field in entry.fields if field.kind == kind]
        if not changed:
            continue
        told = [
            f"{f.name} {shown(f.before)} → {shown(f.after)}" if kind == "settings" else f.name
            for f in changed
        ]
        item = entry.new
        assert item is not None
        head = f"{say(entry.list, language)}: {item.text.in_language(language)} ({item.id})"
        found.append(f"  {head}: {', '.join(told)}")
    if found:
        yield say("sources_changed" if kind == "sources" else kind, language)
        yield from found


def _unchanged(of: Comparison, language: str) -> Iterator[str]:
    same = Counter(entry.list for entry in of.entries if entry.status == "same")
    otherwise = Counter(entry.list for entry in of.entries if entry.status == "equivalent")
    told = []
    for name in JUDGED:
        count = str(same[name])
        if otherwise[name]:
            count = say("written_same", language, same=count, equivalent=otherwise[name])
        if same[name] or otherwise[name]:
            told.append(f"{say(name, language)} {count}")
    if told:
        yield say("same", language, counts=", ".join(told))


def _results(key: str, of: Results, within: Comparison, language: str) -> Iterator[str]:
    if not of.total:
        return
    yield say(key, language, turned=len(of.turned), total=of.total)
    for each in of.turned:
        name = each.id if key == "vignettes" else say("case_number", language, id=each.id)
        version = f" {say(f'as_{each.version}', language)}" if each.version else ""
        yield f"  {name}{version}: {'; '.join(_turned(each, within, language))}"
    if of.refused:
        yield "  " + say("refused", language, ids=", ".join(of.refused))


def _turned(each: Turned, within: Comparison, language: str) -> Iterator[str]:
    before, after = each.before.levels, each.after.levels
    if before is None or after is None:
        yield say("refused_before" if before is None else "refused_after", language)
        return
    if before != after:
        yield f"{_range(before, language)} → {_range(after, language)}"
    for (name, ident), truths in each.items.items():
        turn = " → ".join(say(truth.value, language) for truth in truths)
        yield f"{say(name, language)} {ident}: {turn}"


def _range(levels: tuple[str, str], language: str) -> str:
    low, high = (RESULT_WORDS[level] for level in levels)
    return (low if low == high else worded("range", low=low, high=high)).in_language(language)


def _length(report: Report, language: str) -> Iterator[str]:
    shift = report.length
    if shift is not None:
        before, after = _number(shift.before, language), _number(shift.after, language)
        difference = _number(shift.difference, language, "+")
        if shift.margin is not None:
            difference += f" ± {_number(shift.margin, language)}"
        yield say(
            "length", language, n=report.draws, before=before, after=after, difference=difference
        )


def _number(value: float, language: str, sign: str = "") -> str:
    text = format(round(value, 1) + 0.0, f"{sign}.1f").replace("-", "−")
    return text if language == "en" else text.replace(".", ",")
