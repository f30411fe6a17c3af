"""The bundled rule base as it was after its last full check, so that a command starts quickly.

Kept as Python keeps its compiled modules: beside the package's own code (`__pycache__`, or
PYTHONPYCACHEPREFIX), under a key over every byte it was made from, and only where nobody but
the owner of this process or root can write; whoever can write there could change the code as
well. It holds the rule base, nothing of any case. With PYTHONDONTWRITEBYTECODE=1 it is read but
not written; `refresh()` writes it all the same.
"""

from __future__ import annotations

import copyreg
import hashlib
import importlib.util
import io
import os
import pickle
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.model import Content

#: As many as there are working directories from which places read differently, and a spare.
_KEPT = 4
_PROTOCOL = 5


def bundled_content() -> Content:
    """The bundled rule base, from the cache where it holds this very rule base. Raises
    RuleBaseError as `load_content` does."""
    path = _path()
    content = _read(path) if path is not None else None
    if content is None:
        # Imported here: with a warm cache neither YAML nor jsonschema is needed.
        from otseula.rulebase.load import load_content

        content = load_content()
        if path is not None and not sys.dont_write_bytecode:
            _write(path, content)
    return content


def refresh() -> None:
    """Loads the bundled rule base with every check and writes the cache."""
    from otseula.rulebase.load import load_content

    path = _path()
    content = load_content()
    if path is not None:
        _write(path, content)


def _path() -> Path | None:
    """Where the cache of just these files and this code stands; None where none may be kept."""
    if not hasattr(os, "geteuid"):
        return None  # whose files they are cannot be told
    directory = Path(importlib.util.cache_from_source(__file__)).parent
    try:
        here = Path.cwd()
    except OSError:
        return None  # the working directory is gone; no place reads differently from there
    digest = hashlib.sha256(f"{sys.version}\n{here}\n".encode())
    package = Path(__file__).parents[1]
    code = [package / "text.py", package / "errors.py"]
    for part in ("rulebase/*.py", "rulebase/schema/*.json", "logic/*.py"):
        code += package.glob(part)
    for file in sorted(code):
        about = file.stat()
        digest.update(f"{file}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    for name, bundled in bundled_files():
        data = bundled.read_bytes()
        digest.update(f"{name}\0{len(data)}\n".encode() + data)
    return directory / f"bundled-{digest.hexdigest()[:32]}.pickle"


def _read(path: Path) -> Content | None:
    try:
        if not _is_ours(path.parent.stat()) or not _is_ours(path.lstat()):
            return None
        content = pickle.loads(path.read_bytes())  # only from where code may stand
    except Exception:
        return None  # none yet, or torn, or from other code: it is made anew
    return content if isinstance(content, Content) else None


def _is_ours(about: os.stat_result) -> bool:
    """Whether only root and the owner of this process can write there."""
    kind = stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)
    owned = about.st_uid in (0, os.geteuid())
    return kind and owned and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: Path, content: Content) -> None:
    """Best effort: a directory that cannot be written only makes the next start slower."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        if not _is_ours(path.parent.stat()):
            return
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        draft.write_bytes(_pickled(content))
        draft.chmod(0o644)
        draft.replace(path)
        older = sorted(path.parent.glob("bundled-*"), key=lambda p: p.stat().st_mtime, reverse=True)
        for file in older[_KEPT:]:
            file.unlink()


def _pickled(content: Content) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduced}
    pickler.dump(content)
    return buffer.getvalue()


def _reduced(proxy: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return _proxy, (dict(proxy),)


def _proxy(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
