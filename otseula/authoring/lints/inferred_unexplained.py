"""Something is inferred, and nothing says how.

What: an entry with a source of `basis: inferred` has a `rationale`.

Why: what was inferred is to be confirmed by an owner, who must see what to agree or disagree with.

Avoid: `source: [{ref: thl_demanding_separation, basis: inferred}]` alone

Prefer: the same with `rationale: {fi: "Lähde ei kerro kestoa; kaksi vuotta on päätelty.", …}`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS811"


def look(checked: Checked, findings: Findings) -> None:
    """Every entry of every layer, at its first inferred source."""
    for entry in checked.entries():
        bases = [source["basis"] for source in entry.data.get("source", ())]
        if "inferred" in bases and "rationale" not in entry.data:
            place = entry.at("source", bases.index("inferred"), "basis")
            findings.add(CODE, place, name=entry.id)
