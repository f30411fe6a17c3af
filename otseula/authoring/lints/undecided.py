"""A condition stays open though every answer would give the same result.

What: there is a case in which the condition is unknown because something it reads is not known
(`dont_know`), and whatever the answer were the result would be the same. A condition is read part
by part, and a part that reads an unknown answer is unknown; nobody sees that the next part makes up
for it. Known exactly, by decision diagrams, and told with the case. Looked for within one
condition: what only several conditions together bring about, through the names they share, is not
told. Nor is a condition that is always or never met (OTS820 to OTS822), nor what is brought about
by a part that makes no difference (OTS824, OTS825).

Why: the professional is asked something that cannot change the result, and who cannot answer is
left with "not known" where there is a result.

Avoid: `{any: [{all: [at_home, risk_at_home]}, {all: [{at_home: false}, risk_elsewhere]}]}`: with a
risk in both places it does not matter where, but the condition is open until that is known.

Prefer: `{any: [{all: [risk_at_home, risk_elsewhere]}, …]}` with the two parts as they were. With
all answers known the new part makes no difference (OTS824): say on its line that it decides while
`at_home` is not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Meaning, Span, distinct
from otseula.authoring.meaning.needless import leaner, needless, tree
from otseula.authoring.meaning.undecided import Undecided, undecided, with_condition
from otseula.logic.conditions import Truth, Value
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONDITION_FIELD, Entry
from otseula.text import Text

CODE = "OTS833"
_TRUTHS = {
    Truth.MET: Text("täyttyy", "uppfylls", "met"),
    Truth.NOT_MET: Text("ei täyty", "uppfylls inte", "not met"),
}
_ANYTHING = Text(
    "vastattiinpa muuhun mitä tahansa", "vad som än svaras i övrigt", "whatever else is answered"
)


def look(checked: Checked, findings: Findings) -> None:
    """Every condition, with the first case found."""

    def ask(entry: Entry, spans: Sequence[Span]) -> None:
        for meaning in distinct(spans) if entry.condition is not None else ():
            found = undecided(meaning.conditions, entry.id, checked.meanings.limit)
            if found is not None and not _told(checked, meaning, entry, spans):
                place = entry.at(CONDITION_FIELD[entry.list])
                findings.add(CODE, place, name=entry.id, **_params(found))
                return

    checked.meanings.each(findings, tuple(CONDITION_FIELD), ask)


def _told(checked: Checked, meaning: Meaning, entry: Entry, spans: Sequence[Span]) -> bool:
    """Whether another lint has told what brings it about: a condition that is always or never met,
    or parts without which all would be decided."""
    drawn = meaning.named(entry.id)
    if meaning.never(drawn) or meaning.always(drawn):
        return True
    paths = needless(checked.meanings, entry, spans)
    lean = leaner(tree(meaning, entry), paths)
    other = with_condition(meaning.conditions, entry.id, lean)
    return bool(paths) and undecided(other, entry.id, checked.meanings.limit) is None


def _params(found: Undecided) -> dict[str, Text | tuple[str, ...]]:
    case = tuple(f"{name}: {_written(value)}" for name, value in found.answers.items())
    return {
        "open": tuple(f"`{name}`" for name in found.open),
        "truth": _TRUTHS[found.truth],
        "case": case or _ANYTHING,
    }


def _written(value: Value) -> str:
    """As in a case file."""
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
