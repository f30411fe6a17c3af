"""Writing what was mended: in the place of a file that is still what was read, whole or not at
all, with the rights that it had."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path


def write_over(path: Path, before: bytes, after: bytes) -> str | None:
    """Why nothing was written: a key of `words`; None where the file is what it is to be."""
    try:
        if path.is_symlink() or not path.is_file():
            return "linked"
        if path.read_bytes() != before:
            return "changed_meanwhile"
        _replace(path, after)
    except OSError:
        return "unwritable"
    return None


def _replace(path: Path, after: bytes) -> None:
    # beside it, under a name that no rule base reads: a move within one directory is in one step
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    mode = stat.S_IMODE(path.stat().st_mode)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(mode)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink()
