"""The sources behind an item, as a recommendation cites them."""

from __future__ import annotations

from otseula.rulebase.model import Content, Item
from otseula.screening.recommendation import Citation


def citations(item: Item, content: Content) -> tuple[Citation, ...]:
    """The item's sources with their titles and addresses."""
    return tuple(
        Citation(reference.ref, reference.basis, source.text.fi, source.url)
        for reference in item.source
        if (source := content.sources.get(reference.ref)) is not None
    )
