"""Questions: options, ranges, and what is said of them."""

from __future__ import annotations

from typing import Any

from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.diagnostics import Findings, nearest
from otseula.rulebase.entries import Draft, Entry

#: An integer question asks for one of at most so many values: it can hold no telephone number.
WIDEST_RANGE = 10_000


def check_questions(draft: Draft, findings: Findings) -> None:
    """Every question on its own."""
    for question in draft.lists["questions"]:
        data = question.data
        if "options" in data:
            _check_options(question, data["options"], findings)
        if "range" in data:
            _check_range(question, data, findings)
        _check_answers(question, data, findings)


def _check_options(question: Entry, options: list[dict[str, Any]], findings: Findings) -> None:
    seen = set()
    for index, option in enumerate(options):
        place = question.at("options", index, "id")
        if option["id"] == DONT_KNOW:
            findings.add("OTS307", place)
        elif option["id"] in seen:
            findings.add("OTS308", place, name=option["id"])
        seen.add(option["id"])


def _check_range(question: Entry, data: dict[str, Any], findings: Findings) -> None:
    low, high = data["range"]
    if low > high:
        findings.add("OTS309", question.at("range"), low=low, high=high)
        del data["range"]
    elif high - low >= WIDEST_RANGE:
        findings.add("OTS310", question.at("range"), low=low, high=high)


def _check_answers(question: Entry, data: dict[str, Any], findings: Findings) -> None:
    """`prior` and `worse` name answers of the question."""
    answers = ("true", "false") if data.get("type") == "boolean" else ()
    if "options" in data:
        answers = tuple(option["id"] for option in data["options"])
    if not answers:
        return
    allowed = tuple(answers)
    for name in data.get("prior", ()):
        if name not in allowed:
            findings.add(
                "OTS311", question.at("prior", name), name=name, allowed=allowed,
                near=nearest(name, allowed),
            )  # fmt: skip
    worse = data.get("worse", [])
    for index, name in enumerate(worse if isinstance(worse, list) else ()):
        place = question.at("worse", index)
        if name not in allowed:
            near = nearest(name, allowed)
            findings.add("OTS311", place, name=name, allowed=allowed, near=near)
        elif name in worse[:index]:
            findings.add("OTS308", place, name=name)
