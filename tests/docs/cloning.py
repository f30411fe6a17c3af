"""A clone of the repository for a page that edits the shipped rule base as an expert does, and the
two blocks that change a file of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.docs.pages import ROOT

_AUTHOR = ["-c", "user.name=clone", "-c", "user.email=clone@example.org"]


def clone_into(directory: Path) -> None:
    """The rule base and the schema of editors under git, as in a fresh clone. The package is a
    link, so that its bundled rule base is the one in the clone."""
    (directory / "otseula").symlink_to(ROOT / "otseula", target_is_directory=True)
    for name in ("criteria", "rules", "docs/schema"):
        shutil.copytree(ROOT / name, directory / name)
    for words in (["init", "--quiet"], ["add", "criteria", "rules", "docs/schema"]):
        _git(directory, words)
    _git(directory, [*_AUTHOR, "commit", "--quiet", "--message", "As cloned"])


def _git(directory: Path, words: list[str]) -> None:
    subprocess.run(["git", *words], cwd=directory, check=True, timeout=60)


def append(file: Path, text: str) -> None:
    """Writes the text at the end of a file that is there."""
    assert file.is_file(), f"there is no {file.name} to append to"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def edit(file: Path, change: str) -> None:
    """Does what the lines of a diff say. What it shows of before must stand in the file once."""
    lines = change.splitlines()
    assert lines and {line[:1] for line in lines} <= {" ", "-", "+"}, "no lines of a diff"
    before = "".join(f"{line[1:]}\n" for line in lines if line[0] != "+")
    after = "".join(f"{line[1:]}\n" for line in lines if line[0] != "-")
    text = file.read_text(encoding="utf-8")
    found = text.count(before)
    assert found == 1, f"what is shown of before stands {found} times in {file.name}"
    assert before != after, "the diff changes nothing"
    file.write_text(text.replace(before, after), encoding="utf-8")
