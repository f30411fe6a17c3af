"""A recommendation as terminal sheet, Markdown or HTML. Reads the recommendation alone."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from otseula.present.fixed import fixed_line
    from otseula.present.moments import (
        render_actions_now,
        render_disagreement,
        render_reminder,
    )
    from otseula.present.output import FORMATS, render
    from otseula.present.terminal import render_terminal
else:
    #: Imported when first asked for: a result as JSON needs the fixed line alone.
    _LATER = {
        "FORMATS": "output",
        "fixed_line": "fixed",
        "render": "output",
        "render_actions_now": "moments",
        "render_disagreement": "moments",
        "render_reminder": "moments",
        "render_terminal": "terminal",
    }

    def __getattr__(name):
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"otseula.present.{_LATER[name]}"), name)
        globals()[name] = found
        return found


__all__ = [
    "FORMATS",
    "fixed_line",
    "render",
    "render_actions_now",
    "render_disagreement",
    "render_reminder",
    "render_terminal",
]
