"""What became of the mutants, as text for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from otseula.authoring.mutants.made import MUTATED, Mutant
from otseula.authoring.mutants.questions import answers_of, case_text, question
from otseula.authoring.mutants.run import Count, MutationRun
from otseula.authoring.mutants.survivors import Survivor
from otseula.authoring.mutants.words import say

#: Version of the JSON report; it grows only by new keys.
CONTRACT = 1


def render(run: MutationRun, format: str = "text", language: str = "fi") -> str:
    """The report, ending in a newline. `format` is text or json; `language` fi, sv or en. JSON
    holds every text in all three. Raises ValueError for another format."""
    if format not in FORMATS:
        raise ValueError("format is one of " + ", ".join(FORMATS))
    return FORMATS[format](run, language)


def _text(run: MutationRun, language: str) -> str:
    blocks = [
        _counts(run, language),
        _listed(run, "equivalent", language),
        _listed(run, "too_large", language),
        _open(run, language),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"


def _counts(run: MutationRun, language: str) -> Iterator[str]:
    count = run.count()
    yield say("title", language, total=count.total)
    yield say("why", language)
    vignettes = sum(run.vignettes[origin] for origin in run.origins if origin in run.vignettes)
    whole = {*run.origins} >= {*run.vignettes}
    if whole:
        who = say("all_vignettes", language, count=vignettes)
        yield "  " + _killed(who, count, language)
    for origin, number in run.vignettes.items():
        who = say("of_origin", language, origin=say(_origin(origin), language), count=number)
        yield "  " + _killed(who, run.count(origins=[origin]), language)
    yield say("by_list", language)
    for name in MUTATED:
        of_list = run.count(lists=[name])
        if of_list.total:
            yield "  " + _killed(say(f"list_{name}", language), of_list, language)
    told = _percent(count.percent_of_all, language)
    yield say("with_equivalent", language, equivalent=count.equivalent, percent=told)


def _origin(origin: str) -> str:
    return origin if origin in ("source", "owner", "invented") else ""


def _killed(who: str, count: Count, language: str) -> str:
    left = count.total - count.equivalent
    percent = _percent(count.percent, language)
    return say("killed", language, who=who, killed=count.killed, left=left, percent=percent)


def _percent(value: float, language: str) -> str:
    text = f"{int(value * 10) / 10:.1f}"  # never rounded up to what was not reached
    return text if language == "en" else text.replace(".", ",")


def _listed(run: MutationRun, status: str, language: str) -> Iterator[str]:
    found = run.of(status)
    if found:
        yield say(status, language)
    for survivor in found:
        yield "  " + _name(survivor, language)
        yield from (f"    {line}" for line in _changes(survivor, language))


def _open(run: MutationRun, language: str) -> Iterator[str]:
    found = run.of("open")
    if not found:
        yield say("none_open", language)
        return
    yield say("open", language, count=len(found))
    yield say("blind", language)
    for number, survivor in enumerate(found, 1):
        yield ""
        yield f"{number}. {_name(survivor, language)}"
        yield from (f"   {line}" for line in _changes(survivor, language))
        if survivor.case is None:
            yield "   " + say("no_case", language)
            continue
        yield "   " + say("case", language)
        yield from (f"     {line}" for line in case_text(survivor, language))
        yield "   " + question(survivor).in_language(language)
        if not survivor.follows:
            yield "   " + say("nothing_follows", language)


def _name(survivor: Survivor, language: str) -> str:
    mutant = survivor.first
    text = mutant.item.text.in_language(language)
    return f"{say(f'one_{mutant.list}', language)}: {text} ({mutant.id})"


def _changes(survivor: Survivor, language: str) -> Iterator[str]:
    for mutant in survivor.mutants:
        yield f"{mutant.place}: {mutant.what.in_language(language)}"


def _json(run: MutationRun, language: str) -> str:
    report = {
        "contract": CONTRACT,
        "vignettes": dict(run.vignettes),
        "origins": [*run.origins],
        "counts": _count(run.count()),
        "by_origin": {o: _count(run.count(origins=[o])) for o in run.vignettes},
        "by_list": {name: _count(run.count(lists=[name])) for name in MUTATED},
        "survivors": [_survivor(each) for each in run.survivors],
        "killed": [
            {**_mutant(mutant), "list": mutant.list, "id": mutant.id, "by": dict(by)}
            for mutant, by in run.killers.items()
            if by
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _count(count: Count) -> dict[str, object]:
    return {
        "total": count.total,
        "killed": count.killed,
        "equivalent": count.equivalent,
        "percent": round(count.percent, 2),
        "percent_of_all": round(count.percent_of_all, 2),
    }


def _survivor(survivor: Survivor) -> dict[str, object]:
    mutant = survivor.first
    told: dict[str, object] = {
        "status": survivor.status,
        "list": mutant.list,
        "id": mutant.id,
        "text": mutant.item.text.to_dict(),
        "mutants": [_mutant(each) for each in survivor.mutants],
    }
    if survivor.status == "open":
        told["follows"] = survivor.follows
        told["question"] = question(survivor).to_dict()
        told["case"] = None if survivor.case is None else _case(survivor)
    return told


def _case(survivor: Survivor) -> dict[str, object]:
    return {
        "from": None if survivor.period.start is None else survivor.period.start.isoformat(),
        "to": None if survivor.period.end is None else survivor.period.end.isoformat(),
        "answers": {
            name: [*value] if isinstance(value, tuple) else value
            for name, value in answers_of(survivor).items()
        },
    }


def _mutant(mutant: Mutant) -> dict[str, object]:
    place = mutant.place
    return {
        "operator": mutant.operator,
        "place": {"file": place.file, "line": place.line, "column": place.column},
        "what": mutant.what.to_dict(),
    }


#: A renderer by format.
FORMATS: Mapping[str, Callable[[MutationRun, str], str]] = MappingProxyType(
    {"text": _text, "json": _json}
)
