"""The rule base of a git revision, read without a checkout: its YAML files are written into a
temporary directory. Nothing of the working tree is touched, and no hook or filter runs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

#: A revision that takes longer than this to read is not read, in seconds.
_PATIENCE = 60
#: A revision with more YAML than this is no rule base, in bytes.
_MOST = 50_000_000


class RevisionError(Exception):
    """What kept a revision from being read: a key of authoring/diff/words.py."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def write_revision(named: str, into: Path) -> str:
    """Writes the YAML files of `REV` or `REV:path` (from the top of the repository of the working
    directory, or with `./` from here). Gives its short name, for messages. Raises RevisionError."""
    revision, _, path = named.partition(":")
    if not revision or revision.startswith("-") or "\0" in named:
        raise RevisionError("not_found")
    top = _git("rev-parse", "--show-toplevel")
    if top is None:
        raise RevisionError("no_git")
    commit = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise RevisionError("not_found")
    sha = commit.decode("ascii").strip()
    # resolved here, so that a path is read as git reads it
    tree = _git("rev-parse", "--verify", "--quiet", f"{sha}:{path}" if path else f"{sha}^{{tree}}")
    if tree is None:
        raise RevisionError("not_found")
    files = [*_files(tree.decode("ascii").strip())]
    if not files:
        raise RevisionError("no_rules_there")
    _write(files, into)
    return f"{sha[:10]}:{path}" if path else sha[:10]


def _files(tree: str) -> Iterator[tuple[str, PurePosixPath]]:
    """The object and the path of each YAML file of a tree, from the tree."""
    listing = _git("ls-tree", "-r", "-z", "--full-tree", tree)
    if listing is None:
        raise RevisionError("not_found")
    for line in listing.decode("utf-8", "replace").split("\0"):
        about, _, name = line.partition("\t")
        path = PurePosixPath(name)
        regular = about.startswith("100")  # no link, no submodule
        if regular and path.suffix == ".yaml" and ".." not in path.parts:
            yield about.split()[2], path


def _write(files: list[tuple[str, PurePosixPath]], into: Path) -> None:
    read = _git("cat-file", "--batch", typed="".join(f"{name}\n" for name, _ in files).encode())
    if read is None or len(read) > _MOST:
        raise RevisionError("not_found")
    at = 0
    for _, path in files:
        end = read.index(b"\n", at)
        size = int(read[at:end].split()[2])
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(read[end + 1 : end + 1 + size])
        at = end + 1 + size + 1


def _git(*words: str, typed: bytes = b"") -> bytes | None:
    """What git says; None where it fails or is missing."""
    try:
        done = subprocess.run(  # a fixed command, and what was typed is no option of it
            ["git", *words],
            input=typed,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
