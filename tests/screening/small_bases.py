"""Small rule bases written as YAML and loaded through the public door."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

import otseula


class _Plain(yaml.SafeDumper):
    """Without anchors: the loader of rule bases refuses them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def directory(parent: Path, base: object, name: str = "base") -> Path:
    """A directory that holds the rule base, given as YAML text or as data."""
    text = base if isinstance(base, str) else yaml.dump(base, Dumper=_Plain, sort_keys=False)
    found = parent / name
    found.mkdir()
    (found / "rules.yaml").write_text(text, "utf-8")
    return found


def loaded(parent: Path, base: object, **more: Any) -> otseula.RuleBase:
    """The rule base, loaded."""
    return otseula.load(directory(parent, base), **more)
