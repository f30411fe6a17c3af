"""The bundled rule base as it was after its last full check, so that a command starts quickly.

Kept beside the compiled code (see kept.py), under a key over every byte it was made from. It
holds the rule base, nothing of any case.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from otseula.frozen import dataclass
from otseula.rulebase import kept
from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.model import Content, Item

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
    package = Path(__file__).parents[1]
    code = [package / "frozen.py", package / "text.py", package / "errors.py"]
    for part in ("rulebase/*.py", "rulebase/schema/*.json", "logic/*.py"):
        code += package.glob(part)
    made_from = [str(here).encode()]
    for name, bundled in bundled_files():
        made_from += name.encode(), bundled.read_bytes()
    return kept.place(__file__, "bundled", made_from, code)


@dataclass(frozen=True, slots=True)
class Unread:
    """The vignettes, half of all that is kept, which no screening reads: pickled within what is
    read first, so that one file is to be trusted. The other lists share their items with it."""

    lists: tuple[str, ...]
    others: Mapping[str, tuple[Item, ...]]
    vignettes: bytes

    def __call__(self) -> Mapping[str, object]:
        """The fields that these are."""
        vignettes = pickle.loads(self.vignettes)
        held = {**self.others, "vignettes": vignettes}
        items = MappingProxyType({name: held[name] for name in self.lists})
        return {"vignettes": vignettes, "items": items}


def _pickled(content: Content) -> bytes:
    others = {name: held for name, held in content.items.items() if name != "vignettes"}
    unread = Unread(tuple(content.items), others, _dumped(content.vignettes))
    first = {each.name: getattr(content, each.name) for each in fields(content)}
    first = {name: held for name, held in first.items() if name not in ("vignettes", "items")}
    return _dumped(_First(first | {"unread": unread}))


class _First:
    """What is read first of a content."""

    def __init__(self, held: Mapping[str, object]) -> None:
        self.held = held

    def __reduce__(self) -> tuple[Any, tuple[Mapping[str, object]]]:
        return _content, (self.held,)


def _content(held: Mapping[str, object]) -> Content:
    content = object.__new__(Content)
    for name, value in held.items():
        object.__setattr__(content, name, value)
    return content


def _dumped(what: object) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduced}
    pickler.dump(what)
    return buffer.getvalue()


def _reduced(proxy: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return _proxy, (dict(proxy),)


def _proxy(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
