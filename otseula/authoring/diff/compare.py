"""What an edit of a rule base changes, exactly: what `otseula diff` does.

Two versions of a condition are drawn into one decision diagram (drawn.py). There they are
equal exactly where no case tells them apart; else a case does, which the specification confirms
(case.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from otseula.authoring.diff.case import Cases, DecidingCase
from otseula.authoring.diff.drawn import Joint, joint
from otseula.authoring.diff.items import FieldChange, changed_fields, renamed
from otseula.authoring.diff.shared import Shared, same_as_written, shared_questions
from otseula.authoring.diff.sides import Side, reached
from otseula.logic.conditions import AllOf, AnyOf, Condition, ConditionSet, Ref
from otseula.logic.diagram import TooLargeError
from otseula.rulebase.entries import CONSEQUENCE_LISTS
from otseula.rulebase.model import LEVELS, Content, Item, Period, Question

#: The lists whose entries are compared for every possible case, in the order of the report;
#: `eligibility` holds the levels. Of a question it is when it applies.
JUDGED = (
    *("safety_actions", "duties", "criteria", "situations", "rules", "eligibility"),
    *("expertise", "channels", "notices", "questions"),
)
#: The other lists.
_PLAIN = ("parameters", "themes", "areas", "ytas", "deviation_reasons")
#: Those of which a period holds one version by id.
ENTRY_LISTS = (*(name for name in JUDGED if name != "eligibility"), *_PLAIN)


@dataclass(frozen=True, slots=True)
class Compared:
    """One entry of a list, or a level of eligibility (without `old` and `new`). `status`:

    - `same`: its condition, and all that it names, is as it was written
    - `equivalent`: written otherwise, and the same in every possible case
    - `narrowed`: the same for the answers that both rule bases know, of `questions` whose options
      or range changed
    - `changed`: `case` shows it (None where none was confirmed)
    - `new`, `gone`
    - `not_comparable`: it hangs on `questions`, to which no answer suits both rule bases
    - `not_compared`: the conditions are too large for diagrams
    - `plain`: it has no condition

    `before` is its id where it was renamed. `fields` are what else of it differs."""

    list: str
    id: str
    status: str
    old: Item | None = None
    new: Item | None = None
    before: str | None = None
    fields: tuple[FieldChange, ...] = ()
    case: DecidingCase | None = None
    questions: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything of it is told as changed."""
        quiet = self.status in ("same", "equivalent", "plain")
        return not quiet or bool(self.fields) or self.before is not None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that two rule bases say on one day. `questions` are those of the cases, by shared
    name: as asked before, and after; None where one of the two does not ask."""

    day: date
    old: Content
    new: Content
    entries: tuple[Compared, ...]
    questions: Mapping[str, tuple[Question | None, Question | None]]
    renamed: Mapping[str, Mapping[str, str]]

    @property
    def differs(self) -> bool:
        """Whether any entry differs."""
        return any(entry.differs for entry in self.entries)


def compare(old: Content, new: Content, day: date, *, limit: int = 1_000_000) -> Comparison:
    """The rule bases as they stand on `day`. `limit`: nodes of the diagrams at most."""
    periods = old.on(day), new.on(day)
    names = {name: renamed(*(_table(p, name) for p in periods)) for name in (*JUDGED, *_PLAIN)}
    conditions = [with_goals(period) for period in periods]
    shared = shared_questions(conditions[0].questions, conditions[1].questions, names["questions"])
    sides = Side(conditions[0], shared.ids[0]), Side(conditions[1], shared.ids[1])
    judge = Judge(sides, shared, limit)
    entries = [each for name in JUDGED for each in _entries(name, periods, names[name], judge)]
    entries += [each for name in _PLAIN for each in _entries(name, periods, names[name], None)]
    entries += _of_tables("sources", old.sources, new.sources, {}, None)
    tables = [
        {shared_name: period.questions[own] for own, shared_name in side.ids.items()}
        for period, side in zip(periods, sides, strict=True)
    ]
    questions = {name: (tables[0].get(name), tables[1].get(name)) for name in shared.domains}
    return Comparison(day, old, new, tuple(entries), questions, names)


def with_goals(period: Period) -> ConditionSet:
    """The conditions of a period and, as nodes too: `list id` for what its rules give, `eligibility
    level` for that it is at least that, `applies id` for each question."""
    nodes: dict[str, Condition] = dict(period.conditions.nodes)
    for name, domain in period.conditions.questions.items():
        nodes[f"applies {name}"] = domain.applies_when or AllOf(())
    rules = period.rules.values()
    for kind, table in CONSEQUENCE_LISTS.items():
        for name, item in _table(period, table).items():
            giving = (Ref(rule.id) for rule in rules if name in getattr(rule.then, kind))
            always = getattr(item, "always", False)
            nodes[f"{table} {name}"] = AllOf(()) if always else AnyOf(tuple(giving))
    for level in LEVELS[1:]:
        nodes[f"eligibility {level}"] = AnyOf(
            tuple(
                Ref(rule.id)
                for rule in rules
                if rule.then.eligibility in LEVELS[LEVELS.index(level) :]
            )
        )
    return ConditionSet(period.conditions.questions, nodes)


def _node(table: str, name: str) -> str:
    if table in ("criteria", "situations", "rules"):
        return name
    return f"applies {name}" if table == "questions" else f"{table} {name}"


def _table(period: Period, name: str) -> Mapping[str, Item]:
    table: Mapping[str, Item] = {} if name == "eligibility" else getattr(period, name)
    return table


class Judge:
    """Compares nodes; draws those that are not written alike, once, when first asked of one."""

    def __init__(self, sides: tuple[Side, Side], shared: Shared, limit: int) -> None:
        self.sides, self.shared, self._limit = sides, shared, limit
        self._alike = same_as_written(sides, shared)
        self._drawings: list[tuple[Joint, Cases] | None] = []

    def __call__(self, old: str, new: str) -> tuple[str, DecidingCase | None, tuple[str, ...]]:
        """The status, the case that shows a change, and the questions that stand in the way."""
        if old == new and new in self._alike:
            return "same", None, ()
        drawing = self._drawing
        if drawing is None:
            return "not_compared", None, ()
        drawn, cases = drawing
        if drawn.same(old, new):
            narrowed = self._narrowed(old, new)
            return "narrowed" if narrowed else "equivalent", None, narrowed
        case = cases.of((old, new))
        apart = () if case is None else tuple(n for n in case.answers if n in self.shared.apart)
        return ("not_comparable", None, apart) if apart else ("changed", case, ())

    @property
    def _drawing(self) -> tuple[Joint, Cases] | None:
        if not self._drawings:
            every = (n for side in self.sides for n in side.conditions.nodes)
            wanted = (name for name in every if name not in self._alike)
            try:
                found = joint(self.sides, self.shared, wanted, self._limit)
                self._drawings.append((found, Cases(self.sides, found)))
            except (TooLargeError, RecursionError):
                self._drawings.append(None)
        return self._drawings[0]

    def _narrowed(self, old: str, new: str) -> tuple[str, ...]:
        """The questions of which not every answer could be compared."""
        read = reached(self.sides[0], old) | reached(self.sides[1], new)
        asked = [
            {side.ids[q.id]: (frozenset(q.options), q.range) for q in domains}
            for side in self.sides
            for domains in (side.conditions.questions.values(),)
        ]
        return tuple(
            n
            for n in self.shared.domains
            if n in read and n in asked[0] and n in asked[1] and asked[0][n] != asked[1][n]
        )


def _entries(
    name: str, periods: tuple[Period, Period], renames: Mapping[str, str], judge: Judge | None
) -> Iterable[Compared]:
    if name == "eligibility":
        assert judge is not None
        for level in reversed(LEVELS[1:]):
            status, case, questions = judge(f"{name} {level}", f"{name} {level}")
            yield Compared(name, level, status, case=case, questions=questions)
        return
    old, new = (_table(period, name) for period in periods)
    yield from _of_tables(name, old, new, renames, judge)


def _of_tables(
    name: str,
    old: Mapping[str, Item],
    new: Mapping[str, Item],
    renames: Mapping[str, str],
    judge: Judge | None,
) -> Iterator[Compared]:
    before = {now: then for then, now in renames.items()}
    for item in new.values():
        then = before.get(item.id, item.id)
        if then not in old:
            yield Compared(name, item.id, "new", new=item)
            continue
        status, case, questions = (
            ("plain", None, ()) if judge is None else judge(_node(name, then), _node(name, item.id))
        )
        yield Compared(
            name,
            item.id,
            status,
            old[then],
            item,
            then if then != item.id else None,
            changed_fields(old[then], item),
            case,
            questions,
        )
    for item in old.values():
        if item.id not in new and item.id not in renames:
            yield Compared(name, item.id, "gone", item)
