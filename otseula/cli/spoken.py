"""The words that a person may type where no number is meant."""

from __future__ import annotations

from collections.abc import Mapping

#: What may be typed for yes, no and not known, and to change the answer of a question that opens
#: others, by language, in lower case. The words of the
#: other languages are not understood, as Finnish "ei" and Swedish "ej" would be too near.
SPOKEN: Mapping[str, Mapping[str, frozenset[str]]] = {
    "fi": {
        "yes": frozenset({"k", "kyllä", "kylla", "joo"}),
        "no": frozenset({"e", "ei"}),
        "dont_know": frozenset({"t", "ei tiedossa", "en tiedä", "en tieda"}),
        "themes": frozenset({"<<", "<< teemat", "teemat"}),
    },
    "sv": {
        "yes": frozenset({"j", "ja"}),
        "no": frozenset({"n", "nej"}),
        "dont_know": frozenset({"i", "inte känt", "v", "vet inte", "vet ej"}),
        "themes": frozenset({"<<", "<< teman", "teman"}),
    },
    "en": {
        "yes": frozenset({"y", "yes"}),
        "no": frozenset({"n", "no"}),
        "dont_know": frozenset({"d", "not known", "don't know", "dont know"}),
        "themes": frozenset({"<<", "<< themes", "themes"}),
    },
}

#: What may be typed after the sheet to see all of it, by language.
SHOW_ALL: Mapping[str, frozenset[str]] = {
    "fi": frozenset({"k", "kaikki"}),
    "sv": frozenset({"a", "allt"}),
    "en": frozenset({"a", "all"}),
}
