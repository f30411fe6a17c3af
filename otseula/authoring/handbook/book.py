"""A rule base on one day, told in one language: its words, its texts, and what leads to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from otseula.authoring.handbook.blocks import PLAIN, Line, Span
from otseula.authoring.handbook.names import Use, users
from otseula.authoring.handbook.words import word
from otseula.rulebase.entries import CONSEQUENCE_LISTS
from otseula.rulebase.model import Content, Item, Period, Rule
from otseula.text import Text
from otseula.writing import clean, written_day

#: The lists of what follows from a rule, by the kind that a rule names them with.
FOLLOWING: Mapping[str, str] = CONSEQUENCE_LISTS


@dataclass(frozen=True, slots=True)
class Book:
    """What every part of the handbook reads. `users`: who names whom; `givers`: the rules that
    give a consequence, by its list and id; `linked`: the lists whose entries are told in the
    document (None: all), as links lead nowhere else."""

    content: Content
    period: Period
    day: date
    language: str
    users: Mapping[str, tuple[Use, ...]]
    givers: Mapping[tuple[str, str], tuple[Rule, ...]]
    linked: frozenset[str] | None = None

    def say(self, key: str, **values: object) -> str:
        """The handbook's own words."""
        return word(key, self.language, **values)

    def said(self, key: str, style: str = PLAIN, **values: object) -> Line:
        """The handbook's own words as a line."""
        return (Span(self.say(key, **values), style),)

    def text(self, text: Text, style: str = PLAIN, target: str = "") -> Line:
        """A text of the rule base. One that is missing in the language stands in Finnish and says
        so."""
        told = clean(text.in_language(self.language))
        if self.language not in text.fallbacks:
            return (Span(told, style, target),)
        return Span(told, style, target, "fi"), Span(self.say("in_finnish"))

    def link(self, table: str, item: Item, style: str = PLAIN) -> Line:
        """The text of an entry, leading to where it is told."""
        return self.name(table, item, style, self.target(table, item.id))

    def name(self, table: str, item: Item, style: str = PLAIN, target: str = "") -> Line:
        """The text of an entry. The title of a source is in its own language, and stays."""
        if table == "sources":
            return (Span(clean(item.text.in_language(self.language)), style, target),)
        return self.text(item.text, style, target)

    def target(self, table: str, name: str) -> str:
        """What a link to an entry leads to; empty where that is not in the document."""
        told = self.linked is None or table in self.linked
        return f"#{anchor(table, name)}" if told else ""

    def written(self, day: date) -> str:
        """A day as people write it."""
        return written_day(day, self.language)

    def table(self, name: str) -> Mapping[str, Item]:
        """One of the lists of the day, by id."""
        if name == "sources":
            return self.content.sources
        found: Mapping[str, Item] = getattr(self.period, name)
        return found


def anchor(table: str, name: str) -> str:
    """Where an entry of a list is told."""
    return f"{table}-{name}"


def book_of(
    content: Content, day: date, language: str, linked: frozenset[str] | None = None
) -> Book:
    """The rule base as it stands on `day`, in "fi", "sv" or "en"."""
    period = content.on(day)
    givers: dict[tuple[str, str], list[Rule]] = {}
    for rule in period.rules.values():
        for table, name in given_by(rule):
            givers.setdefault((table, name), []).append(rule)
    given = {key: tuple(rules) for key, rules in givers.items()}
    return Book(content, period, day, language, users(period), given, linked)


@dataclass(frozen=True, slots=True)
class Naming:
    """The rules that name a situation: this very one, all situations by one word (`general`), or
    so that it must not be met (`without`)."""

    own: tuple[Rule, ...]
    general: tuple[Rule, ...]
    without: tuple[Rule, ...]


def rules_naming(book: Book, situation: str) -> Naming:
    """The rules that name a situation; each stands once, by the first of these that fits."""
    uses = [use for use in book.users.get(situation, ()) if use.list == "rules"]
    own = dict.fromkeys(use.id for use in uses if not use.negative and not use.general)
    general = dict.fromkeys(use.id for use in uses if not use.negative and use.id not in own)
    without = dict.fromkeys(use.id for use in uses if use.id not in (own | general))
    rules = book.period.rules
    return Naming(*(tuple(rules[name] for name in names) for names in (own, general, without)))


def given_by(rule: Rule) -> Iterable[tuple[str, str]]:
    """What a rule gives beside a level: lists and ids."""
    for kind, table in FOLLOWING.items():
        for name in getattr(rule.then, kind):
            yield table, name
