"""A recommendation as terminal sheet, Markdown or HTML. Reads the recommendation alone."""

from otseula.present.moments import (
    fixed_line,
    render_actions_now,
    render_disagreement,
    render_reminder,
)
from otseula.present.output import FORMATS, render
from otseula.present.terminal import render_terminal

__all__ = [
    "FORMATS",
    "fixed_line",
    "render",
    "render_actions_now",
    "render_disagreement",
    "render_reminder",
    "render_terminal",
]
