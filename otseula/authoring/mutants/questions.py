"""The case of a survivor in words, with the question to the expert. Nothing here says what the
rule base answers: nobody should write the program's own answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otseula.authoring.diff.report import case_lines
from otseula.authoring.mutants.survivors import Survivor
from otseula.authoring.mutants.words import say
from otseula.authoring.vignettes.words import WORDS as RESULT_WORDS
from otseula.logic.conditions import Value
from otseula.rulebase.entries import CONSEQUENCE_LISTS
from otseula.rulebase.model import Item, Rule
from otseula.text import LANGUAGES, Text


def answers_of(survivor: Survivor) -> dict[str, Value]:
    """The answers of its case, by question in the order of the rule base."""
    assert survivor.case is not None
    given = survivor.case.given[0]
    return {name: given[name] for name in survivor.period.questions if name in given}


def case_text(survivor: Survivor, language: str) -> Iterator[str]:
    """The answers in words, a line for each."""
    assert survivor.case is not None
    questions = {name: (each, each) for name, each in survivor.period.questions.items()}
    if not survivor.case.answers:
        yield say("empty_case", language)
    yield from case_lines(survivor.case, questions, language)


def question(survivor: Survivor) -> Text:
    """What the expert is asked."""
    mutant = survivor.first
    texts = []
    for language in LANGUAGES:
        fill = {"text": mutant.item.text.in_language(language), "then": ""}
        if isinstance(mutant.item, Rule):
            fill["then"] = "; ".join(_follows(mutant.item, survivor, language))
        texts.append(say(f"ask_{mutant.list}", language, **fill))
    return Text(*texts)


def _follows(rule: Rule, survivor: Survivor, language: str) -> Iterator[str]:
    """The consequences of a rule by their texts."""
    if rule.then.eligibility is not None:
        yield RESULT_WORDS[rule.then.eligibility].in_language(language)
    for kind, table in CONSEQUENCE_LISTS.items():
        items: Mapping[str, Item] = getattr(survivor.period, table)
        for name in getattr(rule.then, kind):
            if name in items:
                yield items[name].text.in_language(language)
