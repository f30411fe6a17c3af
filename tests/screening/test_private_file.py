"""Files that may be sensitive: whole or not at all, for the owner alone, over nothing."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from otseula.screening.private_file import write_private

TEXT = '{"ääkkösiä": true}\n'


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_the_owner_may_read_it(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_private(tmp_path / "record.json", TEXT)
    finally:
        os.umask(before)
    written = tmp_path / "record.json"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert written.read_bytes() == TEXT.encode()
    assert written.stat().st_nlink == 1
    assert names(tmp_path) == ["record.json"]


def test_it_never_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "record.json"
    target.write_text("kept")
    with pytest.raises(FileExistsError):
        write_private(target, TEXT)
    assert target.read_text() == "kept"
    assert names(tmp_path) == ["record.json"]


def test_it_follows_no_link_and_writes_over_no_directory(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere" / "file")
    for name in ("link", "elsewhere"):
        with pytest.raises(FileExistsError):
            write_private(tmp_path / name, TEXT)
    assert names(tmp_path / "elsewhere") == []
    assert names(tmp_path) == ["elsewhere", "link"]


@pytest.mark.parametrize("name", ["missing/record.json", "", ".", "/", "a" * 300])
def test_where_nothing_can_be_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OSError):  # which one depends on the system
        write_private(name, TEXT)
    assert names(tmp_path) == []


def test_nothing_is_left_behind_on_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        write_private(tmp_path / "record.json", TEXT)
    assert names(tmp_path) == []


def test_nothing_is_left_behind_of_text_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_private(tmp_path / "record.json", "\ud800")
    assert names(tmp_path) == []


def test_it_is_there_only_when_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the moment before the name appears the whole text is on disk under another one."""
    seen = []
    real = os.link

    def link(draft: Path, target: Path) -> None:
        seen.append((Path(draft).read_text("utf-8"), Path(target).exists()))
        mode = stat.S_IMODE(Path(draft).stat().st_mode)
        assert mode == 0o600
        real(draft, target)

    monkeypatch.setattr(os, "link", link)
    write_private(tmp_path / "record.json", TEXT)
    assert seen == [(TEXT, False)]


def test_of_many_writers_one_wins(tmp_path: Path) -> None:
    outcomes: list[str] = []

    def write(text: str) -> None:
        try:
            write_private(tmp_path / "record.json", text)
            outcomes.append(text)
        except FileExistsError:
            pass

    threads = [threading.Thread(target=write, args=(f"text {n}" * 1000,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 1
    assert (tmp_path / "record.json").read_text() == outcomes[0]
    assert names(tmp_path) == ["record.json"]


def without_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no hard links here")

    monkeypatch.setattr("os.link", refuse)


def test_a_drive_without_hard_links_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_hard_links(monkeypatch)
    write_private(tmp_path / "record.json", TEXT)
    assert (tmp_path / "record.json").read_text("utf-8") == TEXT
    assert stat.S_IMODE((tmp_path / "record.json").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        write_private(tmp_path / "record.json", "other")
    assert (tmp_path / "record.json").read_text("utf-8") == TEXT
    assert names(tmp_path) == ["record.json"]


def test_a_drive_without_hard_links_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_hard_links(monkeypatch)

    def fail(*_: object) -> None:
        raise OSError("the drive is full")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="full"):
        write_private(tmp_path / "record.json", TEXT)
    assert names(tmp_path) == []
