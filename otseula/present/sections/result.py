"""Section 1: which day, who asked, which rules. Nothing of the client."""

from __future__ import annotations

from collections.abc import Iterator

from otseula.present.findings import Findings
from otseula.present.sheet import Block, Facts
from otseula.present.voice import Line
from otseula.screening.recommendation import LayerInfo

_SHORT_HASH = 12


def result(findings: Findings) -> tuple[Block, ...]:
    """Section 1 of the sheet."""
    return (Facts(tuple(_rows(findings))),)


def _rows(findings: Findings) -> Iterator[tuple[str, Line]]:
    voice, found = findings.voice, findings.recommendation
    unknown = voice.line(voice.word("not_known"))
    yield voice.word("day_label"), voice.line(voice.day(found.as_of))
    yield voice.word("role_label"), voice.line(found.role[1]) if found.role else unknown
    yield voice.word("area_label"), voice.line(found.area[1]) if found.area else unknown
    if found.service_area and found.service_area != found.area:
        yield voice.word("service_area_label"), voice.line(found.service_area[1])
    yield from _rules(findings)
    if found.provenance.status != "reviewed":
        yield voice.word("marks_label"), voice.line(voice.word("inferred_legend"))


def _rules(findings: Findings) -> Iterator[tuple[str, Line]]:
    voice, provenance = findings.voice, findings.recommendation.provenance
    for layer in provenance.layers:
        label = "local_layer_label" if layer.local else "rules_label"
        yield voice.word(label), _layer(findings, layer)
    status = "reviewed" if provenance.status == "reviewed" else "draft"
    yield voice.word("status_label"), voice.line(voice.word(status))
    full = findings.detail.everything
    shown = provenance.hash if full else provenance.hash[:_SHORT_HASH]
    yield voice.word("hash_label"), voice.foreign(shown)
    if full:
        engines = ", ".join(provenance.engines)
        yield voice.word("engines_label"), voice.foreign(engines)


def _layer(findings: Findings, layer: LayerInfo) -> Line:
    voice = findings.voice
    key = "layer" if layer.local else "bundled_layer"
    (named,) = voice.foreign(voice.word(key, name=layer.name, version=layer.version))
    if not findings.detail.everything:
        return (named,)
    return voice.line((named,), ", ", voice.foreign(layer.hash))
