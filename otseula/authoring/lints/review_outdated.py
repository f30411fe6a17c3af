"""What was reviewed is not what stands here now.

What: `of` in `status: {reviewed: …}` is the hash of the entry and of all it names, as the owner
read it. Where it is another, the entry or something it names has been edited since, and counts as
a draft again. What is found tells the hash of today.

Why: nobody sees of a review that it is no longer in force, and a hash can be copied from nowhere
else.

Avoid: the new hash under the old day: a review is made by reading

Prefer: the owner reads the entry as it is now, and then `of` and `on` are written anew; until then
no `status`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.hashing import ItemHashes

CODE = "OTS841"


def look(checked: Checked, findings: Findings) -> None:
    """Every entry that says it was reviewed."""
    claimed = [e for e in checked.entries() if isinstance(e.data.get("status"), dict)]
    if not claimed:
        return
    hashes = ItemHashes(checked.draft)
    for entry in claimed:
        now = hashes.of(entry)
        if entry.data["status"]["reviewed"]["of"] != now:
            findings.add(CODE, entry.at("status", "reviewed", "of"), name=entry.id, now=now)
