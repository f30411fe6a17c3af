"""Nothing uses a name.

What: a criterion or situation that no condition names; a safety action, duty, expertise, channel or
notice that no rule gives and that is not always in force; a parameter, source or theme that nothing
refers to. In a rule base without rules, whoever reads its truths uses its criteria, situations and
consequences. What only a vignette names is not used. What a layer leaves without use in a layer
below it, by taking something out, is no mistake of either.

Why: what is never used is never read, never asked for and never tried, and whoever edits it thinks
that it does something.

Avoid: a criterion `school_refusal` beside a situation that still names `school_absence`

Prefer: name it where it belongs, or take it out (`withdraw` for what a lower layer holds).
"""

from __future__ import annotations

from collections.abc import Iterator

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import CONSEQUENCE_LISTS, NAMED, Draft
from otseula.text import Text

CODE = "OTS804"

_WHAT = {
    "parameters": Text("parametria", "parametern", "parameter"),
    "sources": Text("lähdettä", "källan", "source"),
    "themes": Text("teemaa", "temat", "theme"),
    "criteria": Text("kriteeriä", "kriteriet", "criterion"),
    "situations": Text("tilannetta", "situationen", "situation"),
    "safety_actions": Text("turvaavaa toimea", "den skyddande åtgärden", "safety action"),
    "duties": Text("velvollisuutta", "skyldigheten", "duty"),
    "expertise": Text("asiantuntemusta", "sakkunskapen", "expertise"),
    "channels": Text("kanavaa", "kanalen", "channel"),
    "notices": Text("huomiota", "anmärkningen", "notice"),
}
#: Of no use to anyone unless something refers to it; the others are of use to whoever reads the
#: truths of a rule base without rules.
_FOR_OTHERS = frozenset({"parameters", "sources", "themes"})


def look(checked: Checked, findings: Findings) -> None:
    """The first version of each id that nothing uses."""
    draft = checked.draft
    used = set(_used(draft))
    taking_out = max(draft.changed.values(), default=0)
    for name, what in _WHAT.items():
        if name not in _FOR_OTHERS and not draft.lists["rules"]:
            continue
        for entry_id, held in draft.of(name).items():
            always = any(entry.data.get("always") for entry in held)
            below = held[0].layer < taking_out
            if not (always or below or (name, entry_id) in used):
                findings.add(CODE, held[0].place, what=what, name=entry_id)


def _used(draft: Draft) -> Iterator[tuple[str, str]]:
    for name in NAMED:
        for entry in draft.lists[name]:
            for word in entry.names:
                if word.kind == "situations":
                    yield from (("situations", each.id) for each in draft.lists["situations"])
                elif word.kind == "parameter":
                    yield "parameters", word.name
                else:
                    yield from ((named, word.name) for named in NAMED)
    for held in draft.lists.values():
        for entry in held:
            if "theme" in entry.data:
                yield "themes", entry.data["theme"]
            yield from (("sources", source["ref"]) for source in entry.data.get("source", ()))
            for kind, listed in CONSEQUENCE_LISTS.items():
                for given in entry.data.get("then", {}).get(kind, ()):
                    yield listed, given
