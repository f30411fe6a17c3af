"""The shape of a result sheet, before any format: sections of blocks of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from otseula.present.voice import Line

#: How a block is meant: `alert` for what must be done first, `quiet` for what stands behind.
PLAIN, STRONG, ALERT, QUIET = "plain", "strong", "alert", "quiet"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line
    tone: str = PLAIN


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section."""

    line: Line
    tone: str = PLAIN


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list and the notes under it. `address` is that of a source."""

    line: Line
    notes: tuple[Line, ...] = ()
    tone: str = PLAIN
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered from `first` where that is given."""

    items: tuple[Item, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and what it says."""

    rows: tuple[tuple[str, Line], ...]


Block = Paragraph | Subheading | Listing | Facts


@dataclass(frozen=True, slots=True)
class Section:
    """One of the eleven sections; `number` from 1."""

    number: int
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What must stand in the first lines of a terminal. `lead` says what of safety is open or
    that nothing arose; `act` and `find` hold the actions in full; then one line each."""

    lead: tuple[Line, ...]
    act: tuple[Line, ...]
    find: tuple[Line, ...]
    duties: Line
    recommendation: Line
    contact: Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A result sheet in one language. `danger` is the fixed line, right after the title."""

    language: str
    title: str
    danger: str
    summary: Summary
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How much a sheet says. A limit of None shows everything; what a limit hides is counted
    on the sheet. `sources`: none, titles or addresses. `everything` adds what is not met or not
    decided. `areas` are lines of channels by area while the area is not known: a single one names
    all that give OT advice. Without `find` a channel in brief is its name alone. `firm` says how
    firm the recommendation is; `why` also what would change it, and names the answers that it and
    each situation stand on. In the terminal, `airy` spends lines on lists and empty lines,
    `full_top` says the actions in full at the top where they fit there, and `terse` says nothing
    of safety twice: not which questions an action hangs on, as they stand right below, and the
    state of questions once for all."""

    sources: str = "none"
    criteria: int | None = None
    hinges: int | None = None
    missing: int | None = None
    reasons: int | None = None
    situations: int | None = None
    situations_open: int | None = None
    full_channels: int | None = None
    brief_channels: int | None = None
    areas: int | None = None
    find: bool = True
    expertise: int | None = None
    notices: int | None = None
    guidance: int | None = None
    everything: bool = False
    airy: bool = True
    full_top: bool = True
    firm: bool = True
    why: bool = False
    terse: bool = False


#: For a file that one scrolls.
DOCUMENT = Detail(sources="titles", why=True)
LONG = Detail(sources="addresses", everything=True, why=True)

#: For the terminal: what a sheet of few lines says, and what it says more of as lines allow.
_TIGHTEST = Detail(
    criteria=0,
    hinges=0,
    missing=0,
    reasons=1,
    situations=3,
    situations_open=0,
    full_channels=0,
    brief_channels=1,
    areas=0,
    find=False,
    expertise=1,
    notices=0,
    guidance=0,
    airy=False,
    full_top=False,
    firm=False,
    terse=True,
)
_MORE: tuple[Mapping[str, int | bool | None], ...] = (
    {"areas": 1},
    {"find": True},
    {"areas": 6},
    {"terse": False, "hinges": 1, "notices": 1},
    {"full_top": True},
    {"guidance": 1},
    {"guidance": None},
    {"notices": 3, "brief_channels": 2},
    {"full_channels": 1},
    {"expertise": 3, "reasons": 2},
    {"situations": None},
    {"firm": True},
    {"notices": 6},
    {"hinges": 3},
    {"brief_channels": 4},
    {"notices": None},
    {"expertise": 6, "reasons": None},
    {"criteria": 2},
    {"missing": 3},
    {"situations_open": 3},
    {"expertise": None, "brief_channels": 6, "areas": 12},
    {"criteria": 4},
    {"full_channels": 2},
    {"airy": True},
    {"missing": 8, "hinges": 5, "situations_open": 6},
    {"full_channels": 4, "brief_channels": 8, "areas": None, "criteria": 6},
)


def short_details() -> tuple[Detail, ...]:
    """The details of a terminal sheet, from the tightest to the roomiest."""
    details = [_TIGHTEST]
    for more in _MORE:
        details.append(replace(details[-1], **more))  # type: ignore[arg-type]  # fields by name
    return tuple(details)
