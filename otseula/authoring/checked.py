"""A rule base that loads, as its lints see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from otseula.authoring.meaning.drawn import Meanings
from otseula.rulebase.entries import Draft, Entry
from otseula.rulebase.load import Loaded
from otseula.rulebase.model import Layer
from otseula.rulebase.nodes import decode


@dataclass(frozen=True)  # without slots: cached_property needs the dict
class Checked:
    """The entries of all layers as written, without findings of loading. `texts` are the files of
    each layer by their names; `day` is the one that "has ended" and "long ago" are counted from."""

    draft: Draft
    layers: tuple[Layer, ...]
    texts: tuple[Mapping[str, str], ...]
    day: date

    @classmethod
    def of(cls, loaded: Loaded, day: date) -> Checked:
        """Layers in which loading found nothing."""
        texts = tuple(
            {file.shown: decode(file.data)[0] or "" for file in files} for files in loaded.files
        )
        return cls(loaded.draft, loaded.layers, texts, day)

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file and its text, the first layer's first."""
        for layer in self.texts:
            yield from layer.items()

    @cached_property
    def meanings(self) -> Meanings:
        """What the conditions mean, drawn once for all lints."""
        return Meanings(self.draft)

    def entries(self) -> Iterator[Entry]:
        """Everything but the vignettes, the entry `rulebase` of each layer first."""
        yield from self.draft.headers
        for name, held in self.draft.lists.items():
            if name != "vignettes":
                yield from held

    def is_bundled(self, entry: Entry) -> bool:
        """Whether the entry stands in the bundled layer, of which more is asked."""
        return not self.layers[entry.layer].local
