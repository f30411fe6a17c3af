"""Writes docs/coverage/table.md from docs/coverage/items.yaml and the bundled rule base:
`python docs/coverage_table.py`. With `--check` it compares instead (exit code 1 where the table
is out of date); with `--documents DIR` it verifies that the words of each item stand on its line
of the documents under DIR, which are not in this repository."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

import yaml

from otseula.rulebase.cache import bundled_content
from otseula.rulebase.model import Content, Item, Question
from otseula.text import Text

HERE = Path(__file__).parent / "coverage"
ITEMS, TABLE = HERE / "items.yaml", HERE / "table.md"
MARKS = {
    "seed": "lähtöasiakirja",
    "sourced": "lähde luettu",
    "inferred": "päätelmä",
    "recall": "muistista",
    "found": "muistista, lähde löydetty",
}
KINDS = {
    "situation": "tilanne",
    "route": "palvelu tai kanava",
    "expertise": "asiantuntemus",
    "criteria": "kriteeri",
    "duty": "velvollisuus",
    "safety": "turvallisuus",
    "area": "alue",
    "privacy": "tietosuoja ja kirjaaminen",
    "process": "toiminta",
}
#: The lists whose every item some document must name.
BACKED = {"situations": "Tilanteet", "channels": "Kanavat", "expertise": "Asiantuntemus"}
_TOP = """\
<!-- Written by docs/coverage_table.py from items.yaml and the rule base: edit those, run it. -->
# Kattavuus: mitä asiakirjat nimeävät ja missä se on

Jokainen rivi on yksi asia, jonka jokin lähtöasiakirja tai niistä koottu tietokooste nimeää:
tilanne, palvelu, asiantuntemus, kriteeri, velvollisuus, turvallisuus, tietosuoja tai alue.
*Peruste* kertoo, onko sääntökannan kohta lähteestä vai päätelty, ja mistä lähteestä; *tila*, onko
sisällön omistaja tarkistanut sen. Asiakirjat eivät ole tässä tietovarastossa. Luettelo on
tiedostossa items.yaml.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a document names: where it stands (`line` from 1), the words that stand
    there, and either the ids it became or the reason (Finnish) why it was left out."""

    id: str
    document: str
    line: int
    words: str
    what: str
    mark: str
    kind: str
    ids: tuple[str, ...] = ()
    left_out: str | None = None

    @property
    def place(self) -> str:
        """The document without the hash in its name, and the line."""
        return f"{self.document.removesuffix('.txt').split('_')[0]}:{self.line}"


def entries(path: Path = ITEMS) -> list[Entry]:
    """The items of the catalogue, in its order. Raises TypeError for a key that is not one."""
    written: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["items"]
    return [
        Entry(
            **{key: each[key] for key in each if key not in ("ids", "left_out")},
            ids=tuple(each.get("ids", ())),
            left_out=each.get("left_out", {}).get("fi"),
        )
        for each in written
    ]


def index(content: Content) -> dict[str, tuple[Text, Item]]:
    """Every id of the rule base, and `question.option` for each option: its text, and the item
    whose source and status it has (of several versions the latest written)."""
    found: dict[str, tuple[Text, Item]] = {}
    for name, items in content.items.items():
        if name in ("sources", "vignettes"):
            continue
        for item in items:
            found[item.id] = (item.text, item)
            if isinstance(item, Question):
                found |= {f"{item.id}.{each.id}": (each.text, item) for each in item.options}
    return found


def misplaced(catalogue: Iterable[Entry], documents: Path) -> Iterator[str]:
    """What is wrong with the places: one line of text for each entry whose words do not stand
    on its line. Spaces, and the ** of emphasis, do not count."""
    lines: dict[str, list[str]] = {}
    for entry in catalogue:
        if entry.document not in lines:
            text = (documents / entry.document).read_text(encoding="utf-8")
            lines[entry.document] = [_squeezed(line) for line in text.splitlines()]
        known = lines[entry.document]
        if not 1 <= entry.line <= len(known) or _squeezed(entry.words) not in known[entry.line - 1]:
            yield f"{entry.document}:{entry.line}: {entry.id}: not there: {entry.words}"


def page(catalogue: Sequence[Entry], content: Content) -> str:
    """The whole table. Raises KeyError for an id that the rule base does not have."""
    known = index(content)
    kept = sum(1 for entry in catalogue if entry.ids)
    left = len(catalogue) - kept
    parts = [
        _TOP,
        f"\nAsioita on {len(catalogue)}: sääntökannassa {kept}, jätetty pois syystä {left}.\n",
        "\n## Sääntökannasta asiakirjoihin\n",
    ]
    for name, heading in BACKED.items():
        parts.append(_backwards(heading, content.items.get(name, ()), catalogue, content))
    parts.append("\n## Asiakirjoista sääntökantaan\n")
    for document in dict.fromkeys(entry.document for entry in catalogue):
        parts += _forwards(document, [e for e in catalogue if e.document == document], known)
    return "".join(parts)


def _backwards(
    heading: str, items: Iterable[Item], catalogue: Iterable[Entry], content: Content
) -> str:
    behind: dict[str, list[str]] = {}
    for entry in catalogue:
        for each in entry.ids:
            behind.setdefault(each, []).append(entry.place)
    rows = [
        (
            f"{_safe(item.text.fi)} (`{item.id}`)",
            _sources(item, content),
            _status(item),
            ", ".join(dict.fromkeys(behind.get(item.id, ()))),
        )
        for item in items
    ]
    return f"\n### {heading}\n" + _table(("Kohta", "Peruste", "Tila", "Missä nimetty"), rows)


def _forwards(
    document: str, catalogue: Iterable[Entry], known: Mapping[str, tuple[Text, Item]]
) -> Iterator[str]:
    yield f"\n### {document}\n"
    rows = []
    for entry in catalogue:
        named = [(each, *known[each]) for each in entry.ids]
        rows.append(
            (
                str(entry.line),
                f"{_safe(entry.what)} ({KINDS[entry.kind]}, {MARKS[entry.mark]})",
                "<br>".join(
                    f"{_safe(shorten(text.fi, 100, placeholder=' …'))} (`{each}`)"
                    for each, text, _ in named
                )
                or f"*Jätetty pois.* {_safe(entry.left_out or '')}",
                ", ".join(dict.fromkeys(_basis(item) for _, _, item in named if item.source)),
                ", ".join(dict.fromkeys(_status(item) for _, _, item in named)),
            )
        )
    yield _table(("Rivi", "Mitä nimetään", "Sääntökannassa", "Peruste", "Tila"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _basis(item: Item) -> str:
    kinds = {each.basis for each in item.source}
    if not kinds:
        return "–"
    if len(kinds) == 2:
        return "osin päätelty"
    return "lähteestä" if kinds == {"sourced"} else "päätelty"


def _sources(item: Item, content: Content) -> str:
    named = {"sourced": "lähteestä", "inferred": "päätelty"}
    told = [f"{_safe(content.sources[s.ref].text.fi)} ({named[s.basis]})" for s in item.source]
    return "<br>".join(told) or "–"


def _status(item: Item) -> str:
    status = f"tarkistettu {item.review.on}" if item.review else "luonnos"
    return f"{status}, päättyy {item.valid_to}" if item.valid_to else status


def _safe(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|")


def _squeezed(line: str) -> str:
    return " ".join(line.replace("**", "").split())


def main(arguments: Sequence[str]) -> int:
    """Writes the table, or with --check compares it, or with --documents checks the places."""
    catalogue = entries()
    if arguments[:1] == ["--documents"] and len(arguments) == 2:
        wrong = list(misplaced(catalogue, Path(arguments[1])))
        sys.stderr.write("".join(f"{line}\n" for line in wrong))
        sys.stdout.write(f"{len(catalogue) - len(wrong)} of {len(catalogue)} items stand there\n")
        return 1 if wrong else 0
    if list(arguments) not in ([], ["--check"]):
        sys.stderr.write("usage: coverage_table.py [--check | --documents DIR]\n")
        return 2
    text = page(catalogue, bundled_content())
    if not arguments:
        TABLE.write_text(text, encoding="utf-8")
        return 0
    if TABLE.exists() and TABLE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("docs/coverage/table.md is out of date: run python docs/coverage_table.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
