"""The parts of a condition where they stand, and what each does to the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from otseula.authoring.meaning.drawn import Meaning, Meanings, Span, distinct
from otseula.errors import Place
from otseula.logic.conditions import AllOf, AnyOf, AtLeast, Condition, Not, parts_of
from otseula.logic.diagram import ALWAYS, NEVER
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry
from otseula.rulebase.syntax import ConditionSyntax
from otseula.text import Text

#: The way to a part: its number within each group, from the outermost.
Path = tuple[int, ...]
#: What a part of a group may be taken for without leaving a trace, where it has none.
_TRACELESS = {"all": (ALWAYS,), "any": (NEVER,), "none": (NEVER,), "of": (NEVER, ALWAYS)}


@dataclass(frozen=True, slots=True)
class Part:
    """A part as written and as bound in one period. A group over the word `situations` has no
    parts of its own."""

    syntax: ConditionSyntax
    bound: Condition
    parts: tuple[Part, ...]

    def at(self, path: Path) -> Part:
        """The part at the end of a path."""
        return self.parts[path[0]].at(path[1:]) if path else self

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Part]]:
        """This and everything in it, outermost first."""
        yield path, self
        for number, part in enumerate(self.parts):
            yield from part.walk((*path, number))

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.syntax.place

    @property
    def name(self) -> str:
        """What it is called: the test or name as written, or the word of the group."""
        syntax = self.syntax
        if self.parts or not syntax.name:
            return {"of": "at_least"}.get(syntax.form, syntax.form)
        if syntax.form == "known":
            return f"known: {syntax.name}"
        if syntax.form != "test" or (syntax.operator == "" and syntax.value is True):
            return syntax.name
        value = _plain(syntax.value)
        return f"{syntax.name}: {f'{{{syntax.operator}: {value}}}' if syntax.operator else value}"

    def shown(self) -> Text:
        """The name and the line on which it stands."""
        line = self.place.line
        return Text(f"`{self.name}` (rivi {line})", f"`{self.name}` (rad {line})",
                    f"`{self.name}` (line {line})")  # fmt: skip


def _plain(value: object) -> str:
    """A value as an author writes it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_plain, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def part_of(syntax: ConditionSyntax, bound: Condition) -> Part:
    """The parts of a condition as written beside those as bound."""
    inner = bound.part if syntax.form == "none" and isinstance(bound, Not) else bound
    below = zip(syntax.parts, parts_of(inner), strict=True) if syntax.parts else ()
    return Part(syntax, bound, tuple(part_of(each, to) for each, to in below))


def tree(meaning: Meaning, entry: Entry) -> Part:
    """The whole condition of an entry that has one."""
    bound = meaning.bound(entry.id)
    assert entry.condition is not None
    assert bound is not None
    return part_of(entry.condition, bound)


def drawn_with(meaning: Meaning, part: Part, taken: Mapping[Path, int], path: Path = ()) -> int:
    """The diagram of a part, with some of the parts in it taken for others."""
    if path in taken:
        return taken[path]
    if not any(at[: len(path)] == path for at in taken):
        return meaning.drawing.of(part.bound)
    diagram = meaning.diagram
    below = [drawn_with(meaning, each, taken, (*path, n)) for n, each in enumerate(part.parts)]
    match part.syntax.form:
        case "all":
            return diagram.all_of(below)
        case "any":
            return diagram.any_of(below)
        case "none":
            return diagram.negated(diagram.any_of(below))
        case "not":
            return diagram.negated(below[0])
    count = getattr(part.bound, "count", 0)
    return diagram.at_least(count, below)


def leaner(part: Part, left_out: Collection[Path], path: Path = ()) -> Condition:
    """The condition without these parts. One that is counted stays: which count would be right
    without it is not known here."""
    if not part.parts:
        return part.bound
    form = part.syntax.form
    kept = [
        leaner(each, left_out, (*path, number))
        for number, each in enumerate(part.parts)
        if form == "of" or (*path, number) not in left_out
    ]
    match form:
        case "all":
            return AllOf(tuple(kept))
        case "any":
            return AnyOf(tuple(kept))
        case "none":
            return Not(AnyOf(tuple(kept)))
        case "not":
            return Not(*kept)
    return AtLeast(getattr(part.bound, "count", 0), tuple(kept))


def needless(meanings: Meanings, entry: Entry, spans: Sequence[Span]) -> list[Path]:
    """The parts that can be left out, each by itself and all together, without changing the
    condition on any day; the later of two that say the same. None where the whole is never or
    always met, which tells of every part; nor a repeat within a list, nor an `all` of two parts
    that exclude each other: those are told as such."""
    found = meanings.memory.get(entry)
    if found is None:
        found = meanings.memory[entry] = _Search(entry, distinct(spans)).found()
    assert isinstance(found, list)
    return found


def contradicting(meaning: Meaning, group: Part) -> tuple[Part, Part] | None:
    """The first two parts of an `all` that are never met together, though each may be."""
    if group.syntax.form != "all":
        return None
    drawn = [meaning.drawing.of(part.bound) for part in group.parts]
    for later, g in enumerate(drawn):
        for earlier, f in enumerate(drawn[:later]):
            if meaning.apart(f, g) and not meaning.never(f) and not meaning.never(g):
                return group.parts[earlier], group.parts[later]
    return None


def _bare(syntax: ConditionSyntax) -> tuple[object, ...]:
    """What is written, wherever it stands. A repeat is told as such (OTS806)."""
    of = tuple(_bare(part) for part in syntax.parts)
    return syntax.form, syntax.name, syntax.operator, repr(syntax.value), of


class _Search:
    """Takes part after part out, from the last on, as long as nothing changes."""

    def __init__(self, entry: Entry, within: Sequence[Meaning]) -> None:
        # A part that only says again what an `applies_when` says already is none: the condition
        # stays right when the questionnaire changes.
        self.within = []
        for meaning in within:
            whole = tree(meaning, entry)
            for each in (meaning, meaning.ungated):
                self.within.append((each, whole, each.drawing.of(whole.bound)))
        self.taken: dict[Path, int] = {}

    def found(self) -> list[Path]:
        if not any(m.never(whole) or m.always(whole) for m, _, whole in self.within[::2]):
            for _, part, _ in self.within[:1]:
                self._look(part, ())
        return sorted(self.taken)

    def _look(self, group: Part, path: Path) -> None:
        for number in reversed(range(len(group.parts))):
            part, at = group.parts[number], (*path, number)
            others = (*group.parts[:number], *group.parts[number + 1 :])
            if _bare(part.syntax) in {_bare(other.syntax) for other in others}:
                continue
            if not self._leave_out(at, _TRACELESS.get(group.syntax.form, ())):
                self._look(part, at)

    def _leave_out(self, at: Path, values: Sequence[int]) -> bool:
        if any(contradicting(meaning, part.at(at)) for meaning, part, _ in self.within):
            return False
        for value in values:
            together = {**self.taken, at: value}
            if self._same({at: value}) and self._same(together):
                self.taken = together
                return True
        return False

    def _same(self, taken: Mapping[Path, int]) -> bool:
        return all(m.same(drawn_with(m, part, taken), whole) for m, part, whole in self.within)


def each_needless(
    meanings: Meanings, findings: Findings
) -> Iterator[tuple[Entry, Part, Part | None]]:
    """Every part that makes no difference, with the entry it is in and the sibling that alone
    makes it needless, if one does. What grows too large is told as not checked."""
    found: list[tuple[Entry, Part, Part | None]] = []

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        if entry.condition is not None and spans:
            paths = needless(meanings, entry, spans)
            whole = tree(spans[0].meaning, entry)
            found.extend(
                (entry, whole.at(path), covering(entry, spans, path, paths)) for path in paths
            )

    meanings.each(findings, tuple(CONDITION_FIELD), ask)
    yield from found


def covering(
    entry: Entry, spans: Sequence[Span], path: Path, left_out: Sequence[Path]
) -> Part | None:
    """The sibling that alone makes a part needless: in an `all` one that is never met without
    it, in an `any` or `none` one that is met whenever it is."""
    trees = [(meaning, tree(meaning, entry)) for meaning in distinct(spans)]
    group = trees[0][1].at(path[:-1])
    if group.syntax.form == "of":
        return None
    for number in range(len(group.parts)):
        sibling = (*path[:-1], number)
        if sibling not in left_out and all(
            _covers(meaning, whole.at(sibling), whole.at(path), group.syntax.form)
            for meaning, whole in trees
        ):
            return group.parts[number]
    return None


def _covers(meaning: Meaning, sibling: Part, part: Part, form: str) -> bool:
    f, g = meaning.drawing.of(sibling.bound), meaning.drawing.of(part.bound)
    first, second = (f, g) if form == "all" else (g, f)
    return (
        meaning.implies(first, second) and not meaning.never(first) and not meaning.always(second)
    )
