"""Directories of YAML -> Content: read, checked, layered, bound, hashed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from otseula.errors import Place, RuleBaseError
from otseula.rulebase.build import build_items, build_period, text_of
from otseula.rulebase.bundled import BUNDLED, Bundled
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.documents import Document, read_entries, read_faults
from otseula.rulebase.entries import Draft, Entry
from otseula.rulebase.files import HeldLayer, RuleFile, layer_files
from otseula.rulebase.hashing import content_hash
from otseula.rulebase.ids import check_ids
from otseula.rulebase.layers import add_layer
from otseula.rulebase.model import Content, Item, Layer, Source, Vignette
from otseula.rulebase.names import check_names
from otseula.rulebase.periods import draft_periods
from otseula.rulebase.questions import check_questions
from otseula.rulebase.reader import scan_document
from otseula.rulebase.references import check_references


def load_content(*directories: Path | str | Bundled, vignettes: bool = True) -> Content:
    """The rule base of these directories, each over the one before; without any, the bundled
    one. Raises RuleBaseError with everything that was found, in the order of places. With
    `vignettes=False` the vignettes are passed over: they are half of the time, change no
    recommendation and are left out of the hashes."""
    loaded = load_draft(*directories, vignettes=vignettes)
    if loaded.content is None:
        raise RuleBaseError(loaded.findings.diagnostics())
    return loaded.content


@dataclass(frozen=True, slots=True)
class Loaded:
    """Layers as they are written, the files of each, what loading found, and the content where it
    found nothing."""

    draft: Draft
    layers: tuple[Layer, ...]
    files: tuple[tuple[RuleFile, ...], ...]
    findings: Findings
    content: Content | None


def load_draft(*directories: Path | str | Bundled | HeldLayer, vignettes: bool = True) -> Loaded:
    """As `load_content`, with what the content was made from, for those who check it further."""
    findings = Findings()
    draft = Draft()
    layers, files = [], []
    for number, directory in enumerate(directories or (BUNDLED,)):
        where = Path(directory) if isinstance(directory, str) else directory
        files.append(tuple(layer_files(where, findings)))
        layers.append(_add(where, files[-1], number, draft, findings, vignettes))
    content = _checked(draft, layers, findings)
    return Loaded(draft, tuple(layers), tuple(files), findings, content)


def _add(
    where: Path | Bundled | HeldLayer,
    files: Iterable[RuleFile],
    number: int,
    draft: Draft,
    findings: Findings,
    vignettes: bool,
) -> Layer:
    entries: list[Entry] = []
    withdraw: list[tuple[str, Place]] = []
    header: Entry | None = None
    for file in files:
        root, faults = scan_document(file.data)
        read_faults(faults, file.shown, findings)
        document = Document()
        if root is not None:
            if not vignettes and root.kind == "mapping":
                root.value.pop("vignettes", None)
            document = read_entries(root, file.shown, number, findings)
        entries += document.entries
        withdraw += document.header.withdraw
        if document.header.rulebase is not None and header is not None:
            place = document.header.rulebase.place
            findings.add("OTS607", place, where=str(header.place))
        header = header or document.header.rulebase
    if header is not None:
        draft.headers.append(header)
    add_layer(draft, entries, withdraw, number, findings)
    about = header.data if header else {}
    withdrawn = sorted(written for written, _ in withdraw)
    return Layer(
        _name(where),
        about.get("version", ""),
        content_hash(entries, [about, withdrawn]),
        text_of(about.get("title")),
        local=not isinstance(where, Bundled),
    )


def _name(where: Path | Bundled | HeldLayer) -> str:
    if isinstance(where, Path):
        return where.resolve().name or str(where)
    return where.value if isinstance(where, Bundled) else where.name


def _checked(draft: Draft, layers: list[Layer], findings: Findings) -> Content | None:
    """All the checks, and the content where they found nothing."""
    check_ids(draft, findings)
    check_questions(draft, findings)
    check_names(draft, findings)
    check_references(draft, findings)
    periods = draft_periods(draft, findings)
    if findings:
        return None
    items = build_items(draft)
    lists: dict[str, tuple[Item, ...]] = {
        name: tuple(items[entry] for entry in held) for name, held in draft.lists.items()
    }
    headers = [
        {"version": layer.version, "title": layer.title and layer.title.to_dict()}
        for layer in layers
    ]
    return Content(
        layers=tuple(layers),
        hash=content_hash((e for held in draft.lists.values() for e in held), headers),
        items=MappingProxyType(lists),
        sources=MappingProxyType({s.id: s for s in lists["sources"] if isinstance(s, Source)}),
        vignettes=tuple(v for v in lists["vignettes"] if isinstance(v, Vignette)),
        periods=tuple(build_period(period, items) for period in periods),
    )
