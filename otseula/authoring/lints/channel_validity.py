"""A channel does not show how long it can be relied on.

What: a `contact` has a date beside it: `verified_on`, `valid_from` or `valid_to`. And a channel
that calls itself a pilot or a project has a `valid_to`: such a thing ends. Asked of every layer. A
channel without a contact, which says how to `find` one, needs no date. OTS814 asks more of the
contacts of the bundled rule base.

Why: nobody can see of a number whether it was written down last week or five years ago, and a pilot
that ended stays on the sheet until somebody calls in vain.

Avoid: `{id: family_pilot, text: {fi: Perhekeskuksen pilotti}, contact: …}`

Prefer: `{id: family_pilot, text: {fi: Perhekeskuksen pilotti}, contact: …, verified_on: 2026-11-02,
valid_to: 2027-12-31}`
"""

from __future__ import annotations

import re

from otseula.authoring.checked import Checked
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.entries import Entry
from otseula.text import LANGUAGES, Text

CODE = "OTS840"
_DATES = ("verified_on", "valid_from", "valid_to")
#: What ends, in the three languages.
_FOR_A_TIME = re.compile(r"pilot|\bhanke\b|hankke|kokeilu|projekt|\bprojects?\b", re.IGNORECASE)
_NO_DATE = Text(
    "yhteystiedolla ei ole mitään päivää",
    "kontakten har inget datum",
    "its contact has no date",
)
_NO_END = Text(
    "se on nimensä mukaan määräaikainen, mutta sillä ei ole loppupäivää (`valid_to`)",
    "enligt sitt namn är den tidsbegränsad, men den har inget slutdatum (`valid_to`)",
    "by its name it is there for a time, but it has no end (`valid_to`)",
)


def look(checked: Checked, findings: Findings) -> None:
    """Every channel of every layer; of the bundled one OTS814 looks at the contact."""
    for channel in checked.draft.lists["channels"]:
        if channel.valid_to is None and _ends(channel):
            findings.add(CODE, channel.at("id"), name=channel.id, why=_NO_END)
        elif (
            channel.data.get("contact")
            and not checked.is_bundled(channel)
            and not any(channel.data.get(name) for name in _DATES)
        ):
            findings.add(CODE, channel.at("contact"), name=channel.id, why=_NO_DATE)


def _ends(channel: Entry) -> bool:
    text = channel.data["text"]
    return any(_FOR_A_TIME.search(text.get(name, "")) for name in LANGUAGES)
