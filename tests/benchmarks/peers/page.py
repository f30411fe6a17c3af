"""docs/performance.md: what is measured stands between markers, the rest is written by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs/performance.md"
_MARKED = "<!-- measured: {name} -->\n{text}<!-- end -->"


def filled(page: str, parts: Mapping[str, str]) -> str:
    """The page with these parts between their markers; ValueError for one that has none."""
    for name, text in parts.items():
        pattern = re.compile(
            re.escape(f"<!-- measured: {name} -->\n") + r"(?:(?!<!-- measured: ).)*?<!-- end -->",
            re.DOTALL,
        )
        if len(pattern.findall(page)) != 1:
            raise ValueError(f"{PAGE.name} needs the marker `<!-- measured: {name} -->` once")
        new = _MARKED.format(name=name, text=f"\n{text.strip()}\n\n")
        page = pattern.sub(lambda _, new=new: new, page)
    return page
