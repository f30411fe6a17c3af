"""The bundled rule base as it was after its last full check, so that a command starts quickly.

Kept beside the compiled code (see kept.py), under a key over every byte it was made from. It
holds the rule base, nothing of any case.
"""

from __future__ import annotations

import copyreg
import hashlib
import io
import pickle
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any

from otseula.rulebase import kept
from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.model import Content

_PROTOCOL = 5


def bundled_content() -> Content:
    """The bundled rule base, from the cache where it holds this very rule base. Raises
    RuleBaseError as `load_content` does."""
    path = _path()
    content = kept.read(path, Content) if path is not None else None
    if content is None:
        # Imported here: with a warm cache neither YAML nor jsonschema is needed.
        from otseula.rulebase.load import load_content

        content = load_content()
        if path is not None and not sys.dont_write_bytecode:
            kept.write(path, lambda: _pickled(content))
    return content


def refresh() -> Content:
    """Loads the bundled rule base with every check and writes the cache, even where Python keeps
    no compiled modules."""
    from otseula.rulebase.load import load_content

    path = _path()
    content = load_content()
    if path is not None:
        kept.write(path, lambda: _pickled(content))
    return content


def _path() -> Path | None:
    """Where the cache of just these files and this code stands; None where none may be kept."""
    try:
        here = Path.cwd()
    except OSError:
        return None  # the working directory is gone; no place reads differently from there
    digest = hashlib.sha256(f"{sys.version}\n{here}\n".encode())
    package = Path(__file__).parents[1]
    code = [package / "text.py", package / "errors.py"]
    for part in ("rulebase/*.py", "rulebase/schema/*.json", "logic/*.py"):
        code += package.glob(part)
    digest.update(kept.about_code(code))
    for name, bundled in bundled_files():
        data = bundled.read_bytes()
        digest.update(f"{name}\0{len(data)}\n".encode() + data)
    return kept.place(__file__, "bundled", digest.hexdigest())


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
