"""What each kind of block is held to. A page is run from top to bottom, in a directory of its
own that holds the repository's docs/examples."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import otseula
from otseula.errors import CaseError, RuleBaseError
from otseula.rulebase.reader import scan_document
from otseula.screening.casefile import parse_case
from tests.docs import cloning
from tests.docs.pages import ROOT, Block

_ELLIPSIS = "…"
#: Commands that are looked at and not run: they install, commit or wait for a person.
_LOOKED_AT = {"make", "git", "pip", "pipx", "python3", "python", "cd", "source"}
#: A program of the environment that `make` sets up, looked at likewise.
_OF_THE_ENVIRONMENT = {".venv/bin/pre-commit"}
_TRUTHS = re.compile(r"^# (met|not_met|unknown|refused): (\{.*\})$")
#: A rule to hold a condition that stands alone on a page.
_SHOWN = """\
notices: [{id: shown_notice, text: {fi: shown}}]
rules:
  - id: shown
    because: {fi: shown}
    then: {notices: [shown_notice]}
"""


class Page:
    """One page while it runs. `complaint` texts name the line of the block."""

    def __init__(self, name: str, directory: Path) -> None:
        self.name = name
        self.directory = directory
        self.namespace: dict[str, Any] = {"__name__": "__page__"}
        self.base: Path | None = None
        self.exit_code = 0
        self.layers = 0
        self.clone = False
        (directory / "docs").mkdir()
        shutil.copytree(ROOT / "docs/examples", directory / "docs/examples")
        self.bin = directory / ".bin"
        self.bin.mkdir()
        shim = self.bin / "otseula"
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m otseula "$@"\n')
        shim.chmod(0o755)

    def run(self, block: Block) -> None:
        """Runs or checks one block; AssertionError with the page and line where it fails."""
        runner = _RUNNERS.get(block.language)
        where = f"{self.name}:{block.line}"
        assert runner is not None, f"{where}: no way to test a block of {block.language!r}"
        try:
            if "clone" in block.marks:
                self.clone = True
                cloning.clone_into(self.directory)
            runner(self, block)
        except AssertionError as failed:
            raise AssertionError(f"{where}: {failed}") from None
        except Exception as error:
            raise AssertionError(f"{where}: {type(error).__name__}: {error}") from error


# --- python: executed; `expression  # → what its repr is`


def _python(page: Page, block: Block) -> None:
    lines = block.text.splitlines()
    for statement in ast.parse(block.text).body:
        code = "\n".join(lines[statement.lineno - 1 : statement.end_lineno])
        said = lines[(statement.end_lineno or 1) - 1].partition("# → ")[2].strip()
        if said:
            assert isinstance(statement, ast.Expr), f"only an expression has a value: {code}"
            expression = ast.get_source_segment(block.text, statement)
            assert expression is not None
            value = repr(eval(expression, page.namespace))
            assert _same_line(value, said), f"{expression} is {value}, the page says {said}"
        else:
            exec(compile(code, f"{page.name}:{block.line}", "exec"), page.namespace)


# --- yaml: a case, a condition, or a layer of a rule base


def _yaml(page: Page, block: Block) -> None:
    if "append" in block.marks:
        cloning.append(page.directory / block.marks["append"], block.text)
        return
    data = plain(block.text)
    assert isinstance(data, dict), "a yaml block holds a mapping"
    if "hooks" in block.marks:
        _hooks(page, block)
        return
    if "file" in block.marks:
        target = page.directory / block.marks["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")
    if "answers" in data:
        _case(page, block)
    elif set(data) == {"when"}:
        _condition(page, block)
    elif not (page.clone and "file" in block.marks):  # in a clone the commands below judge it
        _layer(page, block)


def _hooks(page: Page, block: Block) -> None:
    """A configuration of pre-commit: it is one, and names hooks that are shipped."""
    file = page.directory / "hooks.yaml"
    file.write_text(block.text, encoding="utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    shipped = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    named = [hook["id"] for repo in plain(block.text)["repos"] for hook in repo["hooks"]]
    assert set(named) <= {hook["id"] for hook in shipped}, named


def plain(text: str) -> Any:
    """YAML as otseula reads it."""
    root, faults = scan_document(text.encode())
    assert root is not None and not faults, f"no YAML that otseula reads: {faults}"
    return root.plain()


def _expected(block: Block) -> list[str]:
    return sorted(block.marks.get("expect", "").replace(",", " ").split())


def _case(page: Page, block: Block) -> None:
    codes: list[str] = []
    rulebase = otseula.load(page.base) if page.base else otseula.load()
    try:
        rulebase.screen(parse_case(block.text.encode(), strict=False))
    except CaseError as refused:
        codes = sorted(problem.code for problem in refused.problems)
    assert codes == _expected(block), f"the case is refused for {codes}"


def _layer(page: Page, block: Block) -> None:
    page.layers += 1
    layer = page.directory / f".layer{page.layers}"
    layer.mkdir()
    (layer / "block.yaml").write_text(block.text, encoding="utf-8")
    below: list[Any] = [page.base] if page.base else [otseula.BUNDLED]
    if "alone" in block.marks or "page" in block.marks:
        below = []
    elif "bundled" in block.marks:
        below = [otseula.BUNDLED]
    assert _codes(*below, layer) == _expected(block)
    if "page" in block.marks:
        page.base = layer


def _codes(*layers: Any) -> list[str]:
    try:
        otseula.load(*layers)
    except RuleBaseError as refused:
        return sorted(found.code for found in refused.diagnostics)
    return []


def _condition(page: Page, block: Block) -> None:
    """A `when` on the page's own rule base, and the truths that its comments tell."""
    assert page.base is not None, "the page has no rule base of its own for its conditions"
    page.layers += 1
    layer = page.directory / f".layer{page.layers}"
    layer.mkdir()
    entry = _SHOWN + "".join(f"    {line}\n" for line in block.text.splitlines())
    (layer / "block.yaml").write_text(entry, encoding="utf-8")
    codes = _codes(page.base, layer)
    assert codes == _expected(block), f"loading finds {codes}"
    told = [match for line in block.text.splitlines() if (match := _TRUTHS.match(line))]
    assert bool(told) != bool(codes), "a condition says for which answers it is met, or what not"
    for match in told:
        answers = plain(match[2])
        try:
            truth = otseula.load(page.base, layer).screen(answers).truth["shown"].value
        except CaseError:
            truth = "refused"
        assert truth == match[1], f"{match[0][2:]}: it is {truth}"


# --- console: run, and the shown output compared; `$ echo $?` shows an exit code


def _console(page: Page, block: Block) -> None:
    steps: list[tuple[str, list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            assert steps, "a console block begins with `$ `"
            steps[-1][1].append(line)
    for position, (command, shown) in enumerate(steps):
        following = steps[position + 1][0] if position + 1 < len(steps) else ""
        typed = [line.strip() for line in block.marks.get("typed", "").split("|") if line.strip()]
        _step(page, command, shown, told=following == "echo $?", typed=typed)


def _step(page: Page, command: str, shown: list[str], *, told: bool, typed: list[str]) -> None:
    if command == "echo $?":
        assert shown == [str(page.exit_code)], f"the exit code is {page.exit_code}"
        return
    program = shlex.split(command)[0]
    if program in _LOOKED_AT:
        look_at(command)
        return
    assert program in ("otseula", "echo"), f"no way to test the command {program}"
    output, page.exit_code = _typed(page, command, typed) if typed else _run(page, command)
    assert told or page.exit_code == 0, f"{command} exits with {page.exit_code}:\n{output}"
    if shown:
        difference = _difference(shown, output.splitlines())
        assert not difference, f"{command}: {difference}\n--- the real output:\n{output}"


def _typed(page: Page, command: str, typed: list[str]) -> tuple[str, int]:
    """The command in a terminal of its own, and what a person types at its prompts."""
    pexpect = pytest.importorskip("pexpect")
    program, *words = shlex.split(command)
    child = pexpect.spawn(
        str(page.bin / program), words, cwd=page.directory, env=_environment(page),
        encoding="utf-8", dimensions=(400, 80), timeout=30,
    )  # fmt: skip
    seen = io.StringIO()
    child.logfile_read = seen
    for line in typed:
        child.expect_exact("\n> ")
        child.sendline(line)
    child.expect(pexpect.EOF)
    child.close()
    return seen.getvalue().replace("\r", ""), child.exitstatus


def _run(page: Page, command: str) -> tuple[str, int]:
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=page.directory,
        env=_environment(page),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    )
    return done.stdout.decode(), done.returncode


def _environment(page: Page) -> dict[str, str]:
    # the package of a clone is a link: what Python keeps beside it is that of the checkout
    clone = {"PYTHONPATH": str(page.directory), "PYTHONDONTWRITEBYTECODE": "1"}
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith(("OTSEULA", "COLUMNS"))},
        "PATH": f"{page.bin}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
        **(clone if page.clone else {}),
    }


def _difference(shown: list[str], real: list[str]) -> str:
    """What is shown that did not come. A line `…` stands for any lines, blank lines for any."""
    shown = [line.rstrip() for line in shown if line.strip()]
    rest = [line.rstrip() for line in real if line.strip()]
    skipping = False
    for line in shown:
        if line.strip() == _ELLIPSIS:
            skipping = True
            continue
        if skipping:
            while rest and not _same_line(rest[0], line):
                rest.pop(0)
        if not rest or not _same_line(rest[0], line):
            return f"shown and not there: {line!r}"
        rest.pop(0)
        skipping = False
    return "" if skipping or not rest else f"there and not shown: {rest[0]!r}"


def _same_line(real: str, shown: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in shown.split(_ELLIPSIS))
    return re.fullmatch(pattern, real) is not None


# --- sh: commands without their output


def _sh(page: Page, block: Block) -> None:
    for line in block.text.splitlines():
        command = line.partition("  #")[0].strip()
        if command and not command.startswith("#"):
            if shlex.split(command)[0] == "otseula":
                output, code = _run(page, command)
                assert code == 0, f"{command} exits with {code}:\n{output}"
            else:
                look_at(command)


def look_at(command: str) -> None:
    """A command that is not run: known, and what it names exists."""
    words = shlex.split(command, comments=True)
    assert words[0] in _LOOKED_AT | _OF_THE_ENVIRONMENT, f"no way to test the command {words[0]}"
    if words[0] == "make":
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
        wanted = [word for word in words[1:] if "=" not in word]
        unknown = [word for word in wanted if word not in targets]
        assert not unknown, f"the Makefile has no target {unknown}"


# --- others


def _json(page: Page, block: Block) -> None:
    json.loads(block.text)


def _diff(page: Page, block: Block) -> None:
    assert "file" in block.marks, "a diff says which file it changes"
    cloning.edit(page.directory / block.marks["file"], block.text)


def _mermaid(page: Page, block: Block) -> None:
    assert block.text.startswith(("flowchart", "graph", "sequenceDiagram")), "no diagram of mermaid"


_RUNNERS = {
    "python": _python,
    "yaml": _yaml,
    "console": _console,
    "sh": _sh,
    "json": _json,
    "diff": _diff,
    "mermaid": _mermaid,
}
