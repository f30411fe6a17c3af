"""All that a screening gives: frozen, typed, and one dict of contract 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from otseula.frozen import dataclass
from otseula.logic.conditions import Truth
from otseula.text import Text

if TYPE_CHECKING:
    from otseula.screening.reasoner import Reasoner
    from otseula.screening.reasons import Firmness, Reasons

CONTRACT = 1

#: Finds a field of a recommendation by its name.
Later = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source behind an item: its id, title, address and whether the item is what the source
    says (`sourced`) or a reading that an owner must confirm (`inferred`)."""

    ref: str
    basis: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """Something that follows. `truth` is MET, or UNKNOWN while answers could still bring it
    about; `because` are rule ids; `hinges_on` the open questions it hangs on."""

    id: str
    truth: Truth
    text: Text
    because: tuple[str, ...] = ()
    hinges_on: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    reviewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Consequence):
    """A safety action or a duty (`section` of the law). `if_unknown` is read while undecided."""

    section: Text | None = None
    if_unknown: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven(Consequence):
    """A notice under its heading of the sheet: preparation, consent, recording or notice."""

    heading: str = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOffered(Consequence):
    """A way to reach expertise. `usable`: True or False by the professional's role, None while
    the role is unknown; where it is not True, `via` says whom to ask. `areas` are the ids it
    serves (empty: all); `verified_on` None means that no contact was verified, and `find`
    says how to find one. `for_advice`: OT advice is asked there, also while undecided."""

    usable: bool | None = True
    for_roles: tuple[str, ...] = ()
    via: Text | None = None
    goes_by: str = "area"
    areas: tuple[str, ...] = ()
    how: Text | None = None
    cost: str | None = None
    contact: str | None = None
    find: Text | None = None
    verified_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    for_advice: bool = False


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The eligibility as a range. `level` is the common value of `at_least` and `at_most`, else
    None; `because` are the met rules of the level `at_least`; `hinges_on` the open questions
    that could still raise it."""

    level: str | None
    at_least: str
    at_most: str
    because: tuple[str, ...]
    hinges_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionTruth:
    """A criterion, question or condition named by a situation, and its truth."""

    id: str
    text: Text
    truth: Truth
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class SituationTruth:
    """A demanding situation, its truth and that of its criteria."""

    id: str
    text: Text
    truth: Truth
    criteria: tuple[CriterionTruth, ...]
    sources: tuple[Citation, ...] = ()
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class MissingAnswer:
    """An open question whose value could still change a consequence; `state` is `not_asked` or
    `dont_know`."""

    id: str
    state: str
    text: Text


@dataclass(frozen=True, slots=True)
class Judgement:
    """The professional's own: `agrees`, or `deviates` "up" or "down" with a coded `reason`."""

    agrees: bool
    deviates: str | None = None
    reason: str | None = None
    reason_text: Text | None = None


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """A layer of the rule base; `local` where it is not the bundled one."""

    name: str
    version: str
    hash: str
    local: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which rule base gave the recommendation. `status` is `reviewed` only where every item in
    force is; `engines` are the ids of the engines that ran and agreed."""

    layers: tuple[LayerInfo, ...]
    hash: str
    status: str
    engines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a node has its truth: a tree down to the answers' questions. `kind` is rule,
    situation, criterion, question, or the operator of a part (all, any, not, at_least)."""

    kind: str
    truth: Truth
    id: str = ""
    text: Text | None = None
    count: int | None = None
    parts: tuple[Explanation, ...] = ()
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyQuestion:
    """A question that a safety rule reaches, or one always asked that a duty rule reaches, and
    its state."""

    id: str
    text: Text
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What otseula proposes; a person decides. Each tuple of consequences holds those in force
    first, then those not decided. `area`, `service_area` and `role` are what was answered, as
    id and text, or None; they and the answers behind `explain` are not in `to_dict()`.

    One that a screening gives knows its `truth`; the other fields are found when first read."""

    eligibility: Eligibility
    truth: Mapping[str, Truth]
    situations: tuple[SituationTruth, ...]
    safety: tuple[Action, ...]
    duties: tuple[Action, ...]
    expertise: tuple[Consequence, ...]
    channels: tuple[ChannelOffered, ...]
    notices: tuple[NoticeGiven, ...]
    questions: Mapping[str, str]
    safety_questions: tuple[SafetyQuestion, ...]
    missing: tuple[MissingAnswer, ...]
    as_of: date
    judgement: Judgement | None
    provenance: Provenance
    area: tuple[str, Text] | None = field(default=None, repr=False)
    service_area: tuple[str, Text] | None = field(default=None, repr=False)
    role: tuple[str, Text] | None = field(default=None, repr=False)
    area_texts: Mapping[str, Text] = field(default_factory=dict, repr=False)
    yta_areas: tuple[tuple[Text, tuple[str, ...]], ...] = field(default=(), repr=False)
    explainer: Callable[[str], Explanation] | None = field(default=None, repr=False, compare=False)
    reasoner: Reasoner | None = field(default=None, repr=False, compare=False)
    _later: Later | None = field(default=None, init=False, repr=False, compare=False)

    if not TYPE_CHECKING:  # a type checker is to find what no field is called

        def __getattr__(self, name: str) -> object:
            # Called only for a field without a value: a slot that was never set.
            fields = type(self).__dataclass_fields__
            if name == "_later" or name not in fields or self._later is None:
                raise AttributeError(name)
            value = self._later(name)
            # Two threads may both find it; either is right.
            object.__setattr__(self, name, value)
            return value

    def explain(self, node: str) -> Explanation:
        """Why a criterion, situation, rule or consequence has its truth, down to the questions.
        Raises KeyError for an id that the rule base does not have."""
        if self.explainer is None:
            raise KeyError("this recommendation carries no explanations")
        return self.explainer(node)

    def reasons(self, node: str) -> Reasons:
        """Why, why not, what is missing and what would change it: of a criterion, situation or
        rule, a consequence, or an eligibility level, by its id (of the same id in several lists,
        the first in this order). Searched when first asked for. Raises KeyError for an id that
        the rule base does not have."""
        return self._reasoner()(node)

    def firmness(self) -> Firmness:
        """Whether a single other answer would change the eligibility, and which. Searched when
        first asked for."""
        return self._reasoner().firmness

    def _reasoner(self) -> Reasoner:
        if self.reasoner is None:
            raise KeyError("this recommendation carries no reasons")
        return self.reasoner

    def to_dict(self) -> dict[str, object]:
        """The recommendation as plain data, contract 1: `otseula schema recommendation`. Holds
        the states of the questions, never an answer."""
        # Imported here: most screenings end in a sheet and never need it.
        from otseula.screening.as_dict import as_dict

        return as_dict(self)


def recommendation_found_by(later: Later) -> Recommendation:
    """A recommendation each of whose fields is `later(name)`, asked when it is first read."""
    made = Recommendation.__new__(Recommendation)
    object.__setattr__(made, "_later", later)
    return made
