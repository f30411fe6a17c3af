"""The handbook of a small rule base is what people have read."""

from __future__ import annotations

from otseula.text import LANGUAGES
from tests.authoring.handbook.snapshots import ENDINGS, SNAPSHOTS, rendered


def test_the_handbook_is_as_it_was_read() -> None:
    found = dict(rendered())
    kept = {path.name: path.read_text("utf-8") for path in SNAPSHOTS.iterdir()}
    assert found.keys() == kept.keys()
    assert len(kept) == len(LANGUAGES) * len(ENDINGS)
    for name, text in found.items():
        # not the whole texts at once: pytest would write out both
        assert text.splitlines() == kept[name].splitlines(), name
        assert text.endswith("\n")
