"""What a typed line means as an answer. What is not understood is told by the key of a wording;
what was typed goes nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from otseula.cli.dialogue_words import DIALOGUE
from otseula.cli.spoken import SPOKEN
from otseula.logic.conditions import DONT_KNOW, Value
from otseula.rulebase.model import Question
from otseula.writing import UNITS

_NUMBER = re.compile(r"[0-9]{1,3}")
_INTEGER = re.compile(r"[-+]?[0-9]{1,9}")
_DASHES = ("-", "–")
_BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as the interview takes it, or `complaint`, the key of why there is none.
    `open_rest`: the options that were not marked are neither "no" nor "not known" yet."""

    value: bool | int | str | list[str] | None = None
    complaint: str | None = None
    open_rest: bool = False


def menu(question: Question, language: str) -> list[tuple[str, str]]:
    """The answers with the numbers to type: (number, text). None for an integer."""
    if question.type == "integer":
        return []
    texts = [option.text.in_language(language) for option in question.options]
    if question.type == "boolean":
        texts = [DIALOGUE[key].in_language(language) for key in ("yes", "no")]
    entries = [(str(number), text) for number, text in enumerate(texts, 1)]
    if question.type == "choices":
        entries.append(("0", DIALOGUE["none_of_these"].in_language(language)))
    entries.append((str(len(texts) + 1), DIALOGUE["dont_know"].in_language(language)))
    return entries


def how(question: Question, language: str) -> str:
    """How to answer the question, in words."""
    low, high = question.range or (0, 0)
    unit = UNITS.get(question.unit or "")
    return (
        DIALOGUE[f"how_{question.type}"]
        .in_language(language)
        .format(
            last=len(question.options) + 1,
            second=min(3, len(question.options)),
            low=low,
            high=high,
            unit=unit.in_language(language) if unit is not None else "",
        )
    )


def in_words(question: Question, value: Value, language: str) -> str:
    """An answer of the question as one reads it. A list says what its other options are."""

    def word(key: str) -> str:
        return DIALOGUE[key].in_language(language)

    if value == DONT_KNOW:
        return word("dont_know")
    if isinstance(value, bool):
        return word("yes" if value else "no")
    if isinstance(value, int):
        unit = UNITS.get(question.unit or "")
        return f"{value}{unit.in_language(language) if unit is not None else ''}"
    texts = {option.id: option.text.in_language(language) for option in question.options}
    if isinstance(value, str):
        return texts[value]
    marked = [texts[name] for name in value if name != DONT_KNOW]
    if not value:
        return word("none_of_these")
    if DONT_KNOW in value:
        marked.append(f"{word('the_others')}: {word('dont_know')}")
    elif len(marked) < len(texts):
        marked.append(f"{word('the_others')}: {word('no')}")
    return "; ".join(marked)


def reply(question: Question, typed: str, language: str) -> Reply:
    """What `typed` answers to the question."""
    word = " ".join(typed.lower().split())
    if not word:
        return Reply(complaint="nothing_typed")
    if word in _DASHES or word in SPOKEN[language]["dont_know"]:
        return Reply(DONT_KNOW)
    return _READERS[question.type](question, word, language)


def rest(typed: str, language: str) -> bool | None:
    """What is said of the options that were not marked, as "no" or "the others: no": True for no
    (1), False for not known (2), None for neither."""
    word, spoken = " ".join(typed.lower().split()), SPOKEN[language]
    word = word.removeprefix(f"{DIALOGUE['the_others'].in_language(language)}:").strip()
    if word in spoken["no"] | {"1"}:
        return True
    return False if word in spoken["dont_know"] | {"2", *_DASHES} else None


def _boolean(_: Question, word: str, language: str) -> Reply:
    spoken = SPOKEN[language]
    answers: Mapping[bool | str, frozenset[str]] = {
        True: spoken["yes"] | {"1"},
        False: spoken["no"] | {"2"},
        DONT_KNOW: frozenset({"3"}),
    }
    for value, words in answers.items():
        if word in words:
            return Reply(value)
    return Reply(complaint="not_understood")


def _choice(question: Question, word: str, _: str) -> Reply:
    values = [*(option.id for option in question.options), DONT_KNOW]
    if _NUMBER.fullmatch(word) and 1 <= int(word) <= len(values):
        return Reply(values[int(word) - 1])
    return Reply(complaint="not_understood")


def _integer(question: Question, word: str, _: str) -> Reply:
    low, high = question.range or (0, 0)
    if _INTEGER.fullmatch(word) and low <= int(word) <= high:
        return Reply(int(word))
    return Reply(complaint="not_understood")


def _choices(question: Question, word: str, _: str) -> Reply:
    values = [*(option.id for option in question.options), DONT_KNOW]
    parts = [part for part in _BETWEEN.split(word) if part]
    if not parts or not all(_NUMBER.fullmatch(part) for part in parts):
        return Reply(complaint="not_understood")
    numbers = sorted({int(part) for part in parts})
    if numbers == [0]:
        return Reply([])
    if numbers[0] == 0:
        return Reply(complaint="none_and_some")
    if numbers[-1] > len(values):
        return Reply(complaint="not_understood")
    chosen = [values[number - 1] for number in numbers]
    if chosen == [DONT_KNOW]:
        return Reply(DONT_KNOW)
    return Reply(chosen, open_rest=DONT_KNOW not in chosen and len(chosen) < len(question.options))


_READERS: Mapping[str, Callable[[Question, str, str], Reply]] = {
    "boolean": _boolean,
    "choice": _choice,
    "choices": _choices,
    "integer": _integer,
}
