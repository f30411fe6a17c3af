"""An ignore that ignores nothing.

What: on the line of `# ots-ignore: OTS827 why` nothing is found by that code, whether it was mended
or never was. Told of the last of the layers alone: what a layer below ignores may be needed where
that one is checked by itself. Not told of codes that are asked of the bundled rule base alone, nor
where what conditions mean could not be checked (OTS830). `--fix` takes the comment out: what stands
in a comment is read by nobody but this check.

Why: an ignore that stays behind keeps the next finding on its line from being told.

Avoid: `when: long_dispute  # ots-ignore: OTS825 the list names every rule`

Prefer: `when: long_dispute`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otseula.authoring.checked import Checked
from otseula.authoring.ignores import Ignore, ignores_in
from otseula.authoring.meaning.drawn import NOT_CHECKED
from otseula.authoring.mending.edits import Edit
from otseula.authoring.mending.outline import Outline
from otseula.errors import Place
from otseula.rulebase.diagnostics import Findings

CODE = "OTS832"
#: What answers nothing is known when all others have looked.
LAST = True
#: How the codes of what may not have been checked begin.
_OF_MEANING = ("OTS82", "OTS83")


def look(checked: Checked, findings: Findings) -> None:
    """Every comment of the last layer that could answer something."""
    found = {(place.file, place.line, code) for code, place, _ in findings.found}
    unchecked = _OF_MEANING if any(code == NOT_CHECKED for code, *_ in findings.found) else "-"
    for file, ignore in _ignores(checked):
        answers = (file, ignore.line, ignore.code) in found
        if not answers and not ignore.code.startswith(unchecked):
            findings.add(CODE, Place(file, ignore.line, ignore.column), ignored=ignore.code)


def fix(checked: Checked, outlines: Mapping[str, Outline]) -> Iterator[Edit]:
    """The comment goes; so does its line where nothing else stands there."""
    for file, ignore in _ignores(checked):
        if file in outlines:
            place = Place(file, ignore.line, ignore.column)
            yield from outlines[file].without_comment(CODE, place)


def _ignores(checked: Checked) -> Iterator[tuple[str, Ignore]]:
    passed_over = _bundled_alone() if checked.layers[-1].local else frozenset()
    for file, text in checked.texts[-1].items():
        for ignore in ignores_in(text):
            if ignore.works and ignore.code not in passed_over:
                yield file, ignore


def _bundled_alone() -> frozenset[str]:
    from otseula.authoring.check import all_lints  # which imports this module

    return frozenset(c for c, lint in all_lints().items() if hasattr(lint, "BUNDLED_ALONE"))
