"""Writes docs/diagnostics.md from the tables of codes: `python docs/generate.py`, or `--check`
to see whether it is up to date (exit code 1 where it is not)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from otseula.authoring.check import page_of
from otseula.rulebase.diagnostics import codes
from otseula.screening.case_wordings import CASE_WORDINGS
from otseula.screening.casefile_wordings import CASEFILE_WORDINGS
from otseula.screening.table_wordings import TABLE_WORDINGS
from otseula.text import Text

PAGE = Path(__file__).parent / "diagnostics.md"
_GROUPS = {
    "1": "The file",
    "2": "The fields of an entry",
    "3": "Ids, dates, questions, references",
    "4": "Conditions",
    "5": "Safety",
    "6": "Layers",
    "7": "Vignettes",
    "8": "What people read, and what conditions mean",
}
_TOP = """\
<!-- Written by docs/generate.py from the tables of codes. Edit those, then run it again. -->
# Diagnostics

What otseula says of a rule base, and of a case. `{…}` stands for a name, a number or a list of
what is known. `otseula check --explain CODE` tells the same in the language you choose. The codes
are stable: one that goes out of use is not given to anything else. How to add one:
[add a lint](how-to/add-a-lint.md).
"""
_CASES = """
## A case

The `code` of a [`Problem`](library.md#problem). No message repeats anything that was typed; what
may fill the braces comes from the rule base or is a position. See [privacy](privacy.md).
"""


def page() -> str:
    """The whole page."""
    return _TOP + "".join(_rule_base()) + _CASES + "".join(_case()) + "\n"


def _rule_base() -> Iterator[str]:
    table = codes()
    unknown = {code for code in table if code[3] not in _GROUPS}
    if unknown:
        raise SystemExit(f"no group for {sorted(unknown)}: add it to _GROUPS")
    for digit, heading in _GROUPS.items():
        yield f"\n## {heading}\n\n"
        for code, entry in sorted(table.items()):
            if code[3] == digit:
                yield f"- **{code}** {entry.title}: {_words(entry.message, entry.hint)}\n"
                yield "".join(f"  {line}".rstrip() + "\n" for line in page_of(code))


def _case() -> Iterator[str]:
    for heading, wordings in (
        ("The file of a case", CASEFILE_WORDINGS),
        ("The answers of a case", CASE_WORDINGS),
        ("A table of cases", TABLE_WORDINGS),
    ):
        yield f"\n### {heading}\n\n"
        for code, wording in wordings.items():
            yield f"- **{code}**: {_words(wording.message, wording.hint)}\n"


def _words(message: Text, hint: Text) -> str:
    said = f"{message.in_language('en')} {hint.in_language('en')}"
    return " ".join(said.replace("{{", "{").replace("}}", "}").replace("<", "&lt;").split())


def main() -> int:
    """Writes the page, or with --check compares it."""
    text = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("docs/diagnostics.md is out of date: run python docs/generate.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
