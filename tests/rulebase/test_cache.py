"""The cache of the bundled rule base: used only for these very files, from a safe place."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from otseula.rulebase import cache
from otseula.rulebase.kept import KEPT
from otseula.rulebase.load import load_content


@pytest.fixture
def kept(place: Path) -> Path:
    """Where the cache of this test stands."""
    cache.refresh()
    (path,) = place.rglob("bundled-*.pickle")
    return path


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each full load."""
    counted: list[int] = []

    def load() -> object:
        counted.append(1)
        return load_content()

    monkeypatch.setattr("otseula.rulebase.load.load_content", load)
    return counted


def test_what_is_kept_is_what_was_loaded(kept: Path, loads: list[int]) -> None:
    assert cache.bundled_content() == load_content()
    assert not loads


def test_the_vignettes_are_read_when_first_asked_for(
    kept: Path, loads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    original = cache.Unread.__call__

    def counting(unread: cache.Unread) -> Mapping[str, object]:
        read.append(unread.vignettes)
        return original(unread)

    monkeypatch.setattr(cache.Unread, "__call__", counting)
    content, whole = cache.bundled_content(), load_content()
    assert content.on(date(2026, 12, 1)) == whole.on(date(2026, 12, 1))
    assert (content.hash, content.layers, content.sources) == (
        *(whole.hash, whole.layers),
        whole.sources,
    )
    assert not read
    kept.unlink()  # what is not yet read is in memory
    assert content.vignettes == whole.vignettes
    assert content.items == whole.items
    assert [*content.items] == [*whole.items]
    assert len(read) == 1 and not loads
    # What stands in several places is there once, as after loading.
    assert content.items["vignettes"] is content.vignettes
    period = content.periods[-1]
    assert any(item is held for item in content.items["rules"] for held in period.rules.values())


def test_what_was_kept_can_be_sent_to_another_process(kept: Path) -> None:
    content = cache.bundled_content()
    sent = pickle.loads(cache._dumped(content))
    assert sent == content == load_content()
    assert replace(content, hash="another") != content
    assert not hasattr(content, "nothing of it")


def test_it_is_not_used_when_a_file_of_the_rule_base_changes(
    kept: Path, loads: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = cache.bundled_files()
    changed = tmp_path / "changed.yaml"
    changed.write_bytes(files[0][1].read_bytes() + b"\n")
    monkeypatch.setattr(cache, "bundled_files", lambda: [(files[0][0], changed), *files[1:]])
    cache.bundled_content()
    assert loads


@pytest.mark.parametrize("damage", [b"", b"not a pickle", pickle.dumps({"not": "content"})])
def test_a_damaged_cache_is_made_anew(kept: Path, loads: list[int], damage: bytes) -> None:
    kept.write_bytes(damage)
    assert cache.bundled_content() == load_content()
    assert loads == [1]
    cache.bundled_content()
    assert loads == [1]


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_that_others_can_write_is_not_trusted(
    kept: Path, loads: list[int], mode: int
) -> None:
    kept.chmod(mode)
    cache.bundled_content()
    assert loads


def test_a_directory_that_others_can_write_is_not_trusted(kept: Path, loads: list[int]) -> None:
    kept.parent.chmod(0o777)
    cache.bundled_content()
    assert loads


def test_a_link_is_not_followed(kept: Path, loads: list[int]) -> None:
    elsewhere = kept.with_name("elsewhere")
    kept.rename(elsewhere)
    kept.symlink_to(elsewhere)
    cache.bundled_content()
    assert loads


def test_another_owners_file_is_not_trusted(
    kept: Path, loads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    if kept.stat().st_uid == 0:
        os.chown(kept, 12345, -1)
    else:
        monkeypatch.setattr("os.geteuid", lambda: kept.stat().st_uid + 1)
    cache.bundled_content()
    assert loads


def test_nothing_is_written_where_python_writes_no_compiled_modules(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    cache.bundled_content()
    assert not list(place.rglob("*"))


def test_only_a_few_are_kept(kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for number in range(6):
        directory = tmp_path / f"cwd{number}"
        directory.mkdir()
        monkeypatch.chdir(directory)
        cache.refresh()
    assert len(list(kept.parent.glob("bundled-*"))) == KEPT
