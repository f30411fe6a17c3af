"""The pages are complete: every public name, command, option, code and dependency, and every
link leads somewhere."""

from __future__ import annotations

import dataclasses
import inspect
import re
import subprocess
import sys
import tomllib
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import otseula
from otseula.cli import app
from otseula.rulebase.entries import LISTS
from tests.docs.pages import ROOT, anchors, blocks, name_of, pages, prose

DOCS = ROOT / "docs"
COMMANDS = app.otseula().commands


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading of level 2 or 3, up to the next one."""
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"no heading {heading!r}"
    return re.split(r"^#{2,3} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("name", otseula.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    told = section(text_of("docs/library.md"), f"### `{name}`")
    for member in members(getattr(otseula, name)):
        assert f"`{member}" in told or f".{member}" in told, f"{name}.{member} is not told of"


def members(thing: Any) -> list[str]:
    """The public fields, properties and methods of a class of our own."""
    if not inspect.isclass(thing):
        return []
    found = [name for name, each in vars(thing).items() if is_member(name, each)]
    if dataclasses.is_dataclass(thing):
        found += [each.name for each in dataclasses.fields(thing) if each.init]
    return [name for name in dict.fromkeys(found) if not issubclass(thing, Enum) or name.isupper()]


def is_member(name: str, each: object) -> bool:
    return not name.startswith("_") and (
        inspect.isfunction(each) or isinstance(each, property | Enum)
    )


def test_every_command_and_option_is_documented() -> None:
    page = text_of("docs/command-line.md")
    for name, each in COMMANDS.items():
        told = section(page, f"## `otseula {name}`")
        for parameter in each.params:
            wanted = (
                parameter.opts[0]
                if parameter.param_type_name == "option"
                else (parameter.metavar or parameter.name.upper())
            )
            assert f"`{wanted}" in told, f"otseula {name} {wanted} is not told of"
    documented = re.findall(r"^## `otseula ([a-z]+)`$", page, re.MULTILINE)
    assert sorted(documented) == sorted(COMMANDS)


def test_the_options_of_no_command_are_documented() -> None:
    page = text_of("docs/command-line.md")
    assert [p.opts[0] for p in app.otseula().params if p.opts[0] not in page] == []


def test_every_key_of_the_contract_is_documented() -> None:
    told = section(text_of("docs/library.md"), "### `Recommendation`")
    keys = otseula.load(engines=["lanes"]).screen({}).to_dict()
    assert [key for key in keys if f"`{key}`" not in told] == []


def test_every_option_told_of_exists() -> None:
    page = text_of("docs/command-line.md")
    for name, each in COMMANDS.items():
        known = {opt for p in each.params for opt in p.opts} | {"--help"}
        rows = re.findall(r"^\| `(--[a-z-]+)", section(page, f"## `otseula {name}`"), re.MULTILINE)
        assert set(rows) <= known


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))
    wanted = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    names = {re.split(r"[^A-Za-z0-9._-]", d)[0] for d in wanted if isinstance(d, str)}
    rows = dict(
        re.findall(
            r"^\| `([A-Za-z0-9._-]+)` \| (.+) \|$", text_of("docs/architecture.md"), re.MULTILINE
        )
    )
    assert {name for name in names if len(rows.get(name, "")) < 20} == set()
    assert {row for row in rows if row not in names} == set(), "a dependency that is not there"


def test_the_table_of_codes_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(DOCS / "generate.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_list_of_a_rule_base_is_told_of() -> None:
    page = text_of("docs/rule-language.md")
    assert [name for name in LISTS if f"`{name}`" not in page] == []


def test_the_examples_cover_every_operator() -> None:
    page = text_of("docs/rule-language.md")
    shown = "\n".join(b.text for b in blocks(page) if b.language == "yaml")
    forms = [
        "all",
        "any",
        "none",
        "not",
        "at_least",
        "at_most",
        "between",
        "is",
        "of",
        "known",
        "includes",
        "includes_any",
        "includes_all",
    ]
    assert [f for f in forms if not re.search(rf"\b{f}:", shown)] == []
    for form in (
        "any: situations",
        "dont_know",
        "applies_when",
        "valid_from",
        "replaces",
        "withdraw",
        "{at_least: $",
    ):
        assert form in shown, f"no example of {form}"


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            assert target.startswith("https://"), target
            continue
        path, _, anchor = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        assert aim.exists(), f"{name_of(page)} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(aim.read_text(encoding="utf-8")), f"no heading for {target}"


def test_every_page_can_be_reached() -> None:
    """From README and docs/index.md alone."""
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            aim = (page.parent / target).resolve()
            if aim.suffix == ".md" and aim.exists():
                waiting.append(aim)
    assert {name_of(p) for p in pages()} - {name_of(p) for p in reached} == set()


def test_the_first_screen_of_the_readme() -> None:
    first = "\n".join(text_of("README.md").splitlines()[:45])
    for wanted in (
        "make screen",
        "make test",
        "112",
        "reconstruction",
        "draft",
        "no decision",
        "no diagnosis",
        "3.11",
        "C compiler",
        "hätätilanteisiin",
    ):
        assert wanted in first, f"the first screen does not say {wanted}"


def test_the_example_case_teaches() -> None:
    """What a newcomer sees with `make screen`: a recommendation, one safety action, open ends."""
    case = otseula.load_case(DOCS / "examples/case.yaml")
    result = otseula.load().screen(case)
    met = [a.id for a in result.safety if a.truth is otseula.Truth.MET]
    assert result.eligibility.level == "recommended"
    assert met == ["risk_assessment_and_safety_plan"]
    assert [s.id for s in result.situations if s.truth is otseula.Truth.MET] == [
        "demanding_separation"
    ]
    assert {m.state for m in result.missing} == {"not_asked", "dont_know"}
    assert "docs/examples/case.yaml" in text_of("Makefile")


def test_the_changelog_has_the_version_of_the_package() -> None:
    assert f"## [{otseula.__version__}]" in text_of("CHANGELOG.md")
