"""A rule base after loading: frozen, typed, every item with its place, source and validity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from otseula.errors import Place
from otseula.frozen import dataclass
from otseula.logic.conditions import ConditionSet
from otseula.rulebase.syntax import ConditionSyntax
from otseula.text import Text

#: Eligibility levels, lowest first. `basic_services_first` stands where no rule does.
LEVELS = ("basic_services_first", "advice", "recommended")


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source and how the item follows from it: `sourced` is what it says, `inferred` a
    reading that an owner must confirm."""

    ref: str
    basis: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who (a role) reviewed an item, when, and the hash of what was reviewed."""

    by: str
    on: date
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every named entry has. `layer` is the index of the layer it came from; `hash` is a
    short hash of its meaning and of what it names; `review` is None for a draft."""

    id: str
    text: Text
    place: Place
    layer: int = 0
    hash: str = ""
    source: tuple[SourceRef, ...] = ()
    rationale: Text | None = None
    review: Review | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the item is in force on `day`; both ends are in."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a `choice` or `choices` question."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """One thing asked. `type` is boolean, choice, choices or integer; `range` inclusive and in
    `unit`; `sensitivity` 0 to 3; `worse` lists options from best to worst, or is ("up",) or
    ("down",) for an integer; `risk` says that yes is worse."""

    type: str
    help: Text | None = None
    theme: str | None = None
    options: tuple[Option, ...] = ()
    range: tuple[int, int] | None = None
    unit: str | None = None
    applies_when: ConditionSyntax | None = None
    always_ask: bool = False
    sensitivity: int = 0
    effort: int = 1
    prior: Mapping[str, float] = field(default_factory=dict)
    risk: bool = False
    worse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Item):
    """A named condition over questions and criteria."""

    when: ConditionSyntax


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(Item):
    """A demanding situation, identified from its criteria."""

    when: ConditionSyntax


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from a rule: ids by kind, and at most one eligibility level."""

    safety: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    eligibility: str | None = None
    expertise: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Item):
    """A named condition with consequences. `text` holds its `because`."""

    when: ConditionSyntax
    then: Consequences


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyAction(Item):
    """What must be done first. Lower `order` first; `if_unknown` is read while undecided."""

    order: int
    if_unknown: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Item):
    """A statutory duty and its section of the law."""

    section: Text | None = None
    if_unknown: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expertise(Item):
    """A kind of expertise that a case may need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Item):
    """A way to reach expertise. `for_roles` are options of the question `role`, empty for all;
    `via` says whom to ask where the role may not use it; `goes_by` is `area` or
    `service_area`; `areas` empty for all, as written in a Content (a YTA may stand for its
    areas), the areas themselves in a Period; `always` puts it in force in every screening;
    `for_advice` says that OT advice is asked there, also while more must be known."""

    for_roles: tuple[str, ...] = ()
    via: Text | None = None
    goes_by: str = "area"
    areas: tuple[str, ...] = ()
    how: Text | None = None
    cost: str | None = None  # none | charged | unknown
    contact: str | None = None
    find: Text | None = None
    verified_on: date | None = None
    always: bool = False
    for_advice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Item):
    """A text on the sheet under `heading`: preparation, consent, recording or notice.
    `always` puts it in force in every screening."""

    heading: str = "notice"
    always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Item):
    """A wellbeing services county and its collaborative area (None: outside the five)."""

    yta: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Yta(Item):
    """A collaborative area: the name of several areas together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Item):
    """A group of questions that are asked together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationReason(Item):
    """A coded reason of a professional who deviates from the recommendation: `direction` up or
    down where it speaks for more or for less alone."""

    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Item):
    """A number that conditions name with `$id`."""

    value: int
    unit: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Item):
    """A document. `text` holds its title."""

    publisher: str | None = None
    url: str | None = None
    read_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vignette(Item):
    """An invented case with its expected result. `answers` and `expect` are plain data as
    written; `text` holds its id where no text was given, `kind` and `origin` may be empty.
    `answered_by` is the role of the expert whose answer it is."""

    kind: str = ""
    origin: str = ""
    written_from: str | None = None
    answered_by: str | None = None
    answered_on: date | None = None
    as_of: date | None = None
    answers: Mapping[str, object] = field(default_factory=dict)
    expect: Mapping[str, object] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether it tells of somebody, not of one detail alone."""
        return self.kind != "detail"


@dataclass(frozen=True, slots=True)
class Layer:
    """One directory of a rule base, first the lowest. `hash` is over all its items; `local`
    where it is not the bundled one."""

    name: str
    version: str
    hash: str
    title: Text | None = None
    local: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """The rule base between two days on which something in it changes: one version of each
    item by id, in author order, and its conditions bound to its questions."""

    start: date | None
    end: date | None
    questions: Mapping[str, Question]
    criteria: Mapping[str, Criterion]
    situations: Mapping[str, Situation]
    rules: Mapping[str, Rule]
    safety_actions: Mapping[str, SafetyAction]
    duties: Mapping[str, Duty]
    expertise: Mapping[str, Expertise]
    channels: Mapping[str, Channel]
    notices: Mapping[str, Notice]
    areas: Mapping[str, Area]
    themes: Mapping[str, Theme]
    parameters: Mapping[str, Parameter]
    deviation_reasons: Mapping[str, DeviationReason]
    conditions: ConditionSet
    ytas: Mapping[str, Yta] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything loaded from one or more layers. `hash` covers all versions of all items;
    `items` holds every version by the name of its list (questions, criteria, ...)."""

    layers: tuple[Layer, ...]
    hash: str
    items: Mapping[str, tuple[Item, ...]]
    sources: Mapping[str, Source]
    vignettes: tuple[Vignette, ...]
    periods: tuple[Period, ...]
    #: Gives the fields that a cache left unread, by their names.
    unread: Callable[[], Mapping[str, object]] | None = field(
        default=None, repr=False, compare=False
    )

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there: what no screening reads comes from a cache when first
        asked for."""
        if name == "unread" or name not in self.__slots__ or self.unread is None:
            raise AttributeError(name, name=name, obj=self)
        # Two threads may both read it; either is right.
        for field_name, held in self.unread().items():
            object.__setattr__(self, field_name, held)
        return object.__getattribute__(self, name)

    def on(self, day: date) -> Period:
        """The period that holds `day`."""
        for period in self.periods:
            if (period.start is None or period.start <= day) and (
                period.end is None or day <= period.end
            ):
                return period
        raise LookupError(day)  # unreachable: the periods cover every day
