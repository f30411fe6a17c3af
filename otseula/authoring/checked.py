"""A rule base that loads, as its lints see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from otseula.rulebase.entries import Draft, Entry
from otseula.rulebase.model import Layer


@dataclass(frozen=True, slots=True)
class Checked:
    """The entries of all layers as written, without findings of loading."""

    draft: Draft
    layers: tuple[Layer, ...]

    def entries(self) -> Iterator[Entry]:
        """Everything but the vignettes, the entry `rulebase` of each layer first."""
        yield from self.draft.headers
        for name, held in self.draft.lists.items():
            if name != "vignettes":
                yield from held

    def is_bundled(self, entry: Entry) -> bool:
        """Whether the entry stands in the bundled layer, of which more is asked."""
        return not self.layers[entry.layer].local
