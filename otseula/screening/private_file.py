"""Writing what may be sensitive: readable by its owner alone, whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_private(path: str | os.PathLike[str], text: str) -> None:
    """Writes `text` to a new file of mode 0600 in one step. Raises FileExistsError where
    something stands there already, and OSError where it cannot be written; then nothing is
    left behind."""
    target = Path(path)
    draft = target.parent / f".otseula-{secrets.token_hex(8)}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(draft, target)
    finally:
        with suppress(OSError):
            draft.unlink()


def _put_in_place(draft: Path, target: Path) -> None:
    # A hard link fails where the name is taken; a rename would overwrite it.
    refused = False
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        refused = True  # some network drives and memory sticks have no hard links
    if refused:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            draft.replace(target)  # over the empty file that has just been made here
        except OSError:
            target.unlink()
            raise
