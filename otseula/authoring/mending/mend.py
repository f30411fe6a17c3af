"""Mending a rule base: what `otseula check --fix` does with the findings that allow it.

Safe is what leaves every possible case as it is. The lints that offer an edit (`fix`) offer it
where that follows from what the words mean; it is proved nevertheless (proof.py) before anything is
written. All is tried in memory, in rounds: one edit may make room for the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from otseula.authoring.check import all_lints, check, linted
from otseula.authoring.checked import Checked
from otseula.authoring.mending.edits import Edit, applied
from otseula.authoring.mending.files import write_over
from otseula.authoring.mending.outline import Outline
from otseula.authoring.mending.proof import says_the_same
from otseula.errors import Diagnostic
from otseula.rulebase.bundled import Bundled
from otseula.rulebase.files import HeldLayer, RuleFile
from otseula.rulebase.load import load_draft
from otseula.rulebase.nodes import decode
from otseula.screening.day import today

#: Each takes something out, so that they come to an end; more would be a mistake of ours.
_ROUNDS = 1000
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Mended:
    """`fixed` is what was found and is no more, `remaining` what is found now. `changed` are the
    files that differ, as they were and as they are now; `left` those that were left alone, each
    with why: linked, not_proved, changed_meanwhile or unwritable."""

    fixed: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]
    changed: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)


def mend(*directories: Path | Bundled, day: date | None = None, write: bool = True) -> Mended:
    """Mends what can be mended in these directories; without `write`, tells what it would. The
    bundled rule base, and a file behind a link, are never written."""
    found = _Mending(directories, day or today()).result()
    if not write:
        return found
    tried = {name: write_over(Path(name), *pair) for name, pair in found.changed.items()}
    failed = {name: why for name, why in tried.items() if why is not None}
    if not failed:
        return found
    return Mended(
        tuple(each for each in found.fixed if each.place.file not in failed),
        check(*directories, day=day),
        {name: pair for name, pair in found.changed.items() if name not in failed},
        {**found.left, **failed},
    )


#: What was found and is no more, what is found now, and the layers as they are now.
_Round = tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...], list[HeldLayer | Bundled]]


class _Mending:
    """One try, in memory."""

    def __init__(self, directories: Sequence[Path | Bundled], day: date) -> None:
        self.day = day
        self.loaded = load_draft(*directories)
        pairs = zip(directories, self.loaded.files, strict=True)
        self.layers = [
            where if isinstance(where, Bundled) else HeldLayer(where.name, files)
            for where, files in pairs
        ]
        self.left: dict[str, str] = {}

    def result(self) -> Mended:
        """What can be mended so that it is proved that nothing else changes."""
        if self.loaded.content is None:
            return Mended((), self.loaded.findings.diagnostics())
        fixed, remaining, layers = self._rounds()
        while (changed := self._changed(layers)) and not self._proved(layers):
            blamed = [
                n for n, (_, after) in changed.items() if not self._proved(self._with(n, after))
            ]
            self.left |= dict.fromkeys(blamed or changed, "not_proved")
            fixed, remaining, layers = self._rounds()
        return Mended(fixed, remaining, changed, self.left)

    def _rounds(self) -> _Round:
        fixed: list[Diagnostic] = []
        layers = self.layers
        for _ in range(_ROUNDS):
            loaded = load_draft(*layers)
            if loaded.content is None:  # the proof will not hold either
                break
            checked = Checked.of(loaded, self.day)
            found = linted(checked)
            held = {(each.code, each.place): each for each in found}
            edits = [edit for edit in self._edits(checked) if (edit.code, edit.place) in held]
            layers, taken = _edited(layers, edits)
            if not taken:
                fixed.sort(key=lambda each: (each.place, each.code))
                return tuple(fixed), found, layers
            fixed += [held[edit.code, edit.place] for edit in taken]
        return tuple(fixed), (), layers

    def _edits(self, checked: Checked) -> list[Edit]:
        """All that the lints offer, but for files that are left alone."""
        ours = {file.shown for file in _files(self.layers)}
        outlines = {name: Outline(text) for name, text in checked.files() if name in ours}
        edits = [
            edit
            for lint in all_lints().values()
            if hasattr(lint, "fix")
            for edit in lint.fix(checked, outlines)
        ]
        for edit in edits:
            if Path(edit.place.file).is_symlink():
                self.left[edit.place.file] = "linked"
        return [edit for edit in edits if edit.place.file not in self.left]

    def _with(self, name: str, after: bytes) -> list[HeldLayer | Bundled]:
        """The layers as they were, but for one file."""
        return [
            layer
            if isinstance(layer, Bundled)
            else HeldLayer(
                layer.name,
                tuple(
                    RuleFile(name, after) if file.shown == name else file for file in layer.files
                ),
            )
            for layer in self.layers
        ]

    def _changed(self, layers: Sequence[HeldLayer | Bundled]) -> dict[str, tuple[bytes, bytes]]:
        pairs = zip(_files(self.layers), _files(layers), strict=True)
        return {old.shown: (old.data, new.data) for old, new in pairs if old.data != new.data}

    def _proved(self, layers: Sequence[HeldLayer | Bundled]) -> bool:
        before, after = self.loaded.content, load_draft(*layers).content
        return before is not None and after is not None and says_the_same(before, after)


def _files(layers: Sequence[HeldLayer | Bundled]) -> Iterator[RuleFile]:
    for layer in layers:
        if isinstance(layer, HeldLayer):
            yield from layer.files


def _edited(
    layers: Sequence[HeldLayer | Bundled], edits: Sequence[Edit]
) -> tuple[list[HeldLayer | Bundled], list[Edit]]:
    """The layers with as many of the edits as do not touch one another, and those."""
    taken: list[Edit] = []
    found: list[HeldLayer | Bundled] = []
    for layer in layers:
        if isinstance(layer, HeldLayer):
            files = []
            for file in layer.files:
                own = [edit for edit in edits if edit.place.file == file.shown]
                files.append(_mended(file, own, taken) if own else file)
            layer = HeldLayer(layer.name, tuple(files))
        found.append(layer)
    return found, taken


def _mended(file: RuleFile, edits: Sequence[Edit], taken: list[Edit]) -> RuleFile:
    text, _ = decode(file.data)
    after, made = applied(text or "", edits)
    taken += made
    mark = _MARK if file.data.startswith(_MARK) else b""
    return RuleFile(file.shown, mark + after.encode())
