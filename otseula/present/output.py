"""The result sheet in each of its formats."""

from __future__ import annotations

from otseula.present.html import render_html
from otseula.present.markdown import render_markdown
from otseula.present.terminal import render_terminal
from otseula.screening.recommendation import Recommendation

FORMATS = ("sheet", "markdown", "html")

_DOCUMENTS = {"markdown": render_markdown, "html": render_html}


def render(
    recommendation: Recommendation,
    format: str,
    language: str,
    *,
    width: int = 80,
    long: bool = False,
    plain: bool = False,
    colour: bool = False,
) -> str:
    """The recommendation as "sheet" (for a terminal), "markdown" or "html", in "fi", "sv" or
    "en", ending in a newline. `width` in columns, `plain` and `colour` matter to the sheet only.
    Raises KeyError for another format."""
    if format == "sheet":
        return render_terminal(
            recommendation, language, width=width, long=long, plain=plain, colour=colour
        )
    return _DOCUMENTS[format](recommendation, language, long=long)
