"""Rule bases for the tests of mutants: written to a file and loaded, and random ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from otseula.authoring.vignettes.expectations import in_force
from otseula.errors import CaseError, Place
from otseula.logic.conditions import QuestionDomain, Truth
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content, Vignette
from otseula.screening.recommendation import Recommendation
from otseula.screening.rulebase import RuleBase
from otseula.text import Text
from tests.logic.test_completions import values_of

DAY = date(2026, 12, 1)

_OPTIONS = ("x", "y", "z")


def loaded(directory: Path, files: dict[str, Any]) -> Content:
    """A rule base of one file."""
    directory.mkdir(exist_ok=True)
    text = yaml.safe_dump(files, allow_unicode=True, sort_keys=False)
    (directory / "base.yaml").write_text(text, "utf-8")
    return load_content(directory)


def random_files(random: Random, questions: int = 3) -> dict[str, Any]:
    """A small rule base: criteria, situations, rules with consequences; some questions apply only
    at times, and some of that hangs on a criterion."""
    return _Maker(random).files(questions)


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.asked: dict[str, dict[str, Any]] = {}
        self.named: list[str] = []

    def files(self, questions: int) -> dict[str, Any]:
        random = self.random
        for number in range(questions):
            self.asked[f"q{number}"] = self.question(f"q{number}")
        criteria = []
        for number in range(random.randint(1, 3)):
            criteria.append(self.entry(f"c{number}", "text"))
            self.named.append(f"c{number}")
        gated = random.random()
        if gated < 0.4:
            free = [q for q in self.asked if q not in self.reached(criteria)]
            if free:
                gate = self.condition(1, only=[q for q in self.asked if q != free[0]])
                self.asked[free[0]]["applies_when"] = gate if gated < 0.2 else "c0"
        situations = [self.entry(f"s{number}", "text") for number in range(random.randint(1, 2))]
        self.named += [each["id"] for each in situations]
        rules = [self.rule(f"r{number}") for number in range(random.randint(1, 3))]
        return {
            "questions": [*self.asked.values()],
            "criteria": criteria,
            "situations": situations,
            "rules": rules,
            "duties": [{"id": f"d{n}", "text": {"fi": f"velvollisuus {n}"}} for n in range(2)],
            "channels": [{"id": f"h{n}", "text": {"fi": f"kanava {n}"}} for n in range(2)],
        }

    def reached(self, entries: list[dict[str, Any]]) -> set[str]:
        text = repr(entries)
        return {name for name in self.asked if f"'{name}'" in text}

    def question(self, name: str) -> dict[str, Any]:
        kind = self.random.choice(["boolean", "boolean", "integer", "choice", "choices"])
        found: dict[str, Any] = {"id": name, "type": kind, "text": {"fi": f"{name}?"}}
        if kind == "integer":
            found["range"] = [0, self.random.randint(2, 4)]
        elif kind != "boolean":
            count = 3 if kind == "choice" else 2
            found["options"] = [{"id": o, "text": {"fi": o}} for o in _OPTIONS[:count]]
        return found

    def entry(self, name: str, text: str) -> dict[str, Any]:
        return {"id": name, text: {"fi": name}, "when": self.condition(2)}

    def rule(self, name: str) -> dict[str, Any]:
        random = self.random
        then: dict[str, Any] = {}
        if random.random() < 0.6:
            then["eligibility"] = random.choice(["advice", "recommended"])
        if random.random() < 0.5:
            then["duties"] = [random.choice(["d0", "d1"])]
        if random.random() < 0.5 or not then:
            then["channels"] = [random.choice(["h0", "h1"])]
        return {**self.entry(name, "because"), "then": then}

    def condition(self, depth: int, only: list[str] | None = None) -> Any:
        random = self.random
        if depth == 0 or random.random() < 0.2:
            if self.named and only is None and random.random() < 0.4:
                return random.choice(
                    [random.choice(self.named), {random.choice(self.named): False}]
                )
            return self.test(random.choice(only or [*self.asked]))
        parts = [self.condition(depth - 1, only) for _ in range(random.randint(1, 3))]
        match random.choice(["all", "any", "all", "any", "not", "none", "of"]):
            case "not":
                return {"not": parts[0]}
            case "of":
                return {"at_least": random.randint(1, len(parts)), "of": parts}
            case form:
                return {form: parts}

    def test(self, name: str) -> Any:
        random, asked = self.random, self.asked[name]
        if random.random() < 0.1:
            return {"known": name}
        if asked["type"] == "boolean":
            return {name: random.choice([True, False])}
        if asked["type"] == "integer":
            low, high = sorted(random.choices(range(asked["range"][1] + 1), k=2))
            limit = {"at_least": high, "at_most": low, "is": low, "between": [low, high]}
            operator = random.choice([*limit])
            return {name: {operator: limit[operator]}}
        options = [each["id"] for each in asked["options"]]
        some = random.sample(options, random.randint(1, len(options)))
        if asked["type"] == "choice":
            return {name: some}
        return {name: {random.choice(["includes_any", "includes_all"]): some}}


def random_vignettes(random: Random, content: Content, count: int) -> tuple[Vignette, ...]:
    """Vignettes that expect what the rule base gives, of all that may be expected; a few expect
    something else and fail from the start."""
    base = RuleBase(content, ("lanes",))
    found: list[Vignette] = []
    while len(found) < count:
        answers = _answers(random, content.periods[0].conditions.questions.values())
        try:
            given = base.screen(answers, as_of=DAY)
        except CaseError:
            continue
        found.append(
            Vignette(
                id=f"v{len(found)}",
                text=Text("v"),
                place=Place("v.yaml", 1, 1),
                origin=random.choice(["source", "owner", "invented"]),
                as_of=DAY,
                answers=answers,
                expect=_expected(random, given),
            )
        )
    return tuple(found)


def _answers(random: Random, questions: Iterable[QuestionDomain]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for domain in questions:
        turn = random.random()
        if turn < 0.65:
            value = random.choice(values_of(domain))
            answers[domain.id] = list(value) if isinstance(value, tuple) else value
        elif turn < 0.75:
            answers[domain.id] = ["dont_know"] if domain.type == "choices" else "dont_know"
    return answers


def _expected(random: Random, given: Recommendation) -> dict[str, Any]:
    in_force_ = in_force(given)
    levels = {"at_least": given.eligibility.at_least, "at_most": given.eligibility.at_most}
    everything: dict[str, Any] = {
        "eligibility": given.eligibility.level or levels,
        "truth": {
            name: truth.value for name, truth in given.truth.items() if random.random() < 0.5
        },
        "duties": list(in_force_["duties"]),
        "duties_open": [d.id for d in given.duties if d.truth is Truth.UNKNOWN],
        "channels_include": list(in_force_["channels"]),
        "channels_exclude": [c for c in ("h0", "h1") if c not in in_force_["channels"]],
        "situations": list(in_force_["situations"]),
        "missing": list(in_force_["missing"]),
        "safety": ["nothing_gives_it"],  # never comes true: kills nothing
    }
    wanted = random.sample([*everything], random.randint(1, 3))
    return {key: everything[key] for key in everything if key in wanted}
