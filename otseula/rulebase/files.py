"""The files of a layer: every `*.yaml` under a directory, in the order of their paths."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from otseula.errors import Place
from otseula.rulebase.bundled import Bundled, bundled_files
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.nodes import MAX_BYTES

#: What a rule file is often named by mistake; it would be passed over in silence.
_MISNAMED = (".yml", ".YAML", ".YML", ".Yaml", ".Yml")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file of a layer as read; `shown` is how its places name it."""

    shown: str
    data: bytes


@dataclass(frozen=True, slots=True)
class HeldLayer:
    """A layer whose files are held in memory: what a directory would be after an edit."""

    name: str
    files: tuple[RuleFile, ...]


def layer_files(directory: Path | Bundled | HeldLayer, findings: Findings) -> list[RuleFile]:
    """The files that could be opened; a finding for whatever could not."""
    if isinstance(directory, HeldLayer):
        return [*directory.files]
    if isinstance(directory, Bundled):
        found = bundled_files()
        if not found:  # a broken installation, which must never pass for a rule base
            findings.add("OTS122", Place(directory.value, 1, 1), name=directory.value)
        return [RuleFile(shown_path(Path(str(file))), file.read_bytes()) for _, file in found]
    if directory.is_file():  # `otseula test FILE`: the file alone is the layer
        alone = _read(directory, findings)
        return [] if alone is None else [alone]
    place = Place(shown_path(directory), 1, 1)
    if not directory.is_dir():
        findings.add("OTS121", place, name=place.file)
        findings.incomplete = True
        return []
    paths = _paths(directory, findings)
    if not paths and not findings:
        findings.add("OTS122", place, name=place.file)
    return [file for path in paths if (file := _read(path, findings)) is not None]


def shown_path(path: Path) -> str:
    """The path from the working directory where it is below it, else as given."""
    try:
        here = Path.cwd()
        whole = Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links
    except OSError:  # the working directory is gone
        return str(path)
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(path)


def _paths(directory: Path, findings: Findings) -> list[Path]:
    found: list[Path] = []
    for where, directories, files in os.walk(directory, onerror=lambda e: _closed(e, findings)):
        directories[:] = [name for name in directories if not name.startswith(".")]
        for name in (*directories, *files):
            path = Path(where, name)
            if name.endswith(".yaml") and not name.startswith("."):
                found.append(path)
            elif name.endswith(_MISNAMED) and name in files:
                findings.add("OTS123", Place(shown_path(path), 1, 1), name=name)
                findings.incomplete = True
    return sorted(found, key=lambda path: path.relative_to(directory).parts)


def _closed(error: OSError, findings: Findings) -> None:
    findings.add("OTS101", Place(shown_path(Path(str(error.filename))), 1, 1))
    findings.incomplete = True


def _read(path: Path, findings: Findings) -> RuleFile | None:
    """The file's bytes, of which more than the limit are never read."""
    shown = shown_path(path)
    code = ""
    data = b""
    try:
        if stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would never end
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        else:
            code = "OTS102"
    except OSError:
        code = "OTS101"
    if not code:
        return RuleFile(shown, data)
    findings.add(code, Place(shown, 1, 1))
    findings.incomplete = True
    return None
