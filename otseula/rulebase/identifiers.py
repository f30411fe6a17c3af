"""Shapes that no text of a rule base may have: e-mail, telephone, personal identity code.

A light check (domain.md 5.2, Appendix A); the guard of cases is otseula.screening.guard.
"""

from __future__ import annotations

import re

# Most texts hold neither an at sign nor six digits close together: cheap to see.
_WORTH_A_LOOK = re.compile(r"@|[(\[]at[)\]]|(?:[0-9][^0-9]{0,3}){5}[0-9]", re.IGNORECASE)

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
}


def identifying_shape(text: str) -> str | None:
    """`identity_code`, `email` or `phone` where the text holds such a shape, else None."""
    if not _WORTH_A_LOOK.search(text):
        return None
    for name, pattern in _SHAPES.items():
        if pattern.search(text):
            return name
    return None
