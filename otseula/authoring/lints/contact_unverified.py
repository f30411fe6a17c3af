"""A contact of the bundled rule base has not been verified for a year.

What: a channel with a `contact` has a `verified_on`, of the last 365 days and not of the future. A
channel that has ended needs none.

Why: a number that rings somewhere else costs a family a day, and the professional their trust.

Avoid: `contact: …` with `verified_on: null`

Prefer: `contact: …` with the day on which somebody called; otherwise `contact: null` and in `find`
how the right one is found.
"""

from __future__ import annotations

from datetime import timedelta

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings

CODE = "OTS814"
BUNDLED_ALONE = True
MOST_DAYS = 365


def look(checked: Checked, findings: Findings) -> None:
    """Every channel of the bundled layer that has a contact and has not ended."""
    first = checked.day - timedelta(days=MOST_DAYS)
    for channel in checked.draft.lists["channels"]:
        ended = channel.valid_to is not None and channel.valid_to < checked.day
        if ended or not checked.is_bundled(channel) or not channel.data.get("contact"):
            continue
        verified = channel.data.get("verified_on")
        if verified is None or not first <= verified <= checked.day:
            field = "verified_on" if "verified_on" in channel.data else "contact"
            findings.add(CODE, channel.at(field), name=channel.id, days=MOST_DAYS)
