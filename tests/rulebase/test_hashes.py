"""What changes a hash, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from otseula.rulebase.load import load_content
from otseula.rulebase.model import Content
from tests.rulebase.rulefiles import FIXTURES, GROUND, load, write

DESIGN = (FIXTURES / "design" / "section_7.yaml").read_text(encoding="utf-8")


def _reordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _reordered(value[key]) for key in sorted(value, reverse=True)}
    return [_reordered(part) for part in value] if isinstance(value, list) else value


def test_form_does_not_count(tmp_path: Path) -> None:
    """Order of keys, quoting, comments, names and number of files."""
    first = load(tmp_path / "a", {"a.yaml": DESIGN})
    again = _reordered(_dated_as_text(yaml.safe_load(DESIGN)))
    parts = {
        f"deep/{name}.yaml": "# sama toisin\n"
        + yaml.safe_dump({name: again[name]}, allow_unicode=True, sort_keys=False, width=40)
        for name in again
    }
    second = load(tmp_path / "b", parts)
    assert second.hash == first.hash
    assert second.layers[0].hash == first.layers[0].hash
    assert _hashes(second) == _hashes(first)


def _dated_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _dated_as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_dated_as_text(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _key(key: object) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)


def _hashes(content: Content) -> dict[str, str]:
    return {f"{name} {i.id}": i.hash for name, held in content.items.items() for i in held}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lapsen ikä", "Lapsen ikä vuosina"),
        ("Barnets ålder", "Barnets ålder i år"),
        ("value: 24", "value: 25"),
        ("at_least: 13", "at_least: 14"),
        ("[partial, none]", "[none, partial]"),
        ("valid_from: 2024-01-01", "valid_from: 2024-01-02"),
        ("https://thl.fi/ot", "https://thl.fi/ot2"),
        ("basis: sourced", "basis: inferred"),
        ('version: "2026.11"', 'version: "2026.12"'),
        ("heading: consent", "heading: recording"),
        ("effort: 1", "effort: 2"),
        ("{fi: Esimerkki}", "{fi: Toinen}"),
    ],
)
def test_any_meaning_counts(old: str, new: str, tmp_path: Path) -> None:
    assert DESIGN.count(old) >= 1
    before = load(tmp_path, {"x.yaml": DESIGN})
    after = load(tmp_path, {"x.yaml": DESIGN.replace(old, new, 1)})
    assert before.hash != after.hash
    assert before.layers[0].hash != after.layers[0].hash


def test_vignettes_do_not_count(tmp_path: Path) -> None:
    before = load(tmp_path, {"x.yaml": DESIGN})
    after = load(
        tmp_path, {"x.yaml": DESIGN.replace("origin: source, written", "origin: x, written")}
    )
    assert before.hash == after.hash


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        # The item itself, and all that stand on it; nothing else.
        ("id: two, value: 2", "id: two, value: 3", {"parameters two"}),
        ("value: 12", "value: 13", {"parameters months", "rules must"}),
        ("fi: Kriteeri", "fi: K", {"criteria crit", "situations sit", "rules advise"}),
        ("fi: Ikä", "fi: I", {"questions age", "situations sit", "rules advise"}),
        ("fi: Huomio", "fi: H", {"notices note"}),
        ("fi: Tilanne}, when", "fi: T}, when", {"situations sit", "rules advise"}),
    ],
)
def test_item_hash_follows_names(old: str, new: str, changed: set[str], tmp_path: Path) -> None:
    assert GROUND.count(old) == 1
    before = _hashes(load(tmp_path, {"x.yaml": GROUND}))
    after = _hashes(load(tmp_path, {"x.yaml": GROUND.replace(old, new)}))
    assert {name for name in before if before[name] != after[name]} == changed


def test_a_review_holds_until_something_changes(tmp_path: Path) -> None:
    draft = load(tmp_path, {"x.yaml": GROUND})
    [crit] = draft.items["criteria"]
    assert crit.review is None
    status = f"status: {{reviewed: {{by: ot_team, on: 2026-12-01, of: {crit.hash}}}}}"
    reviewed = GROUND.replace("when: parted", f"when: parted, {status}")
    [crit] = load(tmp_path, {"x.yaml": reviewed}).items["criteria"]
    assert crit.review is not None
    assert (crit.review.by, str(crit.review.on), crit.review.of) == (
        "ot_team", "2026-12-01", crit.hash,
    )  # fmt: skip
    for old, new in (("fi: Kriteeri", "fi: Toinen"), ("fi: Erosivatko", "fi: Erosivatko jo")):
        [crit] = load(tmp_path, {"x.yaml": reviewed.replace(old, new)}).items["criteria"]
        assert crit.review is None
    [crit] = load(tmp_path, {"x.yaml": reviewed.replace("fi: Huomio", "fi: H")}).items["criteria"]
    assert crit.review is not None


def test_place_of_the_files_does_not_count(tmp_path: Path) -> None:
    one = load_content(write(tmp_path / "one", {"x.yaml": GROUND}))
    two = load_content(write(tmp_path / "two" / "deep", {"y/z.yaml": "\n# siirretty\n" + GROUND}))
    assert one.hash == two.hash
    assert len(one.hash) == 64
    assert all(len(digest) == 12 for digest in _hashes(one).values())
