"""An ignore without a reason, or of nothing.

What: `# ots-ignore: OTS827 why` at the end of a line keeps a finding of `otseula check` on that
line from being told. It names one code of a lint and says in words why what is found is meant.
What keeps a rule base from loading, and what was not checked (OTS830), cannot be ignored.

Why: the next person who reads the line must be able to judge whether the reason still holds.

Avoid: `- {id: planned, text: …}  # ots-ignore: OTS827`

Prefer: `- {id: planned, text: …}  # ots-ignore: OTS827 who is about to separate finds their answer`
"""

from __future__ import annotations

from otseula.authoring.checked import Checked
from otseula.authoring.ignores import ignores_in, may_be_ignored
from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings

CODE = "OTS831"


def look(checked: Checked, findings: Findings) -> None:
    """Every such comment of every file."""
    for file, text in checked.files():
        for ignore in ignores_in(text):
            if not ignore.reason or not may_be_ignored(ignore.code):
                findings.add(CODE, Place(file, ignore.line, ignore.column), ignored=ignore.code)
