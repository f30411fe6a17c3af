"""What is kept beside the package's own compiled code, so that a command starts quickly.

As Python keeps its compiled modules: in `__pycache__` (or under PYTHONPYCACHEPREFIX), and only
where nobody but the owner of this process or root can write; whoever can write there could change
the code as well. With PYTHONDONTWRITEBYTECODE=1 what is kept is read, but nothing is written.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

#: As many of a kind as there are working directories and days from which things differ, and some.
KEPT = 4


def place(source: str, kind: str, made_from: Iterable[bytes], code: Iterable[Path]) -> Path | None:
    """Where something of a kind stands beside a source file's compiled code, under a key over all
    that it was made from, by these source files and this Python; None where none may be kept."""
    if not hasattr(os, "geteuid"):
        return None  # whose files they are cannot be told
    directory = Path(importlib.util.cache_from_source(source)).parent
    parts = [sys.version.encode(), *_about(code), *made_from]
    # The hash by which Python tells whether a compiled module is of its source: no loading of
    # OpenSSL, which takes as long as reading what is kept.
    key = importlib.util.source_hash(b"".join(b"%d\n%b" % (len(part), part) for part in parts))
    return directory / f"{kind}-{key.hex()}.pickle"


def _about(files: Iterable[Path]) -> Iterator[bytes]:
    """What changes when one of the source files does."""
    for file in sorted(files):
        about = file.stat()
        yield f"{file}\0{about.st_size}\0{about.st_mtime_ns}".encode()


def read(path: Path, kind: type[T]) -> T | None:
    """What is kept there; None where there is nothing of this kind that can be trusted."""
    try:
        if not _is_ours(path.parent.stat()) or not _is_ours(path.lstat()):
            return None
        found = pickle.loads(path.read_bytes())  # only from where code may stand
    except Exception:
        return None  # none yet, or torn, or from other code: it is made anew
    return found if isinstance(found, kind) else None


def write(path: Path, pickled: Callable[[], bytes]) -> None:
    """Best effort: a directory that cannot be written only makes the next start slower."""
    import secrets  # here: most commands write nothing

    with suppress(OSError):
        path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        if not _is_ours(path.parent.stat()):
            return
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        draft.write_bytes(pickled())
        draft.chmod(0o644)
        draft.replace(path)
        same = path.parent.glob(path.name.split("-")[0] + "-*")
        older = sorted(same, key=lambda p: p.stat().st_mtime, reverse=True)
        for file in older[KEPT:]:
            file.unlink()


def _is_ours(about: os.stat_result) -> bool:
    """Whether only root and the owner of this process can write there."""
    kind = stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)
    owned = about.st_uid in (0, os.geteuid())
    return kind and owned and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
