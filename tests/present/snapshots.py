"""The reasons of every kind of node in three languages, kept as text for people to read.

After a template or a case has changed:

    python -m tests.present.snapshots

writes tests/present/reasons/snapshots.yaml anew. Read every text that differs (`git diff`), in
each language, before it is committed: the tests hold the texts to what was read, nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

import otseula
from otseula.present.explained import render_explanation
from otseula.screening.explained import Explained, explained
from otseula.screening.recommendation import Recommendation
from otseula.text import LANGUAGES
from tests.screening.small_bases import loaded

HERE = Path(__file__).parent / "reasons"
SNAPSHOTS = HERE / "snapshots.yaml"
CASES = yaml.safe_load((HERE / "cases.yaml").read_text("utf-8"))
DAY = date(2026, 12, 1)


def small_base() -> otseula.RuleBase:
    with TemporaryDirectory() as directory:
        return loaded(Path(directory), (HERE / "base.yaml").read_text("utf-8"), engines=("lanes",))


def told(rulebase: otseula.RuleBase, case: dict[str, Any]) -> tuple[Recommendation, Explained]:
    """The recommendation of a case, and what is told of it."""
    if case.get("plain"):
        compiled = rulebase._on(DAY)[0]
        compiled.exact._found[:] = [None]
    result = rulebase.screen(case["answers"], as_of=DAY)
    found = explained(result, case.get("node"))
    if "made" in case:
        made = {k: tuple(v) if isinstance(v, list) else v for k, v in case["made"].items()}
        assert found.node is not None
        found = replace(found, node=replace(found.node, **made))
    return result, found


def rendered() -> Iterator[tuple[str, dict[str, str]]]:
    """The name of each case, and its text in each language."""
    for case in CASES:
        result, found = told(small_base(), case)
        yield (
            case["name"],
            {language: render_explanation(result, found, language) for language in LANGUAGES},
        )


class _Lines(yaml.SafeDumper):
    """Every text as a block, to be read as it is printed."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Lines.add_representer(str, _text)


def main() -> None:
    found = dict(rendered())
    text = yaml.dump(found, Dumper=_Lines, allow_unicode=True, sort_keys=False, width=200)
    note = "# Written by tests/present/snapshots.py and read by people.\n"
    SNAPSHOTS.write_text(note + text, "utf-8")


if __name__ == "__main__":
    main()
