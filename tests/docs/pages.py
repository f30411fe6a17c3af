"""The pages of the documentation and the fenced blocks in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^(```+)(.*)$")
#: `<!-- name -->` or `<!-- name: value -->` on the lines right above a block.
_MARK = re.compile(r"^<!-- *([a-z]+)(?:: *(.*?))? *-->$")


@dataclass(frozen=True)
class Block:
    """A fenced block: the line of its fence (from 1), its language, text, and the marks above."""

    line: int
    language: str
    text: str
    marks: dict[str, str] = field(default_factory=dict)


def pages() -> list[Path]:
    """Every page, by its path."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return [*top, *sorted((ROOT / "docs").rglob("*.md"))]


def name_of(page: Path) -> str:
    """How a page is called in a test's name."""
    return page.relative_to(ROOT).as_posix()


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found: list[Block] = []
    marks: dict[str, str] = {}
    fence, language, start, inside = "", "", 0, []
    for number, line in enumerate(text.splitlines(), 1):
        if fence:
            if line.strip() == fence:
                found.append(Block(start, language, "\n".join(inside) + "\n", marks))
                fence, marks = "", {}
            else:
                inside.append(line)
            continue
        opened, mark = _FENCE.match(line), _MARK.match(line)
        if opened:
            fence, language, start, inside = opened[1], opened[2].strip(), number, []
        elif mark:
            marks[mark[1]] = mark[2] or ""
        elif line.strip():
            marks = {}
    assert not fence, f"the block that starts on line {start} never ends"
    return found


def prose(text: str) -> str:
    """A page without its fenced blocks."""
    kept, fence = [], ""
    for line in text.splitlines():
        opened = _FENCE.match(line)
        if fence:
            fence = "" if line.strip() == fence else fence
        elif opened:
            fence = opened[1]
        else:
            kept.append(line)
    return "\n".join(kept)


def anchors(text: str) -> set[str]:
    """The anchors that GitHub makes of a page's headings; a repeated one gets a number."""
    found: dict[str, int] = {}
    for line in prose(text).splitlines():
        if re.match(r"^#{1,6} ", line):
            title = re.sub(r"[`*]", "", line.lstrip("#").strip()).lower()
            anchor = re.sub(r"[^\w\- ]", "", title).replace(" ", "-")
            found[anchor] = found.get(anchor, -1) + 1
    return {f"{a}-{n}" if n else a for a, most in found.items() for n in range(most + 1)}
