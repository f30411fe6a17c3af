"""The handbook of a small rule base, in three languages and two formats, kept for people to read.

After a word, a chapter or a renderer has changed:

    python -m tests.authoring.handbook.snapshots

writes tests/authoring/handbook/snapshots/ anew. Read what differs (`git diff`) in each language
before it is committed: the tests hold the texts to what was read, nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from otseula.authoring.diff.compare import compare
from otseula.authoring.handbook.handbook import RENDERERS, whole
from otseula.authoring.handbook.style import STYLE
from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content
from otseula.text import LANGUAGES

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
BASE = (HERE / "base.yaml").read_text("utf-8")
DAY = date(2026, 12, 1)
ENDINGS = {"markdown": "md", "html": "html"}


def loaded(text: str) -> Content:
    """The rule base that a YAML text is."""
    with TemporaryDirectory() as directory:
        where = Path(directory) / "small"
        where.mkdir()
        (where / "base.yaml").write_text(text, "utf-8")
        return load_content(where)


def rendered() -> Iterator[tuple[str, str]]:
    """The name of each snapshot, and the document."""
    content = loaded(BASE)
    comparison = compare(loaded(BASE.replace("value: 6", "value: 5")), content, DAY)
    for language in LANGUAGES:
        document = whole(content, DAY, language, comparison)
        for format, ending in ENDINGS.items():
            # the style is looked at in a browser, not read
            yield f"{language}.{ending}", RENDERERS[format](document).replace(STYLE, "…")


def main() -> None:
    SNAPSHOTS.mkdir(exist_ok=True)
    for name, text in rendered():
        (SNAPSHOTS / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
