"""What `otseula check` finds: all that loading finds and, where it finds nothing, the lints."""

from __future__ import annotations

import inspect
import pkgutil
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType

from otseula.authoring import lints
from otseula.authoring.checked import Checked
from otseula.authoring.ignores import without_ignored
from otseula.errors import Diagnostic
from otseula.rulebase.bundled import Bundled
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.load import load_draft
from otseula.screening.day import today


def check(*directories: Path | Bundled, day: date | None = None) -> tuple[Diagnostic, ...]:
    """Everything found about these layers (without any, the bundled one), by place. What has ended
    or is long unverified is so on `day`, by default today."""
    loaded = load_draft(*directories)
    if loaded.content is None:
        return loaded.findings.diagnostics()
    return linted(Checked.of(loaded, day or today()))


def linted(checked: Checked) -> tuple[Diagnostic, ...]:
    """What the lints find and no author has answered, by place."""
    findings = Findings()
    for lint in sorted(all_lints().values(), key=lambda each: getattr(each, "LAST", False)):
        lint.look(checked, findings)
    return without_ignored(checked, findings.diagnostics())


def page_of(code: str) -> list[str]:
    """The lines of a lint's page, after its first; none for a code of loading."""
    lint = all_lints().get(code)
    return (inspect.getdoc(lint) or "").split("\n")[1:] if lint is not None else []


def all_lints() -> dict[str, ModuleType]:
    """The modules of otseula.authoring.lints by their code."""
    names = sorted(found.name for found in pkgutil.iter_modules(lints.__path__))
    modules = (import_module(f"{lints.__name__}.{name}") for name in names)
    return {module.CODE: module for module in sorted(modules, key=lambda each: str(each.CODE))}
