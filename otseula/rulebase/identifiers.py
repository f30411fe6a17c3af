"""Shapes that no text of a rule base may have: e-mail, telephone, street address, personal
identity code.

A light check (domain.md 5.2, Appendix A); the guard of cases is otseula.screening.guard.
"""

from __future__ import annotations

import re

# Most texts hold neither an at sign, six digits close together, a postcode before a name nor the
# ending of a street name before a number: cheap to see.
_STREET = (
    r"(?:katu|kadu|tie|kuja|polku|raitti|väylä|kaari|rinne|tori|aukio|bulevardi"
    r"|penger|esplanadi|gatan|vägen)"
)
_WORTH_A_LOOK = re.compile(
    r"@|[(\[]at[)\]]|(?:[0-9][^0-9]{0,3}){5}[0-9]|[0-9]{5}\s+[A-ZÅÄÖ]|"
    + _STREET
    + r"[a-zåäö]*\s+[0-9]",
    re.IGNORECASE,
)

_SHAPES = {
    "identity_code": re.compile(
        r"(?<![0-9A-Za-zÅÄÖåäö])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
        r"\s?[-+–−A-FU-Ya-fu-y]\s?\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y](?![0-9A-Za-zÅÄÖåäö])"
    ),
    "email": re.compile(
        r"[\w.+%-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,64}(?:\.[\w-]+)+", re.IGNORECASE
    ),
    "phone": re.compile(
        r"(?<![\d./])(?:(?:\+|00)358[\s.-]?(?:\(0\)[\s.-]?)?|\(?0)[1-9]\d?\)?(?:[\s.-]?\d){5,9}"
        r"(?![\d/])"
    ),
    "address": re.compile(
        r"\b[A-ZÅÄÖ][a-zåäö-]+"
        + _STREET
        + r"(?:ll[aäe]|lt[aä]|n)?\s+\d{1,4}\b(?!\s?(?:§|mom|vuo|kk|%))"
        r"|(?<![\d/])\d{5}\s+[A-ZÅÄÖ][a-zåäö-]{2,}"
    ),
}


def identifying_shape(text: str) -> str | None:
    """`identity_code`, `email`, `phone` or `address`, where the text holds such a shape."""
    if not _WORTH_A_LOOK.search(text):
        return None
    for name, pattern in _SHAPES.items():
        if pattern.search(text):
            return name
    return None
