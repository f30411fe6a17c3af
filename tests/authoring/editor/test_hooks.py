"""The hooks of pre-commit: well-formed, and each runs a command that is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / ".pre-commit-hooks.yaml"
OWN = ROOT / ".pre-commit-config.yaml"


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _run(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=cwd)


@pytest.mark.parametrize(("what", "file"), [("manifest", SHIPPED), ("config", OWN)])
def test_pre_commit_takes_them(what: str, file: Path) -> None:
    done = _run("pre_commit", f"validate-{what}", str(file))
    assert done.returncode == 0, done.stdout + done.stderr


LAYER = """\
sources: [{id: s, title: Lähde}]
questions:
  - id: ours
    type: boolean
    text: {fi: Onko?, sv: Är det?, en: Is it?}
    help: {fi: Aina, sv: Alltid, en: Always}
criteria:
  - {id: c, text: {fi: On, sv: Är, en: Is}, when: ours, source: [{ref: s, basis: sourced}]}
vignettes:
  - {id: v, as_of: 2026-12-01, answers: {ours: true}, expect: {truth: {c: met}}}
"""
ARGUMENTS = {
    "otseula-check": ["rules"],
    "otseula-test": ["--rules", "rules"],
    "otseula-schema": ["--rules", "rules", "--output", "rules/schema.json"],
}


@pytest.mark.parametrize("hook", _read(SHIPPED), ids=lambda hook: hook["id"])
def test_each_shipped_hook_runs(hook: dict[str, Any], tmp_path: Path) -> None:
    """In a repository with a rule base of its own, as its arguments say."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/ours.yaml").write_text(LAYER)
    done = _run(*hook["entry"].split(), *ARGUMENTS[hook["id"]], cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert hook["pass_filenames"] is False


def test_the_hooks_of_this_repository_keep_its_schema() -> None:
    """The same hooks, run from the checkout's own environment, over the bundled rule base."""
    own = {hook["id"]: hook for repo in _read(OWN)["repos"] for hook in repo["hooks"]}
    assert own.keys() == {hook["id"] for hook in _read(SHIPPED)}
    from tests.authoring.editor.test_schema import COMMAND

    assert own["otseula-schema"]["entry"] == f".venv/bin/{COMMAND}"
    for hook in own.values():
        assert hook["entry"].startswith(".venv/bin/otseula ")
    page = ROOT / "docs/how-to/edit-in-an-editor.md"
    assert COMMAND in page.read_text(encoding="utf-8")
