"""What conditions name: whether it exists, may be named there, and is in force all the while."""

from __future__ import annotations

from collections.abc import Mapping

from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import NAMED, Draft, Entry, Name
from otseula.rulebase.spans import gaps, in_words, span_of
from otseula.text import Text

#: What the conditions of a list may name (design.md section 3).
MAY_NAME = {
    "questions": ("questions", "criteria"),
    "criteria": ("questions", "criteria"),
    "situations": ("questions", "criteria", "situations"),
    "rules": NAMED,
}
LIST_WORDS = {
    "questions": Text("kysymys", "en fråga", "a question"),
    "criteria": Text("kriteeri", "ett kriterium", "a criterion"),
    "situations": Text("tilanne", "en situation", "a situation"),
    "rules": Text("sääntö", "en regel", "a rule"),
}


def check_names(draft: Draft, findings: Findings) -> None:
    """Every name in every condition, over all the days of its entry."""
    named, parameters = draft.named(), draft.of("parameters")
    for name in NAMED:
        for entry in draft.lists[name]:
            for used in entry.names:
                if used.kind == "situations":
                    _check_situations(entry, used, draft.lists["situations"], findings)
                elif used.kind == "parameter":
                    _check_days(entry, used, parameters, "OTS418", findings)
                else:
                    _check_name(entry, used, named, findings)


def _check_name(
    entry: Entry, used: Name, named: Mapping[str, list[Entry]], findings: Findings
) -> None:
    held = _check_days(entry, used, named, "OTS421", findings)
    if not held:
        return
    kind = held[0].list
    if used.kind == "question" and kind != "questions":
        findings.add("OTS423", used.place)
    elif kind not in MAY_NAME[entry.list]:
        findings.add(
            "OTS422", used.place, name=used.name, what=LIST_WORDS[kind], user=LIST_WORDS[entry.list]
        )


def _check_days(
    entry: Entry, used: Name, known: Mapping[str, list[Entry]], unknown: str, findings: Findings
) -> list[Entry]:
    held = known.get(used.name, [])
    if not held:
        if not findings.incomplete:
            findings.missing(unknown, used.place, name=used.name, known=known)
        return []
    missing = gaps(span_of(entry), map(span_of, held))
    if missing:
        findings.add("OTS429", used.place, name=used.name, days=in_words(missing))
    return held


def _check_situations(
    entry: Entry, used: Name, situations: list[Entry], findings: Findings
) -> None:
    if entry.list != "rules":
        findings.add("OTS420", used.place, user=LIST_WORDS[entry.list])
        return
    missing = gaps(span_of(entry), map(span_of, situations))
    if missing and not (findings.incomplete and not situations):
        findings.add("OTS419", used.place, days=in_words(missing))
