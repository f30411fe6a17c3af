"""Reasons a person can check: why, why not, what is missing, what would change it, how firm."""

from __future__ import annotations

from otseula.frozen import dataclass
from otseula.logic.conditions import Truth
from otseula.screening.recommendation import Citation
from otseula.text import Text


@dataclass(frozen=True, slots=True)
class Told:
    """A question named in a reason, never its answer. `state` is answered, dont_know or
    not_asked."""

    id: str
    text: Text
    state: str


@dataclass(frozen=True, slots=True)
class Change:
    """A question and what its answer would be instead, in words, never what it is now. `safety`:
    it is one that safety or duties hang on."""

    id: str
    text: Text
    to: Text
    safety: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """A criterion, situation or question that a condition names directly and that keeps it from
    being met: NOT_MET, or MET where it is asked to be absent. `why` are the answers that make it
    so."""

    id: str
    text: Text
    truth: Truth
    why: tuple[Told, ...] = ()
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Reasons:
    """All reasons of one consequence, situation, criterion, rule or eligibility level.

    `kind` is a goal's kind (safety, duties, eligibility, expertise, channels, notices) or
    criterion, situation, rule; `text` None for an eligibility level; for `eligibility` the truth
    is that of "at least this level" (of the lowest: that no other can come).

    `truth` is the settled one. Where it is MET or NOT_MET, `why` forces it whatever every other
    answer is and none can be left out; no set is smaller where `smallest`; empty: it is so
    whatever is answered. `failed` where NOT_MET. `missing` where UNKNOWN: the fewest open
    questions that could bring it about; empty: no set of them could (or none was found, where not
    `smallest`). `changes`: other answers each of which would turn it (MET to anything else,
    anything else to MET), each of one or two questions, all of the same smallest size, those with
    a safety question first; `changes_searched` is up to how many answers at once all were tried,
    so that none of `changes` means that more would have to change. `sources` are the item's own.
    """

    kind: str
    id: str
    text: Text | None
    truth: Truth
    why: tuple[Told, ...] = ()
    smallest: bool = True
    failed: tuple[Failed, ...] = ()
    missing: tuple[Told, ...] = ()
    changes: tuple[tuple[Change, ...], ...] = ()
    changes_searched: int = 2
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firm the eligibility is. `robust`: no single answer given, changed to any other value
    or to dont_know, would change it. Else `hinges_on` names those that would, the ones answered
    dont_know first."""

    robust: bool
    hinges_on: tuple[Told, ...] = ()
